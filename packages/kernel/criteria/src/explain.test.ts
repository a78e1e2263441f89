import type { Facts } from "@finsam/model";
import { describe, expect, test } from "vitest";
import { all, type Criterion, not } from "./criterion.ts";
import { explain } from "./explain.ts";
import { age, disability, illHealth, income, months, setting } from "./vocabulary.fixture.ts";

const texts = (criterion: Criterion, facts: Facts) =>
  explain(criterion, facts, setting).because.map(({ text }) => text.sv);

describe("explanations", () => {
  test("someone too old is told the age and the limit", () => {
    expect(texts(age.between(16, 66), { birthDate: "1957-02-28" })).toEqual(["Ålder: 67 år. Krävs: högst 66 år."]);
  });

  test("an age that is known in part is told as an interval", () => {
    expect(texts(age.between(16, 66), { birthDate: "1957" })).toEqual(["Ålder: 66–67 år. Krävs: högst 66 år."]);
  });

  test("what is required is told the other way round inside a not", () => {
    expect(texts(not(illHealth.is(true)), { illHealth: true })).toEqual(["Ohälsa: ja. Krävs: nej."]);
    expect(texts(not(months.atLeast(10)), { months: 12 })).toEqual([
      "Tid med bistånd: 12 månader. Krävs: mindre än 10 månader.",
    ]);
    expect(texts(not(income.is("some")), { income: "some" })).toEqual(["Inkomst: någon. Krävs: inte någon."]);
  });

  test("codes are told by their labels", () => {
    expect(texts(income.isOneOf(["none", "some"]), { income: "none" })).toEqual([
      "Inkomst: ingen. Krävs: ingen eller någon.",
    ]);
  });

  test("a missing fact that cannot change the outcome is not asked for", () => {
    const criterion = all(illHealth.is(true), disability.is(true));
    expect(explain(criterion, { illHealth: false }, setting)).toMatchObject({ outcome: "notMet", missing: [] });
    expect(explain(criterion, { illHealth: true }, setting)).toMatchObject({
      outcome: "undetermined",
      missing: ["disability"],
    });
  });
});
