import { type Criterion, criterionProblems, evaluate, type Setting } from "@finsam/criteria";
import type { Facts } from "@finsam/model";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { eligibilityVocabulary } from "./eligibility-vocabulary.ts";
import { finsamGroup, targetGroup } from "./target-group.ts";

const values: Readonly<Record<string, number | readonly string[]>> = {
  "lowest-age": 16,
  "highest-age": 66,
  municipalities: ["0180"],
};
const setting: Setting = { vocabulary: eligibilityVocabulary, on: "2024-02-29", leapDayBirthday: "1-march" };

const filledIn = (criterion: Criterion): Criterion =>
  JSON.parse(JSON.stringify(criterion), (_, part) =>
    typeof part?.parameter === "string" ? values[part.parameter] : part,
  );
const outcome = (facts: Facts) => evaluate(filledIn(targetGroup), facts, setting);

const person = { birthDate: "1985-04-12", residentMunicipality: "0180", illHealth: true, disability: false } as const;

describe("the target group", () => {
  test.each([
    ["2008-02-29", "met", "turns 16 on the reference date"],
    ["2008-03-01", "notMet", "turns 16 the day after"],
    ["1957-03-01", "met", "turns 67 the day after"],
    ["1957-02-28", "notMet", "turned 67 the day before"],
  ])("someone born %s: %s, who %s", (birthDate, expected) => {
    expect(outcome({ ...person, birthDate })).toBe(expected);
  });

  test("either ill health or disability is enough, and both absent are not", () => {
    expect(outcome({ ...person, illHealth: false, disability: true })).toBe("met");
    expect(outcome({ ...person, illHealth: false, disability: false })).toBe("notMet");
    expect(outcome({ ...person, illHealth: false, disability: null })).toBe("undetermined");
  });

  test("someone who lives outside the area does not belong to it", () => {
    expect(outcome({ ...person, residentMunicipality: "0184" })).toBe("notMet");
  });

  test("its outcome is that of the same rule written by hand, for any person", () => {
    const facts = fc.record({
      birthDate: fc.constantFrom("1957-03-01", "1957-03", "1957", "1956", "2008-02-29", "2008", "1985", null),
      residentMunicipality: fc.constantFrom("0180", "0184", null),
      illHealth: fc.constantFrom(true, false, null),
      disability: fc.constantFrom(true, false, null),
    });
    const possible: Readonly<Record<string, readonly boolean[]>> = {
      "1957-03-01": [true],
      "1957-03": [true],
      "1957": [true, false],
      "1956": [false],
      "2008-02-29": [true],
      "2008": [true, false],
      "1985": [true],
    };
    fc.assert(
      fc.property(facts, ({ birthDate, residentMunicipality, illHealth, disability }) => {
        // Every way the missing facts can turn out.
        const yesOrNo = (known: boolean | null) => (known === null ? [true, false] : [known]);
        const ways = yesOrNo(residentMunicipality === null ? null : residentMunicipality === "0180").flatMap(
          (resident) =>
            (birthDate === null ? [true, false] : (possible[birthDate] ?? [])).flatMap((ofAge) =>
              yesOrNo(illHealth).flatMap((ill) =>
                yesOrNo(disability).map((disabled) => resident && ofAge && (ill || disabled)),
              ),
            ),
        );
        const expected = ways.every(Boolean) ? "met" : ways.some(Boolean) ? "undetermined" : "notMet";
        expect(outcome({ birthDate, residentMunicipality, illHealth, disability })).toBe(expected);
      }),
    );
  });

  test("it fits its vocabulary", () => {
    for (const criterion of [targetGroup, finsamGroup])
      expect(criterionProblems(criterion, eligibilityVocabulary, (name) => [values[name]])).toEqual([]);
  });
});

describe("the general group of the act", () => {
  test("asks for need of coordinated rehabilitation and for no age", () => {
    expect(evaluate(finsamGroup, { needsCoordinatedRehabilitation: true, birthDate: "2015-01-01" }, setting)).toBe(
      "met",
    );
    expect(evaluate(finsamGroup, { needsCoordinatedRehabilitation: false }, setting)).toBe("notMet");
    expect(evaluate(finsamGroup, person, setting)).toBe("undetermined");
  });
});
