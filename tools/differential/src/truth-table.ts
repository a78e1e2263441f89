import { all, any, conditions, not, type Vocabulary } from "@finsam/criteria";
import type { Trial } from "./trial.ts";

const label = { sv: "uppgift", en: "fact" };
const vocabulary = { a: { type: "boolean", label }, b: { type: "boolean", label } } as const satisfies Vocabulary;
const { a, b } = conditions(vocabulary);
const setting = { vocabulary, on: "2024-02-29", leapDayBirthday: "1-march" } as const;
const values = [true, false, null];

/** AND, OR and NOT over yes, no and not known. */
export const truthTable: Trial = {
  name: "truth table",
  vocabulary,
  people: values.flatMap((first) => values.map((second) => ({ a: first, b: second }))),
  cases: [
    { subject: "a and b", criterion: all(a.is(true), b.is(true)), setting },
    { subject: "a or b", criterion: any(a.is(true), b.is(true)), setting },
    { subject: "not a", criterion: not(a.is(true)), setting },
  ],
};
