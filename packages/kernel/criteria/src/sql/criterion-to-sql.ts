import type { Criterion } from "../criterion.ts";
import { tooLarge } from "../criterion-size.ts";
import type { Setting } from "../known-fact.ts";
import { conditionToSql, type Writing } from "./condition-to-sql.ts";
import type { Dialect } from "./dialect.ts";
import type { ColumnsOfFacts } from "./fact-columns.ts";
import { Parameters, type SqlParameter } from "./parameters.ts";
import { Refused, type SqlRefusal } from "./refusal.ts";

/** Where a criterion is to be evaluated: the dialect, and the columns that hold the facts. */
export interface SqlTarget {
  readonly dialect: Dialect;
  readonly columns: ColumnsOfFacts;
  /** How many parameters of the query come before those of the expression; 0 when not given. */
  readonly parametersBefore?: number;
}

/** A criterion as one SQL expression, with the values to bind in the order of their positions. */
export interface SqlExpression {
  readonly ok: true;
  /** Safe to stand between other SQL: TRUE where the criterion is met, FALSE where it is not, NULL where it is undetermined. */
  readonly sql: string;
  readonly parameters: readonly SqlParameter[];
}

/**
 * Writes a criterion as one SQL boolean expression that is NULL where the outcome is undetermined, or says why it cannot. Limits and
 * codes are parameters; nothing of a criterion becomes text of the SQL. The columns hold facts as `readFacts` gives them and NULL
 * where a fact is missing: a yes or no; a code as text; several codes as the dialect's list; a number, or the lowest and the highest
 * it can be; a date as text, `1985`, `1985-04` or `1985-04-12`. An age is compared through the last date of birth that reaches it.
 *
 * @example
 * ```ts
 * import { all, conditions } from "@finsam/criteria";
 * import { criterionToSql, sqlite } from "@finsam/criteria/sql";
 * const vocabulary = {
 *   birthDate: { type: "date", label: { sv: "födelsedatum", en: "date of birth" } },
 *   age: { type: "completedYears", since: "birthDate", label: { sv: "ålder", en: "age" } },
 *   illHealth: { type: "boolean", label: { sv: "ohälsa", en: "ill health" } },
 * } as const;
 * const { age, illHealth } = conditions(vocabulary);
 * const setting = { vocabulary, on: "2024-02-29", leapDayBirthday: "1-march" } as const;
 * const columns = { birthDate: { column: "born" }, illHealth: { column: "ill_health" } };
 * const written = criterionToSql(all(age.atLeast(16), illHealth.is(true)), setting, { dialect: sqlite, columns });
 * written.ok && written.sql; // => "((NULLIF(`born` COLLATE BINARY, ?1) <= ?2) AND `ill_health`)"
 * written.ok && written.parameters; // => ["2008", "2008-02-29"]
 * ```
 */
export function criterionToSql(
  criterion: Criterion,
  setting: Setting,
  { dialect, columns, parametersBefore = 0 }: SqlTarget,
): SqlExpression | { readonly ok: false; readonly refusal: SqlRefusal } {
  const writing = { setting, columns, dialect, parameters: new Parameters(dialect, parametersBefore) };
  try {
    if (tooLarge(criterion) !== undefined) throw new Refused("criterion-too-large");
    const sql = write(criterion, writing, []);
    refuseBeyondBounds(sql, dialect);
    return { ok: true, sql, parameters: writing.parameters.values };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, refusal: error.refusal };
    throw error;
  }
}

// AND, OR and NOT of SQL are Kleene's, as those of criteria are.
function write(criterion: Criterion, writing: Writing, path: SqlRefusal["path"]): string {
  switch (criterion?.op) {
    case "all":
    case "any":
      if (!Array.isArray(criterion.of) || criterion.of.length === 0) throw new Refused("unfit-criterion", {}, path);
      return joined(
        criterion.of.map((part, index) => write(part, writing, [...path, "of", index])),
        criterion.op === "all" ? "AND" : "OR",
      );
    case "not":
      return `(NOT ${write(criterion.of, writing, [...path, "of"])})`;
    case "rule":
      throw new Refused("unresolved-rule", { named: criterion.rule }, path);
    case "is":
    case "in":
    case "hasAny":
    case "atLeast":
    case "moreThan":
    case "atMost":
    case "lessThan":
      return inPlace(path, () => conditionToSql(criterion, writing));
    default:
      throw new Refused("unfit-criterion", {}, path);
  }
}

/** Joined in halves, since engines count every AND of a long chain as one level deeper. */
function joined(parts: readonly string[], word: "AND" | "OR"): string {
  const half = parts.length >> 1;
  const [first = ""] = parts;
  return half === 0 ? first : `(${joined(parts.slice(0, half), word)} ${word} ${joined(parts.slice(half), word)})`;
}

function inPlace(path: SqlRefusal["path"], work: () => string): string {
  try {
    return work();
  } catch (error) {
    throw error instanceof Refused ? error.at(path) : error;
  }
}

function refuseBeyondBounds(sql: string, { name, capabilities: { nesting, characters } }: Dialect): void {
  if (sql.length > characters) throw new Refused("too-long", { dialect: name, limit: characters });
  if (deepest(sql) > nesting) throw new Refused("too-deep", { dialect: name, limit: nesting });
}

// Parentheses come from here alone: names are plain and values are parameters.
function deepest(sql: string): number {
  let [depth, most] = [0, 0];
  for (const character of sql) {
    if (character === "(") depth += 1;
    else if (character === ")") depth -= 1;
    most = Math.max(most, depth);
  }
  return most;
}
