import { type CalendarDate, type CodeId, calendarYear, dateParts } from "@finsam/model";
import type { Band, Profile } from "@finsam/policy";
import { commonBand, supportCategories } from "../category.ts";
import { outsideCategory, undeterminedCategory, unknownCategory } from "../table-counts.ts";
import type { Dimension } from "../table-spec.ts";
import { type CodedColumns, dayCode, noYears, yearsOffset } from "./coded-columns.ts";
import {
  addSexes,
  type Cells,
  type Cube,
  type CubePart,
  CubesDoNotMerge,
  emptyCube,
  sameContent,
  spells,
  standings,
} from "./cube.ts";
import { type CubeDimensionName, type CubePlan, cubePlan } from "./cube-plan.ts";

/** Counts going on: columns go in, part by part, and the cube comes out at the end; nothing is added after that. */
export interface CubeCount {
  readonly add: (columns: CodedColumns) => void;
  readonly cube: () => Cube;
}

/**
 * Counts coded columns into the cube of an association, in one pass: every table of the years is a projection of it.
 *
 * @throws NoVersionCovers as {@link cubePlan} does; CubesDoNotMerge when the years have different lists or bands; RangeError for a year
 * before 1902 or after 2076.
 * @example
 * ```ts
 * import { codeRows, countColumns } from "@finsam/gender-reporting";
 * import { stockholm } from "@finsam/stockholm";
 * const columns = codeRows([
 *   { participation: { followUp: "not-followed", id: "D1", intervention: "mia-vidare", sex: "woman", sexBasis: "legal-sex", start: "2021-03-01" } },
 * ]);
 * const { cells } = countColumns(stockholm, [2021], columns).parts[0]?.crossings[0] ?? {};
 * cells; // => { "mia-vidare -": { "started not-followed": { woman: 1, man: 0, other: 0, unknown: 0 } } }
 * ```
 */
export function countColumns(profile: Profile, years: readonly number[], columns: CodedColumns): Cube {
  const counting = startCube(profile, years);
  counting.add(columns);
  return counting.cube();
}

/** Begins to count columns that come part by part. Their lists of ids may grow from part to part. */
export function startCube(profile: Profile, years: readonly number[]): CubeCount {
  const countedUnder = [{ profile: profile.id, version: profile.version }];
  const [first, ...others] = years.map((year) => ({ ...emptyCube, countedUnder, plan: cubePlan(profile, year) }));
  if (first === undefined) return { add: () => undefined, cube: () => emptyCube };
  for (const other of others) {
    if (!sameContent(first.plan, other.plan))
      throw new CubesDoNotMerge(first, other, [{ what: "years", left: first.plan, right: other.plan }]);
  }
  const periods = [...new Set(years)].sort((a, b) => a - b).map(calendarYear);
  const { plan } = first;
  const found: Cells[][] = periods.map(() => plan.crossings.map(() => ({})));
  let layout: Layout | undefined;
  const flush = (): void => {
    if (layout === undefined) return;
    for (const [at, part] of layout.parts.entries())
      for (const [index, cells] of part.entries()) readCells(layout, index, cells, found[at]?.[index] ?? {});
    layout = undefined;
  };
  return {
    add: (columns) => {
      if (layout !== undefined && !fits(layout, columns)) flush();
      layout ??= layoutOf(plan, periods, columns);
      countInto(layout, columns);
    },
    cube: () => {
      flush();
      const parts = periods.map(
        (period, at): CubePart => ({
          period,
          crossings: plan.crossings.map((by, index) => ({ by, cells: found[at]?.[index] ?? {} })),
        }),
      );
      return { ...first, parts };
    },
  };
}

/** How many rows are worked on at a time, so that what one step leaves is still near when the next needs it. */
const blockSize = 4096;

/** Outside the period 0, then the {@link spells} in their order; each with eight places for follow-up and sex. */
const prefixes = (spells.length + 1) * 8;

/** A dimension as numbers: how many there are, and the category of each. */
interface CodedDimension {
  readonly name: CubeDimensionName;
  readonly size: number;
  /** The categories of each code in the rows of those followed, as they end a key; one, but for several answers at once. */
  readonly followed: readonly (readonly string[])[];
  /** The same in the rows of others. */
  readonly others: readonly (readonly string[])[];
}

interface Layout {
  readonly dimensions: ReadonlyMap<CubeDimensionName, CodedDimension>;
  readonly crossings: readonly { readonly lead: CodedDimension; readonly within: CodedDimension | undefined }[];
  /** The counts: for each period and each crossing, by prefix, the first dimension and the second. */
  readonly parts: readonly (readonly Int32Array[])[];
  /** For each period, which of the spells a start and an end make. */
  readonly spellTables: readonly SpellTable[];
  /** 1 for an exit reason that counts, 0 for one that says that there was no participation. */
  readonly counts: Uint8Array;
  readonly ageBands: Uint8Array;
  readonly supportBands: Uint8Array;
  readonly sizes: readonly number[];
}

function layoutOf(plan: CubePlan, periods: readonly Period[], columns: CodedColumns): Layout {
  const dimensionOf = (name: CubeDimensionName): CodedDimension => {
    const dimension = plan.dimensions.find(({ by }) => by === name);
    if (dimension === undefined) throw new RangeError(`the plan of the cube crosses "${name}" and does not define it`);
    return codedDimension(name, dimension, columns);
  };
  const names = [...new Set(plan.crossings.flat())];
  const dimensions = new Map(names.map((name) => [name, dimensionOf(name)]));
  const crossings = plan.crossings.map(([first, second]) => {
    const lead = first === undefined ? undefined : dimensions.get(first);
    if (lead === undefined) throw new RangeError("a crossing has at least one dimension");
    return { lead, within: second === undefined ? undefined : dimensions.get(second) };
  });
  const exitIds = columns.exitReason.ids;
  return {
    dimensions,
    crossings,
    parts: periods.map(() => crossings.map(({ lead, within }) => roomFor(lead, within))),
    spellTables: periods.map(spellTable),
    counts: Uint8Array.from([1, ...exitIds.map((id) => (plan.without.includes(id) ? 0 : 1))]),
    ageBands: ageBandTable(bandsOf(plan, "ageAtStart")),
    supportBands: supportBandTable(bandsOf(plan, "supportYearsAtStart")),
    sizes: sizesOf(columns),
  };
}

function roomFor(lead: CodedDimension, within: CodedDimension | undefined): Int32Array {
  const room = prefixes * lead.size * (within?.size ?? 1);
  if (room > mostRoom)
    throw new RangeError(
      `"${lead.name}"${within === undefined ? "" : ` and "${within.name}"`} have too many different codes to be counted together: ${lead.size - 1}${within === undefined ? "" : ` and ${within.size - 1}`}`,
    );
  return new Int32Array(room);
}

/** Cells of one crossing: a quarter of a gigabyte, far above any code list. */
const mostRoom = 2 ** 26;

const sizesOf = (columns: CodedColumns): readonly number[] => [
  columns.intervention.ids.length,
  columns.referrer.ids.length,
  columns.education.ids.length,
  columns.exitReason.ids.length,
  columns.supportAtStart.sets.length,
];

const fits = (layout: Layout, columns: CodedColumns): boolean =>
  sizesOf(columns).every((size, index) => size === layout.sizes[index]);

function codedDimension(name: CubeDimensionName, dimension: Dimension, columns: CodedColumns): CodedDimension {
  const byCode = (
    size: number,
    categories: (code: number) => readonly string[],
    ofOthers = notFollowed,
  ): CodedDimension => {
    const inKeys = (of: (code: number) => readonly string[]) => Array.from({ length: size }, (_, code) => of(code));
    return { name, size, followed: inKeys(categories), others: inKeys(ofOthers) };
  };
  const idOf = (ids: readonly CodeId[]) => (code: number) => [ids[code - 1] ?? "?"];
  switch (dimension.by) {
    case "intervention": {
      const { ids } = columns.intervention;
      return byCode(ids.length + 1, idOf(ids), idOf(ids));
    }
    case "referrer":
    case "education":
    case "exitReason": {
      const { ids } = columns[dimension.by];
      return byCode(ids.length + 1, idOf(ids));
    }
    case "supportAtStart": {
      const { sets } = columns.supportAtStart;
      return byCode(sets.length + 1, (code) => ["*", ...supportCategories(dimension.list, sets[code - 1])]);
    }
    case "ageAtStart":
    case "supportYearsAtStart": {
      const ids = bandCategories(dimension.bands);
      return byCode(ids.length, (code) => [ids[code] ?? unknownCategory]);
    }
    default:
      throw new RangeError(`a cube cannot be divided by "${dimension.by}"`);
  }
}

const notFollowed = (_code: number): readonly string[] => ["-"];

// The codes of a banded dimension: not known, the bands, too vague for one, in none of them.
const bandCategories = (bands: readonly Band[]): readonly string[] => [
  unknownCategory,
  ...bands.map(({ id }) => id),
  undeterminedCategory,
  outsideCategory,
];

const bandsOf = (plan: CubePlan, name: "ageAtStart" | "supportYearsAtStart"): readonly Band[] =>
  plan.dimensions.flatMap((dimension) => (dimension.by === name ? dimension.bands : []));

/** The code of the band that both ends of an age lie in, at 256 × the lowest + the highest. */
function ageBandTable(bands: readonly Band[]): Uint8Array {
  const ids = bandCategories(bands);
  const single = Array.from({ length: noYears }, (_, code) =>
    ids.indexOf(commonBand(bands, code - yearsOffset, code - yearsOffset)),
  );
  const undetermined = ids.indexOf(undeterminedCategory);
  const table = new Uint8Array(65_536);
  for (let from = 0; from < noYears; from += 1)
    for (let to = 0; to < noYears; to += 1)
      table[(from << 8) | to] = (single[from] === single[to] ? single[from] : undetermined) ?? undetermined;
  return table;
}

/** The code of the band that a number of half years lies in. */
function supportBandTable(bands: readonly Band[]): Uint8Array {
  const ids = bandCategories(bands);
  return Uint8Array.from({ length: 256 }, (_, code) =>
    code === noYears ? 0 : ids.indexOf(commonBand(bands, code / 2, code / 2)),
  );
}

interface Period {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

interface SpellTable {
  /** Of a start: 0 none, 3 before the period, 6 in it, 9 after it. */
  readonly start: Uint8Array;
  /** Of an end: 0 before the period, 1 in it, 2 after it or none. */
  readonly end: Uint8Array;
}

// The prefix of the spell at the sum of both, eight places each.
const spellPrefixes = Uint8Array.from([
  ...[5, 5, 5], // no start
  ...[0, 2, 1], // started before the period
  ...[3, 4, 3], // started in it
  ...[0, 0, 0], // started after it
]).map((spell) => spell * 8);

function spellTable({ from, to }: Period): SpellTable {
  const [first, last] = [codeOf(from), codeOf(to)];
  return {
    start: new Uint8Array(65_536)
      .fill(3, 1, first)
      .fill(6, first, last + 1)
      .fill(9, last + 1),
    end: new Uint8Array(65_536).fill(1, first, last + 1).fill(2, last + 1),
  };
}

function codeOf(date: CalendarDate): number {
  const { year, month, day } = dateParts(date);
  if (year < 1902 || year > 2076) throw new RangeError(`columns hold days from 1902 to 2076, and not ${date}`);
  return dayCode(year, month, day);
}

type Codes = Uint8Array | Uint16Array;

function countInto(layout: Layout, columns: CodedColumns): void {
  const prefix = new Uint8Array(blockSize);
  const age = new Uint8Array(blockSize);
  const support = new Uint8Array(blockSize);
  const lead = new Int32Array(blockSize);
  for (let from = 0; from < columns.length; from += blockSize) {
    const to = Math.min(columns.length, from + blockSize);
    const length = to - from;
    lookUpAges(layout.ageBands, columns.ageFrom.subarray(from, to), columns.ageTo.subarray(from, to), age);
    lookUp(layout.supportBands, columns.supportHalfYears.subarray(from, to), support);
    const codes: Readonly<Record<CubeDimensionName, Codes>> = {
      intervention: columns.intervention.codes.subarray(from, to),
      referrer: columns.referrer.codes.subarray(from, to),
      education: columns.education.codes.subarray(from, to),
      exitReason: columns.exitReason.codes.subarray(from, to),
      supportAtStart: columns.supportAtStart.codes.subarray(from, to),
      ageAtStart: age,
      supportYearsAtStart: support,
    };
    for (let part = 0; part < layout.parts.length; part += 1) {
      const [table, cells] = [layout.spellTables[part], layout.parts[part]];
      if (table === undefined || cells === undefined) continue;
      fillPrefix(table, layout.counts, codes.exitReason, columns, from, length, prefix);
      let leading: CubeDimensionName | undefined;
      layout.crossings.forEach((crossing, index) => {
        const into = cells[index];
        if (into === undefined) return;
        if (crossing.within === undefined) {
          countOne(into, prefix, crossing.lead.size, codes[crossing.lead.name], length);
          return;
        }
        if (leading !== crossing.lead.name) {
          leading = crossing.lead.name;
          joinCodes(prefix, crossing.lead.size, codes[leading], length, lead);
        }
        countTwo(into, lead, crossing.within.size, codes[crossing.within.name], length);
      });
    }
  }
}

// The loops below hold no branch, and each touches few columns: that is what makes them fast. An index into a typed array that is
// past its end reads as undefined, which none of these is; `| 0` says so to the compiler.

function fillPrefix(
  { start, end }: SpellTable,
  counts: Uint8Array,
  exits: Codes,
  columns: CodedColumns,
  from: number,
  length: number,
  into: Uint8Array,
): void {
  const { sex, followed, start: starts, end: ends } = columns;
  for (let i = 0; i < length; i += 1) {
    const at = from + i;
    const spell = ((start[(starts[at] ?? 0) | 0] ?? 0) + (end[(ends[at] ?? 0) | 0] ?? 0)) | 0;
    const place = Math.imul(spellPrefixes[spell] ?? 0, counts[(exits[i] ?? 0) | 0] ?? 0);
    into[i] = place + ((followed[at] ?? 0) << 2) + (sex[at] ?? 0);
  }
}

function joinCodes(prefix: Uint8Array, size: number, codes: Codes, length: number, into: Int32Array): void {
  for (let i = 0; i < length; i += 1) into[i] = Math.imul(prefix[i] ?? 0, size) + (codes[i] ?? 0);
}

function countOne(cells: Int32Array, prefix: Uint8Array, size: number, codes: Codes, length: number): void {
  for (let i = 0; i < length; i += 1) {
    const at = Math.imul(prefix[i] ?? 0, size) + (codes[i] ?? 0);
    cells[at] = (cells[at] ?? 0) + 1;
  }
}

function countTwo(cells: Int32Array, lead: Int32Array, size: number, codes: Codes, length: number): void {
  for (let i = 0; i < length; i += 1) {
    const at = Math.imul(lead[i] ?? 0, size) + (codes[i] ?? 0);
    cells[at] = (cells[at] ?? 0) + 1;
  }
}

function lookUp(table: Uint8Array, codes: Uint8Array, into: Uint8Array): void {
  for (let i = 0; i < codes.length; i += 1) into[i] = table[codes[i] ?? 0] ?? 0;
}

function lookUpAges(table: Uint8Array, from: Uint8Array, to: Uint8Array, into: Uint8Array): void {
  for (let i = 0; i < from.length; i += 1) into[i] = table[((from[i] ?? 0) << 8) | (to[i] ?? 0)] ?? 0;
}

/** Adds what was counted in numbers to cells with names. */
function readCells(layout: Layout, index: number, counts: Int32Array, into: Cells): void {
  const crossing = layout.crossings[index];
  if (crossing === undefined) return;
  const { lead, within } = crossing;
  const size = within?.size ?? 1;
  const step = lead.size * size;
  for (let code = 0; code < step; code += 1) {
    const [first, second] = [Math.floor(code / size), code % size];
    const ofFollowed = crossed(lead.followed[first], within?.followed[second]);
    const ofOthers = crossed(lead.others[first], within?.others[second]);
    for (const [place, { name, followed }] of standings.entries()) {
      // Four places for the sexes each, after the eight that are outside the period.
      const at = (8 + 4 * place) * step + code;
      const found = {
        woman: counts[at] ?? 0,
        man: counts[at + step] ?? 0,
        other: counts[at + 2 * step] ?? 0,
        unknown: counts[at + 3 * step] ?? 0,
      };
      if (found.woman + found.man + found.other + found.unknown === 0) continue;
      for (const categories of followed ? ofFollowed : ofOthers) {
        into[categories] ??= {};
        const cell = into[categories];
        const known = cell[name];
        cell[name] = known === undefined ? found : addSexes(known, found);
      }
    }
  }
}

/** The categories of two dimensions as they stand in a cube. */
const crossed = (first: readonly string[] = [], second?: readonly string[]): readonly string[] =>
  second === undefined ? first : first.flatMap((one) => second.map((other) => `${one} ${other}`));
