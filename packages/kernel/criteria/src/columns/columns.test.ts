import type { Facts } from "@finsam/model";
import { afterEach, describe, expect, test, vi } from "vitest";
import { compile } from "../compile/compile.ts";
import { evaluate } from "../evaluate.ts";
import { all, not } from "../join-criteria.ts";
import { watchGeneratedCode } from "../packed/watch-generated-code.fixture.ts";
import { age, illHealth, income, setting, support, vocabulary } from "../vocabulary.fixture.ts";
import { assessColumns, codeColumn, columnsOf, TooManyCodes } from "./index.ts";

afterEach(() => vi.unstubAllGlobals());

describe("columns", () => {
  test("a hundred thousand people are judged as each of them is", () => {
    const people: Facts[] = Array.from({ length: 100_000 }, (_, number) => ({
      birthDate: number % 11 === 0 ? null : `${1940 + (number % 90)}-0${1 + (number % 9)}-1${number % 10}`,
      illHealth: number % 3 === 0 ? null : number % 2 === 0,
      income: number % 5 === 0 ? null : number % 7 === 0 ? "some" : "none",
    }));
    const criterion = all(age.between(16, 66), illHealth.is(true), not(income.is("some")));
    const columns = columnsOf(people, vocabulary);
    const expected = people.map((facts) => evaluate(criterion, facts, setting));
    for (const generate of [true, false]) {
      const rule = compile(criterion, setting, { generate });
      const { packed, counts } = assessColumns(rule, columns);
      expect(people.findIndex((_, index) => rule.outcomeAt(packed, index) !== expected[index])).toBe(-1);
      expect(counts.met).toBe(expected.filter((outcome) => outcome === "met").length);
      expect(counts.met + counts.notMet + counts.undetermined).toBe(people.length);
    }
  });

  test("generated code is made once for a rule and a way to run it, and runs over other columns too", () => {
    const { texts } = watchGeneratedCode();
    const rule = compile(income.is("none"), setting);
    const before = texts.length;
    expect(assessColumns(rule, columnsOf([{ income: "some" }, { income: "none" }], vocabulary)).counts.met).toBe(1);
    expect(assessColumns(rule, columnsOf([{ income: "none" }, { income: "none" }], vocabulary)).counts.met).toBe(2);
    expect(texts.length - before).toBe(1);
    expect(texts.at(-1)).toContain("for (let i = 0");
    const closures = compile(income.is("none"), setting, { generate: false });
    assessColumns(closures, columnsOf([{ income: "none" }], vocabulary));
    expect(texts.length - before).toBe(1);
  });

  test("a set of codes has room for thirty-one, and says so", () => {
    const people = (codes: number) => Array.from({ length: codes }, (_, code) => ({ support: [`code-${code}`] }));
    const rule = compile(support.hasAny(["code-0", "code-30"]), setting);
    expect(assessColumns(rule, columnsOf(people(31), vocabulary)).counts).toEqual({
      met: 2,
      notMet: 29,
      undetermined: 0,
    });
    expect(() => columnsOf(people(32), vocabulary)).toThrow(TooManyCodes);
    expect(() => columnsOf(people(32), vocabulary)).toThrow(/"support" has more than 31 different codes/);
  });

  test("a column of codes has room for 65,535", () => {
    const people = (codes: number) => Array.from({ length: codes }, (_, code) => ({ income: `code-${code}` }));
    expect(columnsOf(people(65_535), vocabulary).length).toBe(65_535);
    expect(() => columnsOf(people(65_536), vocabulary)).toThrow(TooManyCodes);
  });

  test("a value of the wrong kind is refused by the name of the fact, and is not repeated", () => {
    for (const facts of [
      { illHealth: "ja" },
      { birthDate: "1985-02-30" },
      { months: "tolv" },
      { income: false },
      { support: "sjuk" },
    ]) {
      const [[fact, value] = []] = Object.entries(facts);
      expect(() => columnsOf([{}, facts], vocabulary)).toThrow(TypeError);
      expect(() => columnsOf([{}, facts], vocabulary)).toThrow(`"${fact}" of record 1`);
      expect(() => columnsOf([{}, facts], vocabulary)).not.toThrow(String(value));
    }
  });

  test("a fact that a record only inherits is missing", () => {
    const inherited: Facts = Object.setPrototypeOf({ income: "none" }, { illHealth: true });
    expect(
      assessColumns(compile(illHealth.is(true), setting), columnsOf([inherited], vocabulary)).counts.undetermined,
    ).toBe(1);
  });

  test("a rule asks for columns that are there and fit", () => {
    const { illHealth: yesOrNo } = vocabulary;
    const rule = compile(all(illHealth.is(true), age.atLeast(16)), setting);
    expect(() => assessColumns(rule, columnsOf([{}], { illHealth: yesOrNo }))).toThrow(
      /no column for the fact "birthDate"/,
    );
    const other = columnsOf([{}], {
      illHealth: { ...yesOrNo, type: "code", codes: {} },
      birthDate: vocabulary.birthDate,
    });
    expect(() => assessColumns(rule, other)).toThrow(/"illHealth"/);
  });

  test("facts can be read from records of any shape", () => {
    const people = [{ person: { born: "1985" } }, { person: { born: null } }];
    const columns = columnsOf(
      people,
      { birthDate: vocabulary.birthDate },
      { read: { birthDate: ({ person }) => person.born } },
    );
    const { byCode } = assessColumns(compile(age.atLeast(16), setting), columns, {
      by: codeColumn(people, () => "woman"),
    });
    expect(byCode).toEqual([
      { code: "woman", met: 1, notMet: 0, undetermined: 1 },
      { code: null, met: 0, notMet: 0, undetermined: 0 },
    ]);
  });
});
