import type { Facts } from "@finsam/model";
import { alternatives, type ConditionSet, together } from "./condition-sets.ts";
import type { Condition, Criterion } from "./criterion.ts";
import { type Setting, statedFactBehind } from "./known-fact.ts";
import { allOf, anyOf, type Outcome } from "./outcome.ts";
import { numberedReasons, type Reason } from "./reason.ts";

/** An outcome with the conditions that decide it, and the facts that would have to be known to settle it. */
export interface Explanation {
  readonly outcome: Outcome;
  /** The conditions that decide, in the order of the criterion; of an open outcome, those that keep it open. */
  readonly because: readonly Reason[];
  /**
   * Which of them decide together, as numbers in `because`. The conditions of one set decide on their own, and none of them can be
   * left out; several sets are alternatives to one another. Empty while the outcome is open.
   */
  readonly decidedBy: readonly (readonly number[])[];
  /** Names of stated facts, each once. Empty when the outcome is settled. */
  readonly missing: readonly string[];
}

/**
 * Evaluates a criterion and says why. What is met in an `all` is needed together; of what is not met in it each is enough alone. In an
 * `any` it is the other way round. Facts that no reason names can change without changing a settled outcome.
 *
 * @throws TypeError as `evaluate` does.
 * @example
 * ```ts
 * import { all, any, conditions, explain } from "@finsam/criteria";
 * const yesOrNo = (name: string) => ({ type: "boolean", label: { sv: name, en: name } }) as const;
 * const vocabulary = { resident: yesOrNo("resident"), illHealth: yesOrNo("ill health"), disability: yesOrNo("disability") };
 * const { resident, illHealth, disability } = conditions(vocabulary);
 * const criterion = all(resident.is(true), any(illHealth.is(true), disability.is(true)));
 * const setting = { vocabulary, on: "2024-02-29", leapDayBirthday: "1-march" } as const;
 * const why = explain(criterion, { resident: true, illHealth: true, disability: true }, setting);
 * why.because.map(({ fact }) => fact); // => ["resident", "illHealth", "disability"]
 * why.decidedBy; // => [[0, 1], [0, 2]]
 * explain(criterion, { resident: true, illHealth: false }, setting).missing; // => ["disability"]
 * ```
 */
export function explain(criterion: Criterion, facts: Facts, setting: Setting): Explanation {
  const { reasons, numberOf } = numberedReasons(facts, setting);
  const { outcome, sets, open } = judge(criterion, false, (condition, negated) => {
    const number = numberOf(condition, negated);
    return [number, reasons[number]?.outcome ?? "undetermined"];
  });
  const named = [...new Set(outcome === "undetermined" ? open : sets.flat())].sort((a, b) => a - b);
  const because = named.flatMap((number) => reasons[number] ?? []);
  const missing =
    outcome === "undetermined" ? because.map(({ fact }) => statedFactBehind(fact, setting.vocabulary)) : [];
  return {
    outcome,
    because,
    decidedBy: sets.map((set) => set.map((number) => named.indexOf(number))),
    missing: [...new Set(missing)],
  };
}

interface Judgement {
  readonly outcome: Outcome;
  /** Sets of conditions that decide a settled outcome. */
  readonly sets: readonly ConditionSet[];
  /** The conditions that keep an open outcome open. */
  readonly open: ConditionSet;
}

type Ask = (condition: Condition, negated: boolean) => readonly [number: number, outcome: Outcome];

function judge(criterion: Criterion, negated: boolean, ask: Ask): Judgement {
  switch (criterion.op) {
    case "all":
    case "any": {
      const parts = criterion.of.map((part) => judge(part, negated, ask));
      // The opposite of all is any of the opposites.
      const isAll = (criterion.op === "all") !== negated;
      const outcomes = parts.map((part) => part.outcome);
      const outcome = isAll ? allOf(outcomes) : anyOf(outcomes);
      const deciding = parts.filter((part) => part.outcome === outcome);
      if (outcome === "undetermined") return { outcome, sets: [], open: deciding.flatMap(({ open }) => open) };
      const join = isAll === (outcome === "met") ? together : alternatives;
      return { outcome, sets: join(deciding.map(({ sets }) => sets)), open: [] };
    }
    case "not":
      return judge(criterion.of, !negated, ask);
    case "rule":
      throw new TypeError(`the rule "${criterion.rule}" is only named: resolve the reference against a policy first`);
    default: {
      const [number, outcome] = ask(criterion, negated);
      return outcome === "undetermined"
        ? { outcome, sets: [], open: [number] }
        : { outcome, sets: [[number]], open: [] };
    }
  }
}
