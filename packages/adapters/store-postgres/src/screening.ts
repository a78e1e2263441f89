import { outcomeOfTruth } from "@finsam/criteria/sql";
import type { ResolvedRule } from "@finsam/policy";
import type { Screened } from "@finsam/store";
import { askedOfPostgres } from "./known-facts.ts";
import type { Row } from "./record-table.ts";

/** A query that says of every person what a rule does; its first parameter is the tenant, these come after it. */
interface ScreenQuery {
  readonly sql: string;
  readonly parameters: readonly (string | number)[];
  readonly screenedIn: (row: Row) => Screened;
}

/** Writes a rule as one query, or gives `undefined` when it cannot: `criterionToSql` refuses it, or a fact is not in the vocabulary. */
export function screenQuery(rule: ResolvedRule): ScreenQuery | undefined {
  const asked = askedOfPostgres([rule]);
  if (asked === undefined) return undefined;
  return {
    // OFFSET 0 has each fact read once, however often the rule names it.
    sql: `
      SELECT id, ${asked.outcomes[0]} AS outcome
      FROM (SELECT ${["id", ...asked.facts].join(", ")} FROM finsam.person WHERE tenant = $1 AND NOT protected ORDER BY id OFFSET 0) AS known
      ORDER BY id`,
    parameters: asked.parameters,
    screenedIn: ({ id, outcome }) => ({ person: String(id), outcome: outcomeOfTruth(outcome) }),
  };
}
