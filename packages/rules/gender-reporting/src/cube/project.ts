import { type CodeId, type Sex, sexes } from "@finsam/model";
import { categoriesOf, categoryOfCode } from "../category.ts";
import type { SexCounts } from "../sex-counts.ts";
import type { TableCounts } from "../table-counts.ts";
import type { Dimension, Population, TableSpec } from "../table-spec.ts";
import { type Cube, type CubePart, type SpellInPeriod, sameContent, spells } from "./cube.ts";
import type { CubeDimensionName } from "./cube-plan.ts";

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
 * @throws RangeError when the cube was counted without what a table needs: its period, its lists and bands, or the crossing of both.
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
  const name = cubeName(dimension);
  const needed = [...(name === undefined ? [] : [name]), ...(where === undefined ? [] : ["intervention" as const])];
  const { by, cells } = reader.cells(spec.period, needed, `the table "${spec.id}"`);
  const [at, whereAt] = [name === undefined ? -1 : by.indexOf(name), by.indexOf("intervention")];
  const wanted = spellsOf[spec.population];
  const [base, notFollowed, excluded] = [startSum(), startSum(), startSum()];
  const categories = new Map<CodeId, SexSum>(categoriesOf(dimension).map((id) => [id, startSum()]));
  const placeOf = remembered((category, followed) => rowOf(dimension, followed, category));
  for (const cell of cells) {
    if (!wanted.includes(cell.spell)) continue;
    if (where !== undefined && cell.categories[whereAt] !== where.intervention) continue;
    const category = cell.categories[at];
    const row = placeOf(category ?? "?", cell.followed);
    if (row === "not-followed") notFollowed[cell.sex] += cell.count;
    else if (row === "excluded") excluded[cell.sex] += cell.count;
    else {
      // Where one participation can stand in several rows, it stands once more under `*`.
      if (dimension.by !== "supportAtStart" || category === "*") base[cell.sex] += cell.count;
      if (row !== "base-only") sumIn(categories, row.id)[cell.sex] += cell.count;
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

type PlaceOf = (category: string, followed: boolean) => PlaceInTable;

/** A place does not change, and a category comes up in many cells. */
function remembered(placeOf: PlaceOf): PlaceOf {
  const places = { followed: new Map<string, PlaceInTable>(), others: new Map<string, PlaceInTable>() };
  return (category, followed) => {
    const known = followed ? places.followed : places.others;
    const place = known.get(category) ?? placeOf(category, followed);
    known.set(category, place);
    return place;
  };
}

/** Counts by sex while they are being summed. */
type SexSum = Record<Sex, number>;

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

function rowOf(dimension: Dimension, followed: boolean, category: string): PlaceInTable {
  switch (dimension.by) {
    case "nothing":
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
    case "supportAtStart":
      if (!followed) return "not-followed";
      return category === "*" ? "base-only" : { id: category };
    case "ageAtStart":
    case "supportYearsAtStart":
      return followed ? { id: category } : "not-followed";
  }
}

/** What to cross in {@link crossCounts}. */
export interface CrossRequest {
  readonly period: TableSpec["period"];
  readonly population: Population;
  /** What stands in the rows, and within what: dimensions as the specifications of tables have them. */
  readonly rows: Dimension;
  readonly within: Dimension;
}

/** The count of a row within one stratum. */
export interface CrossCount {
  readonly row: CodeId;
  readonly stratum: CodeId;
  readonly counts: SexCounts;
}

/**
 * Two dimensions crossed, such as the result within age: what a comparison within groups needs. Those not followed, and exits that say
 * nothing about the intervention, are left out. The counts are not protected: withhold before anything is shown.
 *
 * @throws RangeError when the cube was counted without the crossing.
 * @example
 * ```ts
 * import { countRows, crossCounts, cubePlan } from "@finsam/gender-reporting";
 * import { calendarYear } from "@finsam/model";
 * import { stockholm } from "@finsam/stockholm";
 * const [rows, within] = ["exitResult", "ageAtStart"].map((name) => cubePlan(stockholm, 2021).dimensions.find(({ by }) => by === name));
 * const request = rows && within && { period: calendarYear(2021), population: "ended" as const, rows, within };
 * request && crossCounts(countRows(stockholm, [2021], []), request); // => []
 * ```
 */
export function crossCounts(cube: Cube, request: CrossRequest): readonly CrossCount[] {
  const { period, population, rows, within } = request;
  const [first, second] = [cubeName(rows), cubeName(within)];
  if (first === undefined || second === undefined || isMultipleName(first) || isMultipleName(second))
    throw new RangeError(`"${rows.by}" and "${within.by}" cannot be crossed`);
  const { by, cells } = startReading(cube).cells(period, [first, second], "what is asked for");
  const [firstAt, secondAt] = [by.indexOf(first), by.indexOf(second)];
  const wanted = spellsOf[population];
  const found = new Map<string, { readonly row: CodeId; readonly stratum: CodeId; readonly sum: SexSum }>();
  for (const cell of cells) {
    if (!cell.followed || !wanted.includes(cell.spell)) continue;
    const row = rowOf(rows, cell.followed, cell.categories[firstAt] ?? "?");
    const stratum = rowOf(within, cell.followed, cell.categories[secondAt] ?? "?");
    if (typeof row === "string" || typeof stratum === "string") continue;
    const key = `${row.id} ${stratum.id}`;
    const known = found.get(key) ?? { row: row.id, stratum: stratum.id, sum: startSum() };
    known.sum[cell.sex] += cell.count;
    found.set(key, known);
  }
  return [...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { row, stratum, sum }]) => ({ row, stratum, counts: withTotal(sum) }));
}

const isMultipleName = (name: CubeDimensionName): boolean => name === "supportAtStart";

/** The dimension of a cube that a table is counted from; none for one that nothing divides. */
function cubeName({ by }: Dimension): CubeDimensionName | undefined {
  if (by === "nothing" || by === "followUp") return undefined;
  return by === "exitResult" ? "exitReason" : by;
}

/** A cell with its key taken apart. */
interface ReadCell {
  readonly spell: string;
  readonly followed: boolean;
  readonly sex: Sex;
  readonly categories: readonly string[];
  readonly count: number;
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
      const read = known.get(crossing) ?? { by: crossing.by, cells: Object.entries(crossing.cells).flatMap(readCell) };
      known.set(crossing, read);
      return read;
    },
  };
}

function readCell([key, count]: readonly [string, number]): readonly ReadCell[] {
  const afterSpell = key.indexOf(" ");
  const afterSex = key.indexOf(" ", key.indexOf(" ", afterSpell + 1) + 1);
  const start = starts.get(key.slice(0, afterSex));
  return start === undefined ? [] : [{ ...start, categories: key.slice(afterSex + 1).split(" "), count }];
}

type Start = Pick<ReadCell, "spell" | "followed" | "sex">;

/** What the first three parts of a key say, by those parts. */
const starts: ReadonlyMap<string, Start> = new Map(
  spells.flatMap((spell) =>
    sexes.flatMap((sex): readonly [string, Start][] => [
      [`${spell} followed ${sex}`, { spell, followed: true, sex }],
      [`${spell} not-followed ${sex}`, { spell, followed: false, sex }],
    ]),
  ),
);

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
  const meant = plan.dimensions.find(({ by }) => by === dimension.by);
  const isMeant = meant === undefined || sameContent(withoutExcluded(meant), withoutExcluded(dimension));
  if (!isMeant || !sameContent([...plan.without].sort(), [...without].sort()))
    throw new RangeError(`the table "${id}" has other lists, bands or rules than the cube was counted by`);
}

const withoutExcluded = (dimension: Dimension): unknown => ({ ...dimension, excluded: undefined });
