import { evaluate, explain } from "@finsam/criteria";
import type { ResolvedRule } from "@finsam/policy";
import type { Asked } from "../people.ts";
import { sig0Reasons, targetGroupReasons, verdicts, verdictsByBirthDate } from "./by-hand.ts";

/**
 * That what is written by hand says what the rules say, before anything is timed: a yes where the outcome is met, and the same reasons.
 *
 * @throws Error with the number of people for whom it does not.
 */
export function checkByHand(people: readonly Asked[], targetGroup: ResolvedRule, sig0: ResolvedRule): void {
  const expected = (person: Asked) =>
    (evaluate(targetGroup.criterion, person, targetGroup.setting) === "met" ? 1 : 0) |
    (evaluate(sig0.criterion, person, sig0.setting) === "met" ? 2 : 0);
  const sameReasons = (person: Asked) =>
    [
      [explain(targetGroup.criterion, person, targetGroup.setting), targetGroupReasons(person)] as const,
      [explain(sig0.criterion, person, sig0.setting), sig0Reasons(person)] as const,
    ].every(
      ([plain, byHand]) =>
        plain.outcome === byHand.outcome &&
        plain.missing.join() === byHand.missing.join() &&
        plain.because.map(({ fact, value }) => `${fact} ${value}`).join() ===
          byHand.because.map(({ fact, value }) => `${fact} ${value}`).join(),
    );
  const wrong = people.filter(
    (person) =>
      verdicts(person) !== expected(person) || verdictsByBirthDate(person) !== expected(person) || !sameReasons(person),
  );
  if (wrong.length > 0) throw new Error(`${wrong.length} of ${people.length} people are judged otherwise by hand`);
}
