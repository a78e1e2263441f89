import type { Counts, PublishedReport, PublishedTable } from "./published-report.ts";

/** A sum over cells of a report that any reader knows to lie between two numbers. */
export interface KnownSum {
  readonly terms: readonly (readonly [cell: string, times: number])[];
  readonly atLeast: number;
  readonly atMost: number;
}

/** All that a published report tells. */
export interface Knowledge {
  /** The printed counts; `null` where one is withheld. */
  readonly cells: ReadonlyMap<string, number | null>;
  /** Between which numbers a withheld count lies by itself; the highest is infinite when nothing limits it. */
  readonly limits: (cell: string) => { readonly lowest: number; readonly highest: number };
  readonly sums: readonly KnownSum[];
}

const sexes = ["woman", "man", "other", "unknown"] as const;
const columns = [...sexes, "total"] as const;
type ColumnName = (typeof columns)[number];

const name = (table: PublishedTable, line: string, column: string): string => `${table.id} ${line} ${column}`;

const linesOf = ({ base, rows }: PublishedTable): readonly (readonly [string, Counts])[] => [
  ["base", base.counts],
  ["notFollowed", base.notFollowed],
  ["excluded", base.excluded],
  ...rows.map(({ category, counts }) => [`row:${category}`, counts] as const),
];

const equal = (left: readonly string[], right: readonly string[]): KnownSum => ({
  terms: [...left.map((cell) => [cell, 1] as const), ...right.map((cell) => [cell, -1] as const)],
  atLeast: 0,
  atMost: 0,
});

const notMore = (left: readonly string[], right: readonly string[]): KnownSum => ({
  ...equal(left, right),
  atLeast: Number.NEGATIVE_INFINITY,
});

/**
 * Reads a report as somebody who wants to know what it does not say, and who has kept what was published before: of the same year, where
 * nothing has been corrected since, and of other years, where who took part and did not end is carried over into the next.
 */
export function knowledgeOf(report: PublishedReport, earlier: readonly PublishedReport[] = []): Knowledge {
  const others = earlier.filter((other) => other.year !== report.year);
  const oldest = Math.min(report.year, ...others.map(({ year }) => year));
  const known = [report, ...others].map((one) => {
    const prefix = one === report ? "" : `${one.year}: `;
    return { year: one.year, prefix, ...knowledgeOfOne(one, one.year > oldest, prefix) };
  });
  const cells = new Map(known.flatMap((one) => [...one.cells]));
  for (const other of earlier.filter(({ year }) => year === report.year))
    for (const [cell, count] of knowledgeOfOne(other).cells) if (cells.get(cell) === null) cells.set(cell, count);
  const links = known.flatMap((before) =>
    known
      .filter(({ year }) => year === before.year + 1)
      .flatMap((after) => linksBetween(before.prefix, after.prefix, cells)),
  );
  const limits = new Map(
    known.flatMap((one) => [...one.cells.keys()].map((cell) => [cell, one.limits(cell)] as const)),
  );
  return {
    cells,
    limits: (cell) => limits.get(cell) ?? { lowest: 0, highest: Number.POSITIVE_INFINITY },
    sums: [...known.flatMap(({ sums }) => sums), ...links],
  };
}

/** What a reader knows of two years in a row, from how their cells are called. */
function linksBetween(before: string, after: string, cells: Knowledge["cells"]): readonly KnownSum[] {
  const sections = new Set(
    [...cells.keys()].flatMap((cell) => {
      const section = /^carried-over(?<section>\S*) row:all total$/.exec(cell.slice(after.length))?.groups?.section;
      return cell.startsWith(after) && section !== undefined ? [section] : [];
    }),
  );
  return [...sections].flatMap((section) =>
    columns.flatMap((column) => {
      const all = (year: string, population: string) => `${year}${population}${section} row:all ${column}`;
      const aside = (year: string, table: string) => `${year}${table}${section} notFollowed ${column}`;
      const [now, then] = [aside(after, "participants-by-referrer"), aside(before, "participants-by-referrer")];
      const ended = aside(before, "ended-by-exit-reason");
      const [startedAside, started] = [aside(after, "started-by-age"), all(after, "started")];
      return [
        equal([all(after, "carried-over"), all(before, "ended")], [all(before, "participants")]),
        ...(cells.has(startedAside)
          ? [equal([now, ended], [then, startedAside])]
          : [notMore([then], [now, ended]), notMore([now, ended], [then, started])]),
      ].filter(({ terms }) => terms.every(([cell]) => cells.has(cell)));
    }),
  );
}

/** `followsAnother`: a zero may be withheld where it would tell what the year before withholds. */
function knowledgeOfOne(report: PublishedReport, followsAnother = false, prefix = ""): Knowledge {
  const known = knowledgeOfTables(report, followsAnother);
  if (prefix === "") return known;
  return {
    cells: new Map([...known.cells].map(([cell, count]) => [prefix + cell, count])),
    limits: (cell) => known.limits(cell.slice(prefix.length)),
    sums: known.sums.map(({ terms, ...limits }) => ({
      ...limits,
      terms: terms.map(([cell, times]) => [prefix + cell, times] as const),
    })),
  };
}

function knowledgeOfTables(report: PublishedReport, followsAnother: boolean): Knowledge {
  const tables = [...report.tables, ...report.sections.flatMap((section) => section.tables)];
  const cells = new Map<string, number | null>();
  const sums: KnownSum[] = [];
  const { disclosure } = report;
  if (disclosure?.method === "round") return knowledgeOfRounded(report, disclosure.base);
  const together = disclosure?.otherAndUnknown === "together";

  for (const table of tables) {
    for (const [line, counts] of linesOf(table)) {
      for (const column of columns) cells.set(name(table, line, column), counts[column]);
      sums.push(
        equal(
          sexes.map((sex) => name(table, line, sex)),
          [name(table, line, "total")],
        ),
      );
      // Withheld together, they are not both zero.
      if (together && counts.other === null && counts.unknown === null)
        sums.push({
          terms: [
            [name(table, line, "other"), 1],
            [name(table, line, "unknown"), 1],
          ],
          atLeast: 1,
          atMost: Number.POSITIVE_INFINITY,
        });
    }
    for (const { category, shares } of table.rows)
      for (const column of columns) {
        // A share tells its counts, whatever the table shows.
        const tell = (cell: string, value: number | undefined) => {
          if (value !== undefined && cells.get(cell) === null) cells.set(cell, value);
        };
        tell(name(table, `row:${category}`, column), shares[column].ofBase?.numerator);
        tell(name(table, "base", column), shares[column].ofBase?.denominator);
        tell(name(table, `row:${category}`, column), shares[column].sexDistribution?.numerator);
        tell(name(table, `row:${category}`, "total"), shares[column].sexDistribution?.denominator);
        tell(name(table, `row:${category}`, column), shares[column].ofKnown?.numerator);
      }
  }
  for (const column of columns) for (const table of tables) sums.push(...sumsOf(table, tables, column));
  const maybeNobody = new Set(
    tables
      .filter(({ base }) => ["participants", "carried-over", "ended"].includes(base.population))
      .map(({ id }) => id),
  );
  const zerosPublished = (disclosure?.zeros ?? "publish") === "publish";
  return {
    cells,
    limits: (cell) => {
      const column = cell.split(" ").at(-1);
      const maybeZero =
        (together && (column === "other" || column === "unknown")) ||
        (followsAnother && maybeNobody.has(cell.split(" ")[0] ?? ""));
      return { lowest: zerosPublished && !maybeZero ? 1 : 0, highest: Number.POSITIVE_INFINITY };
    },
    sums,
  };
}

/** Every count is unknown where all are rounded, and less than the base away from what is printed; the true counts add up as well. */
function knowledgeOfRounded(report: PublishedReport, base: number): Knowledge {
  const { disclosure: _, ...printed } = report;
  const { cells, sums } = knowledgeOfOne(printed);
  const shown = (cell: string) => cells.get(cell) ?? 0;
  return {
    cells: new Map([...cells.keys()].map((cell) => [cell, null])),
    limits: (cell) => ({ lowest: Math.max(0, shown(cell) - base + 1), highest: shown(cell) + base - 1 }),
    sums,
  };
}

const countsPersons = ({ base }: PublishedTable): boolean => base.unit === "persons";

/** Nobody is counted twice: persons are at most their participations (of unknown sex there may be more), and those of a section are among all. */
function sumsOfPersons(table: PublishedTable, tables: readonly PublishedTable[], column: ColumnName) {
  const at = (line: string, of: PublishedTable = table) => name(of, line, column);
  const participants = tables.find(
    (other) =>
      !countsPersons(other) &&
      other.base.population === table.base.population &&
      other.intervention === table.intervention &&
      other.rows.length === 1 &&
      other.rows[0]?.category === "all",
  );
  const followUp = tables.find(
    (other) =>
      other.intervention === table.intervention && other.rows.some(({ category }) => category === "not-followed"),
  );
  const sections = tables.filter((other) => countsPersons(other) && other.intervention !== undefined);
  const isWhole = table.intervention === undefined && column !== "unknown" && sections.length > 0;
  // Who is of unknown sex in all may be of one sex in each section.
  const all = column === "total" ? [at("base")] : [at("base"), name(table, "base", "unknown")];
  return [
    equal([at("row:all")], [at("base")]),
    ...(followUp === undefined ? [] : [equal([at("notFollowed")], [at("row:not-followed", followUp)])]),
    ...(participants === undefined || column === "unknown"
      ? []
      : [notMore([at("base"), at("notFollowed")], [at("row:all", participants)])]),
    ...(isWhole
      ? [
          ...sections.map((section) => notMore([at("base", section)], all)),
          notMore(
            [at("base")],
            sections.map((section) => at("base", section)),
          ),
        ]
      : []),
  ];
}

function sumsOf(table: PublishedTable, all: readonly PublishedTable[], column: ColumnName): readonly KnownSum[] {
  if (countsPersons(table)) return sumsOfPersons(table, all, column);
  const tables = all.filter((other) => !countsPersons(other));
  const at = (line: string, of: PublishedTable = table) => name(of, line, column);
  const rows = table.rows.map(({ category }) => at(`row:${category}`));
  const samePeople = (other: PublishedTable) =>
    other.base.population === table.base.population && other.intervention === table.intervention;
  const isWhole = ({ rows: [first, ...others] }: PublishedTable) => others.length === 0 && first?.category === "all";
  const isFollowUp = (of: PublishedTable) => of.rows.some(({ category }) => category === "not-followed");
  const isByIntervention = (of: PublishedTable) => of.id === "participants-by-intervention";
  const leavesOut = (of: PublishedTable) => !isWhole(of) && !isFollowUp(of) && !isByIntervention(of);
  const whole = tables.find((other) => isWhole(other) && samePeople(other));
  const followUp = tables.find((other) => isFollowUp(other) && samePeople(other));
  const first = tables.find((other) => leavesOut(other) && samePeople(other));
  const sections = tables.filter(
    ({ id, intervention }) => intervention !== undefined && id === `${table.id}-in-${intervention}`,
  );
  const byIntervention = tables.find(isByIntervention);
  const participants = tables.find(
    (other) =>
      other.base.population === "participants" &&
      other.intervention === table.intervention &&
      leavesOut(other) === leavesOut(table),
  );
  const results = tables.find(
    ({ id, intervention }) => id === "ended-by-result" && intervention === table.intervention,
  );
  const reasons = tables.find((other) => other.id.startsWith("ended-by-exit-reason") && samePeople(other));
  return [
    ...(table.multiple
      ? [
          ...rows.map((row) =>
            notMore(
              row === at("row:unknown")
                ? [row]
                : [row, ...(rows.includes(at("row:unknown")) ? [at("row:unknown")] : [])],
              [at("base")],
            ),
          ),
          notMore([at("base")], rows),
        ]
      : [equal(rows, [at("base")])]),
    ...(whole === undefined ? [] : [equal([at("base"), at("notFollowed"), at("excluded")], [at("row:all", whole)])]),
    ...(leavesOut(table) && followUp !== undefined
      ? [equal([at("notFollowed")], [at("row:not-followed", followUp)])]
      : []),
    ...(leavesOut(table) && first !== undefined && first !== table
      ? [equal([at("notFollowed")], [at("notFollowed", first)])]
      : []),
    ...table.rows.flatMap(({ category, madeOf }) =>
      madeOf === undefined || reasons === undefined
        ? []
        : [
            equal(
              reasons.rows
                .filter((row) => madeOf.includes(row.category))
                .map((row) => at(`row:${row.category}`, reasons)),
              [at(`row:${category}`)],
            ),
          ],
    ),
    ...(results === undefined || !table.rows.some(({ within }) => within !== undefined)
      ? []
      : results.rows.map(({ category }) =>
          equal(
            table.rows
              .filter((row) => (row.within?.result ?? row.category) === category)
              .map((row) => at(`row:${row.category}`)),
            [at(`row:${category}`, results)],
          ),
        )),
    ...(table.base.population === "participants" && isWhole(table) ? carriedOverAndStarted(table, tables, column) : []),
    ...(sections.length > 0 &&
    byIntervention !== undefined &&
    byIntervention.rows.every(({ category }) => sections.some(({ intervention }) => intervention === category))
      ? [...new Set([table, ...sections].flatMap((of) => linesOf(of).map(([line]) => line)))].map((line) =>
          equal(
            sections.filter((of) => linesOf(of).some(([id]) => id === line)).map((of) => at(line, of)),
            linesOf(table).some(([id]) => id === line) ? [at(line)] : [],
          ),
        )
      : []),
    ...(table.intervention !== undefined &&
    isWhole(table) &&
    table.base.population === "participants" &&
    byIntervention !== undefined
      ? [equal([at("row:all")], [at(`row:${table.intervention}`, byIntervention)])]
      : []),
    ...((table.base.population === "ended" || table.base.population === "started") && participants !== undefined
      ? [
          notMore([at("base"), at("excluded")], [at("base", participants), at("excluded", participants)]),
          notMore([at("notFollowed")], [at("notFollowed", participants)]),
        ]
      : []),
  ];
}

function carriedOverAndStarted(participants: PublishedTable, tables: readonly PublishedTable[], column: ColumnName) {
  const parts = ["carried-over", "started"].flatMap((population) =>
    tables.filter(
      (table) =>
        table.base.population === population &&
        table.intervention === participants.intervention &&
        table.rows[0]?.category === "all",
    ),
  );
  return parts.length === 2
    ? [
        equal(
          parts.map((part) => name(part, "row:all", column)),
          [name(participants, "row:all", column)],
        ),
      ]
    : [];
}
