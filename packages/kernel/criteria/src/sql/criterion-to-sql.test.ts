import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Criterion } from "../criterion.ts";
import { all, any, not, parameter, rule } from "../join-criteria.ts";
import { age, birthDate, disability, illHealth, income, months, setting, support } from "../vocabulary.fixture.ts";
import { clickhouse } from "./clickhouse/dialect.ts";
import { criterionToSql } from "./criterion-to-sql.ts";
import type { Dialect } from "./dialect.ts";
import { duckdb } from "./duckdb/dialect.ts";
import type { ColumnsOfFacts } from "./fact-columns.ts";
import { postgresql } from "./postgresql/dialect.ts";
import { type SqlRefusalCode, sqlRefusalCodes } from "./refusal.ts";
import { sqlite } from "./sqlite/dialect.ts";

const columns: ColumnsOfFacts = {
  birthDate: { column: "birth_date" },
  illHealth: { column: "ill_health" },
  disability: { column: "disability" },
  months: { min: "months_min", max: "months_max" },
  income: { column: "income" },
  support: { column: "support", known: "support_known" },
};
const dialects = [sqlite, postgresql, duckdb, clickhouse];

function written(criterion: Criterion, dialect: Dialect, parametersBefore = 0) {
  const result = criterionToSql(criterion, setting, { dialect, columns, parametersBefore });
  if (!result.ok) throw new Error(result.refusal.text.en);
  return result;
}
function refusal(criterion: Criterion, dialect: Dialect = sqlite, held: ColumnsOfFacts = columns) {
  const result = criterionToSql(criterion, setting, { dialect, columns: held });
  return result.ok ? undefined : result.refusal;
}

describe("a criterion as SQL", () => {
  test.each(dialects)("asks in $name for nothing but columns and parameters", (dialect) => {
    const criterion = all(
      age.between(16, 66),
      any(illHealth.is(true), not(disability.is(false))),
      months.moreThan(10.5),
      income.is("none"),
      support.hasAny(["a", "b"]),
      birthDate.lessThan("1975-06-15"),
    );
    const { sql, parameters } = written(criterion, dialect);
    // What json_type tells is the only text that SQL of ours has.
    expect(sql.replace("= 'array'", "")).not.toMatch(/'/);
    expect(
      sql
        .match(/[`"][a-z_]+[`"]/g)
        ?.map((name) => name.slice(1, -1))
        .filter((name) => name !== "C"),
    ).toEqual(
      expect.arrayContaining([
        "birth_date",
        "ill_health",
        "disability",
        "months_min",
        "months_max",
        "income",
        "support",
      ]),
    );
    expect(parameters).toEqual(expect.arrayContaining(["2008-02-29", 10.5, "none", "a", "b", "1975-06-14"]));
  });

  test("two criteria that differ in their constants alone are the same SQL", () => {
    const hostile = fc.oneof(
      fc.constantFrom(
        "'; DROP TABLE person; --",
        '" OR 1=1',
        "`",
        "{p1:String}",
        "?1",
        "$1",
        "\\",
        "NULL",
        "__proto__",
      ),
      fc.string({ unit: "grapheme", minLength: 1 }).filter((text) => !text.includes("\0")),
    );
    const pair = fc.uniqueArray(hostile, { minLength: 2, maxLength: 2 });
    const of = (codes: readonly string[], limit: number) =>
      all(support.hasAny(codes), income.isOneOf(codes as readonly "none"[]), months.atLeast(limit));
    fc.assert(
      fc.property(
        fc.constantFrom(...dialects),
        pair,
        fc.double({ noNaN: true, noDefaultInfinity: true }).map((limit) => limit + 0),
        (dialect, codes, limit) => {
          const one = written(of(codes, limit), dialect);
          expect(one.sql).toBe(written(of(["a", "b"], 1), dialect).sql);
          expect(one.parameters).toEqual(expect.arrayContaining([...codes, limit]));
        },
      ),
    );
  });

  test("each value is bound once, after the parameters of the query around it", () => {
    const { sql, parameters } = written(any(months.atLeast(10), months.atMost(10)), postgresql, 3);
    expect(parameters).toEqual([10]);
    expect(sql).toContain("$4");
    expect(sql).not.toMatch(/\$[1-35]/);
  });

  test("a long list of parts nests no deeper than its logarithm", () => {
    const parts = Array.from({ length: 4000 }, () => illHealth.is(true));
    expect(written({ op: "all", of: parts }, sqlite).sql.match(/^\(+/)?.[0].length).toBeLessThan(14);
  });
});

describe("what cannot be written is refused by name", () => {
  const tooMany = support.hasAny(Array.from({ length: 9999 }, (_, index) => `code-${index}`));
  const nested = (depth: number): Criterion =>
    depth === 0
      ? illHealth.is(true)
      : depth % 2 === 0
        ? all(nested(depth - 1), illHealth.is(true))
        : not(nested(depth - 1));
  const wide = (criterion: Criterion, count: number): Criterion => ({ op: "any", of: Array(count).fill(criterion) });
  const lowLimits: Dialect = { ...sqlite, capabilities: { ...sqlite.capabilities, parameters: 100, nesting: 20 } };
  // What strangers send past the type checker.
  const from = (json: string): Criterion => JSON.parse(json);

  const cases: readonly (readonly [SqlRefusalCode, readonly (string | number)[], ReturnType<typeof refusal>])[] = [
    ["criterion-too-large", [], refusal(nested(1_000))],
    ["unfit-criterion", ["of", 0], refusal(from('{"op":"all","of":[{"op":"constructor"}]}'))],
    ["unfit-criterion", ["of", 0], refusal(from('{"op":"all","of":[null]}'))],
    ["unfit-criterion", [], refusal(from('{"op":"any","of":[]}'))],
    ["unresolved-rule", ["of"], refusal(not(rule("sig0")))],
    ["unresolved-parameter", ["of", 1], refusal(all(illHealth.is(true), months.atLeast(parameter("least"))))],
    ["unknown-fact", [], refusal({ op: "is", fact: "__proto__", value: true })],
    ["unknown-fact", [], refusal({ op: "is", fact: "x' OR 1=1 --", value: true })],
    ["unfit-condition", [], refusal({ op: "is", fact: "months", value: true })],
    ["unfit-condition", [], refusal(months.atLeast(Number.NaN))],
    ["unfit-condition", [], refusal({ op: "atLeast", fact: "birthDate", value: "1985' OR '1'='1" })],
    ["unfit-condition", [], refusal(from('{"op":"is","fact":"illHealth","value":null}'))],
    ["unfit-condition", [], refusal(from('{"op":"in","fact":"income","value":[{"toString":"x"}]}'))],
    ["unfit-text", [], refusal(support.hasAny(["a\0b"]))],
    ["unfit-text", [], refusal(support.hasAny(["\ud800"]))],
    ["no-column", [], refusal(illHealth.is(true), sqlite, {})],
    ["no-column", [], refusal(age.atLeast(16), sqlite, { age: { column: "age" } })],
    ["unfit-columns", [], refusal(illHealth.is(true), sqlite, { illHealth: { min: "a", max: "b" } })],
    ["unfit-columns", [], refusal(illHealth.is(true), sqlite, { illHealth: { column: "a", known: "b" } })],
    ["unfit-columns", [], refusal(support.hasAny(["a"]), sqlite, { support: { min: "a", max: "b" } })],
    ["unsafe-column-name", [], refusal(illHealth.is(true), sqlite, { illHealth: { column: 'a" OR 1=1 --' } })],
    ["unsafe-column-name", [], refusal(illHealth.is(true), sqlite, { illHealth: { column: "a`; --" } })],
    ["unsafe-column-name", [], refusal(illHealth.is(true), sqlite, { illHealth: { column: "a.b.c" } })],
    ["presence-column-needed", [], refusal(support.hasAny(["a"]), clickhouse, { support: { column: "support" } })],
    ["too-many-parameters", [], refusal(tooMany, lowLimits)],
    ["too-deep", [], refusal(nested(30), lowLimits)],
    ["too-long", [], refusal(wide(months.atLeast(10), 5_000), clickhouse)],
  ];

  test.each(cases)("%s at %j", (code, path, refused) => {
    expect(refused).toMatchObject({ code, path });
  });

  test("every code is refused for here, and says why in Swedish and in English", () => {
    expect([...new Set(cases.map(([code]) => code))].sort()).toEqual([...sqlRefusalCodes].sort());
    for (const [, , refused] of cases) {
      expect(refused?.text.sv).not.toMatch(/undefined|^$/);
      expect(refused?.text.en).not.toMatch(/undefined|^$/);
      expect(refused?.text.sv).not.toBe(refused?.text.en);
    }
  });

  test("a million nested parts are refused without exhausting the stack", () => {
    let criterion: Criterion = illHealth.is(true);
    for (let level = 0; level < 1_000_000; level += 1) criterion = not(criterion);
    expect(refusal(criterion)?.code).toBe("criterion-too-large");
  });

  test("what any rule of a size that somebody reads needs is never refused", () => {
    const rich = all(age.between(16, 66), support.hasAny(["a", "b", "c"]), months.atLeast(10), income.is("none"));
    for (const dialect of dialects) expect(refusal(wide(rich, 50), dialect)).toBeUndefined();
  });
});
