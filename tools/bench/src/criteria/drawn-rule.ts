import { all, any, type Criterion, not, type Setting, type Vocabulary } from "@finsam/criteria";
import type { Facts } from "@finsam/model";
import { type Asked, repeatableNumbers } from "../people.ts";

/*
 * Two rules that nobody has written, of the same size as the target group and SIG 0: to show that these are not fast because somebody
 * made them so. Facts have other names, and limits, negations and logic are drawn by lot.
 */

const label = { sv: "uppgift", en: "fact" };

const drawnVocabulary = {
  madeOn: { type: "date", label },
  yearsSinceMade: { type: "completedYears", since: "madeOn", label },
  kind: { type: "code", label, codes: {} },
  open: { type: "boolean", label },
  clean: { type: "boolean", label },
  paid: { type: "boolean", label },
  grade: { type: "code", label, codes: {} },
} as const satisfies Vocabulary;

export const drawnSetting = {
  vocabulary: drawnVocabulary,
  on: "2023-11-17",
  leapDayBirthday: "1-march",
} as const satisfies Setting;

/** Five conditions on four facts, and two on two. */
export function drawnRules(seed: number): { readonly five: Criterion; readonly two: Criterion } {
  const next = repeatableNumbers(seed);
  const drawn = (condition: Criterion): Criterion => (next(3) === 0 ? not(condition) : condition);
  const joined = (a: Criterion, ...others: readonly Criterion[]): Criterion =>
    next(2) === 0 ? all(a, ...others) : any(a, ...others);
  const years = [10 + next(20), 40 + next(30)] as const;
  const five = [
    drawn({ op: "atLeast", fact: "yearsSinceMade", value: years[0] }),
    drawn({ op: "lessThan", fact: "yearsSinceMade", value: years[1] }),
    drawn({ op: "in", fact: "kind", value: ["0184"] }),
    drawn({ op: "is", fact: "open", value: next(2) === 0 }),
    drawn({ op: "is", fact: "clean", value: next(2) === 0 }),
  ] as const;
  return {
    five: joined(joined(five[0], five[1]), five[2], joined(five[3], five[4])),
    two: joined(drawn({ op: "is", fact: "paid", value: true }), drawn({ op: "in", fact: "grade", value: ["some"] })),
  };
}

/** What people state, under the names of the other facts. */
export const drawnFacts = (person: Asked): Facts => ({
  madeOn: person.birthDate,
  kind: person.residentMunicipality,
  open: person.illHealth,
  clean: person.disability,
  paid: person.workCapacityReducedByIllness,
  grade: person.sicknessBenefitIncome,
});
