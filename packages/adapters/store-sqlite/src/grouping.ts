import type { AskedCondition, OutcomeGroup } from "@finsam/policy/compare";
import { outcomeGroups } from "@finsam/store/sql";
import { askedOfSqlite, isDamaged } from "./known-facts.ts";
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
  const asked = askedOfSqlite(conditions.map(({ condition, setting }) => ({ criterion: condition, setting })));
  if (asked === undefined) return undefined;
  const outcomes = asked.outcomes.map((outcome, index) => `${outcome} AS outcome${index}`);
  return {
    sql: `
      SELECT ${["sex", ...outcomes].join(", ")}, count(*) AS count, total(is_damaged) AS damaged
      FROM (SELECT ${["sex", `${isDamaged} AS is_damaged`, ...asked.facts].join(", ")} FROM person WHERE protected = 0)
      GROUP BY ${[1, ...outcomes.map((_, index) => index + 2)].join(", ")}`,
    parameters: asked.parameters,
    groupsIn: (rows) => {
      const groups = rows.some(({ damaged }) => damaged !== 0) ? undefined : outcomeGroups(rows, conditions.length);
      if (groups === undefined) throw new DamagedRow();
      return groups;
    },
  };
}
