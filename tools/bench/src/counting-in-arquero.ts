import type { CodedColumns } from "@finsam/gender-reporting";
import { type ColumnTable, table } from "arquero";

/** What arquero needs for the same cube from the same coded columns: the crossings of it, as tables with a column of counts. */
export function countInArquero(columns: CodedColumns): readonly ColumnTable[] {
  const { sex, followed, start, end, ageFrom, ageTo, supportHalfYears } = columns;
  const spells = table({
    sex,
    followed,
    start,
    end,
    ageFrom,
    ageTo,
    supportHalfYears,
    intervention: columns.intervention.codes,
    referrer: columns.referrer.codes,
    education: columns.education.codes,
    exitReason: columns.exitReason.codes,
    support: columns.supportAtStart.codes,
  })
    // Expressions are parsed, and know nothing that stands around them.
    .params({ first, last, wrong: columns.exitReason.ids.indexOf("wrong-registration") + 1 })
    .filter("d => d.exitReason !== wrong && (d.start === 0 || d.start <= last && d.end >= first)")
    .derive({
      spell: "d => d.start === 0 ? 4 : d.start < first ? (d.end <= last ? 1 : 0) : d.end <= last ? 3 : 2",
      age: `d => d.ageFrom === 255 ? 0 : d.ageTo < 80 ? 1
        : d.ageFrom >= 80 && d.ageTo <= 100 ? 2 : d.ageFrom > 100 ? 3 : 4`,
      years: `d => d.supportHalfYears === 255 ? 0 : d.supportHalfYears < 4 ? 1
        : d.supportHalfYears < 10 ? 2 : d.supportHalfYears <= 18 ? 3 : 4`,
    });
  return crossings.map((names) => spells.groupby("spell", "followed", "sex", ...names).count());
}

/** The counts of each crossing in order: enough to tell that it counts the same. Several answers at once are left out. */
export const filledInArquero = (crossed: readonly ColumnTable[]): readonly (readonly number[])[] =>
  crossed
    .filter((_, index) => crossings[index]?.[0] !== "support")
    .map((counted) => Array.from(counted.array("count"), Number).sort((a, b) => a - b));

const crossings = [
  ["intervention", "exitReason"],
  ["intervention", "referrer"],
  ["intervention", "education"],
  ["intervention", "age"],
  ["exitReason", "referrer"],
  ["exitReason", "education"],
  ["exitReason", "age"],
  ["support"],
  ["years"],
] as const;

// 1 January and 31 December 2021 as the columns have days.
const [first, last] = [120 * 372 + 1, 121 * 372];
