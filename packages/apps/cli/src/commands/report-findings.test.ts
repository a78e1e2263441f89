import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type PublishedCounts, Report, type SexDifference, type Table } from "@finsam/gender-reporting";
import { FindingsDocument } from "@finsam/report-files";
import { describe, expect, test } from "vitest";
import { finsam, folder, register2021 } from "../finsam.fixture.ts";

/** The protected report of 2021, compared with 2020, and what is said of it, as `finsam report` writes them; made once. */
const written = () => (made ??= writeReports());
let made: ReturnType<typeof writeReports> | undefined;

async function writeReports() {
  const out = folder();
  await finsam("report", register2021, "--year", "2021", "--compare", "2020", "--out", out, "--formats", "json");
  const document = (name: string): unknown => JSON.parse(readFileSync(join(out, name), "utf8"));
  const earlier = await finsam("report", register2021, "--year", "2020", "--json");
  return {
    report: Report.parse(document("report.json")),
    findings: FindingsDocument.parse(document("findings.json")),
    earlier: Report.parse(JSON.parse(earlier.out)),
  };
}

const rowIn = ({ rows }: Pick<Table, "rows">, category: string): PublishedCounts => {
  const found = rows.find((row) => row.category === category);
  if (found === undefined) throw new RangeError(`no row "${category}"`);
  return found.counts;
};
const tableIn = (tables: readonly Table[], id: string): Table => {
  const found = tables.find((table) => table.id === id);
  if (found === undefined) throw new RangeError(`no table "${id}"`);
  return found;
};

/** What a difference of a row may tell, by what the row and its base publish. */
function expectPublished(difference: SexDifference, { base: { known } }: Table, counts: PublishedCounts): void {
  const withheld = [counts.woman, counts.man, known.woman, known.man].includes(null);
  expect(difference.state === "withheld").toBe(withheld);
  if (difference.state === "too-few") expect([difference.women, difference.men]).toEqual([known.woman, known.man]);
  if (difference.state === "compared")
    expect([difference.woman, difference.man].map(({ numerator, denominator }) => [numerator, denominator])).toEqual([
      [counts.woman, known.woman],
      [counts.man, known.man],
    ]);
}

describe("findings.json tells nothing that report.json withholds", () => {
  test("of the differences: each is of two published counts, and none is told where one is withheld", async () => {
    const { report, findings } = await written();
    const { tables = [], sections = [] } = findings.differences ?? {};
    const told = [
      ...tables.map((one) => ({ one, table: tableIn(report.tables, one.table) })),
      ...sections.flatMap(({ intervention, tables: of }) => {
        const section = report.sections.find((candidate) => candidate.intervention === intervention);
        return of.map((one) => ({ one, table: tableIn(section?.tables ?? [], one.table) }));
      }),
    ];
    const states = new Map<string, number>();
    for (const { one, table } of told)
      for (const { category, difference } of one.rows) {
        expectPublished(difference, table, rowIn(table, category));
        states.set(difference.state, (states.get(difference.state) ?? 0) + 1);
      }
    for (const state of ["compared", "too-few", "withheld"]) expect(states.get(state)).toBeGreaterThan(0);
  });

  test("of the mix: every group is made of published counts, and those with a withheld one are left out", async () => {
    const { report, findings } = await written();
    const { intervention, ...divisions } = findings.within ?? {};
    let groups = 0;
    if (intervention?.state === "compared")
      for (const { stratum, woman, man } of intervention.strata) {
        const table = tableIn(
          report.sections.find((section) => section.intervention === stratum)?.tables ?? [],
          `ended-by-result-in-${stratum}`,
        );
        const positive = rowIn(table, "positive");
        const { known } = table.base;
        expect([woman.numerator, woman.denominator]).toEqual([positive.woman, known.woman]);
        expect([man.numerator, man.denominator]).toEqual([positive.man, known.man]);
        groups++;
      }
    for (const [by, difference] of Object.entries(divisions)) {
      const rows = report.tables.find(({ within }) => within?.by === by)?.rows ?? [];
      const rowOf = (group: string, result: string) =>
        rows.find(({ within }) => within?.group === group && within.result === result)?.counts;
      if (difference?.state === "compared")
        for (const { stratum, woman, man } of difference.strata) {
          const [positive, other] = [rowOf(stratum, "positive"), rowOf(stratum, "not-positive")];
          for (const [sex, share] of [["woman", woman] as const, ["man", man] as const]) {
            expect(positive?.[sex]).toBe(share.numerator);
            expect(other?.[sex]).toBe(share.denominator - share.numerator);
          }
          groups++;
        }
      for (const { stratum, women, men } of difference?.leftOut ?? []) {
        const [positive, other] = [rowOf(stratum, "positive"), rowOf(stratum, "not-positive")];
        for (const [sex, told] of [["woman", women] as const, ["man", men] as const])
          if (told !== null) expect((positive?.[sex] ?? NaN) + (other?.[sex] ?? NaN)).toBe(told);
      }
    }
    expect(groups).toBeGreaterThan(5);
  });

  test("of the goals and the money: they are judged and shared by published counts", async () => {
    const { report, findings } = await written();
    const published = new Set(
      [...report.tables, ...report.sections.flatMap(({ tables }) => tables)].flatMap(({ rows, base }) =>
        [base.known, ...rows.map(({ counts }) => counts)].flatMap((counts) => Object.values(counts)),
      ),
    );
    // Goals on figures that the association gives itself are about nobody in the register.
    const judged = (findings.goals ?? []).filter(({ figureFrom, reached }) => figureFrom === undefined && reached);
    for (const { reached } of judged)
      for (const count of reached?.kind === "share"
        ? [reached.share.numerator, reached.share.denominator]
        : [reached?.kind === "count" ? reached.count : null])
        expect(published).toContain(count);
    expect(judged.length).toBeGreaterThan(0);

    const shared = (findings.costs ?? []).filter((cost) => cost.state === "shared");
    for (const { intervention, woman, man } of shared) {
      const counts = rowIn(tableIn(report.tables, "participants-by-intervention"), intervention);
      expect([woman.participations, man.participations]).toEqual([counts.woman, counts.man]);
    }
    expect(shared.length).toBeGreaterThan(0);
  });

  test("of the years: each is of what the report of that year publishes", async () => {
    const { report, findings, earlier } = await written();
    const years = findings.overYears?.years ?? [];
    expect(years.map(({ year }) => year)).toEqual([2020, 2021]);
    for (const { year, difference } of years) {
      const table = tableIn((year === 2021 ? report : earlier).tables, "ended-by-result");
      expectPublished(difference, table, rowIn(table, "positive"));
    }
  });
});

test("findings.json says of which report it is", async () => {
  const { report, findings } = await written();
  const { association, year } = report;
  expect(findings).toMatchObject({
    format: "finsam-findings/1",
    association: { id: association.id, policyVersion: association.policyVersion },
    year,
  });
});
