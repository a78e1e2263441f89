import { conditionsIn } from "@finsam/criteria";
import { criterionToSql, outcomeOfTruth, postgresql } from "@finsam/criteria/sql";
import type { ResolvedRule } from "@finsam/policy";
import type { Screened } from "@finsam/store";
import { knownFacts, statedBehind } from "./known-facts.ts";
import { openParameters } from "./parameters.ts";
import type { Row } from "./record-table.ts";

/** A query that says of every person what a rule does; its first parameter is the tenant, these come after it. */
interface ScreenQuery {
  readonly sql: string;
  readonly parameters: readonly (string | number)[];
  readonly screenedIn: (row: Row) => Screened;
}

/** Writes a rule as one query, or gives `undefined` when it cannot: `criterionToSql` refuses it, or a fact is not in the vocabulary. */
export function screenQuery({ criterion, setting }: ResolvedRule): ScreenQuery | undefined {
  const { values, bind } = openParameters();
  const facts = new Set(conditionsIn(criterion).map(({ fact }) => statedBehind(setting.vocabulary, fact)));
  const known = knownFacts([...facts], setting.vocabulary, bind);
  if (known === undefined) return undefined;
  const written = criterionToSql(criterion, setting, {
    dialect: postgresql,
    columns: known.columns,
    parametersBefore: values.length + 1,
  });
  if (!written.ok) return undefined;
  return {
    // OFFSET 0 has each fact read once, however often the rule names it.
    sql: `
      SELECT id, ${written.sql} AS outcome
      FROM (SELECT ${["id", ...known.sql].join(", ")} FROM finsam.person WHERE tenant = $1 AND NOT protected ORDER BY id OFFSET 0) AS known
      ORDER BY id`,
    parameters: [...values, ...written.parameters],
    screenedIn: ({ id, outcome }) => ({ person: String(id), outcome: outcomeOfTruth(outcome) }),
  };
}
