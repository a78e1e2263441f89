import type { CodeId, Sex, SexCounts } from "@finsam/model";
import { categoriesOf, categoryOfCode, resultInGroups } from "../category.ts";
import { type TableCounts, unknownCategory } from "../table-counts.ts";
import type { Dimension, Population, TableSpec } from "../table-spec.ts";
import {
  type CellCounts,
  type Cells,
  type Cube,
  type CubePart,
  type SpellInPeriod,
  sameContent,
  standings,
} from "./cube.ts";
import { type CubeDimensionName, cubeDimensionsOf } from "./cube-plan.ts";

const spellsOf: Readonly<Record<Population, readonly string[]>> = {
  participants: ["carried-over", "carried-over-and-ended", "started", "started-and-ended"],
  "carried-over": ["carried-over", "carried-over-and-ended"],
  started: ["started", "started-and-ended"],
  ended: ["carried-over-and-ended", "started-and-ended"],
  "not-started": ["not-started"],
} satisfies Record<Population, readonly SpellInPeriod[]>;

/**
 * Tables as projections of a cube: the counts that {@link tabulate} makes of the same rows.
 *
 * @throws RangeError when the cube was counted without what a table needs: its period, its lists and bands, or the crossing of both;
 * and for a table of persons, whom a cube does not tell apart.
 * @example
 * ```ts
 * import { countRows, reportTables, tablesOf } from "@finsam/gender-reporting";
 * import { stockholm } from "@finsam/stockholm";
 * const specs = reportTables(stockholm, 2021, { sections: true });
 * tablesOf(countRows(stockholm, [2021], []), specs).length === specs.length; // => true
 * ```
 */
export function tablesOf(cube: Cube, specs: readonly TableSpec[]): readonly TableCounts[] {
  const reader = startReading(cube);
  return specs.map((spec) => tableOf(reader, spec));
}

function tableOf(reader: CubeReader, spec: TableSpec): TableCounts {
  const { dimension, where } = spec;
  checkPlan(reader.cube, spec);
  const names = cubeDimensionsOf(dimension);
  const needed = [...names, ...(where === undefined ? [] : ["intervention" as const])];
  const { by, cells } = reader.cells(spec.period, needed, `the table "${spec.id}"`);
  const [at, withinAt] = names.map((name) => by.indexOf(name));
  const whereAt = by.indexOf("intervention");
  const wanted = standings.filter(({ spell }) => spellsOf[spec.population].includes(spell));
  const [base, notFollowed, excluded] = [startSum(), startSum(), startSum()];
  const categories = new Map<CodeId, SexSum>(categoriesOf(dimension).map((id) => [id, startSum()]));
  for (const { categories: found, cell } of cells) {
    if (where !== undefined && found[whereAt] !== where.intervention) continue;
    const [category, group] = [found[at ?? -1] ?? "?", found[withinAt ?? -1] ?? ""];
    const ofFollowed = rowOf(dimension, true, category, group);
    const ofOthers = rowOf(dimension, false, category, group);
    for (const { name, followed } of wanted) {
      const counts = cell[name];
      if (counts === undefined) continue;
      const row = followed ? ofFollowed : ofOthers;
      if (row === "not-followed") add(notFollowed, counts);
      else if (row === "excluded") add(excluded, counts);
      else {
        // Where one participation can stand in several rows, it stands once more under `*`.
        if (dimension.by !== "supportAtStart" || category === "*") add(base, counts);
        if (row !== "base-only") add(sumIn(categories, row.id), counts);
      }
    }
  }
  return {
    id: spec.id,
    base: withTotal(base),
    notFollowed: withTotal(notFollowed),
    excluded: withTotal(excluded),
    categories: Object.fromEntries([...categories].map(([id, sum]) => [id, withTotal(sum)])),
  };
}

/** Counts by sex while they are being summed. */
type SexSum = Record<Sex, number>;

function add(sum: SexSum, counts: CellCounts): void {
  sum.woman += counts.woman;
  sum.man += counts.man;
  sum.other += counts.other;
  sum.unknown += counts.unknown;
}

const startSum = (): SexSum => ({ woman: 0, man: 0, other: 0, unknown: 0 });

const withTotal = ({ woman, man, other, unknown }: SexSum): SexCounts => ({
  woman,
  man,
  other,
  unknown,
  total: woman + man + other + unknown,
});

function sumIn(sums: Map<CodeId, SexSum>, key: CodeId): SexSum {
  const known = sums.get(key);
  if (known !== undefined) return known;
  const sum = startSum();
  sums.set(key, sum);
  return sum;
}

type PlaceInTable = { readonly id: CodeId } | "not-followed" | "excluded" | "base-only";

function rowOf(dimension: Dimension, followed: boolean, category: string, group: string): PlaceInTable {
  switch (dimension.by) {
    case "nothing":
    case "persons":
      return { id: "all" };
    case "followUp":
      return { id: followed ? "followed" : "not-followed" };
    case "intervention":
      return { id: category };
    case "referrer":
    case "education":
    case "exitReason":
    case "exitResult": {
      if (!followed) return "not-followed";
      const found = categoryOfCode(dimension, category === "?" ? undefined : category);
      return found === "excluded" ? found : { id: found[0] };
    }
    case "exitResultWithin": {
      const place = rowOf(dimension.within, followed, group, "");
      if (typeof place === "string") return place;
      const found = resultInGroups(dimension, category === "?" ? undefined : category, [place.id]);
      return found === "excluded" ? found : { id: found[0] ?? unknownCategory };
    }
    case "supportAtStart":
      if (!followed) return "not-followed";
      return category === "*" ? "base-only" : { id: category };
    case "ageAtStart":
    case "supportYearsAtStart":
      return followed ? { id: category } : "not-followed";
  }
}

/** What a cube has of some categories, with their names taken apart. */
interface ReadCell {
  readonly categories: readonly string[];
  readonly cell: Cells[string];
}

interface ReadCrossing {
  readonly by: readonly CubeDimensionName[];
  readonly cells: readonly ReadCell[];
}

interface CubeReader {
  readonly cube: Cube;
  /** The cells of the smallest crossing that has what is needed, each participation counted once but for several answers asked for. */
  readonly cells: (period: TableSpec["period"], needed: readonly CubeDimensionName[], what: string) => ReadCrossing;
}

/** Reads the crossings of a cube as they are asked for, each once. */
function startReading(cube: Cube): CubeReader {
  const known = new Map<CubePart["crossings"][number], ReadCrossing>();
  return {
    cube,
    cells: (period, needed, what) => {
      const [crossing] = partOf(cube, period, what)
        .crossings.filter(({ by }) => needed.every((name) => by.includes(name)))
        // Several answers of one participation are for the table of those answers.
        .filter(({ by }) => needed.includes("supportAtStart") || !by.includes("supportAtStart"))
        .sort((a, b) => a.by.length - b.by.length);
      if (crossing === undefined)
        throw new RangeError(`${what} needs the crossing of ${needed.join(" and ")}, which the cube lacks`);
      const read = known.get(crossing) ?? {
        by: crossing.by,
        cells: Object.entries(crossing.cells).map(([names, cell]) => ({ categories: categoriesIn(names), cell })),
      };
      known.set(crossing, read);
      return read;
    },
  };
}

/** The names of the one or two categories of a cell. */
function categoriesIn(names: string): readonly string[] {
  const space = names.indexOf(" ");
  return space < 0 ? [names] : [names.slice(0, space), names.slice(space + 1)];
}

function partOf(cube: Cube, { from, to }: TableSpec["period"], what: string): CubePart {
  const part = cube.parts.find(({ period }) => period.from === from && period.to === to);
  if (part === undefined) {
    const has = cube.parts.map(({ period }) => `${period.from} – ${period.to}`).join(", ");
    throw new RangeError(`${what} is about ${from} – ${to}, and the cube about ${has === "" ? "nothing" : has}`);
  }
  return part;
}

/** A table means what it says only under the lists and bands that the cube was counted by. */
function checkPlan(cube: Cube, { id, dimension, without }: TableSpec): void {
  const plan = cube.plan;
  if (plan === null) return;
  const asked: readonly Dimension[] =
    dimension.by === "exitResultWithin"
      ? [{ by: "exitResult", results: dimension.results }, dimension.within]
      : [dimension];
  const isMeant = asked.every((one) => {
    const meant = plan.dimensions.find(({ by }) => by === one.by);
    return meant === undefined || sameContent(withoutExcluded(meant), withoutExcluded(one));
  });
  if (!isMeant || !sameContent([...plan.without].sort(), [...without].sort()))
    throw new RangeError(`the table "${id}" has other lists, bands or rules than the cube was counted by`);
}

const withoutExcluded = (dimension: Dimension): unknown => ({ ...dimension, excluded: undefined });
