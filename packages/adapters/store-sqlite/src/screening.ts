import { conditionsIn, type FactDefinition } from "@finsam/criteria";
import { type ColumnsOfFacts, criterionToSql, outcomeOfTruth, sqlite } from "@finsam/criteria/sql";
import type { ResolvedRule } from "@finsam/policy";
import type { Screened } from "@finsam/store";
import { isDamaged, knownFact } from "./known-facts.ts";
import { DamagedRow, type Row } from "./record-table.ts";

/** A query that screens a page of persons, in the order of ids. */
export interface ScreenQuery {
  /** Takes the parameters, then the id that the page comes after, and how many persons at most. Gives one row. */
  readonly sql: string;
  readonly parameters: readonly (string | number)[];
  /**
   * The persons in the row of a page, with what the rule says of them.
   *
   * @throws DamagedRow when somebody in it is no person
   */
  readonly screenedIn: (row: Row | undefined) => readonly Screened[];
}

/**
 * Writes a query that has SQLite judge persons by a rule. A page comes as one row, since asking for rows costs more than judging them.
 * `undefined` when SQL cannot do it: the rule asks for a fact that is not in the vocabulary, or `criterionToSql` refuses it.
 */
export function screenQuery({ criterion, setting }: ResolvedRule): ScreenQuery | undefined {
  const parameters: (string | number)[] = [];
  const bind = (value: string): string => `?${parameters.push(value)}`;
  const columns: Record<string, ColumnsOfFacts[string]> = {};
  const facts: string[] = [];
  for (const { fact: askedFor } of conditionsIn(criterion)) {
    const asked = definitionIn(setting.vocabulary, askedFor);
    const fact = asked?.type === "completedYears" ? asked.since : askedFor;
    if (Object.hasOwn(columns, fact)) continue;
    const definition = definitionIn(setting.vocabulary, fact);
    const known = definition && knownFact(fact, definition, `fact${facts.length}`, bind);
    if (known === undefined) return undefined;
    columns[fact] = known.columns;
    facts.push(...known.sql);
  }
  const written = criterionToSql(criterion, setting, { dialect: sqlite, columns, parametersBefore: parameters.length });
  if (!written.ok) return undefined;
  parameters.push(...written.parameters);
  const [after, most] = [`?${parameters.length + 1}`, `?${parameters.length + 2}`];
  return {
    sql: `
      SELECT json_group_array(id) AS ids, group_concat(coalesce(outcome, 'u'), '') AS outcomes, total(is_damaged) AS damaged
      FROM (
        SELECT id, ${written.sql} AS outcome, is_damaged
        FROM (
          SELECT ${["id", `${isDamaged} AS is_damaged`, ...facts].join(", ")}
          FROM person WHERE protected = 0 AND id > ${after} ORDER BY id LIMIT ${most}
        )
      )`,
    parameters,
    screenedIn: (row) => {
      const ids: unknown = JSON.parse(String(row?.ids));
      const outcomes = String(row?.outcomes ?? "");
      if (!Array.isArray(ids) || ids.length !== outcomes.length || row?.damaged !== 0) throw new DamagedRow();
      return ids.map((id, index) => ({ person: String(id), outcome: outcomeOf(outcomes[index]) }));
    },
  };
}

const outcomeOf = (letter: string | undefined): Screened["outcome"] =>
  outcomeOfTruth(letter === "u" ? null : Number(letter));

const definitionIn = (vocabulary: ResolvedRule["setting"]["vocabulary"], fact: string): FactDefinition | undefined =>
  Object.hasOwn(vocabulary, fact) ? vocabulary[fact] : undefined;
