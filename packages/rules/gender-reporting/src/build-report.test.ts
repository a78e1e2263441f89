import type { FollowedParticipation } from "@finsam/model";
import { stockholm } from "@finsam/stockholm";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildReport } from "./build-report.ts";
import { columns } from "./column.ts";
import type { CountedRow } from "./counted-row.ts";
import { reconcileChecks } from "./reconcile/reconciliation.ts";
import { anyRegister, followedRow } from "./register-rows.fixture.ts";
import { type RegisterState, Report } from "./report.ts";
import { reportTables } from "./report-tables.ts";
import { mergeTableCounts } from "./table-counts.ts";
import { tabulate } from "./tabulate.ts";

const specs = reportTables(stockholm, 2021);
const reportOn = (rows: readonly CountedRow[], threshold?: number): Report =>
  buildReport(stockholm, 2021, tabulate(specs, rows), threshold === undefined ? {} : { threshold });

const many = (count: number, change: Partial<FollowedParticipation>): readonly CountedRow[] =>
  Array.from({ length: count }, () => followedRow(change));
const ended = { end: "2021-09-01" } as const;

describe("the yearly report", () => {
  // The exit reasons of 2021 as the follow-up printed them; the 45 others stand under one reason here.
  const report = reportOn([
    ...many(60, { ...ended, exitReason: "work-studies-or-active-job-search" }),
    ...many(108, { ...ended, exitReason: "work-studies-or-active-job-search", sex: "man" }),
    ...many(43, { ...ended, exitReason: "continued-rehabilitation" }),
    ...many(44, { ...ended, exitReason: "continued-rehabilitation", sex: "man" }),
    ...many(43, { ...ended, exitReason: "illness" }),
    ...many(23, { ...ended, exitReason: "illness", sex: "man" }),
    ...many(20, { ...ended, exitReason: "other" }),
    ...many(25, { ...ended, exitReason: "other", sex: "man" }),
  ]);
  const row = (table: string, category: string) =>
    report.tables.find(({ id }) => id === table)?.rows.find((candidate) => candidate.category === category);

  test("has the tables that were asked for, in their order", () => {
    expect(report.tables.map(({ id }) => id)).toEqual([
      "participants",
      "participants-by-follow-up",
      "carried-over",
      "started",
      "ended",
      "ended-by-exit-reason",
      "ended-by-result",
      "ended-by-result-and-age",
      "ended-by-result-and-education",
      "ended-by-result-and-referrer",
      "started-by-age",
      "started-by-education",
      "started-by-support",
      "started-by-years-of-support",
      "participants-by-intervention",
      "participants-by-referrer",
      "not-started",
    ]);
  });

  test("prints 168 = 60 + 108 to work, studies or active job search: 36 % of the women, 54 % of the men, 46 % of all", () => {
    const found = row("ended-by-exit-reason", "work-studies-or-active-job-search");
    expect(found?.counts).toEqual({ woman: 60, man: 108, other: 0, unknown: 0, total: 168 });
    expect([found?.shares.woman.ofBase, found?.shares.man.ofBase, found?.shares.total.ofBase]).toEqual([
      { numerator: 60, denominator: 166, percent: 36 },
      { numerator: 108, denominator: 200, percent: 54 },
      { numerator: 168, denominator: 366, percent: 46 },
    ]);
  });

  test("keeps the other kind of share apart: of those 168, 36 % are women and 64 % men", () => {
    const found = row("ended-by-exit-reason", "work-studies-or-active-job-search");
    expect([found?.shares.woman.sexDistribution?.denominator, found?.shares.man.sexDistribution?.percent]).toEqual([
      168, 64,
    ]);
    expect(found?.shares.total.sexDistribution).toBeNull();
  });

  test("contradicts itself nowhere", () => {
    expect(report.findings).toEqual([]);
    expect(report.reconciliation.disagreements).toEqual([]);
    expect(report.reconciliation.checks.filter(({ made }) => made > 0).map(({ check }) => check)).toEqual(
      reconcileChecks.filter((check) => check !== "sections-make-the-whole" && check !== "nobody-counted-twice"),
    );
  });

  test("says of every table its unit, population, period, policy, and the day on which what divides it is read", () => {
    for (const { id, base, period, policy } of report.tables) {
      expect([base.unit, policy]).toEqual([
        "participations",
        { profile: "stockholm", version: stockholm.version, on: "2021-12-31" },
      ]);
      expect(period).toEqual(id === "not-started" ? null : { from: "2021-01-01", to: "2021-12-31" });
    }
    const days = new Map(report.tables.map(({ id, readOn }) => [id, readOn?.day ?? null]));
    expect([...days].filter(([, day]) => day !== null)).toEqual([
      ["ended-by-exit-reason", "last-day"],
      ["ended-by-result", "last-day"],
      ["ended-by-result-and-age", "last-day"],
      ["ended-by-result-and-education", "last-day"],
      ["ended-by-result-and-referrer", "last-day"],
      ["started-by-age", "first-day"],
      ["started-by-education", "first-day"],
      ["started-by-support", "first-day"],
      ["started-by-years-of-support", "first-day"],
      ["participants-by-referrer", "referral"],
    ]);
    expect(
      report.tables.flatMap(({ within }) => (within === undefined ? [] : [[within.by, within.readOn.day]])),
    ).toEqual([
      ["ageAtStart", "first-day"],
      ["education", "first-day"],
      ["referrer", "referral"],
    ]);
  });

  test("gives the positive result, reasons 1 and 2, of all who ended: 255 of 366, 70 %", () => {
    const found = row("ended-by-result", "positive");
    expect(found?.counts).toEqual({ woman: 103, man: 152, other: 0, unknown: 0, total: 255 });
    expect(found?.shares.total.ofBase).toEqual({ numerator: 255, denominator: 366, percent: 70 });
    expect(found?.madeOf).toEqual(["work-studies-or-active-job-search", "continued-rehabilitation"]);
    expect(row("ended-by-result", "unknown")?.madeOf).toContain("unknown");
  });

  test("has a text in both languages wherever a person reads", () => {
    expect(Report.parse(report)).toEqual(report);
  });
});

describe("an answer that is missing", () => {
  const report = reportOn(
    [
      ...many(10, { ...ended, exitReason: "continued-rehabilitation" }),
      ...many(6, { ...ended, exitReason: "illness" }),
      ...many(4, ended),
      ...many(3, { ...ended, exitReason: "deceased" }),
    ],
    0,
  );
  const table = report.tables.find(({ id }) => id === "ended-by-result");
  const positive = table?.rows.find(({ category }) => category === "positive");

  test("stands in a row of its own, and the base has those with a known answer beside it", () => {
    expect(table?.base).toMatchObject({ counts: { total: 20 }, known: { total: 16 }, excluded: { total: 3 } });
    expect(table?.rows.map(({ category, counts }) => [category, counts.total])).toEqual([
      ["positive", 10],
      ["not-positive", 6],
      ["unknown", 4],
    ]);
  });

  test("says the same of a base whether some or none were left out, when that is withheld", () => {
    const key = "ended-by-exit-reason excluded total";
    const labelOf = (rows: readonly CountedRow[], withheld: ReadonlySet<string>) =>
      buildReport(stockholm, 2021, tabulate(specs, rows), { withheld }).tables.find(
        ({ id }) => id === "ended-by-exit-reason",
      )?.base.label;
    const none = many(20, { ...ended, exitReason: "other" });
    const some = [...none, ...many(3, { ...ended, exitReason: "deceased" })];
    expect(labelOf(some, new Set([key]))).toEqual(labelOf(none, new Set([key])));
    expect(labelOf(some, new Set())).not.toEqual(labelOf(none, new Set()));
  });

  test("is part of the one share, and not of the other", () => {
    expect(positive?.shares.woman.ofBase).toEqual({ numerator: 10, denominator: 20, percent: 50 });
    expect(positive?.shares.woman.ofKnown).toEqual({ numerator: 10, denominator: 16, percent: 63 });
    expect(table?.rows.at(-1)?.shares.woman).toMatchObject({ ofBase: { percent: 20 }, ofKnown: null });
  });
});

describe("sections", () => {
  const withSections = reportTables(stockholm, 2021, { sections: true });
  const rows = [
    ...many(30, { ...ended, exitReason: "illness" }),
    ...many(20, { intervention: "aktivitetsplatsen", sex: "man", referrer: "psychiatry" }),
  ];
  const report = buildReport(stockholm, 2021, tabulate(withSections, rows), { sections: true });

  test("there is one for each intervention of the list, with its inflow, referrers, exit reasons and results", () => {
    expect(report.sections.map(({ intervention }) => intervention)).toEqual(
      stockholm.codeLists.interventions.codes.map(({ id }) => id),
    );
    for (const { intervention, tables } of report.sections)
      expect(tables.map(({ id }) => id)).toEqual(
        [
          "participants",
          "carried-over",
          "started",
          "ended",
          "ended-by-exit-reason",
          "ended-by-result",
          "participants-by-referrer",
        ].map((id) => `${id}-in-${intervention}`),
      );
    expect(Report.parse(report)).toEqual(report);
  });

  test("count only those in the intervention", () => {
    const of = (intervention: string) =>
      report.sections.find((section) => section.intervention === intervention)?.tables[0]?.base.counts;
    expect(of("mia-vidare")).toMatchObject({ woman: 30, total: 30 });
    expect(of("aktivitetsplatsen")).toMatchObject({ man: 20, total: 20 });
    expect(report.tables.every(({ intervention }) => intervention === undefined)).toBe(true);
  });

  test("make the whole with each other", () => {
    const made = report.reconciliation.checks.find(({ check }) => check === "sections-make-the-whole");
    expect(made?.made).toBeGreaterThan(0);
    expect(report.reconciliation.disagreements).toEqual([]);
  });
});

describe("what the register does not tell", () => {
  const notesOn = (register: RegisterState, rows: readonly CountedRow[] = many(9, {})) =>
    buildReport(stockholm, 2021, tabulate(specs, rows), { register }).notes.map(({ sv }) => sv);

  test("rows that were refused are said not to be in the figures", () => {
    expect(notesOn({ refusedRows: 7 })).toContain(
      "7 rader i registerfilerna kunde inte läsas in och ingår inte i någon siffra.",
    );
    expect(notesOn({ refusedRows: 0 })).toEqual(notesOn({}));
  });

  test("registers that did not answer are named before all else, and in the tables that they are missing in", () => {
    const missing = [
      { sv: "Norra förbundet", en: "The northern association" },
      { sv: "Södra förbundet", en: "The southern association" },
    ];
    const counted = tabulate(specs, many(9, {})).map((table, index) => (index === 0 ? { ...table, missing } : table));
    const made = buildReport(stockholm, 2021, counted);
    expect(made.notes[0]?.sv).toBe(
      "Siffrorna är ofullständiga. Dessa register svarade inte och ingår inte: Norra förbundet, Södra förbundet.",
    );
    expect(made.tables.map((table) => table.missing)).toEqual(
      specs.map((_, index) => (index === 0 ? missing : undefined)),
    );
    expect(Report.parse(JSON.parse(JSON.stringify(made)))).toEqual(made);
    expect(made.notes.slice(1)).toEqual(buildReport(stockholm, 2021, tabulate(specs, many(9, {}))).notes);
  });

  test("a register that ends before the year, or within it, is said to", () => {
    expect(notesOn({ lastDay: "2020-12-31" }).at(-1)).toMatch(/^Registret slutar 2020-12-31, före den period/);
    expect(notesOn({ lastDay: "2021-08-31" }).at(-1)).toMatch(/^Registret slutar 2021-08-31. Det som hände därefter/);
    expect(notesOn({ lastDay: "2021-12-31" })).toEqual(notesOn({}));
  });

  test("those who have not started are counted apart and named", () => {
    const rows = [...many(9, {}), ...many(6, { start: undefined })];
    expect(notesOn({}, rows)).toContain(
      "6 deltaganden i registret har inte börjat, och ingår bara i tabellen över dem.",
    );
    expect(notesOn({}, [...many(9, {}), ...many(3, { start: undefined })])).toContain(
      "En del deltaganden i registret har inte börjat, och ingår bara i tabellen över dem.",
    );
  });
});

describe("withheld counts", () => {
  const rows = [
    ...many(60, { education: "compulsory" }),
    ...many(3, { education: "upper-secondary" }),
    ...many(40, { education: "compulsory", sex: "man" }),
  ];
  const rowsOf = (report: Report) => report.tables.find(({ id }) => id === "started-by-education")?.rows;

  test("under the threshold are null, with a mark on the cell and no share", () => {
    const small = rowsOf(reportOn(rows))?.find(({ category }) => category === "upper-secondary");
    expect(small?.counts).toMatchObject({ woman: null, total: null, other: 0 });
    expect(small?.shares.woman).toEqual({
      withheld: true,
      ofBase: null,
      ofKnown: null,
      sexDistribution: null,
    });
    const none = { numerator: 0, denominator: 40, percent: 0 };
    expect(small?.shares.man).toEqual({ ofBase: none, ofKnown: none, sexDistribution: null });
  });

  test("take others with them, so that the base does not give them away", () => {
    const large = rowsOf(reportOn(rows))?.find(({ category }) => category === "compulsory");
    expect(large?.counts.woman).toBeNull();
  });

  test("are shown when the threshold is 0", () => {
    expect(rowsOf(reportOn(rows, 0))?.find(({ category }) => category === "upper-secondary")?.counts.woman).toBe(3);
  });

  test("never appear as a number anywhere, in any report", () => {
    fc.assert(
      fc.property(anyRegister, (register) => {
        for (const { base, rows: published } of reportOn(register).tables)
          for (const { counts, shares } of published)
            for (const column of columns) {
              const { withheld, ofBase, ofKnown, sexDistribution } = shares[column];
              expect(withheld === true).toBe(counts[column] === null);
              if (counts[column] === null) expect([ofBase, ofKnown, sexDistribution]).toEqual([null, null, null]);
              if (base.known[column] === null) expect(ofKnown).toBeNull();
              if (counts[column] === null || base.counts[column] === null) expect(ofBase).toBeNull();
              if (counts.total === null) expect(sexDistribution).toBeNull();
              expect(counts[column] === null || counts[column] === 0 || counts[column] >= 5).toBe(true);
            }
      }),
      { numRuns: 40 },
    );
  });
});

describe("any report", () => {
  test("fits its schema and contradicts itself nowhere, with and without withheld counts", () => {
    fc.assert(
      fc.property(anyRegister, fc.constantFrom(0, 5), (register, threshold) => {
        const report = reportOn(register, threshold);
        expect(Report.safeParse(report).success).toBe(true);
        expect(report.findings).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test("says of a base from which deaths are left out that they are", () => {
    const labelOf = (rows: readonly CountedRow[]) =>
      reportOn(rows, 0).tables.find(({ id }) => id === "ended-by-exit-reason")?.base.label.sv;
    expect(labelOf(many(6, { ...ended, exitReason: "illness" }))).not.toContain("utom avslut");
    expect(
      labelOf([...many(6, { ...ended, exitReason: "illness" }), ...many(6, { ...ended, exitReason: "deceased" })]),
    ).toContain("utom avslut vars orsak inte säger något om insatsen");
  });

  test("says how many are not followed up, and that protected identities are in no figure", () => {
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
    const notes = reportOn([...many(20, {}), ...Array.from({ length: 7 }, () => notFollowed)]).notes.map(
      ({ sv }) => sv,
    );
    expect(notes.some((note) => note.startsWith("7 av 27 deltaganden följs inte upp"))).toBe(true);
    expect(notes.some((note) => note.includes("skyddade personuppgifter"))).toBe(true);
  });

  test("has the same rows in the same order, whichever part was counted first", () => {
    fc.assert(
      fc.property(anyRegister, anyRegister, (first, second) => {
        const [a, b] = [tabulate(specs, first), tabulate(specs, second)];
        const merged = a.flatMap((table, index) => {
          const other = b[index];
          return other === undefined ? [] : [mergeTableCounts(other, table)];
        });
        expect(buildReport(stockholm, 2021, merged)).toEqual(reportOn([...first, ...second]));
      }),
      { numRuns: 30 },
    );
  });

  test("cannot be made when a table was not counted", () => {
    expect(() => buildReport(stockholm, 2021, [])).toThrow(/participants/);
  });
});
