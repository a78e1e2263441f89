import { describe, expect, test } from "vitest";
import { conditions } from "../conditions.ts";
import { evaluate } from "../evaluate.ts";
import { all, any } from "../join-criteria.ts";
import { askNext } from "./ask-next.ts";

const label = { sv: "uppgift", en: "fact" };
const vocabulary = {
  birthDate: { type: "date", label },
  age: { type: "completedYears", since: "birthDate", label },
  municipality: { type: "code", label, codes: {} },
  illHealth: { type: "boolean", label },
  disability: { type: "boolean", label },
  months: { type: "number", label },
} as const;
const { age, municipality, illHealth, disability, months } = conditions(vocabulary);
const setting = { vocabulary, on: "2024-02-29", leapDayBirthday: "1-march" } as const;

describe("what to ask next about the target group", () => {
  const targetGroup = all(age.between(16, 66), municipality.is("0180"), any(illHealth.is(true), disability.is(true)));

  test("with nothing known, one answer can settle that it is not met, and three that it is met", () => {
    expect(askNext(targetGroup, {}, setting)).toEqual({
      possible: ["met", "notMet"],
      alwaysEnough: { facts: ["birthDate", "municipality", "illHealth", "disability"], cost: 4 },
      mayBeEnough: [
        { facts: ["birthDate"], cost: 1, outcomes: ["notMet"] },
        { facts: ["municipality"], cost: 1, outcomes: ["notMet"] },
        { facts: ["illHealth", "disability"], cost: 2, outcomes: ["notMet"] },
        { facts: ["birthDate", "municipality", "illHealth"], cost: 3, outcomes: ["met", "notMet"] },
        { facts: ["birthDate", "municipality", "disability"], cost: 3, outcomes: ["met", "notMet"] },
      ],
    });
  });

  test("what costs less to find out stands first", () => {
    const cheap = { birthDate: 10, municipality: 0, disability: 5 };
    expect(askNext(targetGroup, {}, setting, cheap).mayBeEnough.map(({ facts, cost }) => [facts.join(), cost])).toEqual(
      [
        ["municipality", 0],
        ["illHealth,disability", 6],
        ["birthDate", 10],
        ["birthDate,municipality,illHealth", 11],
        ["birthDate,municipality,disability", 15],
      ],
    );
  });

  test("a year of birth that leaves the age open is asked for more exactly; one that settles it is not", () => {
    const known = { municipality: "0180", illHealth: true };
    expect(askNext(targetGroup, { ...known, birthDate: "1957" }, setting).alwaysEnough.facts).toEqual(["birthDate"]);
    expect(askNext(targetGroup, { ...known, birthDate: "1985" }, setting)).toEqual({
      possible: ["met"],
      alwaysEnough: { facts: [], cost: 0 },
      mayBeEnough: [],
    });
  });

  test("nothing more is asked about someone who lives elsewhere", () => {
    expect(askNext(targetGroup, { municipality: "0184" }, setting)).toEqual({
      possible: ["notMet"],
      alwaysEnough: { facts: [], cost: 0 },
      mayBeEnough: [],
    });
  });
});

test("an interval is asked for more exactly only when a limit lies in it", () => {
  expect(askNext(months.atLeast(10), { months: { min: 9, max: 11 } }, setting).alwaysEnough.facts).toEqual(["months"]);
  expect(askNext(months.atLeast(10), { months: { min: 10, max: 11 } }, setting).possible).toEqual(["met"]);
});

test("what no answer can change is not asked for, although the evaluator waits for it", () => {
  const eitherWay = any(all(illHealth.is(true), months.atLeast(10)), all(illHealth.is(false), months.atLeast(6)));
  expect(evaluate(eitherWay, { months: 12 }, setting)).toBe("undetermined");
  expect(askNext(eitherWay, { months: 12 }, setting)).toEqual({
    possible: ["met"],
    alwaysEnough: { facts: [], cost: 0 },
    mayBeEnough: [],
  });
});

test("costs named like a property of every object are not taken for costs", () => {
  const strange = { constructor: { type: "boolean", label } } as const;
  const asked = conditions(strange).constructor.is(true);
  expect(askNext(asked, {}, { ...setting, vocabulary: strange }).alwaysEnough).toEqual({
    facts: ["constructor"],
    cost: 1,
  });
});
