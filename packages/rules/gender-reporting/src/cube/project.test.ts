import { addCounts, noCounts } from "@finsam/model";
import type { Profile } from "@finsam/policy";
import { stockholm } from "@finsam/stockholm";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CountedRow } from "../counted-row.ts";
import { anyRegister, followedRow } from "../register-rows.fixture.ts";
import { reportTables } from "../report-tables.ts";
import { resultInGroup } from "../result-within.ts";
import { tabulate } from "../tabulate.ts";
import { countColumns } from "./count-columns.ts";
import { codeRows, countRows } from "./count-rows.ts";
import { emptyCube } from "./cube.ts";
import { tablesOf } from "./project.ts";

const specs = reportTables(stockholm, 2021, { sections: true });

/** Rows as hostile as a register may hold them: codes that no list has, vague and impossible dates of birth, leap days. */
const hostile: fc.Arbitrary<CountedRow> = fc
  .record({
    start: fc.constantFrom(
      "2020-02-29",
      "2021-02-28",
      "2021-03-01",
      "2020-12-31",
      "2021-12-31",
      "2022-01-01",
      undefined,
    ),
    end: fc.constantFrom("2022-06-30", "2022-01-01", undefined),
    intervention: fc.constantFrom("mia-vidare", "not-in-the-list"),
    exitReason: fc.constantFrom("illness", "deceased", "wrong-registration", "unknown", "not-in-the-list", undefined),
    referrer: fc.constantFrom("psychiatry", "not-in-the-list", "unknown", undefined),
    supportSince: fc.constantFrom("2016-02-29", "2019-02-28", "2019-03-01", "2012-03-01", "2021-03-02", undefined),
    supportAtStart: fc.constantFrom<string[] | undefined>(
      ["sickness-benefit", "rehabilitation-benefit"],
      ["unknown", "none"],
      ["unknown"],
      undefined,
    ),
    sex: fc.constantFrom("woman", "man", "other", "unknown"),
    birthDate: fc.constantFrom(
      "1991",
      "1991-02",
      "1992-02-29",
      "1991-02-28",
      "1991-03-01",
      "1890-01-01",
      "2022-01-01",
      "0001",
      undefined,
    ),
    person: fc.constant("P1"),
  })
  .map(({ birthDate, sex, ...change }) => followedRow({ ...change, sex, sexBasis: "self-reported" }, birthDate));
const anyRows = fc.oneof(anyRegister, fc.array(hostile, { maxLength: 40 }));

const onFebruary28: Profile = {
  ...stockholm,
  leapDayBirthday: stockholm.leapDayBirthday.map((version) => ({ ...version, value: "28-february" as const })),
};

describe("tables as projections of a cube", () => {
  test.each([
    ["1 March", stockholm],
    ["28 February", onFebruary28],
  ])("are what the plain tabulation of the same rows counts, where leap-day birthdays fall on %s", (_, profile) => {
    const tables = reportTables(profile, 2021, { sections: true });
    let counted = 0;
    fc.assert(
      fc.property(anyRows, (rows) => {
        const expected = tabulate(tables, rows);
        counted += expected.reduce((sum, { base }) => sum + base.total, 0);
        expect(tablesOf(countRows(profile, [2021], rows), tables)).toEqual(expected);
      }),
      { numRuns: 300 },
    );
    expect(counted).toBeGreaterThan(0);
  });

  test("are the same from columns, and from several years counted in one pass", () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const expected = tabulate(specs, rows);
        const columns = codeRows(rows);
        expect(tablesOf(countColumns(stockholm, [2021], columns), specs)).toEqual(expected);
        expect(tablesOf(countColumns(stockholm, [2022, 2020, 2021], columns), specs)).toEqual(expected);
      }),
      { numRuns: 100 },
    );
  });

  test("are the same for rows of several blocks, between which new codes turn up", () => {
    const rows = Array.from({ length: 10_000 }, (_, index) =>
      followedRow({
        intervention: `place-${Math.floor(index / 3000)}`,
        referrer: `referrer-${index % 300}`,
        supportAtStart: [`support-${Math.floor(index / 5000)}`],
      }),
    );
    expect(tablesOf(countRows(stockholm, [2021], rows), specs)).toEqual(tabulate(specs, rows));
    expect(tablesOf(countColumns(stockholm, [2021], codeRows(rows)), specs)).toEqual(tabulate(specs, rows));
  });

  test("refuses so many different codes that no list can be meant", () => {
    const rows = Array.from({ length: 1300 }, (_, index) =>
      followedRow({ intervention: `i-${index}`, referrer: `r-${index}` }),
    );
    expect(() => countRows(stockholm, [2021], rows)).toThrow(
      '"intervention" and "referrer" have too many different codes to be counted together: 1300 and 1300',
    );
  });

  test("cannot be made for a year, a list or a band that the cube was not counted for", () => {
    const cube = countRows(stockholm, [2021], []);
    expect(() => tablesOf(cube, reportTables(stockholm, 2020))).toThrow(
      'the table "participants" is about 2020-01-01 – 2020-12-31, and the cube about 2021-01-01 – 2021-12-31',
    );
    expect(() => tablesOf(emptyCube, specs)).toThrow("the cube about nothing");
    expect(() => tablesOf(cube, reportTables(stockholm, 2021, { persons: true }))).toThrow(
      "does not tell whose they are",
    );
    const others = specs.map((spec) =>
      spec.dimension.by === "ageAtStart"
        ? { ...spec, dimension: { ...spec.dimension, bands: spec.dimension.bands.slice(1) } }
        : spec,
    );
    expect(() => tablesOf(cube, others)).toThrow('the table "started-by-age" has other lists, bands or rules');
    const [started] = specs.filter(({ id }) => id === "started-by-support");
    const within = started && [{ ...started, where: { intervention: "mia-vidare" } }];
    expect(() => tablesOf(cube, within ?? [])).toThrow("needs the crossing of supportAtStart and intervention");
  });
});

describe("results within groups", () => {
  test.each(["age", "education", "referrer"])("by %s add up to the results", (division) => {
    let counted = 0;
    fc.assert(
      fc.property(anyRows, (rows) => {
        const tables = new Map(tablesOf(countRows(stockholm, [2021], rows), specs).map((table) => [table.id, table]));
        const [all, within] = [tables.get("ended-by-result"), tables.get(`ended-by-result-and-${division}`)];
        expect([within?.base, within?.notFollowed, within?.excluded]).toEqual([
          all?.base,
          all?.notFollowed,
          all?.excluded,
        ]);
        for (const [result, counts] of Object.entries(all?.categories ?? {})) {
          const groups = Object.entries(within?.categories ?? {}).filter(
            ([category]) => (resultInGroup(category)?.result ?? category) === result,
          );
          counted += counts.total;
          expect(groups.reduce((sum, [, group]) => addCounts(sum, group), noCounts)).toEqual(counts);
        }
      }),
      { numRuns: 60 },
    );
    expect(counted).toBeGreaterThan(0);
  });

  test("tell women from men in each group", () => {
    const rows = [
      followedRow({ end: "2021-06-01", exitReason: "illness" }, "1999-01-01"),
      followedRow({ end: "2021-06-01", exitReason: "continued-rehabilitation", sex: "man" }, "1960-01-01"),
    ];
    const within = tablesOf(countRows(stockholm, [2021], rows), specs).find(
      ({ id }) => id === "ended-by-result-and-age",
    );
    expect(Object.entries(within?.categories ?? {}).filter(([, { total }]) => total > 0)).toEqual([
      ["positive-within-over-50", { ...noCounts, man: 1, total: 1 }],
      ["not-positive-within-under-30", { ...noCounts, woman: 1, total: 1 }],
    ]);
  });
});

test("columns keep fourteen bytes a row", () => {
  const columns = codeRows(Array.from({ length: 100 }, () => followedRow()));
  const kept = [
    columns.sex,
    columns.followed,
    columns.start,
    columns.end,
    columns.intervention.codes,
    columns.referrer.codes,
    columns.education.codes,
    columns.exitReason.codes,
    columns.supportAtStart.codes,
    columns.ageFrom,
    columns.ageTo,
    columns.supportHalfYears,
  ];
  expect(kept.reduce((sum, column) => sum + column.byteLength, 0)).toBe(14 * 100);
});
