import { criterionToSql, outcomeOfTruth, postgresql } from "@finsam/criteria/sql";
import { type AskedCondition, addGroups, OutcomeGroup } from "@finsam/policy/compare";
import { definitionIn, knownFact, statedBehind } from "./known-facts.ts";
import { openParameters } from "./parameters.ts";
import { DamagedRow, type Row } from "./record-table.ts";

/** A query that groups persons by the outcomes of conditions; its first parameter is the tenant, these come after it. */
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

// PostgreSQL takes 1,664 columns; a condition may need two.
const mostConditions = 500;

/**
 * Writes one query that has PostgreSQL answer every condition for every person, and count who answers alike. `undefined` when it cannot:
 * there are too many conditions, a fact that is not in the vocabulary, or one that `criterionToSql` refuses.
 */
export function groupQuery(conditions: readonly AskedCondition[]): GroupQuery | undefined {
  if (conditions.length > mostConditions) return undefined;
  const { values, bind } = openParameters();
  const facts: string[] = [];
  const outcomes: string[] = [];
  for (const [index, { condition, setting }] of conditions.entries()) {
    const fact = statedBehind(setting.vocabulary, condition.fact);
    const definition = definitionIn(setting.vocabulary, fact);
    const known = definition && knownFact(fact, definition, `fact${index}`, bind);
    if (known === undefined) return undefined;
    const columns = { [fact]: known.columns };
    const written = criterionToSql(condition, setting, {
      dialect: postgresql,
      columns,
      parametersBefore: values.length + 1,
    });
    if (!written.ok) return undefined;
    values.push(...written.parameters);
    facts.push(...known.sql);
    outcomes.push(`${written.sql} AS outcome${index}`);
  }
  return {
    // OFFSET 0 has each fact read once, however often a condition names it.
    sql: `
      SELECT ${["sex", ...outcomes].join(", ")}, count(*) AS count
      FROM (SELECT ${["sex", ...facts].join(", ")} FROM finsam.person WHERE tenant = $1 AND NOT protected OFFSET 0) AS known
      GROUP BY ${[1, ...outcomes.map((_, index) => index + 2)].join(", ")}`,
    parameters: values,
    groupsIn: (rows) => addGroups(rows.map((row) => groupIn(row, conditions.length))),
  };
}

function groupIn(row: Row, conditions: number): OutcomeGroup {
  const outcomes = Array.from({ length: conditions }, (_, index) => outcomeOfTruth(row[`outcome${index}`]));
  const group = OutcomeGroup.safeParse({ sex: row.sex, outcomes, count: Number(row.count) });
  if (!group.success) throw new DamagedRow();
  return group.data;
}
