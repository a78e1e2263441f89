import type { Criterion } from "../criterion.ts";
import type { Setting } from "../known-fact.ts";
import { everybody, leavesOf, nobody, type Path, withPart } from "./parts.ts";
import { spaceOf } from "./space.ts";

/** A part of a criterion that could be left out. */
export interface IdlePart {
  /** Where it stands in the criterion. */
  readonly path: Path;
  /**
   * What can stand in its place without changing the outcome for anybody: `met`, so that everybody meets the part; `notMet`, so that
   * nobody does; or `either`.
   */
  readonly replaceableBy: "met" | "notMet" | "either";
}

/**
 * The parts of a criterion that never matter: with the part replaced by one that everybody meets, or by one that nobody meets, every
 * complete person still has the same outcome. Each part is judged by itself: of two conditions that say the same, each can be left out,
 * and not both. Nobody's meeting the whole, or everybody's, makes all parts idle: look at that first.
 *
 * @param parts The places to look at: every condition, when left out.
 * @throws TypeError as `evaluate` does; CriterionTooLarge or AnalysisTooLarge when the criterion is too large.
 * @example
 * ```ts
 * import { all, conditions } from "@finsam/criteria";
 * import { partsThatNeverMatter } from "@finsam/criteria/analyse";
 * const vocabulary = { months: { type: "number", label: { sv: "månader", en: "months" } } } as const;
 * const { months } = conditions(vocabulary);
 * const setting = { vocabulary, on: "2024-02-29", leapDayBirthday: "1-march" } as const;
 * partsThatNeverMatter(all(months.atLeast(10), months.moreThan(12)), setting);
 * // => [{ path: ["of", 0], replaceableBy: "met" }]
 * ```
 */
export function partsThatNeverMatter(
  criterion: Criterion,
  setting: Setting,
  parts: readonly Path[] = leavesOf(criterion).map(({ path }) => path),
): readonly IdlePart[] {
  const space = spaceOf([criterion], setting);
  const whole = space.diagramOf(criterion);
  const unchangedBy = (path: Path, part: Criterion) => space.diagramOf(withPart(criterion, path, part)) === whole;
  return parts.flatMap((path): readonly IdlePart[] => {
    const [met, notMet] = [unchangedBy(path, everybody), unchangedBy(path, nobody)];
    if (!met && !notMet) return [];
    return [{ path, replaceableBy: met && notMet ? "either" : met ? "met" : "notMet" }];
  });
}
