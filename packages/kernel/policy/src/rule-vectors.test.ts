import { mutationsOf } from "@finsam/criteria/vectors";
import { includesDay } from "@finsam/model";
import { describe, expect, test } from "vitest";
import { daysOf } from "./dated.ts";
import { everyComparison } from "./every-comparison.fixture.ts";
import { failingVectors } from "./failing-vectors.ts";
import { ruleVectors } from "./rule-vectors.ts";
import { smallProfile } from "./small-profile.fixture.ts";
import { formatVectors, VectorDocument } from "./vector-document.ts";

/** A profile that was put together without being read, with days in 2023 that no highest age covers. */
const { "highest-age": highestAge } = smallProfile.parameters;
const [until2022, from2024] = highestAge.versions;
const withGap = {
  ...smallProfile,
  parameters: {
    "highest-age": {
      ...highestAge,
      versions: [{ ...until2022, validFrom: "2018-01-01", validTo: "2022-12-31" }, from2024],
    },
  },
};

const targetGroup = ruleVectors(withGap, "target-group");
const expectations = Object.fromEntries(
  targetGroup.vectors.map((vector) => [vector.id, "error" in vector ? vector.error : vector.outcome]),
);

describe("the vectors of a rule", () => {
  test("stand on the day before, of and after each edge of a version, and where 29 February matters", () => {
    expect([...new Set(targetGroup.vectors.map(({ on }) => on))]).toEqual([
      "2017-12-31",
      "2018-01-01",
      "2018-01-02",
      "2020-02-29",
      "2021-02-28",
      "2021-03-01",
      "2022-12-30",
      "2022-12-31",
      "2023-01-01",
      "2023-12-31",
      "2024-01-01",
      "2024-01-02",
      "2024-02-29",
      "2027-02-28",
      "2027-03-01",
    ]);
  });

  test("take the limit that is valid that day", () => {
    expect(expectations).toMatchObject({
      "2022-12-31-age-65-on-the-reference-date": "notMet",
      "2022-12-31-age-65-after-the-reference-date": "met",
      "2024-01-01-age-67-on-the-reference-date": "notMet",
      "2024-01-01-age-67-after-the-reference-date": "met",
    });
    expect(expectations).not.toHaveProperty("2024-01-01-age-65-on-the-reference-date");
  });

  test("expect an error on a day beside a version that none covers", () => {
    expect(targetGroup.vectors.filter((vector) => "error" in vector).map(({ on }) => on)).toEqual([
      "2017-12-31",
      "2023-01-01",
      "2023-12-31",
    ]);
  });

  test("name each id once", () => {
    expect(new Set(targetGroup.vectors.map(({ id }) => id)).size).toBe(targetGroup.vectors.length);
  });

  test("carry what another language needs: the facts asked for, the sources cited, the rule with its limits", () => {
    expect(Object.keys(targetGroup.vocabulary)).toEqual(["birthDate", "age", "resident"]);
    expect(Object.keys(targetGroup.sources)).toEqual(["statutes"]);
    expect(targetGroup.versions[1]).toMatchObject({
      validFrom: "2024-01-01",
      leapDayBirthday: "1-march",
      criterion: { of: [{ op: "is" }, { op: "atMost", value: 66, cited: { parameter: "highest-age" } }] },
    });
    expect(JSON.stringify(targetGroup.versions)).not.toContain('"op":"rule"');
  });

  test("are the same after a journey as JSON, one vector a line", () => {
    const text = formatVectors(targetGroup);
    expect(VectorDocument.parse(JSON.parse(text))).toEqual(targetGroup);
    expect(text.split("\n").filter((line) => line.startsWith('    {"id":'))).toHaveLength(targetGroup.vectors.length);
  });

  test("of every comparison are committed for other languages as they are made here", async () => {
    const document = ruleVectors(everyComparison, "every-comparison");
    await expect(formatVectors(document)).toMatchFileSnapshot("../vectors/every-comparison.json");
  });

  test("notice the other leap day birthday in every version", () => {
    for (const document of [targetGroup, ruleVectors(everyComparison, "every-comparison")]) {
      for (const [index, version] of document.versions.entries()) {
        const leapDayBirthday = version.leapDayBirthday === "1-march" ? "28-february" : "1-march";
        const versions = document.versions.with(index, { ...version, leapDayBirthday });
        expect([version.validFrom, failingVectors({ ...document, versions }).length]).not.toEqual([
          version.validFrom,
          0,
        ]);
      }
    }
  });

  test("notice another day on which a version starts or ends", () => {
    const failed = (from: string, to: string) =>
      failingVectors({
        ...targetGroup,
        versions: targetGroup.versions.map((one) => (one.validFrom === from ? { ...one, validFrom: to } : one)),
      }).map(({ vector }) => vector.on);
    expect(failed("2018-01-01", "2017-12-31")).toEqual(["2017-12-31"]);
    expect(new Set(failed("2018-01-01", "2018-01-02"))).toEqual(new Set(["2018-01-01"]));
  });

  test("notice any change of a rule in any version, but for one that means the same", () => {
    const unnoticed = [targetGroup, ruleVectors(everyComparison, "every-comparison")].flatMap((document) =>
      document.versions.flatMap((version, index) => {
        const vectors = document.vectors.filter(({ on }) => includesDay(daysOf(version), on));
        return mutationsOf(version.criterion, document.vocabulary)
          .filter(({ criterion }) => {
            const versions = document.versions.with(index, { ...version, criterion });
            return failingVectors({ ...document, versions, vectors }).length === 0;
          })
          .map(({ id }) => `${document.rule} from ${version.validFrom}: ${id}`);
      }),
    );
    // Completed years are whole: more than 64.5 of them is at least 64.5.
    expect(unnoticed).toEqual(["every-comparison from 2019-03-01: of.0.of.1.of: moreThan → atLeast"]);
  });
});
