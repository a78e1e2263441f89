import { outcomeOfTruth } from "@finsam/criteria/sql";
import type { ResolvedRule } from "@finsam/policy";
import type { Screened } from "@finsam/store";
import { askedOfSqlite, isDamaged } from "./known-facts.ts";
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
export function screenQuery(rule: ResolvedRule): ScreenQuery | undefined {
  const asked = askedOfSqlite([rule]);
  if (asked === undefined) return undefined;
  const { outcomes, facts, parameters } = asked;
  const [after, most] = [`?${parameters.length + 1}`, `?${parameters.length + 2}`];
  return {
    sql: `
      SELECT json_group_array(id) AS ids, group_concat(coalesce(outcome, 'u'), '') AS outcomes, total(is_damaged) AS damaged
      FROM (
        SELECT id, ${outcomes[0]} AS outcome, is_damaged
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
