import { conditionsIn } from "@finsam/criteria";
import { stockholm } from "@finsam/stockholm";
import { describe, expect, test } from "vitest";
import { shippedRules } from "./shipped-rules.ts";

const trials = shippedRules(stockholm);

describe("the trials of the shipped rules", () => {
  test("are of every version of every rule", () => {
    const versions = Object.entries(stockholm.rules).flatMap(([id, rule]) =>
      rule.versions.map(({ validFrom }) => `${id}, the version from ${validFrom}`),
    );
    expect([...new Set(trials.flatMap(({ cases }) => cases.map(({ subject }) => subject)))]).toEqual(versions);
  });

  test("are on both sides of every day on which a value of policy changes, and under both leap-day policies", () => {
    const [targetGroup] = trials;
    const days = new Set(targetGroup?.cases.map(({ setting }) => setting.on));
    for (const day of ["2018-04-12", "2023-05-11", "2023-05-12", "2024-02-29"]) expect(days).toContain(day);
    expect(new Set(targetGroup?.cases.map(({ setting }) => setting.leapDayBirthday)).size).toBe(2);
  });

  test("have people without each fact that is asked for, and without several at once", () => {
    for (const { people, cases, vocabulary } of trials) {
      const asked = cases.flatMap(({ criterion }) => conditionsIn(criterion).map(({ fact }) => fact));
      const stated = new Set(asked.map((fact) => (vocabulary[fact]?.type === "completedYears" ? "birthDate" : fact)));
      for (const fact of stated) {
        expect(people.some((person) => person[fact] === null)).toBe(true);
        expect(people.some((person) => person[fact] !== null)).toBe(true);
      }
      expect(people.some((person) => Object.values(person).every((value) => value === null))).toBe(true);
    }
  });
});
