import { addDays } from "@finsam/model";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { at, NoVersionCovers, timelineOf } from "./dated.ts";

const cited = { status: "attested", citation: { source: "statutes" } } as const;
const version = (value: number, validFrom: string, validTo?: string) => ({
  value,
  validFrom,
  ...(validTo === undefined ? {} : { validTo }),
  ...cited,
});
const ages = [version(64, "2018-01-01", "2022-12-31"), version(66, "2024-01-01")];
const problems = (versions: unknown) =>
  timelineOf(z.number())
    .safeParse(versions)
    .error?.issues.map(({ message }) => message) ?? [];

describe("dated values", () => {
  test("a value is valid on its first and on its last day, and on neither side", () => {
    expect(at(ages, "2018-01-01", "age").value).toBe(64);
    expect(at(ages, "2022-12-31", "age").value).toBe(64);
    expect(at(ages, "2024-01-01", "age").value).toBe(66);
    for (const day of ["2017-12-31", "2023-01-01", "2023-12-31"])
      expect(() => at(ages, day, "age")).toThrow(NoVersionCovers);
  });

  test("a day that nothing covers is refused with the day and the dates that are covered, in both languages", () => {
    const error = (() => {
      try {
        return at(ages, "2023-06-01", "highest-age");
      } catch (thrown) {
        return thrown;
      }
    })();
    expect(error).toMatchObject({ code: "no-version-covers", subject: "highest-age", on: "2023-06-01" });
    const { text } = error as NoVersionCovers;
    for (const sentence of [text.sv, text.en])
      for (const date of ["2023-06-01", "2018-01-01", "2022-12-31", "2024-01-01"]) expect(sentence).toContain(date);
  });

  test("versions that overlap, leave a gap, stand in disorder or end before they start are refused", () => {
    expect(problems([version(64, "2018-01-01", "2023-12-31"), version(66, "2024-01-01")])).toEqual([]);
    expect(problems(ages)).toEqual(["no version covers the days between 2022-12-31 and 2024-01-01"]);
    expect(problems([version(64, "2018-01-01"), version(66, "2024-01-01")])).toEqual([
      "the version from 2018-01-01 has not ended when the version from 2024-01-01 starts",
    ]);
    expect(problems([version(66, "2024-01-01"), version(64, "2018-01-01", "2022-12-31")])).toEqual([
      "versions stand in order of their first day",
    ]);
    expect(problems([version(64, "2018-01-01", "2017-12-31")])).toEqual([
      "the version from 2018-01-01 ends before it starts",
    ]);
    expect(problems([])).not.toEqual([]);
  });

  test("on any day at most one version of a timeline is valid", () => {
    const day = fc.integer({ min: 0, max: 400 }).map((days) => addDays("2020-01-01", days));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(day, fc.option(day, { nil: undefined })), { minLength: 1, maxLength: 4 }),
        day,
        (spans, on) => {
          const versions = spans.map(([from, to], index) => version(index, from, to));
          fc.pre(problems(versions).length === 0);
          const valid = versions.filter(
            ({ validFrom, validTo }) => validFrom <= on && (validTo === undefined || on <= validTo),
          );
          expect(valid.length).toBeLessThanOrEqual(1);
          if (valid[0] !== undefined) expect(at(versions, on, "age")).toEqual(valid[0]);
        },
      ),
    );
  });
});
