import { CodeId, type CodeList, findCode, Text } from "@finsam/model";
import * as z from "zod";
import type { ExitReasonResult } from "./exit-results.ts";
import type { Band, ReportLayout } from "./report-layout.ts";

/**
 * What rows may be told together in. Not interventions, since each has a section of its own, and not results, since they are what a
 * report is asked for.
 */
export const MergeableDimension = z.enum([
  "exitReason",
  "referrer",
  "education",
  "supportAtStart",
  "ageAtStart",
  "supportYearsAtStart",
]);
export type MergeableDimension = z.infer<typeof MergeableDimension>;

/**
 * Categories that a report tells together, in every table, so that fewer small counts arise and fewer figures are withheld. What is
 * counted stays as it is in the register.
 *
 * @example
 * ```ts
 * import { CategoryMerge } from "@finsam/policy";
 * const merge = { dimension: "education", into: { id: "up-to-compulsory", label: { sv: "Högst grundskola", en: "Compulsory at most" } } };
 * CategoryMerge.safeParse({ ...merge, categories: ["no-completed-compulsory", "compulsory"] }).success; // => true
 * CategoryMerge.safeParse({ ...merge, categories: ["compulsory"] }).success; // => false
 * ```
 */
export const CategoryMerge = z.strictObject({
  dimension: MergeableDimension,
  /** The row that is printed instead; its id is new in its list or among its bands. */
  into: z.strictObject({ id: CodeId, label: Text }),
  /** Ids of codes, or of bands that follow each other. */
  categories: z.array(CodeId).min(2).readonly(),
});
export type CategoryMerge = z.infer<typeof CategoryMerge>;

/** A merge that does not fit the lists and bands; the path is within the merges. */
export interface CategoryMergeProblem {
  readonly code:
    | "merge-unknown-category"
    | "merge-category-twice"
    | "merge-id-taken"
    | "merge-of-all"
    | "merge-of-unlike-results"
    | "merge-of-bands-apart";
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** What merges are judged against. */
export interface MergeSetting {
  readonly codeLists: Readonly<Record<"exitReasons", CodeList>> &
    Readonly<Partial<Record<"referrers" | "education" | "support", CodeList | undefined>>>;
  readonly exitResults: Readonly<Record<string, ExitReasonResult>>;
}

/** Rows of a report that are no answers; they mean the same in every report. */
const notAnswers: readonly string[] = ["unknown", "undetermined", "outside-the-bands"];

/**
 * What keeps the merges of a report layout from being carried out: categories that its tables have no row for or that are merged twice,
 * an id or a label that means something already, all rows in one, exit reasons of different results, and bands with years between them.
 */
export function categoryMergeProblems(layout: ReportLayout, setting: MergeSetting): readonly CategoryMergeProblem[] {
  const merges = layout.disclosure?.merges ?? [];
  return merges.flatMap((merge, index) => {
    const others = merges.slice(0, index).filter(({ dimension }) => dimension === merge.dimension);
    return problemsOf(merge, others, layout, setting).map(({ path, ...problem }) => ({
      ...problem,
      path: [index, ...path],
    }));
  });
}

function problemsOf(
  { dimension, into, categories }: CategoryMerge,
  others: readonly CategoryMerge[],
  layout: ReportLayout,
  setting: MergeSetting,
): readonly CategoryMergeProblem[] {
  const rows = rowsOf(dimension, layout, setting);
  const merged = others.flatMap((other) => other.categories);
  const misplaced = categories.flatMap((id, place): readonly CategoryMergeProblem[] => {
    const path = ["categories", place];
    if (!rows.includes(id))
      return [
        {
          code: "merge-unknown-category",
          path,
          message: `the report has no row "${id}" by ${dimension} that could be told together with others`,
        },
      ];
    return merged.includes(id) || categories.indexOf(id) < place
      ? [{ code: "merge-category-twice", path, message: `"${id}" is merged twice; name it once` }]
      : [];
  });
  const list = listOf(dimension, setting);
  const taken =
    notAnswers.includes(into.id) ||
    rows.includes(into.id) ||
    others.some((other) => [other.into.id, other.into.label.sv, other.into.label.en].includes(into.id)) ||
    [into.id, into.label.sv, into.label.en].some((name) => list !== undefined && findCode(list, name) !== undefined);
  return [
    ...misplaced,
    ...(taken
      ? [
          {
            code: "merge-id-taken" as const,
            path: ["into"],
            message: `"${into.id}" or its label means something else already; choose others`,
          },
        ]
      : []),
    ...(misplaced.length === 0 && rows.every((id) => categories.includes(id))
      ? [
          {
            code: "merge-of-all" as const,
            path: ["categories"],
            message: `all rows by ${dimension} in one tell nothing; leave one out`,
          },
        ]
      : []),
    ...(dimension === "exitReason" ? unlikeResults(categories, setting) : []),
    ...bandsApart(dimension, categories, layout),
  ];
}

/** The rows of a dimension that are answers, as a report prints them without any merge. */
function rowsOf(dimension: MergeableDimension, layout: ReportLayout, setting: MergeSetting): readonly string[] {
  const bands = bandsOf(dimension, layout).map(({ id }) => id);
  const codes = (listOf(dimension, setting)?.codes ?? [])
    .filter(({ id, reportAs }) => reportAs === undefined && !notAnswers.includes(id))
    .filter(({ id }) => dimension !== "exitReason" || isReported(setting.exitResults[id]))
    .map(({ id }) => id);
  return [...bands, ...codes];
}

const isReported = (result: ExitReasonResult | undefined): boolean =>
  result !== "excluded" && result !== "not-a-participation";

function listOf(dimension: MergeableDimension, { codeLists }: MergeSetting): CodeList | undefined {
  switch (dimension) {
    case "exitReason":
      return codeLists.exitReasons;
    case "referrer":
      return codeLists.referrers;
    case "education":
      return codeLists.education;
    case "supportAtStart":
      return codeLists.support;
    default:
      return undefined;
  }
}

const bandsOf = (dimension: MergeableDimension, { ageBands, supportYearsBands = [] }: ReportLayout): readonly Band[] =>
  dimension === "ageAtStart" ? ageBands : dimension === "supportYearsAtStart" ? supportYearsBands : [];

/** Results are sums of exit reasons, which a row of several results would not be part of. */
function unlikeResults(
  categories: readonly string[],
  { codeLists, exitResults }: MergeSetting,
): readonly CategoryMergeProblem[] {
  const results = codeLists.exitReasons.codes
    .filter(({ id, reportAs }) => categories.includes(reportAs ?? id))
    .map(({ id }) => exitResults[id]);
  return new Set(results).size > 1
    ? [
        {
          code: "merge-of-unlike-results",
          path: ["categories"],
          message: `exit reasons that are told together have one result, and these have ${[...new Set(results)].join(" and ")}`,
        },
      ]
    : [];
}

function bandsApart(
  dimension: MergeableDimension,
  categories: readonly string[],
  layout: ReportLayout,
): readonly CategoryMergeProblem[] {
  const bands = inOrder(bandsOf(dimension, layout).filter(({ id }) => categories.includes(id)));
  return bands.flatMap((band, place): readonly CategoryMergeProblem[] => {
    const before = bands[place - 1];
    if (before === undefined || (dimension === "ageAtStart" ? isNextAge : isNextTime)(before, band)) return [];
    return [
      {
        code: "merge-of-bands-apart",
        path: ["categories"],
        message: `"${before.id}" and "${band.id}" have years between them; bands told together follow each other`,
      },
    ];
  });
}

/**
 * One band of several that follow each other: from the lower limits of the lowest to the upper limits of the highest.
 *
 * @example
 * ```ts
 * import { mergedBand } from "@finsam/policy";
 * const label = { sv: "Under 50 år", en: "Under 50" };
 * const bands = [{ id: "young", label, lessThan: 30 }, { id: "older", label, atLeast: 30, lessThan: 50 }];
 * mergedBand(bands, { id: "under-50", label }).lessThan; // => 50
 * ```
 */
export function mergedBand(bands: readonly Band[], into: CategoryMerge["into"]): Band {
  const ordered = inOrder(bands);
  const { atLeast, moreThan } = ordered[0] ?? {};
  const { atMost, lessThan } = ordered.at(-1) ?? {};
  return {
    ...into,
    ...(atLeast === undefined ? {} : { atLeast }),
    ...(moreThan === undefined ? {} : { moreThan }),
    ...(atMost === undefined ? {} : { atMost }),
    ...(lessThan === undefined ? {} : { lessThan }),
  };
}

const inOrder = (bands: readonly Band[]): readonly Band[] =>
  [...bands].sort(
    (a, b) => lowest(a).years - lowest(b).years || Number(lowest(b).included) - Number(lowest(a).included),
  );

interface End {
  readonly years: number;
  readonly included: boolean;
}

function lowest({ atLeast = Number.NEGATIVE_INFINITY, moreThan = Number.NEGATIVE_INFINITY }: Band): End {
  return atLeast > moreThan ? { years: atLeast, included: true } : { years: moreThan, included: false };
}

function highest({ atMost = Number.POSITIVE_INFINITY, lessThan = Number.POSITIVE_INFINITY }: Band): End {
  return atMost < lessThan ? { years: atMost, included: true } : { years: lessThan, included: false };
}

/** An age is in completed years, so that nobody is between 29 and 30. */
function isNextAge(before: Band, after: Band): boolean {
  const [top, bottom] = [highest(before), lowest(after)];
  const oldest = top.included ? Math.floor(top.years) : Math.ceil(top.years) - 1;
  const youngest = bottom.included ? Math.ceil(bottom.years) : Math.floor(bottom.years) + 1;
  return youngest === oldest + 1;
}

function isNextTime(before: Band, after: Band): boolean {
  const [top, bottom] = [highest(before), lowest(after)];
  return top.years === bottom.years && top.included !== bottom.included;
}
