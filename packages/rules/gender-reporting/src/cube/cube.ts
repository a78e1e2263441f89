import { CalendarDate, type Text } from "@finsam/model";
import * as z from "zod";
import { CubeDimensionName, CubePlan } from "./cube-plan.ts";

/**
 * Where a participation stands in a period: carried over from before it or started in it, and ended in it or not; or without any start.
 * Every population is a sum of these.
 */
export const spells = [
  "carried-over",
  "carried-over-and-ended",
  "started",
  "started-and-ended",
  "not-started",
] as const;
export type SpellInPeriod = (typeof spells)[number];

/** Where participations stand, as a cube names it: the spell in the period, and followed or not. */
export const standings = spells.flatMap((spell) => [
  { name: `${spell} not-followed`, spell, followed: false },
  { name: `${spell} followed`, spell, followed: true },
]);

const count = z.int().min(0);

/** Counts by sex of which one at least is not zero; a place with nobody in it is left out. */
const CellCounts = z.strictObject({ woman: count, man: count, other: count, unknown: count });
export type CellCounts = z.infer<typeof CellCounts>;

/**
 * The counts of one crossing. First by the categories, with a space between: a code as the register has it, or the id of a band; `?`
 * when nothing is stated, `-` when not followed, `*` for each participation once where it can have several codes. Then by where they
 * stand, as {@link standings} has it.
 */
const Cells = z.record(z.string(), z.partialRecord(z.enum(standings.map(({ name }) => name)), CellCounts));
export type Cells = z.infer<typeof Cells>;

/**
 * Counts of participations in several dimensions, from which every table is a projection. Cubes merge: of years, districts,
 * interventions, associations.
 *
 * Nothing in a cube points to a person, but its counts are small and not protected: it is working material between those who may see
 * the register, and not for publication. Publish reports.
 */
export const Cube = z.strictObject({
  format: z.literal("finsam-cube/1"),
  unit: z.literal("participations"),
  /** The policies it was counted under; several when associations with the same lists and bands were merged. */
  countedUnder: z.array(z.strictObject({ profile: z.string(), version: z.string() })).readonly(),
  /** The lists and bands it was counted by, whole; `null` in the empty cube. Cubes of which these differ do not merge. */
  plan: CubePlan.nullable(),
  /** A part for each period, earliest first. Periods are never summed: a participation may go on in two of them. */
  parts: z
    .array(
      z.strictObject({
        period: z.strictObject({ from: CalendarDate, to: CalendarDate }),
        crossings: z.array(z.strictObject({ by: z.array(CubeDimensionName).readonly(), cells: Cells })).readonly(),
      }),
    )
    .readonly(),
});
export type Cube = z.infer<typeof Cube>;
export type CubePart = Cube["parts"][number];

/** Nothing counted: merged with any cube it changes nothing. */
export const emptyCube: Cube = {
  format: "finsam-cube/1",
  unit: "participations",
  countedUnder: [],
  plan: null,
  parts: [],
};

/** Two cubes were counted by different lists, bands or rules, so that their categories do not mean the same. */
export class CubesDoNotMerge extends Error {
  readonly code = "cubes-do-not-merge";
  /** What differs: the name of a dimension, `crossings` or `without`; with what each side has. */
  readonly differences: readonly { readonly what: string; readonly left: unknown; readonly right: unknown }[];
  readonly left: Cube["countedUnder"];
  readonly right: Cube["countedUnder"];
  readonly text: Text;
  constructor(left: Cube, right: Cube, differences: CubesDoNotMerge["differences"]) {
    const names = differences.map(({ what }) => what).join(", ");
    const of = ({ countedUnder }: Cube) =>
      countedUnder.map(({ profile, version }) => `${profile} ${version}`).join(", ");
    const text: Text = {
      sv: `Räkningarna kan inte läggas ihop: ${of(left)} och ${of(right)} är räknade med olika ${names}. Räkna om den ena med den andras policy.`,
      en: `The cubes cannot be merged: ${of(left)} and ${of(right)} were counted by different ${names}. Count one of them again under the policy of the other.`,
    };
    super(text.en);
    this.name = "CubesDoNotMerge";
    this.differences = differences;
    this.left = left.countedUnder;
    this.right = right.countedUnder;
    this.text = text;
  }
}

/**
 * Merges two cubes: associative, commutative, with {@link emptyCube} as the neutral element. Counts of the same period add up; other
 * periods stand beside each other. Nothing can tell whether the same participations were counted in both.
 *
 * @throws CubesDoNotMerge when they were counted by different code lists, bands or rules.
 * @example
 * ```ts
 * import { countRows, cubePlan, emptyCube, mergeCubes } from "@finsam/gender-reporting";
 * import { stockholm } from "@finsam/stockholm";
 * const of = (year: number) => countRows(stockholm, [year], []);
 * mergeCubes(of(2020), mergeCubes(emptyCube, of(2020))).parts.length; // => 1
 * ```
 */
export function mergeCubes(a: Cube, b: Cube): Cube {
  const differences = a.plan === null || b.plan === null ? [] : planDifferences(a.plan, b.plan);
  if (differences.length > 0) throw new CubesDoNotMerge(a, b, differences);
  const policies = new Map([...a.countedUnder, ...b.countedUnder].map((of) => [`${of.profile} ${of.version}`, of]));
  const periods = new Map<string, CubePart>();
  for (const part of [...a.parts, ...b.parts]) {
    const key = `${part.period.from} ${part.period.to}`;
    const known = periods.get(key);
    periods.set(key, known === undefined ? part : mergeParts(known, part));
  }
  return {
    ...emptyCube,
    countedUnder: inOrder(policies),
    plan: a.plan ?? b.plan,
    parts: inOrder(periods),
  };
}

function mergeParts(a: CubePart, b: CubePart): CubePart {
  return {
    period: a.period,
    crossings: a.crossings.map(({ by, cells }, index) => ({
      by,
      cells: merged(cells, b.crossings[index]?.cells ?? {}, (one, other) => merged(one, other, addSexes)),
    })),
  };
}

/** The values of both, those under the same name added. */
function merged<Value>(
  a: Readonly<Partial<Record<string, Value>>>,
  b: Readonly<Partial<Record<string, Value>>>,
  add: (one: Value, other: Value) => Value,
): Record<string, Value> {
  const sum: Record<string, Value> = {};
  for (const [name, value] of [...Object.entries(a), ...Object.entries(b)]) {
    if (value === undefined) continue;
    const known = sum[name];
    sum[name] = known === undefined ? value : add(known, value);
  }
  return sum;
}

export const addSexes = (a: CellCounts, b: CellCounts): CellCounts => ({
  woman: a.woman + b.woman,
  man: a.man + b.man,
  other: a.other + b.other,
  unknown: a.unknown + b.unknown,
});

function planDifferences(a: CubePlan, b: CubePlan): CubesDoNotMerge["differences"] {
  const names = [...new Set([...a.dimensions, ...b.dimensions].map(({ by }) => by))];
  const dimensionOf = (plan: CubePlan, name: string) => plan.dimensions.find(({ by }) => by === name) ?? null;
  return [
    ...names.map((what) => ({ what, left: dimensionOf(a, what), right: dimensionOf(b, what) })),
    { what: "crossings", left: a.crossings, right: b.crossings },
    { what: "without", left: a.without, right: b.without },
  ].filter(({ left, right }) => !sameContent(left, right));
}

/** Whether two values say the same, whatever order their keys came in; a key without a value says nothing. */
export function sameContent(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (!isObject(a) || !isObject(b) || Array.isArray(a) !== Array.isArray(b)) return false;
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...names].every((name) => sameContent(Reflect.get(a, name), Reflect.get(b, name)));
}

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

const inOrder = <Value>(values: ReadonlyMap<string, Value>): readonly Value[] =>
  [...values].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value);
