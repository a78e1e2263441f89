import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import type { Facts } from "@finsam/model";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { Criterion } from "../criterion.ts";
import { CriterionTooLarge } from "../criterion-size.ts";
import { evaluate } from "../evaluate.ts";
import { explain } from "../explain.ts";
import { all, any, not, parameter, rule } from "../join-criteria.ts";
import type { Setting } from "../known-fact.ts";
import { forbidGeneratedCode, watchGeneratedCode } from "../packed/watch-generated-code.fixture.ts";
import { age, birthDate, disability, illHealth, income, months, setting, support } from "../vocabulary.fixture.ts";
import type { Vocabulary } from "../vocabulary.ts";
import { compile } from "./compile.ts";

const criterion = all(age.between(16, 66), any(illHealth.is(true), disability.is(true)), not(income.is("some")));
const person: Facts = { birthDate: "1985-04-12", illHealth: true, income: "none" };

afterEach(() => vi.unstubAllGlobals());

describe("generated code", () => {
  test("really runs where the platform allows it", () => {
    const { calls } = watchGeneratedCode();
    const compiled = compile(criterion, setting);
    expect(compiled.how).toBe("generated");
    expect(compiled.outcome(person)).toBe("met");
    expect(calls).toEqual(["outcome"]);
    compiled.outcomeAt(compiled.pack([person]), 0);
    expect(calls).toEqual(["outcome", "all", "outcomeAt"]);
  });

  test("is not made when the caller does not want it", () => {
    const { texts } = watchGeneratedCode();
    const compiled = compile(criterion, setting, { generate: false });
    expect([compiled.how, compiled.outcome(person), texts]).toEqual(["closures", "met", []]);
  });

  test("is not needed: where functions may not be made from text, closures say the same", () => {
    forbidGeneratedCode();
    const compiled = compile(criterion, setting);
    expect([compiled.how, compiled.outcome(person)]).toEqual(["closures", "met"]);
    expect(compiled.assess(person).explanation).toEqual(explain(criterion, person, setting));
  });

  test("is not made in a process whose policy forbids it", () => {
    const program = fileURLToPath(new URL("without-code-generation.fixture.ts", import.meta.url));
    const run = (...flags: string[]) =>
      execFileSync(process.execPath, [...flags, program], { encoding: "utf8" }).trim();
    expect(run()).toBe("generated met");
    expect(run("--disallow-code-generation-from-strings")).toBe("closures met");
  });

  test("has no name and no value of a rule in it: rules of one shape give one text", () => {
    const label = { sv: "uppgift", en: "fact" };
    const ruleOf = (fact: string, other: string, code: string, limit: number) => {
      const vocabulary: Vocabulary = { [fact]: { type: "code", label, codes: {} }, [other]: { type: "number", label } };
      const criterion: Criterion = all(
        { op: "in", fact, value: [code, `${code}!`] },
        not({ op: "atLeast", fact: other, value: limit }),
      );
      return { criterion, setting: { ...setting, vocabulary } };
    };
    const { texts } = watchGeneratedCode();
    for (const { criterion, setting } of [
      ruleOf("fact", "other", "code", 7),
      ruleOf("income", "months", "'; process.exit(); '", -1.5e300),
      ruleOf("x); import(`fs`); (", "a b\\n//", "$(rm)", 0),
    ])
      compile(criterion, setting);
    const [first, ...others] = texts.filter((text) => text.includes("function one"));
    expect(others).toEqual([first, first]);
    expect(first).toMatch(/^[\w\s"[\]{}().,;:?=!<>|&^*+\-$]+$/);
  });
});

describe("hostile rules", () => {
  const strange = ["constructor", "toString", "hasOwnProperty", "valueOf", "isPrototypeOf"] as const;
  const label = { sv: "uppgift", en: "fact" };

  test("facts named like what every object has are missing until they are stated", () => {
    for (const type of ["boolean", "code", "codes", "number", "date"] as const)
      for (const fact of [...strange, "__proto__"]) {
        const definition = type === "code" || type === "codes" ? { type, label, codes: {} } : { type, label };
        const vocabulary = Object.fromEntries([[fact, definition]]);
        const asked: Criterion =
          type === "boolean"
            ? { op: "is", fact, value: true }
            : type === "code" || type === "codes"
              ? { op: type === "code" ? "in" : "hasAny", fact, value: ["__proto__"] }
              : { op: "atLeast", fact, value: type === "number" ? 1 : "2000-01-01" };
        const stated = { boolean: true, code: "__proto__", codes: ["__proto__"], number: 2, date: "2001" }[type];
        for (const generate of [true, false]) {
          const compiled = compile(asked, { ...setting, vocabulary }, { generate });
          expect(compiled.outcome({})).toBe("undetermined");
          expect(compiled.outcome(Object.fromEntries([[fact, stated]]))).toBe("met");
          expect(compiled.outcomeAt(compiled.pack([{}, Object.fromEntries([[fact, stated]])]), 1)).toBe("met");
        }
      }
  });

  test("a fact that a record only inherits is missing", () => {
    const polluted: Facts = Object.assign({}, JSON.parse('{"disability": false}'));
    Object.setPrototypeOf(polluted, { illHealth: true, birthDate: "1985" });
    for (const generate of [true, false])
      expect(compile(criterion, setting, { generate }).assess(polluted).explanation).toEqual(
        explain(criterion, polluted, setting),
      );
  });

  test.each([
    ["a yes where a code should be", income.is("none"), { income: true }],
    ["a text where yes or no should be", illHealth.is(true), { illHealth: "true" }],
    ["a number where yes or no should be", illHealth.is(true), { illHealth: 1 }],
    ["a day that does not exist", age.atLeast(16), { birthDate: "1985-02-30" }],
    ["a day of another calendar", age.atLeast(16), { birthDate: "1985/04/12" }],
    ["a 29 February in a common year", age.atLeast(16), { birthDate: "2023-02-29" }],
    ["code in place of a date", birthDate.atLeast("1985-01-01"), { birthDate: "alert(1);" }],
    ["digits of another script", age.atLeast(16), { birthDate: "１９８５-04-12" }],
    ["a code where a set should be", support.hasAny(["a"]), { support: "a" }],
    ["an interval the wrong way round", months.atLeast(5), { months: { min: 9, max: 2 } }],
    ["a text where a number should be", months.atLeast(5), { months: "9" }],
    ["a number where a birth date should be", age.atLeast(16), { birthDate: 1985 }],
    ["nothing that is a number", months.atLeast(5), { months: Number.NaN }],
  ] as const)("%s: compiled as evaluated, be it an outcome or an error", (_, asked, facts) => {
    const result = (run: () => unknown) => {
      try {
        return run();
      } catch (error) {
        return error instanceof Error && [error.name, error.message];
      }
    };
    const expected = result(() => evaluate(asked, facts, setting));
    for (const generate of [true, false]) {
      const compiled = compile(asked, setting, { generate });
      expect(result(() => compiled.outcome(facts))).toEqual(expected);
      expect(result(() => compiled.outcomeAt(compiled.pack([facts]), 0))).toEqual(expected);
    }
  });

  test("a rule that is nested a million times is refused before it is read", () => {
    let deep: Criterion = illHealth.is(true);
    for (let level = 0; level < 1_000_000; level += 1) deep = not(deep);
    expect(() => compile(deep, setting)).toThrow(CriterionTooLarge);
    expect(() => compile({ op: "any", of: Array(1_000_000).fill(illHealth.is(true)) }, setting)).toThrow(
      CriterionTooLarge,
    );
  });

  test("the largest rule that is allowed is compiled, both ways", () => {
    const parts = Array.from({ length: 9_999 }, (_, number) => months.moreThan(number));
    const large: Criterion = { op: "all", of: parts };
    for (const generate of [true, false]) {
      const compiled = compile(large, setting, { generate });
      expect([compiled.outcome({ months: 9_999 }), compiled.outcome({ months: 9_998 })]).toEqual(["met", "notMet"]);
    }
  });

  test("the deepest rule that is allowed is compiled, both ways", () => {
    let deep: Criterion = illHealth.is(true);
    for (let level = 1; level < 98; level += 1)
      deep = level % 2 === 0 ? all(deep, months.atLeast(level)) : any(deep, not(age.atLeast(level)));
    deep = not(deep);
    for (const generate of [true, false])
      for (const facts of [{}, person, { birthDate: "1904", months: 50 }])
        expect(compile(deep, setting, { generate }).outcome(facts)).toBe(evaluate(deep, facts, setting));
  });

  test("a rule that does not fit its vocabulary is refused when it is compiled", () => {
    const refused: readonly Criterion[] = [
      { op: "is", fact: "nobodyKnows", value: true },
      { op: "is", fact: "__proto__", value: true },
      { op: "in", fact: "illHealth", value: ["yes"] },
      { op: "atLeast", fact: "age", value: "2000-01-01" },
      { op: "atLeast", fact: "months", value: Number.NaN },
      age.atLeast(parameter("lowest-age")),
      rule("finsam"),
    ];
    for (const asked of refused) expect(() => compile(asked, setting)).toThrow(TypeError);
  });
});

describe("what is kept", () => {
  test("a batch keeps four bytes for each person and up to sixteen conditions", () => {
    const compiled = compile(criterion, setting);
    expect(compiled.pack(Array(1000).fill(person)).byteLength).toBe(4000);
  });

  test("an assessment keeps forty-eight bytes", () => {
    setFlagsFromString("--expose-gc");
    const collect: () => void = runInNewContext("gc");
    const compiled = compile(criterion, setting);
    const kept = Array.from({ length: 200_000 }, () => compiled.assess(person));
    collect();
    const before = process.memoryUsage().heapUsed;
    for (const at of kept.keys()) kept[at] = compiled.assess(person);
    const more = kept.map(() => compiled.assess(person));
    collect();
    const bytes = (process.memoryUsage().heapUsed - before) / kept.length;
    // Besides the assessments, `more` keeps eight bytes to refer to each.
    expect([more.length, Math.round(bytes)]).toEqual([kept.length, 48 + 8]);
  });

  test("packed outcomes can be written over others", () => {
    for (const generate of [true, false]) {
      const compiled = compile(criterion, setting, { generate });
      const into = new Int32Array(2).fill(-1);
      expect(compiled.pack([person, {}], into)).toBe(into);
      expect([compiled.outcomeAt(into, 0), compiled.outcomeAt(into, 1)]).toEqual(["met", "undetermined"]);
    }
  });

  test("the reason of one person is never given to another", () => {
    const compiled = compile(months.atLeast(5), setting);
    for (const value of [0, -0, 1, { min: 1, max: 2 }, { min: 1, max: 3 }, null])
      expect(compiled.assess({ months: value }).explanation).toEqual(
        explain(months.atLeast(5), { months: value }, setting),
      );
  });

  test("explanations share their parts, so nobody can change them", () => {
    const compiled = compile(any(illHealth.is(true), disability.is(true)), setting);
    const facts = { illHealth: false, disability: false };
    const { because } = compiled.assess(facts).explanation;
    expect(() => Object.assign(because[0] ?? {}, { outcome: "met" })).toThrow(TypeError);
    expect(compiled.assess(facts).explanation).toEqual(
      explain(any(illHealth.is(true), disability.is(true)), facts, setting),
    );
  });
});

test("a limit between two whole years is a limit on the next", () => {
  for (const asked of [age.atLeast(16.5), age.moreThan(16.5), age.atMost(16.5), age.lessThan(16.5)])
    for (const birthDate of ["2006-06-15", "2007-02-28", "2007-03-01", "2007", "2008-02-29"])
      for (const generate of [true, false])
        expect(compile(asked, setting, { generate }).outcome({ birthDate })).toBe(
          evaluate(asked, { birthDate }, setting),
        );
});

test("the same criterion on another day is another rule", () => {
  const later: Setting = { ...setting, on: "2024-03-01" };
  expect(compile(age.atMost(66), setting).outcome({ birthDate: "1957-03-01" })).toBe("met");
  expect(compile(age.atMost(66), later).outcome({ birthDate: "1957-03-01" })).toBe("notMet");
});
