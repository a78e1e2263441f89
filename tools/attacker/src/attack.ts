import type { Highs, Model } from "highs";
import * as highs from "highs";
import { type Knowledge, type KnownSum, knowledgeOf } from "./knowledge.ts";
import { PublishedReport } from "./published-report.ts";

// The types of the package describe its CommonJS build; the module that is loaded exports the function itself.
const start: () => Promise<Highs> = Reflect.get(Object(highs), "default");
const solver = await start();

/** What the attacker found out about one withheld cell. */
export interface Found {
  readonly cell: string;
  readonly lowest: number;
  /** The highest number possible, or where the attacker stopped looking. */
  readonly highest: number;
  /** The same when the attacker also thinks of why it is withheld: that something it hangs together with is under the threshold. */
  readonly explained: { readonly lowest: number; readonly highest: number };
}

const farAbove = 500;

/**
 * Works out between which whole numbers each withheld cell of a published report lies, from the report alone, or with those that were
 * published earlier: linear programs give bounds, whole-number programs make them exact where a bound is no whole number, or where the
 * threshold does not explain it. Where counts are rounded, every one is worked out.
 */
export function attack(published: unknown, earlier: readonly unknown[] = []): readonly Found[] {
  const report = PublishedReport.parse(published);
  const knowledge = knowledgeOf(
    report,
    earlier.map((one) => PublishedReport.parse(one)),
  );
  const unknown = [...knowledge.cells].filter(([, count]) => count === null).map(([cell]) => cell);
  if (unknown.length === 0) return [];
  const limit = farAbove + 2 * Math.max(0, ...[...knowledge.cells.values()].map((count) => count ?? 0));
  const rows = openSums(knowledge, unknown);
  // Why something is withheld is asked of one report by itself, and only where each count is withheld for its own size.
  const asksWhy =
    earlier.length === 0 &&
    (report.disclosure === undefined ||
      (report.disclosure.method === "withhold" && report.disclosure.otherAndUnknown === "apart"));
  const groups = asksWhy ? groupsOf(unknown.length, rows) : [];
  const linear = linearModel(knowledge, unknown, rows, limit);
  let whole: Model | undefined;
  let explained: Model | undefined;
  try {
    return unknown.map((cell, index): Found => {
      const bounds = ([1, -1] as const).map((cost) => {
        const values = solve(linear, index, cost);
        const isWhole = values.every((value) => Math.abs(value - Math.round(value)) < 1e-6);
        const isExplained =
          isWhole && groups.every((group) => group.some((member) => (values[member] ?? 0) < report.threshold - 0.5));
        const bound = Math.round(values[index] ?? 0);
        if (!isWhole) whole ??= wholeModel(linearModel(knowledge, unknown, rows, limit), unknown.length);
        if (!isExplained) explained ??= explainedModel(knowledge, unknown, rows, groups, report.threshold, limit);
        return {
          bySums: isWhole || whole === undefined ? bound : Math.round(solve(whole, index, cost)[index] ?? 0),
          explained:
            isExplained || explained === undefined ? bound : Math.round(solve(explained, index, cost)[index] ?? 0),
        };
      });
      const [low, high] = bounds;
      return {
        cell,
        lowest: low?.bySums ?? 0,
        highest: high?.bySums ?? limit,
        explained: { lowest: low?.explained ?? 0, highest: high?.explained ?? limit },
      };
    });
  } finally {
    linear.dispose();
    whole?.dispose();
    explained?.dispose();
  }
}

interface Row {
  readonly indices: readonly number[];
  readonly values: readonly number[];
  readonly atLeast: number;
  readonly atMost: number;
}

/** The sums with something withheld in them, less what is printed. */
function openSums({ cells, sums }: Knowledge, unknown: readonly string[]): readonly Row[] {
  const indexOf = new Map(unknown.map((cell, index) => [cell, index]));
  const rowOf = ({ terms, atLeast, atMost }: KnownSum): Row => {
    const open = terms.filter(([cell]) => indexOf.has(cell));
    const printed = terms.reduce((sum, [cell, times]) => sum + times * (cells.get(cell) ?? 0), 0);
    return {
      indices: open.map(([cell]) => indexOf.get(cell) ?? 0),
      values: open.map(([, times]) => times),
      atLeast: atLeast - printed,
      atMost: atMost - printed,
    };
  };
  return sums.map(rowOf).filter(({ indices }) => indices.length > 0);
}

function linearModel({ limits }: Knowledge, unknown: readonly string[], rows: readonly Row[], limit: number): Model {
  const model = solver.createModel();
  model.options.set({ output_flag: false });
  for (const { lowest, highest } of unknown.map(limits)) model.addVar(lowest, Math.min(limit, highest));
  for (const { indices, values, atLeast, atMost } of rows) model.addRow(atLeast, atMost, { indices, values });
  return model;
}

/** The same in whole numbers. */
function wholeModel(model: Model, size: number): Model {
  for (let index = 0; index < size; index += 1)
    model.changeColIntegrality(index, solver.constants.variableType.integer);
  return model;
}

/** The same where something in each group is under the threshold: else nothing there would be withheld. */
function explainedModel(
  knowledge: Knowledge,
  unknown: readonly string[],
  rows: readonly Row[],
  groups: readonly (readonly number[])[],
  threshold: number,
  limit: number,
): Model {
  const model = wholeModel(linearModel(knowledge, unknown, rows, limit), unknown.length);
  let next = unknown.length;
  for (const group of groups) {
    const marks = group.map((member) => {
      const mark = next;
      next += 1;
      model.addVar(0, 1);
      model.changeColIntegrality(mark, solver.constants.variableType.integer);
      model.addRow(-solver.infinity, limit, { indices: [member, mark], values: [1, limit - threshold + 1] });
      return mark;
    });
    model.addRow(1, solver.infinity, { indices: marks, values: marks.map(() => 1) });
  }
  return model;
}

function solve(model: Model, index: number, cost: 1 | -1): Float64Array {
  model.changeColCost(index, cost);
  model.run();
  if (model.getModelStatus() !== solver.constants.modelStatus.optimal)
    throw new Error("the report contradicts itself: no counts fit it");
  const { colValue } = model.getSolution();
  model.changeColCost(index, 0);
  return colValue;
}

/** Withheld cells that hang together through sums. */
function groupsOf(size: number, rows: readonly Row[]): readonly (readonly number[])[] {
  const parents = Array.from({ length: size }, (_, index) => index);
  const rootOf = (index: number): number => {
    const parent = parents[index] ?? index;
    return parent === index ? index : rootOf(parent);
  };
  for (const { indices } of rows) for (const index of indices) parents[rootOf(index)] = rootOf(indices[0] ?? index);
  const groups = new Map<number, number[]>();
  for (const index of parents.keys()) groups.set(rootOf(index), [...(groups.get(rootOf(index)) ?? []), index]);
  return [...groups.values()];
}
