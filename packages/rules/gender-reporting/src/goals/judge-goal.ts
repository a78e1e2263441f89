import type { Goal, GoalFigure } from "@finsam/policy";
import { shareOf } from "../differences/sex-difference.ts";
import type { ReasonToldTogether } from "../told-together.ts";
import type { GoalOutcome, GoalResult, Reached } from "./goal-result.ts";
import { goalSentence, reasonText, type WhyNotJudged } from "./goal-texts.ts";

/** The days a report is about. */
export interface GoalPeriod {
  readonly from: string;
  readonly to: string;
}

/**
 * Judges a goal on figures of the same thing, in the same unit, of the same intervention and the same period. Nothing else will do: a
 * goal on activities is not judged on a count of plans. A goal for another period than the one asked about is not judged either.
 *
 * Outcomes are met, notMet and undetermined with its reasons. A share of which only whole per cent was printed stands for all that
 * rounds to it, half a per cent down and just under half a per cent up. A goal on an exit reason that the report tells only together
 * with others is undetermined, and says in which row they stand.
 *
 * @example
 * ```ts
 * import { judgeGoal } from "@finsam/gender-reporting";
 * const year = { from: "2021-01-01", to: "2021-12-31" };
 * const goal = {
 *   id: "activities", title: { sv: "Hälften av aktiviteterna görs", en: "Half of the activities are done" },
 *   measure: { kind: "share", of: "done", within: "planned", unit: "activities" }, comparator: "at-least", target: 50,
 *   period: year, status: "attested", citation: { source: "follow-up" },
 * } as const;
 * const plans = { kind: "share", of: "done", within: "planned", unit: "plans", period: year, counts: { total: 51 }, base: { total: 72 } } as const;
 * judgeGoal(goal, [plans], year).outcome; // => "undetermined"
 * judgeGoal(goal, [{ ...plans, unit: "activities" }], year).outcome; // => "met"
 * ```
 */
export function judgeGoal(
  goal: Goal,
  figures: readonly GoalFigure[],
  period: GoalPeriod,
  together: readonly ReasonToldTogether[] = [],
): GoalResult {
  const found = figureFor(goal, figures, period, together);
  const judged: Judged =
    "why" in found ? { outcome: "undetermined", reached: null, ...found } : judgedOn(goal, found.figure);
  const { why } = judged;
  const reasons = why === undefined ? [] : [{ code: why.code, text: reasonText(why, goal) }];
  const bySex = "why" in found ? null : sexesOf(goal, found.figure);
  return {
    goal: goal.id,
    ...(goal.intervention === undefined ? {} : { intervention: goal.intervention }),
    title: goal.title,
    outcome: judged.outcome,
    reached: judged.reached,
    bySex,
    reasons,
    sentence: goalSentence(goal, { ...judged, bySex, reasons }),
    ...("figure" in found && found.figure.citation !== undefined ? { figureFrom: found.figure.citation } : {}),
    status: goal.status,
    ...(goal.open === undefined ? {} : { open: goal.open }),
  };
}

interface Judged {
  readonly outcome: GoalOutcome;
  readonly reached: Reached | null;
  readonly why?: WhyNotJudged;
}

function figureFor(
  goal: Goal,
  figures: readonly GoalFigure[],
  period: GoalPeriod,
  together: readonly ReasonToldTogether[],
): { readonly figure: GoalFigure } | { readonly why: WhyNotJudged } {
  if (goal.period === undefined) return { why: { code: "period-not-stated" } };
  if (!samePeriod(goal.period, period)) return { why: { code: "other-period" } };
  const about = figures.filter((figure) => figure.intervention === goal.intervention && isAbout(figure, goal));
  const inUnit = about.filter(({ unit }) => unit === goal.measure.unit);
  const [figure] = inUnit.filter((candidate) => samePeriod(candidate.period, period));
  if (figure !== undefined) return { figure };
  if (inUnit[0] !== undefined) return { why: { code: "other-period", counted: inUnit[0] } };
  if (about[0] !== undefined) return { why: { code: "other-unit", counted: about[0] } };
  const told = together.find(({ reason }) => isShareOfEnded(goal) && reason.id === goal.measure.of);
  if (told !== undefined) return { why: { code: "told-together", ...told } };
  return { why: { code: "not-counted" } };
}

/** Only shares of the ended are about exit reasons. */
const isShareOfEnded = ({ measure }: Goal): boolean => measure.kind === "share" && measure.within === "ended";

const samePeriod = (a: GoalPeriod, b: GoalPeriod): boolean => a.from === b.from && a.to === b.to;

function isAbout(figure: GoalFigure, { measure }: Goal): boolean {
  if (figure.of !== measure.of) return false;
  return measure.kind === "share"
    ? figure.kind !== "count" && figure.within === measure.within
    : figure.kind === "count";
}

function judgedOn(goal: Goal, figure: GoalFigure): Judged {
  const { measure } = goal;
  if (figure.kind === "printedShare") {
    const outcome = judgeRange(goal, { lowest: figure.percent - 0.5, below: figure.percent + 0.5 });
    return withReason(goal, { kind: "printedShare", percent: figure.percent }, outcome, "rounded");
  }
  const n = measure.kind === "sexDistribution" ? figure.counts[measure.sex] : figure.counts.total;
  if (n === undefined) return { outcome: "undetermined", reached: null, why: { code: "not-counted" } };
  if (n === null) return { outcome: "undetermined", reached: null, why: { code: "withheld" } };
  if (measure.kind === "count") return withReason(goal, { kind: "count", count: n }, judgeCount(goal, n));
  const of = figure.kind === "share" ? figure.base.total : figure.counts.total;
  if (of === null) return { outcome: "undetermined", reached: null, why: { code: "withheld" } };
  if (of === 0) return { outcome: "undetermined", reached: null, why: { code: "empty-base" } };
  return withReason(goal, { kind: "share", share: shareOf({ n, of }) }, judgeShare(goal, n, of));
}

/** Turns what a part alone can show, and what "about" leaves open, into an outcome with its reason. */
function withReason(
  goal: Goal,
  reached: Reached,
  outcome: GoalOutcome | "tolerance-not-stated",
  whenUndetermined: "tolerance-not-stated" | "rounded" = "tolerance-not-stated",
): Judged {
  if (outcome === "tolerance-not-stated") return { outcome: "undetermined", reached, why: { code: outcome } };
  if (outcome === "undetermined") return { outcome, reached, why: { code: whenUndetermined } };
  const partIsEnough = outcome === "met" && goal.comparator === "at-least";
  if (goal.countsOnlyPart === true && !partIsEnough)
    return { outcome: "undetermined", reached, why: { code: "only-part-counted" } };
  return { outcome, reached };
}

type Verdict = GoalOutcome | "tolerance-not-stated";

function judgeCount({ comparator, target, tolerance }: Goal, count: number): Verdict {
  switch (comparator) {
    case "at-least":
      return count >= target ? "met" : "notMet";
    case "at-most":
      return count <= target ? "met" : "notMet";
    case "about":
      if (count === target) return "met";
      if (tolerance === undefined) return "tolerance-not-stated";
      return Math.abs(count - target) <= tolerance ? "met" : "notMet";
  }
}

/** Compares n of `of` with per cent by multiplying, so that no share is rounded on the way. */
function judgeShare(goal: Goal, n: number, of: number): Verdict {
  const { target, tolerance } = goal;
  return judgeCount(
    { ...goal, target: target * of, ...(tolerance === undefined ? {} : { tolerance: tolerance * of }) },
    100 * n,
  );
}

/** Judges all values from `lowest` up to just below `below`: together, or not at all. */
function judgeRange(
  { comparator, target, tolerance }: Goal,
  { lowest, below }: { readonly lowest: number; readonly below: number },
): Verdict {
  switch (comparator) {
    case "at-least":
      return lowest >= target ? "met" : below <= target ? "notMet" : "undetermined";
    case "at-most":
      return below <= target ? "met" : lowest > target ? "notMet" : "undetermined";
    case "about": {
      if (tolerance === undefined) return "tolerance-not-stated";
      if (lowest >= target - tolerance && below <= target + tolerance) return "met";
      return below <= target - tolerance || lowest > target + tolerance ? "notMet" : "undetermined";
    }
  }
}

function sexesOf(goal: Goal, figure: GoalFigure): GoalResult["bySex"] {
  if (figure.kind === "printedShare" || goal.measure.kind === "sexDistribution") return null;
  const of = (sex: "woman" | "man") => {
    const n = figure.counts[sex];
    if (n === undefined || n === null) return null;
    if (figure.kind === "count") return { reached: { kind: "count" as const, count: n } };
    const base = figure.base[sex];
    if (base === undefined || base === null || base === 0) return null;
    const { outcome } = withReason(goal, { kind: "count", count: n }, judgeShare(goal, n, base));
    return { reached: { kind: "share" as const, share: shareOf({ n, of: base }) }, outcome };
  };
  const [woman, man] = [of("woman"), of("man")];
  return woman === null && man === null ? null : { woman, man };
}
