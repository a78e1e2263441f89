import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkPrintedDocument } from "./check-printed-document.ts";
import { checkPrintedFigures } from "./check-printed-figures.ts";
import { Finding, FindingKind, findingKinds } from "./finding.ts";
import { PrintedFigure } from "./printed-figure.ts";
import { wholeLine } from "./printed-lines.fixture.ts";
import { published2021 } from "./published-2021.fixture.ts";

describe("the published figures of 2021", () => {
  const findings = checkPrintedFigures(published2021);

  test("contradict each other in seven places", () => {
    expect(
      findings.map(({ section, table, category, kind, expected, actual }) =>
        [section, table, category, kind, expected, actual].join(" "),
      ),
    ).toEqual([
      "overview started-by-age all percentages-above-100 100 125",
      "finsam-team plans-followed-up-by-result all-activities-done percentage-truncated 71 70",
      "work-training participants all row-parts-differ-from-total 51 52",
      "work-training ended-at-aktivitetsplatsen-by-result all column-parts-differ-from-whole 8 9",
      "mia-vidare referrals all row-parts-differ-from-total 65 66",
      "mia-vidare referrals-by-referrer rinkeby-kista row-parts-differ-from-total 4 5",
      "mia-vidare enrolled-since-start all row-parts-differ-from-total 134 136",
    ]);
  });

  test("and what is found is a finding by its own schema, with a difference of actual less expected", () => {
    for (const finding of findings) {
      expect(Finding.parse(finding)).toEqual(finding);
      expect(finding.difference).toBe(finding.actual - finding.expected);
    }
  });

  test("are the same contradictions in whatever order they are read", () => {
    const backwards = checkPrintedFigures([...published2021].reverse());
    expect(new Set(backwards.map((finding) => JSON.stringify(finding)))).toEqual(
      new Set(findings.map((finding) => JSON.stringify(finding))),
    );
  });
});

test("no figures give no findings", () => {
  expect(checkPrintedFigures([])).toEqual([]);
});

test("a contradiction printed twice is found once, and each of two different ones by itself", () => {
  const line = wholeLine("mia-vidare", "referrals", { women: 41, men: 24, total: 66 });
  expect(
    checkPrintedFigures([
      { ...line, line: 1 },
      { ...line, line: 2 },
    ]),
  ).toHaveLength(1);
  expect(checkPrintedFigures([line, { ...line, total: 67 }]).map((finding) => finding.actual)).toEqual([66, 67]);
});

test("a kind of finding has a sentence of its own in each language", () => {
  const sentences = FindingKind.options.flatMap((kind) => [findingKinds[kind].sv, findingKinds[kind].en]);
  expect(new Set(sentences).size).toBe(2 * FindingKind.options.length);
});

test("a count is a whole number and never below 0, and a figure that is not printed is left out", () => {
  const line = wholeLine("mia-vidare", "referrals", { women: 41 });
  expect(PrintedFigure.parse(line)).toEqual(line);
  for (const women of [-1, 1.5, null, "41"]) expect(PrintedFigure.safeParse({ ...line, women }).success).toBe(false);
});

interface Counted {
  readonly women: number;
  readonly men: number;
  readonly other: number;
  readonly unknown: number;
}
const total = ({ women, men, other, unknown }: Counted) => women + men + other + unknown;
const added = (rows: readonly Counted[]): Counted => ({
  women: rows.reduce((sum, row) => sum + row.women, 0),
  men: rows.reduce((sum, row) => sum + row.men, 0),
  other: rows.reduce((sum, row) => sum + row.other, 0),
  unknown: rows.reduce((sum, row) => sum + row.unknown, 0),
});

const few = fc.nat({ max: 3 });
const counted: fc.Arbitrary<Counted> = fc.record({
  women: fc.nat({ max: 300 }),
  men: fc.nat({ max: 300 }),
  other: few,
  unknown: few,
});
const someone = fc.array(counted, { minLength: 1, maxLength: 7 }).filter((rows) => total(added(rows)) > 0);

/** A percentage as an office would work it out: whole times and rest. Shares nothing with the code under test. */
function percentage(count: number, base: number, decimals: number): number {
  const scale = 10 ** decimals;
  const [times, rest] = [Math.floor((100 * scale * count) / base), (100 * scale * count) % base];
  return (2 * rest >= base ? times + 1 : times) / scale;
}

/** What a report prints of a row. It leaves out anything but what would then be read as none: see `isDividedBySex`. */
function printed(row: Counted, leftOut: ReadonlySet<string>): Partial<PrintedFigure> {
  const dividedBySex = !leftOut.has("women") && !leftOut.has("men");
  const all = Object.entries({ ...row, total: total(row) });
  return Object.fromEntries(
    all.filter(([column, count]) => {
      const needed = dividedBySex && (column === "other" || column === "unknown") && count > 0;
      return needed || !leftOut.has(column);
    }),
  );
}

const leftOut = fc
  .subarray(["women", "men", "other", "unknown", "total", "percent", "line"])
  .map((columns) => new Set(columns));

describe("figures that come from one count", () => {
  const category = fc.record({ row: counted, leftOut, decimals: fc.nat({ max: 3 }) });
  const categories = fc
    .array(category, { minLength: 1, maxLength: 7 })
    .filter((lines) => total(added(lines.map((line) => line.row))) > 0);

  /** How the lines name their base: as a table, as a number, or not at all in a table with a line for all. */
  const namedBase = fc.constantFrom("table", "number", "none");

  test("never contradict each other, whatever is left out of print", () => {
    fc.assert(
      fc.property(categories, leftOut, namedBase, (lines, leftOutOfWhole, named) => {
        const whole = added(lines.map((line) => line.row));
        const percentOf = { table: "whole", number: `${total(whole)}`, none: undefined }[named];
        const table = percentOf === undefined ? "whole" : "parts";
        const base = wholeLine("s", "whole", printed(whole, leftOutOfWhole));
        const parts = lines.flatMap(({ row, leftOut, decimals }, index): PrintedFigure[] => {
          if (leftOut.has("line")) return [];
          const share = leftOut.has("percent")
            ? {}
            : { percent: percentage(total(row), total(whole), decimals), percentDecimals: decimals };
          const line = { section: "s", table, category: `${index}`, multiple: false };
          return [{ ...line, ...(percentOf && { percentOf }), ...printed(row, leftOut), ...share }];
        });
        const figures = leftOutOfWhole.has("line") ? parts : [base, ...parts];

        expect(figures.map((figure) => PrintedFigure.parse(figure))).toEqual(figures);
        expect(checkPrintedFigures(figures)).toEqual([]);
        expect(checkPrintedDocument({ format: "finsam-printed-figures/1", figures }).findings).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("a fully printed table that holds everybody", () => {
  const columns = ["women", "men", "other", "unknown", "total", "percent"] as const;
  const fullyPrinted = (rows: readonly Counted[]): readonly PrintedFigure[] => {
    const whole = added(rows);
    return [
      wholeLine("s", "whole", { ...whole, total: total(whole) }),
      ...rows.map((row, index) => ({
        ...{ section: "s", table: "parts", category: `${index}`, percentOf: "whole", multiple: false },
        ...{ ...row, total: total(row), percent: percentage(total(row), total(whole), 0) },
      })),
    ];
  };

  test("contradicts itself as soon as one figure is changed", () => {
    fc.assert(
      fc.property(
        someone,
        fc.nat(),
        fc.constantFrom(...columns),
        fc.integer({ min: -50, max: 50 }).filter((by) => by !== 0),
        (rows, at, column, by) => {
          const figures = fullyPrinted(rows);
          const changed = at % figures.length;
          const misprint = (figures[changed]?.[column] ?? Number.NaN) + by;
          fc.pre(misprint >= 0);
          const misprinted = figures.map((figure, index) =>
            index === changed ? { ...figure, [column]: misprint } : figure,
          );

          expect(checkPrintedFigures(figures)).toEqual([]);
          expect(checkPrintedFigures(misprinted)).not.toEqual([]);
        },
      ),
      { numRuns: 1000 },
    );
  });

  test("contradicts itself when one person is moved from the women of a category to its men", () => {
    fc.assert(
      fc.property(someone, fc.nat(), (rows, at) => {
        const moved = at % rows.length;
        fc.pre((rows[moved]?.women ?? 0) > 0);
        const misprinted = fullyPrinted(rows).map((figure) =>
          figure.category === `${moved}` && figure.women !== undefined && figure.men !== undefined
            ? { ...figure, women: figure.women - 1, men: figure.men + 1 }
            : figure,
        );
        // Every row still adds up: only the columns show it.
        expect(checkPrintedFigures(misprinted).map((finding) => finding.column)).toEqual(
          expect.arrayContaining(["woman", "man"]),
        );
      }),
    );
  });
});
