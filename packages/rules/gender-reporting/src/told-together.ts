import type { CalendarDate, Code, CodeId, CodeList, Text } from "@finsam/model";
import {
  at,
  type Band,
  type CategoryMerge,
  type ExitReasonResult,
  type MergeableDimension,
  mergedBand,
  type Profile,
} from "@finsam/policy";
import type { Table } from "./report.ts";

/** What a report divides people by: the lists and bands of a profile, where categories that are told together are one. */
export interface ReportDivisions {
  readonly exitReasons: CodeList;
  readonly exitResults: Readonly<Record<CodeId, ExitReasonResult>>;
  readonly referrers: CodeList | undefined;
  readonly education: CodeList | undefined;
  readonly support: CodeList | undefined;
  readonly ageBands: readonly Band[];
  readonly supportYearsBands: readonly Band[] | undefined;
}

/**
 * The divisions of a report, with the merges that the report layout of the day states. A store that counts by them needs to know of no
 * merge: merged codes are reported as the new one, as codes that a list itself prints together are.
 *
 * @throws NoVersionCovers when the profile has no report layout for that day.
 */
export function reportDivisions(profile: Profile, on: CalendarDate): ReportDivisions {
  const { value: layout, status } = at(profile.report, on, "report");
  const { exitReasons, referrers, education, support } = profile.codeLists;
  const merges = layout.disclosure?.merges ?? [];
  const along = (dimension: MergeableDimension) => merges.filter((merge) => merge.dimension === dimension);
  const list = (dimension: MergeableDimension, of: CodeList | undefined) =>
    of === undefined ? undefined : along(dimension).reduce((merged, merge) => withCode(merged, merge, status), of);
  const { ageBands, supportYearsBands } = layout;
  return {
    exitReasons: along("exitReason").reduce((merged, merge) => withCode(merged, merge, status), exitReasons),
    exitResults: along("exitReason").reduce(withResult, profile.exitResults),
    referrers: list("referrer", referrers),
    education: list("education", education),
    support: list("supportAtStart", support),
    ageBands: along("ageAtStart").reduce(withBand, ageBands),
    supportYearsBands:
      supportYearsBands === undefined ? undefined : along("supportYearsAtStart").reduce(withBand, supportYearsBands),
  };
}

/** The list with a code for the merged ones in the place of the first of them; what was reported as one of them is reported as it. */
function withCode(list: CodeList, { into, categories }: CategoryMerge, status: Code["status"]): CodeList {
  const first = list.codes.findIndex(({ id }) => categories.includes(id));
  return {
    ...list,
    codes: list.codes.flatMap((code, place) => {
      const kept = categories.includes(code.reportAs ?? code.id) ? { ...code, reportAs: into.id } : code;
      return place === first ? [{ ...into, status }, kept] : [kept];
    }),
  };
}

function withResult(
  results: Readonly<Record<CodeId, ExitReasonResult>>,
  { into, categories }: CategoryMerge,
): Readonly<Record<CodeId, ExitReasonResult>> {
  const result = results[categories[0] ?? ""];
  return result === undefined ? results : { ...results, [into.id]: result };
}

function withBand(bands: readonly Band[], { into, categories }: CategoryMerge): readonly Band[] {
  const merged = bands.filter(({ id }) => categories.includes(id));
  return bands.flatMap((band) =>
    band === merged[0] ? [mergedBand(merged, into)] : categories.includes(band.id) ? [] : [band],
  );
}

/** An exit reason that a report tells only together with others, and the row that it tells them in. */
export interface ReasonToldTogether {
  readonly reason: Code;
  readonly row: Code;
}

/** The exit reasons that have no row of their own: those of merges, and codes that the list itself prints as another. */
export function reasonsToldTogether(profile: Profile, on: CalendarDate): readonly ReasonToldTogether[] {
  const { exitReasons } = reportDivisions(profile, on);
  return exitReasons.codes.flatMap((reason) => {
    const row = exitReasons.codes.find(({ id }) => id === reason.reportAs);
    return row === undefined ? [] : [{ reason, row }];
  });
}

/** Which categories are told together in the tables of a report, in the words of its rows. */
export function toldTogetherNotes(
  profile: Profile,
  on: CalendarDate,
  tables: readonly Pick<Table, "rows">[],
): readonly Text[] {
  const layout = at(profile.report, on, "report").value;
  const merges = layout.disclosure?.merges ?? [];
  const printed = new Set(tables.flatMap(({ rows }) => rows.map(({ category }) => category)));
  return merges
    .filter(({ into }) => printed.has(into.id))
    .map(({ dimension, into, categories }): Text => {
      const labels = categories.map((id) => labelOf(profile, on, dimension, id));
      return {
        sv: `Raden ”${into.label.sv}” visar dessa tillsammans, så att färre antal behöver döljas: ${labels.map(({ sv }) => `”${sv}”`).join(", ")}.`,
        en: `The row “${into.label.en}” tells these together, so that fewer counts have to be withheld: ${labels.map(({ en }) => `“${en}”`).join(", ")}.`,
      };
    });
}

function labelOf(profile: Profile, on: CalendarDate, dimension: MergeableDimension, id: CodeId): Text {
  const { ageBands, supportYearsBands = [] } = at(profile.report, on, "report").value;
  const { exitReasons, referrers, education, support } = profile.codeLists;
  const among = {
    exitReason: exitReasons.codes,
    referrer: referrers?.codes,
    education: education?.codes,
    supportAtStart: support?.codes,
    ageAtStart: ageBands,
    supportYearsAtStart: supportYearsBands,
  }[dimension];
  return among?.find((one) => one.id === id)?.label ?? { sv: id, en: id };
}
