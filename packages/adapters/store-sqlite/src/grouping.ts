import type { FactDefinition, Vocabulary } from "@finsam/criteria";
import { criterionToSql, outcomeOfTruth, sqlite } from "@finsam/criteria/sql";
import { type AskedCondition, addGroups, OutcomeGroup } from "@finsam/policy/compare";
import { isDamaged, knownFact } from "./known-facts.ts";
import { DamagedRow, type Row } from "./record-table.ts";

/** A query that groups persons by the outcomes of conditions. */
export interface GroupQuery {
  readonly sql: string;
  readonly parameters: readonly (string | number)[];
  /**
   * The groups in its rows.
   *
   * @throws DamagedRow when something was counted that is no person
   */
  readonly groupsIn: (rows: readonly Row[]) => readonly OutcomeGroup[];
}

// SQLite takes 2,000 columns; a condition may need two.
const mostConditions = 500;

/**
 * Writes one query that has SQLite answer every condition for every person, and count who answers alike. `undefined` when it cannot:
 * there are too many conditions, a fact that is not in the vocabulary, or one that `criterionToSql` refuses.
 */
export function groupQuery(conditions: readonly AskedCondition[]): GroupQuery | undefined {
  if (conditions.length > mostConditions) return undefined;
  const parameters: (string | number)[] = [];
  const bind = (value: string): string => `?${parameters.push(value)}`;
  const facts: string[] = [];
  const outcomes: string[] = [];
  for (const [index, { condition, setting }] of conditions.entries()) {
    const asked = definitionIn(setting.vocabulary, condition.fact);
    const fact = asked?.type === "completedYears" ? asked.since : condition.fact;
    const definition = definitionIn(setting.vocabulary, fact);
    const known = definition && knownFact(fact, definition, `fact${index}`, bind);
    if (known === undefined) return undefined;
    const columns = { [fact]: known.columns };
    const written = criterionToSql(condition, setting, {
      dialect: sqlite,
      columns,
      parametersBefore: parameters.length,
    });
    if (!written.ok) return undefined;
    parameters.push(...written.parameters);
    facts.push(...known.sql);
    outcomes.push(`${written.sql} AS outcome${index}`);
  }
  return {
    sql: `
      SELECT ${["sex", ...outcomes].join(", ")}, count(*) AS count, total(is_damaged) AS damaged
      FROM (SELECT ${["sex", `${isDamaged} AS is_damaged`, ...facts].join(", ")} FROM person WHERE protected = 0)
      GROUP BY ${[1, ...outcomes.map((_, index) => index + 2)].join(", ")}`,
    parameters,
    groupsIn: (rows) => addGroups(rows.map((row) => groupIn(row, conditions.length))),
  };
}

const definitionIn = (vocabulary: Vocabulary, fact: string): FactDefinition | undefined =>
  Object.hasOwn(vocabulary, fact) ? vocabulary[fact] : undefined;

function groupIn(row: Row, conditions: number): OutcomeGroup {
  const outcomes = Array.from({ length: conditions }, (_, index) => outcomeOfTruth(row[`outcome${index}`]));
  const group = OutcomeGroup.safeParse({ sex: row.sex, outcomes, count: row.count });
  if (!group.success || row.damaged !== 0) throw new DamagedRow();
  return group.data;
}
