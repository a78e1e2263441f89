import type { SexCounts } from "@finsam/model";
import type { DisclosurePolicy } from "@finsam/policy";
import * as z from "zod";
import { type Column, columns } from "./column.ts";
import { cellKey, linesOf } from "./equations.ts";
import { isAlwaysZero, knownRelations, Relation } from "./known-relations.ts";
import type { TableCounts } from "./table-counts.ts";
import type { TableSpec } from "./table-spec.ts";
import { costsInLine } from "./withholding-cost.ts";

/**
 * A figure that is to be protected or can protect others.
 *
 * `small`: must be withheld. `open`: may be published or withheld for cover. `published`: a reader has it anyway, such as a zero, or what
 * an earlier report told. `unprinted`: stands in no table, but a reader may try to work it out. `elsewhere`: a report of another year
 * withholds it, or it is only part of how the years hang together.
 */
export const ProblemCell = z.strictObject({
  key: z.string().min(1),
  count: z.int().min(0),
  status: z.enum(["small", "open", "published", "unprinted", "elsewhere"]),
  /** What it costs readers not to see it. */
  cost: z.number().min(0),
  /** The least that a reader who does not see it knows it to be. */
  atLeast: z.int().min(0),
  /** When it is withheld, the highest and the lowest number that a reader holds possible must be at least so far apart … */
  width: z.int().min(0),
  /** … and the highest at least this. */
  reaches: z.int().min(0),
});
export type ProblemCell = z.infer<typeof ProblemCell>;

/**
 * The protection of a report as a problem to solve: its figures, and all that a reader knows of them besides those that are published.
 * It is data, so that any solver can choose what to withhold, and any other can try to break it.
 */
export const DisclosureProblem = z.strictObject({
  /** Counts from 1 to one less than this are small. */
  threshold: z.int().min(0),
  cells: z.array(ProblemCell).readonly(),
  relations: z.array(Relation).readonly(),
});
export type DisclosureProblem = z.infer<typeof DisclosureProblem>;

/** How counts that are withheld are protected. */
export type ProtectionPolicy = Omit<Extract<DisclosurePolicy, { readonly method: "withhold" }>, "method">;

/**
 * The problem of protecting a report, from its counts.
 *
 * What a reader is taken to know: every published figure; that figures are whole and not negative, and at least 1 where zeros are
 * published; all sums within and between the tables (see `equationsOf`); that no row of a table with several answers exceeds its base;
 * and the threshold. What is `known` from elsewhere, by its key, is taken as published.
 *
 * @example
 * ```ts
 * import { disclosureProblem, reportTables, tabulate } from "@finsam/gender-reporting";
 * import { stockholm } from "@finsam/stockholm";
 * const specs = reportTables(stockholm, 2021);
 * const one = { participation: { followUp: "not-followed", id: "D1", intervention: "mia-vidare", sex: "woman", sexBasis: "legal-sex", start: "2021-03-01" } } as const;
 * const { cells } = disclosureProblem(specs, tabulate(specs, [one]), 5, { width: 4, zeros: "publish", otherAndUnknown: "apart" });
 * cells.find(({ key }) => key === "started category:all woman")?.status; // => "small"
 * ```
 */
export function disclosureProblem(
  specs: readonly TableSpec[],
  tables: readonly TableCounts[],
  threshold: number,
  policy: ProtectionPolicy,
  known: ReadonlySet<string> = new Set(),
): DisclosureProblem {
  const together = policy.otherAndUnknown === "together";
  const emptyColumns = columns.filter((column) => tables.every((table) => table.base[column] === 0));
  const cells = tables.flatMap((table) => {
    const spec = specs.find(({ id }) => id === table.id);
    return linesOf(table).flatMap(([line, counts]) => {
      const small = (column: Column): boolean =>
        isSmall(counts[column], threshold) && !(together && (column === "other" || column === "unknown"));
      const costOf = costsInLine(line, spec, small, policy.costs);
      const printed = columns.map((column): ProblemCell => {
        const key = cellKey({ table: table.id, line, column });
        const count = counts[column];
        const zeroIsSmall =
          count === 0 && policy.zeros === "withhold" && !emptyColumns.includes(column) && !isAlwaysZero(spec, line);
        const hiddenTogether =
          together && (column === "other" || column === "unknown") && counts.other + counts.unknown > 0;
        const withheld = threshold > 1 && (hiddenTogether || small(column) || zeroIsSmall);
        const isKnown = known.has(key) || isAlwaysZero(spec, line);
        return {
          key,
          count,
          status: isKnown ? "published" : withheld ? "small" : count === 0 ? "published" : "open",
          cost: costOf(column, count),
          atLeast: hiddenTogether || policy.zeros === "withhold" ? 0 : 1,
          width: policy.width,
          reaches: small(column) || zeroIsSmall ? threshold : 0,
        };
      });
      return together && threshold > 1
        ? [...printed, ...otherOrUnknown(table.id, line, counts, threshold, policy)]
        : printed;
    });
  });
  const countOf = new Map(cells.map(({ key, count }) => [key, count]));
  const holds = ({ terms, atLeast, atMost }: Relation): boolean => {
    const sum = terms.reduce((total, { cell, times }) => total + times * (countOf.get(cell) ?? Number.NaN), 0);
    return (atLeast === null || sum >= atLeast) && (atMost === null || sum <= atMost);
  };
  const relations = [
    ...knownRelations(specs, tables),
    ...(together ? cells.filter(({ status }) => status === "unprinted").map(sumOfOtherAndUnknown) : []),
  ];
  // Counts of a faulty source may not add up; what does not hold tells a reader nothing true.
  return { threshold, cells, relations: relations.filter(holds) };
}

const isSmall = (count: number, threshold: number): boolean => count > 0 && count < threshold;

const togetherColumn = "other-or-unknown";

function otherOrUnknown(
  table: string,
  line: string,
  counts: SexCounts,
  threshold: number,
  policy: ProtectionPolicy,
): readonly ProblemCell[] {
  const count = counts.other + counts.unknown;
  if (count === 0) return [];
  const small = isSmall(count, threshold);
  return [
    {
      key: `${table} ${line} ${togetherColumn}`,
      count,
      status: "unprinted",
      cost: 0,
      atLeast: 1,
      width: small ? policy.width : 0,
      reaches: small ? threshold : 0,
    },
  ];
}

function sumOfOtherAndUnknown({ key }: ProblemCell): Relation {
  const at = (column: string) => key.slice(0, -togetherColumn.length) + column;
  return {
    terms: [
      { cell: at("other"), times: 1 },
      { cell: at("unknown"), times: 1 },
      { cell: key, times: -1 },
    ],
    atLeast: 0,
    atMost: 0,
  };
}
