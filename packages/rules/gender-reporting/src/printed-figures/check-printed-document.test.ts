import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkPrintedDocument } from "./check-printed-document.ts";
import { checkPrintedFigures } from "./check-printed-figures.ts";
import {
  DocumentFinding,
  DocumentFindingKind,
  documentFindingKinds,
  type FigureChange,
  OpenPercentage,
} from "./document-finding.ts";
import { PrintedDocument, type PrintedLink } from "./printed-document.ts";
import type { PrintedFigure } from "./printed-figure.ts";
import { eachCountedOnce, printedLines, wholeLine } from "./printed-lines.fixture.ts";
import { published2021 } from "./published-2021.fixture.ts";

const check = (figures: readonly PrintedFigure[], links: readonly PrintedLink[] = []) =>
  checkPrintedDocument({ format: "finsam-printed-figures/1", figures: [...figures], links: [...links] });

describe("the published figures of 2021", () => {
  const { findings, openPercentages, notPrinted } = check(published2021);
  const explanations = (at: number) => findings[at]?.explanations.map(({ message }) => message.en);

  test("contradict each other where they do table by table, and nowhere else", () => {
    expect(findings.map(({ explanations, moreExplanations, ...finding }) => finding)).toEqual(
      checkPrintedFigures(published2021),
    );
    expect(notPrinted).toEqual([]);
  });

  test("are explained by the ages over 30 in place of those of 30 to 50, among others", () => {
    expect(explanations(0)).toEqual([
      "The percentage in the row “started-by-age, under-30” is printed at least 24 points too high (29 instead of at most 5).",
      "The percentage in the row “started-by-age, 30-50” is printed at least 24 points too high (71 instead of at most 47).",
      "The percentage in the row “started-by-age, over-50” is printed at least 24 points too high (25 instead of at most 1).",
    ]);
  });

  test("are explained by one person whose sex is unknown, or of any sex, or by totals that are one too high", () => {
    expect(explanations(2)).toEqual([
      "The number of women in the whole “participants” is printed 1 too low (33 instead of 34).",
      "The number of men in the whole “participants” is printed 1 too low (18 instead of 19).",
      "1 of other sex is missing from the whole “participants”.",
      "1 of unknown sex is missing from the whole “participants”.",
    ]);
    // The referrals of Rinkeby-Kista and the whole they are part of: only together, and then in both places.
    expect(findings[4]?.explanations).toEqual(findings[5]?.explanations);
    expect(findings[4]?.explanations.map(({ changes, resolves }) => [changes.length, resolves])).toEqual(
      Array.from({ length: 5 }, () => [2, [4, 5]]),
    );
    expect(explanations(4)).toContain(
      "1 of unknown sex is missing from the whole “referrals”; and 1 of unknown sex is missing from the row “referrals-by-referrer, rinkeby-kista”.",
    );
    expect(findings.every((finding) => !finding.moreExplanations)).toBe(true);
  });

  test("leave three percentages of Aktivitetsplatsen without a base", () => {
    expect(
      openPercentages.map(({ section, table, category, percentOf }) => [section, table, category, percentOf]),
    ).toEqual(
      ["positive", "returned-with-ill-health", "other"].map((category) => [
        "aktivitetsplatsen",
        "ended-by-result",
        category,
        "ended",
      ]),
    );
    expect(openPercentages[0]?.candidates[0]).toEqual({
      section: "aktivitetsplatsen",
      table: "applications",
      base: 228,
      counts: { from: 68, to: 69 },
      fit: "rounded",
    });
  });

  test("give findings and open percentages of their own schemas", () => {
    for (const finding of findings) expect(DocumentFinding.parse(finding)).toEqual(finding);
    for (const open of openPercentages) expect(OpenPercentage.parse(open)).toEqual(open);
  });
});

test("a figure that is printed again with another value is found, and where it stands", () => {
  const line = wholeLine("overview", "ended", { women: 166, men: 200, total: 366 });
  const { findings } = check([
    { ...line, line: 4 },
    { ...line, line: 90, men: 201, total: 367 },
  ]);
  expect(findings.map(({ kind, column, expected, actual }) => [kind, column, expected, actual])).toEqual([
    ["repeated-figure-differs", "man", 200, 201],
    ["repeated-figure-differs", "total", 366, 367],
  ]);
  expect(findings[0]?.message.sv).toBe("Samma siffra (män) är tryckt som 200 på rad 4 och som 201 här.");
  expect(
    findings[0]?.explanations.map(({ changes }) =>
      changes.map(({ line, column, values }) => [line, column, values[0]?.from]),
    ),
  ).toEqual([
    [
      [4, "man", 201],
      [4, "total", 367],
    ],
    [
      [90, "man", 200],
      [90, "total", 366],
    ],
  ]);
});

test("a percentage that is printed again with fewer decimals is the same one", () => {
  const line = (percent: number, percentOf = "ended"): PrintedFigure => ({
    section: "overview",
    table: "ended-by-exit-reason",
    category: "1",
    percent,
    percentOf,
  });
  const kinds = (...figures: readonly PrintedFigure[]) => check(figures).findings.map(({ kind }) => kind);
  expect(kinds(line(45.9), line(46))).toEqual([]);
  expect(kinds(line(45.5), line(46))).toEqual([]);
  expect(kinds(line(45.4), line(46))).toEqual(["repeated-figure-differs"]);
  expect(kinds(line(45), line(46))).toEqual(["repeated-figure-differs"]);
  expect(kinds(line(45), line(46, "started"))).toEqual([]);
});

describe("lines that count the same", () => {
  const started = wholeLine("overview", "started", { women: 258, men: 225, total: 483 });
  const ages = (women: number) => wholeLine("overview", "started-by-age", { women, men: 225, total: women + 225 });

  test("by their names are found where they differ", () => {
    expect(check([started, ages(258)]).findings).toEqual([]);
    expect(
      check([started, ages(250)]).findings.map(({ kind, table, column, difference }) => [
        kind,
        table,
        column,
        difference,
      ]),
    ).toEqual([
      ["same-population-differs", "started-by-age", "woman", -8],
      ["same-population-differs", "started-by-age", "total", -8],
    ]);
  });

  test("by their names do not, once a link says that one is a part of the other", () => {
    const part: PrintedLink = {
      kind: "part",
      part: { section: "overview", table: "started-by-age" },
      of: { section: "overview", table: "started" },
    };
    expect(check([started, ages(250)], [part]).findings).toEqual([]);
    expect(check([started, ages(260)], [part]).findings.map(({ kind, column }) => [kind, column])).toEqual([
      ["part-above-whole", "woman"],
      ["part-above-whole", "total"],
    ]);
  });

  test("in two sections do so only where a link says it", () => {
    const team = wholeLine("team", "started", { women: 258, men: 224, total: 482 });
    expect(check([started, team]).findings).toEqual([]);
    const same: PrintedLink = {
      kind: "same",
      lines: [
        { section: "overview", table: "started" },
        { section: "team", table: "started" },
      ],
    };
    expect(
      check([started, team], [same]).findings.map(({ section, column, expected, actual }) => [
        section,
        column,
        expected,
        actual,
      ]),
    ).toEqual([
      ["team", "man", 225, 224],
      ["team", "total", 483, 482],
    ]);
  });
});

test("interventions that should make up the overview are added up, and one that is missing is named as not printed", () => {
  const overview = wholeLine("overview", "started", { women: 30, men: 21, total: 51 });
  const team = wholeLine("team", "started", { women: 12, men: 11, total: 23 });
  const ips = wholeLine("ips", "started", { women: 18, men: 11, total: 29 });
  const reference = (section: string) => ({ section, table: "started" });
  const sum = (...sections: readonly string[]): PrintedLink => ({
    kind: "sum",
    parts: sections.map(reference),
    of: reference("overview"),
  });
  const { findings } = check([overview, team, ips], [sum("team", "ips")]);
  expect(findings.map(({ kind, column, expected, actual }) => [kind, column, expected, actual])).toEqual([
    ["sum-of-lines-differs", "man", 22, 21],
    ["sum-of-lines-differs", "total", 52, 51],
  ]);
  expect(findings[0]?.explanations.map(({ message }) => message.en)).toContain(
    "The number of men in the whole “started” is printed 1 too low (21 instead of 22); and the total in the whole “started” is printed 1 too low (51 instead of 52).",
  );
  const { notPrinted, findings: none } = check([overview, team], [sum("team", "ips")]);
  expect([notPrinted, none]).toEqual([[reference("ips")], []]);
});

test("a table can be a percentage of a table in another section, or of the one its own name says", () => {
  const ended = wholeLine("overview", "ended", { total: 20 });
  const share: PrintedFigure = {
    section: "team",
    table: "results",
    category: "work",
    total: 5,
    percent: 26,
    percentOf: "overview/ended",
  };
  expect(check([ended, share]).findings.map(({ kind, expected }) => [kind, expected])).toEqual([
    ["percentage-differs-from-counts", 25],
  ]);
  const byReason = printedLines(
    "overview",
    "ended-by-exit-reason",
    [
      ["1", { total: 12 }],
      ["2", { total: 9 }],
    ],
    { multiple: false },
  );
  expect(check([ended, ...byReason]).findings.map(({ kind, table, difference }) => [kind, table, difference])).toEqual([
    ["column-parts-differ-from-whole", "ended-by-exit-reason", 1],
  ]);
});

test("no count of 7 is 50 per cent, and 4 of 7 is 57", () => {
  const share = (percent: number) =>
    check([
      wholeLine("team", "ended", { total: 7 }),
      ...printedLines("team", "work", [["yes", { percent }]], { percentOf: "ended" }),
    ]);
  expect(share(57).findings).toEqual([]);
  const [finding] = share(50).findings;
  expect(finding).toMatchObject({ kind: "percentage-fits-no-count", expected: 43, difference: 7 });
  expect(finding?.message.en).toBe("No count of 7 is 50 per cent when rounded; the nearest is 43.");
  expect(share(42).findings[0]?.message.en).toBe(
    "No count of 7 is 42 per cent when rounded; the nearest is 43. 3 of 7 is 42 if cut off.",
  );
  expect(finding?.explanations.map(({ changes }) => changes.map(({ column }) => column))).toEqual([
    ["total"],
    ["percent"],
  ]);
});

test("a percentage with a count says which printed totals it can be a percentage of, and whether it was cut off", () => {
  const totals = [72, 73, 100].map((total) => wholeLine("team", `of-${total}`, { total }));
  const open = (percent: number) =>
    check([...totals, ...printedLines("team", "done", [["yes", { total: 51, percent }]])]).openPercentages[0];
  expect(open(71)?.candidates.map(({ base, fit }) => [base, fit])).toEqual([[72, "rounded"]]);
  expect(open(70)?.candidates.map(({ base, fit }) => [base, fit])).toEqual([
    [73, "rounded"],
    [72, "truncated"],
  ]);
  expect(open(70)?.message.sv).toBe(
    "70 procent, men av vad sägs inte. I avsnittet passar of-73 (51 av 73), of-72 (51 av 72) (avkortat).",
  );
  expect(open(12)?.candidates).toEqual([]);
  expect(open(12)?.message.en).toBe("12 per cent, but of what is not said. No printed total of the section fits.");
});

test("a kind of finding in a document has a sentence of its own in each language", () => {
  const sentences = DocumentFindingKind.options.flatMap((kind) => Object.values(documentFindingKinds[kind]));
  expect(new Set(sentences).size).toBe(2 * DocumentFindingKind.options.length);
});

interface Counted {
  readonly women: number;
  readonly men: number;
  readonly other: number;
  readonly unknown: number;
}
const few = fc.nat({ max: 2 });
const counted: fc.Arbitrary<Counted> = fc.record({
  women: fc.nat({ max: 60 }),
  men: fc.nat({ max: 60 }),
  other: few,
  unknown: few,
});
const withTotal = (row: Counted) => ({ ...row, total: row.women + row.men + row.other + row.unknown });
const added = (rows: readonly Counted[]): Counted =>
  rows.reduce(
    (sum, row) => ({
      women: sum.women + row.women,
      men: sum.men + row.men,
      other: sum.other + row.other,
      unknown: sum.unknown + row.unknown,
    }),
    { women: 0, men: 0, other: 0, unknown: 0 },
  );
const percentage = (count: number, base: number) => Math.floor((200 * count + base) / (2 * base));

/** Two interventions, each with how its participations ended, and their sum in the overview; everybody printed once more by name. */
const consistent = fc
  .array(fc.array(counted, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 })
  .filter((sections) => sections.every((rows) => withTotal(added(rows)).total > 0))
  .map((sections) => {
    const wholes = sections.map(added);
    const reference = (section: string) => ({ section, table: "ended" });
    const figures: readonly PrintedFigure[] = [
      wholeLine("overview", "ended", withTotal(added(wholes))),
      ...sections.flatMap((rows, index) => {
        const whole = withTotal(added(rows));
        return [
          wholeLine(`${index}`, "ended", whole),
          wholeLine(`${index}`, "ended-by-month", whole),
          ...printedLines(
            `${index}`,
            "ended-by-result",
            rows.map((row, result) => {
              const { total, ...sexes } = withTotal(row);
              return [`${result}`, { ...sexes, total, percent: percentage(total, whole.total) }] as const;
            }),
            eachCountedOnce("ended"),
          ),
          ...printedLines(`${index}`, "shares", [["0", { percent: percentage(rows[0]?.women ?? 0, whole.total) }]], {
            percentOf: "ended",
          }),
        ];
      }),
    ];
    const links: readonly PrintedLink[] = [
      { kind: "sum", parts: sections.map((_, index) => reference(`${index}`)), of: reference("overview") },
      ...sections.map(
        (_, index): PrintedLink => ({ kind: "part", part: reference(`${index}`), of: reference("overview") }),
      ),
    ];
    return { figures, links };
  });

const columnOf = {
  women: "woman",
  men: "man",
  other: "other",
  unknown: "unknown",
  total: "total",
  percent: "percent",
} as const;
const names = ["women", "men", "other", "unknown", "total", "percent"] as const;
const sameFigure = (change: FigureChange, line: PrintedFigure, column: keyof typeof columnOf) =>
  change.section === line.section &&
  change.table === line.table &&
  change.category === line.category &&
  change.column === columnOf[column];

/** The same document with figures left out here and there: totals, percentages, or the sexes. */
const partlyPrinted = fc
  .tuple(consistent, fc.array(fc.nat({ max: 7 }), { minLength: 1, maxLength: 20 }))
  .map(([{ figures, links }, leftOut]) => ({
    links,
    figures: figures.map((figure, index): PrintedFigure => {
      const out = leftOut[index % leftOut.length] ?? 0;
      const { women, men, other, unknown, total, percent, ...line } = figure;
      const bySex = women === undefined || (out & 1) === 0 ? { women, men, other, unknown } : {};
      return {
        ...line,
        ...Object.fromEntries(Object.entries(bySex).filter(([, count]) => count !== undefined)),
        ...(total === undefined || ((out & 2) !== 0 && (out & 1) === 0) ? {} : { total }),
        ...(percent === undefined || (line.table !== "shares" && (out & 4) !== 0) ? {} : { percent }),
      };
    }),
  }));

describe("a document made from consistent counts", () => {
  test("has no contradiction, and no percentage without a base", () => {
    fc.assert(
      fc.property(fc.oneof(consistent, partlyPrinted), ({ figures, links }) => {
        expect(PrintedDocument.safeParse({ format: "finsam-printed-figures/1", figures, links }).success).toBe(true);
        expect(check(figures, links)).toEqual({ findings: [], openPercentages: [], notPrinted: [] });
      }),
      { numRuns: 500 },
    );
  });

  const misprintOf = (
    documents: fc.Arbitrary<{ readonly figures: readonly PrintedFigure[]; readonly links: readonly PrintedLink[] }>,
  ) =>
    fc
      .tuple(
        documents,
        fc.nat(),
        fc.constantFrom(...names),
        fc.integer({ min: -30, max: 30 }).filter((by) => by !== 0),
      )
      .map(([{ figures, links }, at, column, by]) => {
        const index = at % figures.length;
        const line = figures[index];
        const right = line?.[column];
        return { figures, links, index, column, line, right, wrong: (right ?? Number.NaN) + by };
      })
      .filter(({ line, column, wrong }) => wrong >= 0 && !(line?.table === "shares" && column === "percent"));

  const misprinted = misprintOf(consistent);

  test("contradicts itself once a figure is changed, and what it was is among the explanations of every contradiction", () => {
    fc.assert(
      fc.property(misprinted, ({ figures, links, index, column, line, right = Number.NaN, wrong }) => {
        fc.pre(line !== undefined);
        const changed = figures.map((figure, at) => (at === index ? { ...figure, [column]: wrong } : figure));
        const { findings } = check(changed, links);
        expect(findings).not.toEqual([]);
        for (const { explanations, moreExplanations } of findings) {
          expect(moreExplanations).toBe(false);
          const isTrue = explanations.some(
            ({ changes: [change, ...others] }) =>
              line &&
              change &&
              others.length === 0 &&
              sameFigure(change, line, column) &&
              change.values.some(({ from, to }) => from <= right && right <= (to ?? Number.POSITIVE_INFINITY)),
          );
          expect(isTrue).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  test("is free of the contradiction, and has no new one, when any explanation is followed", () => {
    const nearest = ({ printed, values }: FigureChange) => {
      const own = printed ?? 0;
      const ends = values.flatMap(({ from, to }) => [from, to ?? from]);
      return ends.sort((one, another) => Math.abs(one - own) - Math.abs(another - own))[0] ?? own;
    };
    fc.assert(
      fc.property(fc.oneof(misprinted, misprintOf(partlyPrinted)), ({ figures, links, index, column, wrong }) => {
        const changed = figures.map((figure, at) => (at === index ? { ...figure, [column]: wrong } : figure));
        const { findings } = check(changed, links);
        // A percentage that is still another may by chance become one that was cut off.
        const way = (kind: string) => (kind.startsWith("percentage-") ? "percentage" : kind);
        const placesOf = (found: readonly DocumentFinding[]) =>
          new Set(
            found.map(({ section, table, category, kind, column }) =>
              [section, table, category, way(kind), column].join(),
            ),
          );
        const before = placesOf(findings);
        for (const [number, { explanations }] of findings.entries())
          for (const { changes, resolves } of explanations) {
            expect(resolves).toContain(number);
            const followed = changed.map((figure) =>
              Object.assign(
                { ...figure },
                ...changes.flatMap((change) =>
                  names.filter((name) => sameFigure(change, figure, name)).map((name) => ({ [name]: nearest(change) })),
                ),
              ),
            );
            const after = placesOf(check(followed, links).findings);
            expect([...after].filter((name) => !before.has(name))).toEqual([]);
            for (const resolved of resolves)
              for (const name of placesOf(findings.slice(resolved, resolved + 1))) expect(after.has(name)).toBe(false);
          }
      }),
      { numRuns: 150 },
    );
  });
});
