import { describe, expect, test } from "vitest";
import type { Criterion } from "../criterion.ts";
import { all, any, not } from "../join-criteria.ts";
import { age, birthDate, disability, illHealth, setting } from "../vocabulary.fixture.ts";
import { partsThatNeverMatter } from "./never-matters.ts";

const idle = (criterion: Criterion) =>
  partsThatNeverMatter(criterion, setting).map(({ path, replaceableBy }) => [path.join("."), replaceableBy]);

describe("a condition never matters", () => {
  test("when a stricter one stands beside it", () => {
    expect(idle(all(age.atLeast(18), age.atLeast(16)))).toEqual([["of.1", "met"]]);
    expect(idle(any(age.atLeast(18), not(age.lessThan(16))))).toEqual([["of.0", "notMet"]]);
  });

  test("when a date of birth already says what an age asks for", () => {
    expect(idle(all(age.atLeast(16), birthDate.lessThan("1975-01-01")))).toEqual([["of.0", "met"]]);
  });

  test("when it only stands beside what settles the whole without it", () => {
    expect(idle(any(illHealth.is(true), all(illHealth.is(true), disability.is(true))))).toEqual([
      ["of.1.of.0", "notMet"],
      ["of.1.of.1", "either"],
    ]);
  });

  test("and of two that say the same each can be left out", () => {
    expect(idle(all(illHealth.is(true), not(illHealth.is(false))))).toEqual([
      ["of.0", "met"],
      ["of.1.of", "notMet"],
    ]);
  });
});

test("in a criterion where every condition counts, none is named", () => {
  expect(idle(all(age.between(16, 66), any(illHealth.is(true), disability.is(true))))).toEqual([]);
});

test("a larger part can be looked at as one", () => {
  const criterion = all(age.atLeast(18), age.between(16, 200));
  expect(
    partsThatNeverMatter(criterion, setting, [
      ["of", 0],
      ["of", 1],
    ]),
  ).toEqual([]);
  const wider = all(age.between(18, 64), age.between(16, 66));
  expect(
    partsThatNeverMatter(wider, setting, [
      ["of", 0],
      ["of", 1],
    ]),
  ).toEqual([{ path: ["of", 1], replaceableBy: "met" }]);
});

test("a place where nothing stands is refused", () => {
  expect(() => partsThatNeverMatter(all(age.atLeast(18)), setting, [["of", 1]])).toThrow(/of\.1/);
  expect(() => partsThatNeverMatter(age.atLeast(18), setting, [["of", 0]])).toThrow(RangeError);
});
