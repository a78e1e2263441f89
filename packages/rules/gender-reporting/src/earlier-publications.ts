import { noCounts } from "@finsam/model";
import type { Profile } from "@finsam/policy";
import { type Column, columns } from "./column.ts";
import { categoryLine, cellKey, linesOf, type Place } from "./equations.ts";
import { isAlwaysZero, knownRelations, type Relation } from "./known-relations.ts";
import type { PublishedCounts, Report, Table } from "./report.ts";
import { reportTables } from "./report-tables.ts";
import type { TableCounts } from "./table-counts.ts";
import { leavesOutNotFollowed, type Population, type TableSpec } from "./table-spec.ts";

/** What reports that were published before have to do with the figures of a new one, by their keys. */
export interface EarlierPublications {
  /** Figures that a reader has already: they protect nothing any more. */
  readonly known: ReadonlySet<string>;
  /** Figures that reports of other years withhold, which the new one must not tell either. */
  readonly withheld: readonly WithheldElsewhere[];
  /** How those hang together with each other, and with the figures of the new report. */
  readonly beliefs: readonly Belief[];
  /** Figures of the new report that may have to be withheld though they are zero, since that zero could tell what another year withholds. */
  readonly tellingZeros: ReadonlySet<string>;
  /** Tables of the new report in which, for that reason, a withheld figure can be zero. */
  readonly tablesWithSuchZeros: ReadonlySet<string>;
}

/** A figure that a report of another year withholds. Its key begins with the year: `2020: started base woman`. */
export interface WithheldElsewhere {
  readonly key: string;
  /** The least that it can be. */
  readonly atLeast: number;
  /** The least that a reader takes it for unless that cannot be: a withheld zero is rare where zeros are printed. */
  readonly usually: number;
  /** How wide and how high the policy of that report wants it to stay; see `ProblemCell`. */
  readonly width: number;
  readonly reaches: number;
}

/**
 * What a reader believes of figures of several years, those printed elsewhere already counted in. When the register has been corrected
 * since, not all can be true: then those are given up that weigh the least.
 */
export interface Belief extends Relation {
  readonly weight: number;
}

/** That nothing was corrected from one year to the next is given up before that the tables of one report agree. */
const weights = { withinReport: 10_000, betweenYears: 1 } as const;

/**
 * What a reader can tell of the figures of a year from reports that were published before.
 *
 * From an earlier report of the same year, such as one that is now corrected: every figure that it prints and that is still the same. From
 * those of other years: the participants of a year, but for those that ended, are carried over into the next, in all and in each
 * intervention, and as many of them without consent to be followed up. What those reports withhold is unknown, and hangs together as the
 * figures of one report do. Rounded reports tell nothing exactly, and are left out.
 *
 * @throws NoVersionCovers when the profile has no report layout for a year that was published.
 * @example
 * ```ts
 * import { buildReport, earlierPublications, reportTables, tabulate } from "@finsam/gender-reporting";
 * import { stockholm } from "@finsam/stockholm";
 * const countsOf = (year: number) => tabulate(reportTables(stockholm, year), []);
 * const reports = [2020, 2021].map((year) => buildReport(stockholm, year, countsOf(year)));
 * const { known, beliefs } = earlierPublications(stockholm, reports, 2021, countsOf(2021));
 * known.has("started category:all woman"); // => true
 * beliefs[0]; // => { terms: [{ cell: "carried-over category:all woman", times: 1 }], atLeast: 0, atMost: 0, weight: 1 }
 * ```
 */
export function earlierPublications(
  profile: Profile,
  reports: readonly Report[],
  year: number,
  counted: readonly TableCounts[],
): EarlierPublications {
  const ofYear = (of: number) =>
    reports.filter((report) => report.year === of && report.disclosure?.method !== "round");
  const known = new Set(
    ofYear(year).flatMap((report) => counted.flatMap((counts) => unchanged(counts, tablesOf(report)))),
  );
  const specsOf = (of: number) => reportTables(profile, of, { sections: true, persons: true });
  const here: YearOfTables = { specs: specsOf(year), tables: counted, keyOf: cellKey, printed: new Map() };
  const elsewhere = [...neighboursOf(year, new Set(reports.map((report) => report.year)))].flatMap((of) => {
    const published = ofYear(of);
    return published.length === 0 ? [] : [{ year: of, ...publishedYear(of, specsOf(of), published) }];
  });
  const yearsInOrder = [...elsewhere, { year, ...here }].sort((one, other) => one.year - other.year);
  const links = yearsInOrder.flatMap((after, index) => {
    const before = yearsInOrder[index - 1];
    return before?.year === after.year - 1 ? linksBetween(before, after) : [];
  });
  const printed = new Map(elsewhere.flatMap((one) => [...one.printed]));
  const beliefs = [
    ...links.map((relation) => ({ ...relation, weight: weights.betweenYears })),
    ...elsewhere.flatMap((one) => one.relations.map((relation) => ({ ...relation, weight: weights.withinReport }))),
  ].flatMap((belief) => withoutPrinted(belief, printed));
  const withheld = elsewhere.flatMap((one) => one.withheld);
  const tablesWithSuchZeros = new Set(
    here.specs.filter(({ population }) => canHideZeros.has(population)).map(({ id }) => id),
  );
  return { known, withheld, beliefs, tellingZeros: tellingZeros(here, beliefs), tablesWithSuchZeros };
}

/** The tables of one year: of a report, or of the counts that are to become one. */
interface YearOfTables {
  readonly specs: readonly TableSpec[];
  /** Of a published report, only which lines they have is to be read here. */
  readonly tables: readonly TableCounts[];
  readonly keyOf: (place: Place) => string;
  /** What is printed, by its key. */
  readonly printed: ReadonlyMap<string, number>;
}

/** A zero of these may be withheld for what it tells of another year: nobody ends or takes part where nobody is carried over or starts. */
const canHideZeros: ReadonlySet<Population> = new Set(["participants", "carried-over", "ended"]);

/** The years that were published and that no gap parts from this one. */
function neighboursOf(year: number, published: ReadonlySet<number>): ReadonlySet<number> {
  const found = new Set<number>();
  for (const step of [-1, 1]) for (let next = year + step; published.has(next); next += step) found.add(next);
  return found;
}

const tablesOf = (report: Report): readonly Table[] => [
  ...report.tables,
  ...report.sections.flatMap((section) => section.tables),
];

/** A year that was published, what of it is withheld, and what a reader knows of that. */
interface PublishedYear extends YearOfTables {
  readonly withheld: readonly WithheldElsewhere[];
  readonly relations: readonly Relation[];
}

/** A year with all that was published of it. Of a figure that was printed several times, the last is taken. */
function publishedYear(year: number, specs: readonly TableSpec[], reports: readonly Report[]): PublishedYear {
  const keyOf = (place: Place) => `${year}: ${cellKey(place)}`;
  const tables = new Map<string, TableCounts>();
  const printed = new Map<string, number>();
  const withheld = new Map<string, WithheldElsewhere>();
  const sums: Relation[] = [];
  for (const report of reports)
    for (const table of tablesOf(report)) {
      const spec = specs.find(({ id }) => id === table.id);
      if (spec === undefined) continue;
      tables.set(table.id, linesIn(table));
      for (const [line, counts] of publishedLinesOf(table)) {
        const at = (column: Column) => keyOf({ table: table.id, line, column });
        for (const column of columns) {
          const count = counts[column];
          if (count !== null) printed.set(at(column), count);
          else withheld.set(at(column), withheldElsewhere(at(column), column, spec.population, report));
        }
        if (!tellsTogether(report) || counts.other !== null || counts.unknown !== null) continue;
        const sum = { ...withheldElsewhere(`${at("other")}-or-unknown`, "total", spec.population, report) };
        withheld.set(sum.key, sum);
        sums.push(balance([at("other"), at("unknown")], [sum.key]));
      }
    }
  const lines = [...tables.values()];
  const ofOneYear = knownRelations(
    specs.filter(({ id }) => tables.has(id)),
    lines,
  ).map(({ terms, ...limits }) => ({
    ...limits,
    terms: terms.map(({ cell, times }) => ({ cell: `${year}: ${cell}`, times })),
  }));
  return {
    specs,
    tables: lines,
    keyOf,
    printed,
    withheld: [...withheld.values()].filter(({ key }) => !printed.has(key)),
    relations: [...ofOneYear, ...sums],
  };
}

function withheldElsewhere(
  key: string,
  column: Column,
  population: Population,
  { disclosure, threshold }: Report,
): WithheldElsewhere {
  const policy = disclosure?.method === "withhold" ? disclosure : undefined;
  const together = policy?.otherAndUnknown === "together" && (column === "other" || column === "unknown");
  const maybeZero = together || policy?.zeros === "withhold";
  return {
    key,
    // A zero of these may have been withheld because of what was published before it.
    atLeast: maybeZero || canHideZeros.has(population) ? 0 : 1,
    usually: maybeZero ? 0 : 1,
    width: policy?.width ?? Math.max(1, threshold - 1),
    reaches: threshold,
  };
}

const tellsTogether = ({ disclosure }: Report): boolean =>
  disclosure?.method === "withhold" && disclosure.otherAndUnknown === "together";

/** Which lines a published table has; the counts are not to be read. */
const linesIn = ({ id, rows }: Table): TableCounts => ({
  id,
  base: noCounts,
  notFollowed: noCounts,
  excluded: noCounts,
  categories: Object.fromEntries(rows.map(({ category }) => [category, noCounts])),
});

const publishedLinesOf = ({ base, rows }: Table): readonly (readonly [string, PublishedCounts])[] => [
  ["base", base.counts],
  ["notFollowed", base.notFollowed],
  ["excluded", base.excluded],
  ...rows.map(({ category, counts }) => [categoryLine(category), counts] as const),
];

const balance = (left: readonly string[], right: readonly string[]): Relation => ({
  terms: [...left.map((cell) => ({ cell, times: 1 })), ...right.map((cell) => ({ cell, times: -1 }))],
  atLeast: 0,
  atMost: 0,
});

/** What is left of a belief when the printed figures are counted in; nothing when it is about printed ones only. */
function withoutPrinted(belief: Belief, printed: ReadonlyMap<string, number>): readonly Belief[] {
  const terms = belief.terms.filter(({ cell }) => !printed.has(cell));
  if (terms.length === 0) return [];
  const sum = belief.terms.reduce((total, { cell, times }) => total + times * (printed.get(cell) ?? 0), 0);
  const less = (limit: number | null) => (limit === null ? null : limit - sum);
  return [{ ...belief, terms, atLeast: less(belief.atLeast), atMost: less(belief.atMost) }];
}

/** How the figures of two years that follow each other hang together. */
const linksBetween = (before: YearOfTables, after: YearOfTables): readonly Relation[] =>
  sectionsIn(after).flatMap((section) =>
    columns.flatMap((column) => [
      ...carriedOver(before, after, section, column),
      ...carriedOverNotFollowed(before, after, section, column),
    ]),
  );

/** Who took part and did not end is carried over. */
function carriedOver(before: YearOfTables, after: YearOfTables, section: Section, column: Column) {
  const now = allOf(after, "carried-over", section, column);
  const ended = allOf(before, "ended", section, column);
  const participants = allOf(before, "participants", section, column);
  return now === undefined || ended === undefined || participants === undefined
    ? []
    : [balance([now, ended], [participants])];
}

/** The same of those who are not followed up: with those that started they are the participants. */
function carriedOverNotFollowed(before: YearOfTables, after: YearOfTables, section: Section, column: Column) {
  const now = notFollowedOf(after, "participants", section, column);
  const ended = notFollowedOf(before, "ended", section, column);
  const participants = notFollowedOf(before, "participants", section, column);
  if (now === undefined || ended === undefined || participants === undefined) return [];
  const startedNotFollowed = notFollowedOf(after, "started", section, column);
  if (startedNotFollowed !== undefined) return [balance([now, ended], [participants, startedNotFollowed])];
  // In one intervention, how many of them started is not told: some of those that did.
  const started = allOf(after, "started", section, column);
  return [
    { ...balance([now, ended], [participants]), atMost: null },
    ...(started === undefined ? [] : [{ ...balance([now, ended], [participants, started]), atLeast: null }]),
  ];
}

/** An intervention that has tables of its own; the whole when `undefined`. */
type Section = string | undefined;

const sectionsIn = ({ specs, tables }: YearOfTables): readonly Section[] => [
  ...new Set(specs.filter(({ id }) => tables.some((table) => table.id === id)).map(({ where }) => where?.intervention)),
];

const specIn = (
  { specs, tables }: YearOfTables,
  section: Section,
  isMeant: (spec: TableSpec) => boolean,
): TableSpec | undefined =>
  specs.find(
    (spec) => spec.where?.intervention === section && isMeant(spec) && tables.some(({ id }) => id === spec.id),
  );

function allOf(of: YearOfTables, population: Population, section: Section, column: Column) {
  const spec = specIn(of, section, (one) => one.population === population && one.dimension.by === "nothing");
  return spec === undefined ? undefined : of.keyOf({ table: spec.id, line: categoryLine("all"), column });
}

function notFollowedOf(of: YearOfTables, population: Population, section: Section, column: Column) {
  const spec = specIn(of, section, (one) => one.population === population && leavesOutNotFollowed(one));
  return spec === undefined ? undefined : of.keyOf({ table: spec.id, line: "notFollowed", column });
}

/**
 * Where nobody is carried over, and another year withholds what that would tell: these zeros, and where nobody took part at all, those of
 * the participants and of who ended too.
 */
function tellingZeros(here: YearOfTables, beliefs: readonly Belief[]): ReadonlySet<string> {
  const tells = new Set(
    beliefs
      .filter(({ weight, terms }) => weight === weights.betweenYears && terms.length > 1)
      .flatMap(({ terms }) => terms.map(({ cell }) => cell)),
  );
  const zeros = sectionsIn(here).flatMap((section) =>
    columns.flatMap((column) => {
      const among = (population: Population): readonly string[] => {
        const found = zerosOf(here, population, section, column);
        return found.includes(allOf(here, population, section, column) ?? "") ? found : [];
      };
      const carriedOver = tells.has(allOf(here, "carried-over", section, column) ?? "") ? among("carried-over") : [];
      if (carriedOver.length === 0) return [];
      const participants = among("participants");
      return [...carriedOver, ...participants, ...(participants.length === 0 ? [] : among("ended"))];
    }),
  );
  return new Set(zeros);
}

/** The zeros of one column in the tables of a population: in one intervention, or everywhere. */
function zerosOf(
  { specs, tables, keyOf }: YearOfTables,
  population: Population,
  section: Section,
  column: Column,
): readonly string[] {
  return specs
    .filter((spec) => spec.population === population)
    .flatMap((spec) => {
      const lines = tables.filter(({ id }) => id === spec.id).flatMap(linesOf);
      return lines
        .filter(
          ([line]) =>
            !isAlwaysZero(spec, line) &&
            (section === undefined ||
              spec.where?.intervention === section ||
              (spec.dimension.by === "intervention" && line === categoryLine(section))),
        )
        .filter(([, counts]) => counts[column] === 0)
        .map(([line]) => keyOf({ table: spec.id, line, column }));
    });
}

/** The figures of a table that an earlier report prints, and that are still the same. */
function unchanged(counts: TableCounts, tables: readonly Table[]): readonly string[] {
  const before = tables.find(({ id }) => id === counts.id);
  if (before === undefined) return [];
  const printed = new Map(publishedLinesOf(before));
  return linesOf(counts).flatMap(([line, now]) =>
    columns
      .filter((column) => printed.get(line)?.[column] === now[column])
      .map((column) => cellKey({ table: counts.id, line, column })),
  );
}
