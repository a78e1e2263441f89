import { addCounts, type FollowedParticipation, noCounts, type Sex, SexCounts, sexes } from "@finsam/model";
import { stockholm } from "@finsam/stockholm";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildReport } from "./build-report.ts";
import type { CountedRow } from "./counted-row.ts";
import { anyRegister, followedRow } from "./register-rows.fixture.ts";
import { reportTables } from "./report-tables.ts";
import { mergeTableCounts } from "./table-counts.ts";
import { countsPersons, isMultiple } from "./table-spec.ts";
import { startTabulation, tabulate } from "./tabulate.ts";

const specs = reportTables(stockholm, 2021);
const tableOf = (id: string, ...rows: readonly CountedRow[]) => {
  const found = tabulate(specs, rows).find((table) => table.id === id);
  if (found === undefined) throw new Error(id);
  return found;
};
const nobody = { base: noCounts, notFollowed: noCounts, excluded: noCounts, categories: {} };
const categoriesWith = (id: string, ...rows: readonly CountedRow[]) =>
  Object.entries(tableOf(id, ...rows).categories)
    .filter(([, { total }]) => total > 0)
    .map(([category, { total }]) => [category, total]);

describe("persons", () => {
  const persons = reportTables(stockholm, 2021, { sections: true, persons: true }).filter((spec) =>
    countsPersons(spec),
  );
  const personsOf = (rows: readonly CountedRow[]) => new Map(tabulate(persons, rows).map((table) => [table.id, table]));

  test("nobody is counted twice, in the whole or in an intervention, and each intervention counts its own", () => {
    const counted = personsOf([
      followedRow({ person: "P1", intervention: "mia-vidare" }),
      followedRow({ person: "P1", intervention: "mia-vidare" }),
      followedRow({ person: "P1", intervention: "finsam-team" }),
      followedRow({ person: "P2", intervention: "finsam-team", sex: "man" }),
    ]);
    expect(counted.get("persons")?.base).toEqual({ ...noCounts, woman: 1, man: 1, total: 2 });
    expect(counted.get("persons-in-mia-vidare")?.base).toEqual({ ...noCounts, woman: 1, total: 1 });
    expect(counted.get("persons-in-finsam-team")?.base.total).toBe(2);
  });

  test("who is stated with different sexes is counted once, with sex unknown", () => {
    const rows = [
      followedRow({ person: "P1" }),
      followedRow({ person: "P1", sex: "man" }),
      followedRow({ person: "P1" }),
    ];
    expect(personsOf(rows).get("persons")?.base).toEqual({ ...noCounts, unknown: 1, total: 1 });
  });

  test("who is not followed up is no person, and stands outside the base by participation", () => {
    const { followUp: _, person: __, ...rest } = followedRow().participation as FollowedParticipation;
    const alone: CountedRow = { participation: { ...rest, followUp: "not-followed" } };
    const counted = personsOf([alone, alone]).get("persons");
    expect([counted?.base.total, counted?.notFollowed.total]).toEqual([0, 2]);
  });

  test("are at most the participations that are followed up, and no order of rows changes them", () => {
    fc.assert(
      fc.property(anyRegister, (rows) => {
        const counted = personsOf(rows);
        const participations = tableOf("participants-by-follow-up", ...rows).categories.followed?.total ?? 0;
        expect(counted.get("persons")?.base.total).toBeLessThanOrEqual(participations);
        expect(personsOf(rows.toReversed())).toEqual(counted);
        const inSections = [...counted].filter(([id]) => id !== "persons").map(([, { base }]) => base.total);
        expect(Math.max(...inSections)).toBeLessThanOrEqual(counted.get("persons")?.base.total ?? 0);
      }),
    );
  });

  test("are in a report only when they are asked for, with their unit", () => {
    const rows = [followedRow()];
    const options = { persons: true, threshold: 0 };
    const asked = buildReport(stockholm, 2021, tabulate(reportTables(stockholm, 2021, options), rows), options);
    expect(asked.tables.filter(({ base }) => base.unit === "persons").map(({ id }) => id)).toEqual(["persons"]);
    expect(asked.tables.find(({ id }) => id === "persons")?.base.label.sv).toBe(
      "Personer med ett eller flera deltaganden som pågick någon dag 2021-01-01 – 2021-12-31 och följs upp",
    );
    expect(specs.some((spec) => countsPersons(spec))).toBe(false);
  });
});

describe("who belongs to a year", () => {
  test.each([
    ["2020-12-31", "2021-01-01", "a participation that ends on its first day"],
    ["2021-12-31", undefined, "one that starts on its last day"],
    ["2019-01-01", undefined, "one that goes on"],
  ] as const)("from %s to %s: %s took part in it", (start, end, _what) => {
    expect(tableOf("participants", followedRow(end === undefined ? { start } : { start, end })).base.total).toBe(1);
  });

  test.each([
    ["2020-06-01", "2020-12-31"],
    ["2022-01-01", undefined],
  ])("from %s to %s took no part in it", (start, end) => {
    expect(tableOf("participants", followedRow(end === undefined ? { start } : { start, end })).base.total).toBe(0);
  });

  test.each([
    ["2020-12-31", undefined, 1],
    ["2020-12-31", "2021-01-01", 1],
    ["2020-06-01", "2020-12-31", 0],
    ["2021-01-01", undefined, 0],
  ] as const)("from %s to %s was carried over from earlier years: %i", (start, end, times) => {
    expect(tableOf("carried-over", followedRow({ start, end })).base.total).toBe(times);
  });

  test("someone who waits to begin stands in the table of those, and in no other", () => {
    const counts = tabulate(specs, [followedRow({ start: undefined })]);
    expect(counts.filter(({ base }) => base.total > 0).map(({ id }) => id)).toEqual(["not-started"]);
  });

  test("someone who waits to begin is no participant yet", () => {
    expect(tableOf("participants", followedRow({ start: undefined })).base.total).toBe(0);
  });

  test("a wrong registration is counted nowhere, also not among participants", () => {
    const counts = tabulate(specs, [followedRow({ end: "2021-05-01", exitReason: "wrong-registration" })]);
    expect(counts.filter(({ base, excluded }) => base.total + excluded.total > 0)).toEqual([]);
  });

  test("someone who died is a participant who ended, and stands outside the exit reasons", () => {
    const deceased = followedRow({ end: "2021-05-01", exitReason: "deceased" });
    expect(tableOf("ended", deceased).base.total).toBe(1);
    expect(tableOf("ended-by-exit-reason", deceased)).toMatchObject({
      base: { total: 0 },
      excluded: { woman: 1, total: 1 },
    });
  });

  test("an anonymous record is counted by no table", () => {
    const anonymous: CountedRow = { participation: { followUp: "anonymous", id: "D1", sex: "woman", startYear: 2021 } };
    expect(tabulate(specs, [anonymous]).filter(({ base, notFollowed }) => base.total + notFollowed.total > 0)).toEqual(
      [],
    );
  });
});

describe("how a participation is divided", () => {
  test.each([
    ["1991-03-02", "under-30"],
    ["1991-03-01", "30-to-50"],
    ["1970-03-02", "30-to-50"],
    ["1970-03-01", "over-50"],
    ["1991", "undetermined"],
    ["1980", "30-to-50"],
  ])("someone born %s who started on 1 March 2021 was %s", (birthDate, band) => {
    expect(categoriesWith("started-by-age", followedRow({}, birthDate))).toEqual([[band, 1]]);
  });

  test("someone without a date of birth stands in a row of their own", () => {
    expect(categoriesWith("started-by-age", followedRow())).toEqual([["unknown", 1]]);
  });

  test.each([
    ["2019-03-02", "under-2-years"],
    ["2019-03-01", "2-to-5-years"],
    ["2016-03-01", "5-to-9-years"],
    ["2012-03-01", "5-to-9-years"],
    ["2012-02-28", "over-9-years"],
  ])("public support since %s is %s on 1 March 2021", (supportSince, band) => {
    expect(categoriesWith("started-by-years-of-support", followedRow({ supportSince }))).toEqual([[band, 1]]);
  });

  test("public support that began after the start leaves the time before it unknown", () => {
    expect(categoriesWith("started-by-years-of-support", followedRow({ supportSince: "2021-03-02" }))).toEqual([
      ["unknown", 1],
    ]);
    expect(categoriesWith("started-by-years-of-support", followedRow({ supportSince: "2021-03-01" }))).toEqual([
      ["under-2-years", 1],
    ]);
  });

  test("a known age that no band holds is not called unknown", () => {
    const bands = [{ id: "16-to-29", label: { sv: "16–29", en: "16–29" }, atLeast: 16, atMost: 29 }];
    const gappy = specs
      .filter(({ id }) => id === "started-by-age")
      .map((spec) => ({ ...spec, dimension: { by: "ageAtStart", bands, leapDayBirthday: "1-march" } as const }));
    expect(tabulate(gappy, [followedRow({}, "1980-01-01")])[0]?.categories).toMatchObject({
      unknown: { total: 0 },
      "outside-the-bands": { total: 1 },
    });
  });

  test("sickness and rehabilitation benefit together are one answer, as reports print them", () => {
    const both = followedRow({ supportAtStart: ["sickness-benefit", "rehabilitation-benefit", "social-assistance"] });
    expect(categoriesWith("started-by-support", both)).toEqual([
      ["sickness-or-rehabilitation-benefit", 1],
      ["social-assistance", 1],
    ]);
  });

  test("without consent a participation counts by intervention and not by referrer", () => {
    const notFollowed: CountedRow = {
      participation: {
        followUp: "not-followed",
        id: "D1",
        intervention: "mia-vidare",
        sex: "man",
        sexBasis: "legal-sex",
        start: "2021-03-01",
      },
    };
    expect(categoriesWith("participants-by-intervention", notFollowed)).toEqual([["mia-vidare", 1]]);
    expect(tableOf("participants-by-referrer", notFollowed)).toMatchObject({
      base: noCounts,
      notFollowed: { man: 1, total: 1 },
    });
  });

  test.each([
    ["work-studies-or-active-job-search", "positive"],
    ["continued-rehabilitation", "positive"],
    ["illness", "not-positive"],
    [undefined, "unknown"],
    ["a-reason-of-another-list", "undetermined"],
  ])("who ended for the reason %s has the result %s", (exitReason, result) => {
    expect(categoriesWith("ended-by-result", followedRow({ end: "2021-05-01", exitReason }))).toEqual([[result, 1]]);
  });

  test("support that is known counts also where more of it is not", () => {
    expect(
      categoriesWith("started-by-support", followedRow({ supportAtStart: ["unknown", "social-assistance"] })),
    ).toEqual([["social-assistance", 1]]);
  });

  test("a code that the list lacks keeps a row of its own", () => {
    expect(categoriesWith("participants-by-intervention", followedRow({ intervention: "new-intervention" }))).toEqual([
      ["new-intervention", 1],
    ]);
  });
});

describe("laws of counting", () => {
  test("every line has a total that is the sum of all four sexes", () => {
    fc.assert(
      fc.property(anyRegister, (rows) => {
        for (const { base, notFollowed, excluded, categories } of tabulate(specs, rows))
          for (const counts of [base, notFollowed, excluded, ...Object.values(categories)])
            expect(SexCounts.safeParse(counts).success).toBe(true);
      }),
    );
  });

  test("base, not followed and excluded make the population; the rows of a single-answer table make its base", () => {
    fc.assert(
      fc.property(anyRegister, (rows) => {
        const counted = tabulate(specs, rows);
        for (const spec of specs) {
          const table = counted.find(({ id }) => id === spec.id);
          const population = counted.find(({ id }) => id === spec.population)?.base;
          expect(table && [table.notFollowed, table.excluded].reduce(addCounts, table.base)).toEqual(population);
          if (!isMultiple(spec))
            expect(table && Object.values(table.categories).reduce(addCounts, noCounts)).toEqual(table?.base);
        }
      }),
    );
  });

  test("carried over and started together are the participants", () => {
    fc.assert(
      fc.property(anyRegister, (rows) => {
        const base = (id: string) => tabulate(specs, rows).find((table) => table.id === id)?.base ?? noCounts;
        expect(addCounts(base("carried-over"), base("started"))).toEqual(base("participants"));
      }),
    );
  });

  test("the tables of the interventions add up to those of the whole", () => {
    const withSections = reportTables(stockholm, 2021, { sections: true });
    fc.assert(
      fc.property(anyRegister, (rows) => {
        const counted = tabulate(withSections, rows);
        for (const spec of specs) {
          const parts = counted
            .filter(({ id }) => id.startsWith(`${spec.id}-in-`))
            .map((part) => ({ ...part, id: spec.id }));
          const [first, ...others] = parts;
          if (first === undefined) continue;
          expect(others.reduce(mergeTableCounts, first)).toEqual(
            mergeTableCounts({ ...first, ...nobody }, counted.find(({ id }) => id === spec.id) ?? first),
          );
        }
      }),
      { numRuns: 40 },
    );
  });

  test("counting two halves and adding gives what counting the whole gives, in either order", () => {
    fc.assert(
      fc.property(anyRegister, anyRegister, (first, second) => {
        const [a, b, whole] = [tabulate(specs, first), tabulate(specs, second), tabulate(specs, [...first, ...second])];
        for (const [index, expected] of whole.entries()) {
          const [left, right] = [a[index], b[index]];
          if (left === undefined || right === undefined) throw new Error("a table is missing");
          expect(mergeTableCounts(left, right)).toEqual(expected);
          expect(mergeTableCounts(right, left)).toEqual(expected);
        }
      }),
    );
  });

  test("the counts of a sex do not depend on the other sexes", () => {
    fc.assert(
      fc.property(anyRegister, fc.constantFrom(...sexes), (rows, sex: Sex) => {
        const onlyThat = tabulate(
          specs,
          rows.filter(({ participation }) => participation.sex === sex),
        );
        expect(onlyThat.map(({ base }) => base[sex])).toEqual(tabulate(specs, rows).map(({ base }) => base[sex]));
      }),
    );
  });

  test("a row added so many times counts as so many rows that are alike, and none when added no times", () => {
    const anyWeighted = fc.array(fc.tuple(anyRegister, fc.nat({ max: 4 })), { maxLength: 5 });
    fc.assert(
      fc.property(anyWeighted, (groups) => {
        const weighted = startTabulation(specs);
        for (const [rows, times] of groups) for (const row of rows) weighted.add(row, times);
        const alike = groups.flatMap(([rows, times]) => Array.from({ length: times }, () => rows).flat());
        expect(weighted.counts()).toEqual(tabulate(specs, alike));
      }),
    );
  });

  test.each([-1, 0.5, Number.NaN])("a row cannot be counted %s times", (times) => {
    expect(() => startTabulation(specs).add(followedRow(), times)).toThrow(RangeError);
  });

  test("what is missing in one part of a sum is missing in the sum, once, whichever part is added first", () => {
    const [nobody] = tabulate(specs, []);
    if (nobody === undefined) throw new Error("a table is needed");
    const [north, south] = [
      { sv: "Norr", en: "North" },
      { sv: "Söder", en: "South" },
    ];
    const [a, b] = [
      { ...nobody, missing: [south] },
      { ...nobody, missing: [south, north] },
    ];
    expect(mergeTableCounts(nobody, nobody)).toEqual(nobody);
    expect(mergeTableCounts(a, nobody).missing).toEqual([south]);
    expect(mergeTableCounts(nobody, a).missing).toEqual([south]);
    expect(mergeTableCounts(a, b).missing).toEqual([north, south]);
    expect(mergeTableCounts(b, a)).toEqual(mergeTableCounts(a, b));
  });

  test("counts of different tables do not add up", () => {
    const [a, b] = tabulate(specs, []);
    if (a === undefined || b === undefined) throw new Error("two tables are needed");
    expect(() => mergeTableCounts(a, b)).toThrow(/different tables/);
  });
});
