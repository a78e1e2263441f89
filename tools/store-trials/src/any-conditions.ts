import type { Condition, Setting, Vocabulary } from "@finsam/criteria";
import { type FactValue, sexes } from "@finsam/model";
import type { AskedCondition } from "@finsam/policy/compare";
import type { RegisterRecord } from "@finsam/store";
import fc from "fast-check";

export const label = { sv: "uppgift", en: "fact" };
const vocabulary: Vocabulary = {
  birthDate: { type: "date", label },
  age: { type: "completedYears", since: "birthDate", label },
  arrived: { type: "date", label },
  yearsHere: { type: "completedYears", since: "arrived", label },
  ill: { type: "boolean", label },
  town: { type: "code", codes: {}, label },
  income: { type: "code", codes: { none: label, some: label, unknown: label }, missing: ["unknown"], label },
  months: { type: "number", label },
  languages: { type: "codes", codes: {}, label },
  support: { type: "codes", codes: { a: label, b: label }, label },
};
/** What the conditions are asked in. */
export const setting: Setting = { vocabulary, on: "2024-02-29", leapDayBirthday: "1-march" };

// Values that fit some fact, and values that fit none; every fact may have any of them.
const dates = ["1985", "1985-04", "1985-04-12", "2008-02-29", "2008-03-01", "1957-02-28"];
const noDates = [
  "0000",
  "0000-01-01",
  "1985-02-30",
  "1985-13",
  "1985-4",
  "19850412",
  "1985-04-12T00",
  "-985-04-12",
  "1985-04-00",
];
const codes = ["none", "some", "unknown", "a", "b", "0180", "so", "a-b"];
const noCodes = ["", "-", "a-", "-a", "a--b", "A", "å", "a b", "a\n", "*", "%", "'; --", "😀"].filter(
  (text) => text !== "",
);
const numbers = [0, 1, 12, 12.5, -0.1, 1e300, 2 ** 53, 0.1 + 0.2];
const text = fc.constantFrom(...dates, ...noDates, ...codes, ...noCodes);
const value: fc.Arbitrary<FactValue | null> = fc.oneof(
  fc.constant(null),
  fc.boolean(),
  text,
  fc.constantFrom(...numbers),
  fc.constantFrom({ min: 1, max: 12 }, { min: 12, max: 12 }, { min: -1, max: 1e300 }),
  fc.array(fc.oneof(fc.constantFrom(...codes), text), { maxLength: 3 }),
);
const fact = (fitting: fc.Arbitrary<FactValue>) =>
  fc.oneof({ weight: 3, arbitrary: fitting }, { weight: 2, arbitrary: value });
const facts = fc.record(
  {
    birthDate: value,
    age: value,
    arrived: fact(fc.constantFrom(...dates)),
    ill: fact(fc.boolean()),
    town: fact(fc.constantFrom(...codes)),
    income: fact(fc.constantFrom("none", "some", "unknown")),
    months: fact(fc.constantFrom(...numbers, { min: 1, max: 13 })),
    languages: fact(fc.array(fc.constantFrom(...codes), { maxLength: 2 })),
    support: fact(fc.array(fc.constantFrom("a", "b"), { maxLength: 2 })),
  },
  { requiredKeys: [] },
);
/** Persons p0, p1 … with facts that fit their vocabulary, and facts that do not. */
export const anyPersons: fc.Arbitrary<readonly RegisterRecord[]> = fc
  .array(
    fc.record({
      sex: fc.constantFrom(...sexes),
      birthDate: fc.option(fc.constantFrom(...dates), { nil: undefined }),
      facts,
    }),
    { minLength: 1, maxLength: 30 },
  )
  .map((drawn) =>
    drawn.map((details, index) => ({
      kind: "person",
      person: { protectedIdentity: false, id: `p${index}`, sexBasis: "self-reported", ...details },
    })),
  );

const comparison = fc.constantFrom("atLeast", "moreThan", "atMost", "lessThan");
/** A condition on any of their facts. */
export const anyCondition: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ op: fc.constant("is"), fact: fc.constant("ill"), value: fc.boolean() }),
  fc.record({
    op: fc.constant("in"),
    fact: fc.constantFrom("town", "income"),
    value: fc.uniqueArray(fc.constantFrom(...codes, "'; --"), { minLength: 1, maxLength: 3 }),
  }),
  fc.record({
    op: fc.constant("hasAny"),
    fact: fc.constantFrom("languages", "support"),
    value: fc.uniqueArray(fc.constantFrom(...codes), { minLength: 1, maxLength: 3 }),
  }),
  fc.record({ op: comparison, fact: fc.constantFrom("age", "yearsHere"), value: fc.constantFrom(0, 16, 16.5, 38, 66) }),
  fc.record({ op: comparison, fact: fc.constant("months"), value: fc.constantFrom(...numbers) }),
  fc.record({
    op: comparison,
    fact: fc.constantFrom("birthDate", "arrived"),
    value: fc.constantFrom("1985-04-12", "2008-02-29"),
  }),
);
/** Up to six of them, to group people by. */
export const anyConditions = fc.array(
  anyCondition.map((one): AskedCondition => ({ condition: one, setting })),
  { maxLength: 6 },
);
