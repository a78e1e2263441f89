import {
  type CountedRow,
  columns,
  disclosureProblem,
  earlierPublications,
  type Report,
  reportTables,
  tabulate,
} from "@finsam/gender-reporting";
import { stockholm } from "@finsam/stockholm";
import { describe, expect, test } from "vitest";
import { audit } from "./audit.ts";
import { besideOtherYears } from "./beside-other-years.ts";
import { protectedReport } from "./protected-report.ts";
import { many } from "./register-rows.fixture.ts";

const policy = { width: 4, zeros: "publish", otherAndUnknown: "apart" } as const;
const specs = reportTables(stockholm, 2021);
const countsOf = (year: number, rows: readonly CountedRow[]) => tabulate(reportTables(stockholm, year), rows);
const reportOn = (year: number, rows: readonly CountedRow[], earlier: readonly Report[] = []) =>
  protectedReport(stockholm, year, countsOf(year, rows), { earlier });

const problemOf = (rows: readonly CountedRow[], earlier: readonly Report[]) => {
  const counted = countsOf(2021, rows);
  const before = earlierPublications(stockholm, earlier, 2021, counted);
  return besideOtherYears(disclosureProblem(specs, counted, 5, policy, before.known), before);
};

const withheldIn = (report: Report): ReadonlySet<string> =>
  new Set(
    report.tables.flatMap(({ id, base, rows }) =>
      [
        ["base", base.counts] as const,
        ["notFollowed", base.notFollowed] as const,
        ["excluded", base.excluded] as const,
        ...rows.map(({ category, counts }) => [`category:${category}`, counts] as const),
      ].flatMap(([line, counts]) =>
        columns.filter((column) => counts[column] === null).map((column) => `${id} ${line} ${column}`),
      ),
    ),
  );

/** What a reader of both years can tell too much of, and how many figures there are to tell. */
async function toldBy(rows: readonly CountedRow[], before: Report, after: Report) {
  const audited = await audit(await problemOf(rows, [before]), withheldIn(after));
  return { told: audited.filter(({ safe }) => !safe).map(({ key }) => key), of: audited.length };
}

// Two men ended in the first year: a printed number of those carried over would tell it.
const twoMenEnd = [
  ...many(30, { start: "2020-02-01", end: "2020-09-01" }),
  ...many(2, { start: "2020-02-01", end: "2020-09-01", sex: "man" }),
  ...many(60, { start: "2020-03-01" }),
];
const mostMenGoOn = [...twoMenEnd, ...many(70, { start: "2020-03-01", sex: "man" })];

describe("a report beside that of the year before", () => {
  test("leaves what that withholds as uncertain as it was, and tells nothing more of its own", async () => {
    const before = await reportOn(2020, mostMenGoOn);
    expect(await toldBy(mostMenGoOn, before, await reportOn(2021, mostMenGoOn, [before]))).toEqual({
      told: [],
      of: expect.any(Number),
    });
    const careless = await toldBy(mostMenGoOn, before, await reportOn(2021, mostMenGoOn));
    expect(careless.told).toContain("2020: ended category:all man");
  });

  test("withholds that no man is carried over where that zero would tell how many ended, and so how few women did", async () => {
    const rows = [
      ...many(1, { start: "2020-02-01", end: "2020-09-01" }),
      ...many(23, { start: "2020-02-01" }),
      ...many(23, { start: "2020-02-01", end: "2020-09-01", sex: "man" }),
      ...many(7, { start: "2021-02-01", sex: "man" }),
    ];
    const before = await reportOn(2020, rows);
    const menCarriedOver = (report: Report) =>
      report.tables.find(({ id }) => id === "carried-over")?.rows[0]?.counts.man;
    const [alone, after] = [await reportOn(2021, rows), await reportOn(2021, rows, [before])];
    expect([menCarriedOver(alone), menCarriedOver(after)]).toEqual([0, null]);
  });

  test("takes no account of what cannot be, where the register has been corrected since", async () => {
    const before = await reportOn(2020, mostMenGoOn);
    // Forty women who went on are gone: of that many it was not said that they had ended.
    const corrected = mostMenGoOn.filter((_, index) => index < 32 || index >= 72);
    const linked = async (rows: readonly CountedRow[], column: string) =>
      (await problemOf(rows, [before])).relations.some(
        ({ terms }) =>
          terms.some(({ cell }) => cell.startsWith("2020: ")) &&
          terms.some(({ cell }) => cell === `carried-over category:all ${column}`),
      );
    expect([await linked(mostMenGoOn, "woman"), await linked(mostMenGoOn, "man")]).toEqual([true, true]);
    expect([await linked(corrected, "woman"), await linked(corrected, "man")]).toEqual([false, true]);
    await expect(reportOn(2021, corrected, [before])).resolves.toBeDefined();
  });

  test("says that zeros may be withheld only when that is so", async () => {
    const before = await reportOn(2020, mostMenGoOn);
    const notesOf = async (earlier: readonly Report[]) =>
      (await reportOn(2021, mostMenGoOn, earlier)).notes.map(({ en }) => en).join(" ");
    expect(await notesOf([before])).toContain("can therefore be zero");
    expect(await notesOf([])).not.toContain("can therefore be zero");
  });
});
