import {
  type Column,
  type Share,
  type TableCounts,
  type TableSpec,
  wholePercent,
  withheldCells,
} from "@finsam/gender-reporting";
import {
  type CodeId,
  countSex,
  noCounts,
  type PersonId,
  type Respondent,
  type Sex,
  type SexCounts,
} from "@finsam/model";
import type { PersonChange } from "./changes.ts";
import { grouped } from "./grouped.ts";

/** The directions that a change may have, in the order of tables. */
const directions = ["improved", "unchanged", "worsened"] as const;
const outcomes = [...directions, "undetermined"] as const;
type Outcome = (typeof outcomes)[number];
type Direction = (typeof directions)[number];

/**
 * How many moved which way on one indicator, as one kind of respondent sees it, on one scale, by sex, as it may be published. A count is
 * `null` when it is withheld. A share is of those of the same sex whose change can be told; `null` when a count that it takes is withheld,
 * or there is nobody.
 *
 * @example
 * ```ts
 * import { bip, type ProgressRow, progressBySex } from "@finsam/bip";
 * const rows: readonly ProgressRow[] = progressBySex([], () => "unknown", 5);
 * rows; // => []
 * ```
 */
export type ProgressRow = {
  readonly indicator: CodeId;
  readonly respondent: Respondent;
  readonly scale: CodeId;
  /** People of whom there is a measurement. */
  readonly asked: PublishedBySex;
  readonly counts: Readonly<Record<Outcome, PublishedBySex>>;
  readonly shares: Readonly<Record<Direction, Readonly<Record<Column, Share | null>>>>;
};

/**
 * Counts by sex as they may be published; `null` is withheld.
 *
 * @example
 * ```ts
 * import type { PublishedBySex } from "@finsam/bip";
 * const counts: PublishedBySex = { woman: 12, man: null, other: 0, unknown: 0, total: null };
 * counts.woman; // => 12
 * ```
 */
export type PublishedBySex = Readonly<Record<Column, number | null>>;

/**
 * Counts changes by sex, and withholds what would give somebody away: counts from 1 to one less than the threshold, and as many more as it
 * takes that none of them can be worked out, in any of the rows together. A threshold of 0 shows all. Participant and case worker are rows
 * of their own, never added and never averaged.
 *
 * @example
 * ```ts
 * import { bip, changes, progressBySex } from "@finsam/bip";
 * const round = (person: string, on: string, value: number) => ({ id: `${person} ${on}`, person, indicator: "own-job-belief",
 *   respondent: "participant" as const, on, scale: "one-to-five", value });
 * const people = ["P1", "P2", "P3", "P4", "P5", "P6"];
 * const all = people.flatMap((person) => [round(person, "2024-03-01", 2), round(person, "2024-06-01", 3)]);
 * const [row] = progressBySex(changes(all, bip), () => "woman", 5);
 * row?.counts.improved.woman; // => 6
 * progressBySex(changes(all, bip), (person) => (person === "P1" ? "man" : "woman"), 5)[0]?.counts.improved.man; // => null
 * ```
 */
export function progressBySex(
  personChanges: Iterable<PersonChange>,
  sexOf: (person: PersonId) => Sex,
  threshold: number,
): readonly ProgressRow[] {
  const all = [...personChanges];
  const measured = new Set(all.map(({ person }) => person));
  const groups = grouped(all, ({ indicator, respondent, scale }) => [indicator, respondent, scale]);
  const everybody = countSexes([...measured], sexOf);
  const tables = groups.map((group, index): TableCounts => {
    const asked = new Set(group.map(({ person }) => person));
    return {
      id: tableId(index),
      base: countSexes([...asked], sexOf),
      notFollowed: noCounts,
      // Those of whom there is no measurement by this indicator: a reader who knows them in one row knows them in the next.
      excluded: countSexes(
        [...measured].filter((person) => !asked.has(person)),
        sexOf,
      ),
      categories: Object.fromEntries(
        outcomes.map((outcome) => [
          outcome,
          countSexes(
            group.filter(({ change }) => change.outcome === outcome).map(({ person }) => person),
            sexOf,
          ),
        ]),
      ),
    };
  });
  const whole: TableCounts = {
    id: "measured",
    base: everybody,
    notFollowed: noCounts,
    excluded: noCounts,
    categories: { all: everybody },
  };
  const withheld = withheldCells(
    [spec("measured", "nothing"), ...tables.map(({ id }) => spec(id, "followUp"))],
    [whole, ...tables],
    threshold,
  );
  return groups.map(([{ indicator, respondent, scale }], index) => {
    const counts = tables[index];
    const shown = (line: string, numbers: SexCounts | undefined): PublishedBySex =>
      bySex((column) => (withheld.has(`${tableId(index)} ${line} ${column}`) ? null : (numbers ?? noCounts)[column]));
    const of = (outcome: Outcome) => shown(`category:${outcome}`, counts?.categories[outcome]);
    const published = {
      improved: of("improved"),
      unchanged: of("unchanged"),
      worsened: of("worsened"),
      undetermined: of("undetermined"),
    };
    const asked = shown("base", counts?.base);
    const shareOf = (direction: Direction) =>
      bySex((column) => share(published[direction][column], asked[column], published.undetermined[column]));
    return {
      indicator,
      respondent,
      scale,
      asked,
      counts: published,
      shares: { improved: shareOf("improved"), unchanged: shareOf("unchanged"), worsened: shareOf("worsened") },
    };
  });
}

const tableId = (index: number): string => `changes-${index}`;

/** Tables that withhold together need only be of the same people; which period they are about is not told here. */
const spec = (id: string, by: "nothing" | "followUp"): TableSpec => ({
  id,
  title: { sv: id, en: id },
  population: "participants",
  period: { from: "0001-01-01", to: "9999-12-31" },
  dimension: { by },
  without: [],
});

function share(n: number | null, asked: number | null, undetermined: number | null): Share | null {
  if (n === null || asked === null || undetermined === null || asked === undetermined) return null;
  const denominator = asked - undetermined;
  return { numerator: n, denominator, percent: wholePercent(n, denominator) };
}

const bySex = <Value>(of: (column: Column) => Value): Readonly<Record<Column, Value>> => ({
  woman: of("woman"),
  man: of("man"),
  other: of("other"),
  unknown: of("unknown"),
  total: of("total"),
});

const countSexes = (people: readonly PersonId[], sexOf: (person: PersonId) => Sex): SexCounts =>
  people.reduce((counts, person) => countSex(counts, sexOf(person)), noCounts);
