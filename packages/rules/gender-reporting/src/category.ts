import {
  type CodeId,
  type CodeList,
  codeById,
  type FollowedParticipation,
  type PartialDate,
  type Participation,
  possibleYears,
} from "@finsam/model";
import type { Band } from "@finsam/policy";
import { bandOf, exactYears } from "./band.ts";
import { resultWithin } from "./result-within.ts";
import { isUnanswered, outsideCategory, undeterminedCategory, unknownCategory } from "./table-counts.ts";
import type { Dimension } from "./table-spec.ts";

/** A participation that tables can count: one of which more than the year is known. */
export type CountableParticipation = Exclude<Participation, { followUp: "anonymous" }>;

/** Where a participation stands in a table: in these categories, outside the base, or among those not followed. */
type Categorised = readonly CodeId[] | "excluded" | "not-followed";
type Categorise = (participation: CountableParticipation, birthDate: PartialDate | undefined) => Categorised;

/** The function that finds the categories of a participation along a dimension. */
export function categoriser(dimension: Dimension): Categorise {
  switch (dimension.by) {
    case "nothing":
      return () => ["all"];
    case "persons":
      return followed(() => ["all"]);
    case "followUp":
      return ({ followUp }) => [followUp];
    case "intervention":
      return ({ intervention }) => [intervention];
    case "referrer":
    case "education":
    case "exitReason":
      return followed((participation) => categoryOfCode(dimension, participation[dimension.by]));
    case "exitResult":
      return followed(({ exitReason }) => categoryOfCode(dimension, exitReason));
    case "exitResultWithin": {
      const groupsOf = categoriser(dimension.within);
      return followed((participation, birthDate) => {
        const groups = groupsOf(participation, birthDate);
        return typeof groups === "string" ? groups : resultInGroups(dimension, participation.exitReason, groups);
      });
    }
    case "supportAtStart":
      return followed(({ supportAtStart }) => supportCategories(dimension.list, supportAtStart));
    case "ageAtStart":
      return followed(({ start }, birthDate) => {
        if (birthDate === undefined || start === undefined) return [unknownCategory];
        const { min, max } = possibleYears(birthDate, start, dimension.leapDayBirthday);
        return [commonBand(dimension.bands, min, max)];
      });
    case "supportYearsAtStart":
      return followed(({ supportSince, start }) => {
        // Support that began after the start says nothing about the time before it.
        if (supportSince === undefined || start === undefined || supportSince > start) return [unknownCategory];
        const years = exactYears(supportSince, start);
        return [commonBand(dimension.bands, years, years)];
      });
  }
}

/** The row of a code that only those followed have, or of the result that it stands for. */
export function categoryOfCode(
  dimension: Extract<Dimension, { by: "referrer" | "education" | "exitReason" | "exitResult" }>,
  code: CodeId | undefined,
): readonly [CodeId] | "excluded" {
  if (code === undefined) return [unknownCategory];
  if (dimension.by === "exitResult") {
    const result = Object.hasOwn(dimension.results, code) ? dimension.results[code] : undefined;
    if (result === undefined) return [undeterminedCategory];
    return result === "excluded" || result === "not-a-participation" ? "excluded" : [result];
  }
  return (dimension.excluded ?? []).includes(code) ? "excluded" : [reportedAs(dimension.list, code)];
}

/** The row of a result in the group of whoever had it; who has no known result stands in no group. */
export function resultInGroups(
  { results }: Pick<Extract<Dimension, { by: "exitResultWithin" }>, "results">,
  code: CodeId | undefined,
  groups: readonly CodeId[],
): readonly CodeId[] | "excluded" {
  const found = categoryOfCode({ by: "exitResult", results }, code);
  return found === "excluded" || isUnanswered(found[0]) ? found : groups.map((group) => resultWithin(found[0], group));
}

/** The rows of several codes at once. Not to know of more does not take away what is known. */
export function supportCategories(list: CodeList, codes: readonly CodeId[] = []): readonly CodeId[] {
  const known = new Set(codes.map((code) => reportedAs(list, code)).filter((code) => code !== unknownCategory));
  return known.size === 0 ? [unknownCategory] : [...known];
}

const followed =
  (categorise: (participation: FollowedParticipation, birthDate: PartialDate | undefined) => Categorised): Categorise =>
  (participation, birthDate) =>
    participation.followUp === "followed" ? categorise(participation, birthDate) : "not-followed";

/** The categories that a dimension always shows, also when nobody stands in them, in the order of its list. */
export function categoriesOf(dimension: Dimension): readonly CodeId[] {
  switch (dimension.by) {
    case "nothing":
    case "persons":
      return ["all"];
    case "followUp":
      return ["followed", "not-followed"];
    case "intervention":
      return dimension.list.codes.map(({ id }) => id);
    case "referrer":
    case "education":
    case "exitReason":
    case "supportAtStart": {
      const excluded = dimension.by === "supportAtStart" ? [] : (dimension.excluded ?? []);
      const shown = dimension.list.codes.filter(({ id, reportAs }) => reportAs === undefined && !excluded.includes(id));
      return [...new Set([...shown.map(({ id }) => id), unknownCategory])];
    }
    case "exitResult":
      return ["positive", "not-positive", unknownCategory];
    case "exitResultWithin": {
      const groups = categoriesOf(dimension.within);
      return [
        ...["positive", "not-positive"].flatMap((result) => groups.map((group) => resultWithin(result, group))),
        unknownCategory,
      ];
    }
    case "ageAtStart":
    case "supportYearsAtStart":
      return [...dimension.bands.map(({ id }) => id), unknownCategory];
  }
}

const reportedAs = (list: CodeList, id: CodeId): CodeId => codeById(list, id)?.reportAs ?? id;

/** The band that both ends of an interval of years lie in. */
export const commonBand = (bands: readonly Band[], min: number, max: number): CodeId => {
  const [lowest, highest] = [bandOf(bands, min), bandOf(bands, max)];
  if (lowest !== highest) return undeterminedCategory;
  return lowest?.id ?? outsideCategory;
};
