import { describe, expect, test } from "vitest";
import { everyComparison } from "./every-comparison.fixture.ts";
import { UnknownRule } from "./rule-at.ts";
import { ruleVersions } from "./rule-versions.ts";
import { smallProfile } from "./small-profile.fixture.ts";

const days = (...[profile, id]: Parameters<typeof ruleVersions>) =>
  ruleVersions(profile, id).map(({ validFrom, validTo }) => [validFrom, validTo]);

describe("the versions of a rule", () => {
  test("change with the rule, with a value in a rule it refers to and with the leap day birthday", () => {
    const cited = { status: "attested", citation: { source: "statutes" } } as const;
    const lowestAge = { title: { sv: "Lägsta ålder", en: "Lowest age" } };
    const changed = {
      ...everyComparison,
      leapDayBirthday: [
        { value: "1-march", validFrom: "2018-01-01", validTo: "2022-06-30", ...cited },
        { value: "28-february", validFrom: "2022-07-01", ...cited },
      ] as const,
      parameters: {
        "lowest-age": {
          ...lowestAge,
          versions: [
            { value: 16, validFrom: "2018-01-01", validTo: "2020-06-30", ...cited },
            { value: 18, validFrom: "2020-07-01", ...cited },
          ],
        },
      },
    };
    expect(days(changed, "every-comparison")).toEqual([
      ["2019-03-01", "2020-06-30"],
      ["2020-07-01", "2021-12-31"],
      ["2022-01-01", "2022-06-30"],
      ["2022-07-01", undefined],
    ]);
  });

  test("leave out the days on which a value in it has no version", () => {
    expect(days(smallProfile, "target-group")).toEqual([
      ["2020-01-01", "2023-12-31"],
      ["2024-01-01", undefined],
    ]);
  });

  test("are asked for by a name that the profile knows", () => {
    expect(() => ruleVersions(smallProfile, "targetgroup")).toThrow(UnknownRule);
    expect(() => ruleVersions(smallProfile, "constructor")).toThrow(UnknownRule);
  });

  test("may last to the end of the calendar", () => {
    const [version] = smallProfile.rules.resident.versions;
    const rules = { resident: { ...smallProfile.rules.resident, versions: [{ ...version, validTo: "9999-12-31" }] } };
    expect(days({ ...smallProfile, rules }, "resident")).toEqual([["2018-01-01", undefined]]);
  });
});
