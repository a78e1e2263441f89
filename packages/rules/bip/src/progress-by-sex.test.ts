import { type Measurement, type Sex, sexes } from "@finsam/model";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bip } from "./bip.ts";
import { changes } from "./changes.ts";
import { progressBySex } from "./progress-by-sex.ts";

const answer = (person: string, on: string, value: number | null, more: Partial<Measurement> = {}): Measurement => ({
  id: `${person} ${on} ${more.indicator ?? ""}`,
  person,
  indicator: "own-job-belief",
  respondent: "participant",
  on,
  scale: "one-to-five",
  value,
  ...more,
});
/** So many people who moved from 3 to a value, women unless told otherwise. */
const people = (count: number, to: number | null, sex: Sex = "woman", more: Partial<Measurement> = {}) =>
  Array.from({ length: count }, (_, index) => `${sex}-${to}-${index}`).flatMap((person) => [
    answer(person, "2024-03-01", 3, more),
    answer(person, "2024-06-01", to, more),
  ]);
const sexOf = (person: string): Sex => sexes.find((sex) => person.startsWith(`${sex}-`)) ?? "unknown";
const rows = (measurements: readonly Measurement[], threshold: number) =>
  progressBySex(changes(measurements, bip), sexOf, threshold);

describe("progress by sex", () => {
  test("counts improved, unchanged, worsened and undetermined, with shares of those of the own sex who can be told", () => {
    const all = [people(6, 5), people(3, 3), people(2, null), people(5, 1, "man")].flat();
    const [row] = rows(all, 0);
    expect(row?.asked).toEqual({ woman: 11, man: 5, other: 0, unknown: 0, total: 16 });
    expect(row?.counts.undetermined.woman).toBe(2);
    expect(row?.shares.improved).toEqual({
      woman: { numerator: 6, denominator: 9, percent: 67 },
      man: { numerator: 0, denominator: 5, percent: 0 },
      other: null,
      unknown: null,
      total: { numerator: 6, denominator: 14, percent: 43 },
    });
  });

  test("a small count is withheld with another beside it, and no share tells it", () => {
    const [row] = rows([people(20, 5), people(2, 1), people(12, 5, "man"), people(9, 1, "man")].flat(), 5);
    expect(row?.counts.worsened.woman).toBeNull();
    expect(row?.shares.worsened.woman).toBeNull();
    const open = ["improved", "unchanged", "worsened", "undetermined"] as const;
    expect(open.filter((outcome) => row?.counts[outcome].woman === null).length).toBeGreaterThan(1);
    expect([row?.counts.worsened.man, row?.counts.worsened.total].includes(null)).toBe(true);
  });

  test("the same few people cannot be told by comparing one indicator with another", () => {
    const some = [people(8, 5), people(8, 5, "man")].flat();
    const other = { indicator: "goal-determination" };
    const more = [people(8, 5, "woman", other), people(8, 5, "man", other), people(1, 1, "man", other)].flat();
    const [goal, belief] = rows([...some, ...more], 5);
    expect(goal?.indicator).toBe("goal-determination");
    // Nine men in one row and eight in the other would tell that one man more was asked.
    expect([goal?.asked.man, belief?.asked.man]).toContain(null);
    expect(goal?.counts.worsened.man).toBeNull();
  });

  test("participant and case worker stand in rows of their own", () => {
    const respondents = [people(5, 5), people(5, 1, "woman", { respondent: "case-worker" })].flat();
    expect(rows(respondents, 0).map(({ respondent, counts }) => [respondent, counts.improved.total])).toEqual([
      ["case-worker", 0],
      ["participant", 5],
    ]);
  });

  test("what is published adds up, and nothing from 1 to one less than the threshold is published", () => {
    const group = fc.tuple(fc.nat({ max: 9 }), fc.constantFrom(1, 3, 5, null), fc.constantFrom(...sexes));
    fc.assert(
      fc.property(fc.array(group, { maxLength: 6 }), fc.integer({ min: 0, max: 6 }), (groups, threshold) => {
        const all = groups.flatMap(([count, to, sex]) => people(count, to, sex));
        for (const row of rows(all, threshold)) {
          for (const counts of [row.asked, ...Object.values(row.counts)]) {
            const { woman, man, other, unknown, total } = counts;
            for (const count of [woman, man, other, unknown, total])
              if (count !== null) expect(count === 0 || count >= threshold).toBe(true);
            if (woman !== null && man !== null && other !== null && unknown !== null && total !== null)
              expect(woman + man + other + unknown).toBe(total);
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  test("no row names a person", () => {
    expect(JSON.stringify(rows(people(5, 5), 5))).not.toContain("woman-5");
  });
});
