import type { Facts, FactValue } from "@finsam/model";
import fc from "fast-check";
import { conditions } from "../conditions.ts";
import type { Criterion } from "../criterion.ts";
import { evaluate } from "../evaluate.ts";
import { not } from "../join-criteria.ts";
import type { Setting } from "../known-fact.ts";

const label = { sv: "uppgift", en: "fact" };

/** One fact of each type, with few enough answers that everybody can be gone through. */
const vocabulary = {
  birthDate: { type: "date", label },
  age: { type: "completedYears", since: "birthDate", label },
  illHealth: { type: "boolean", label },
  months: { type: "number", label },
  income: {
    type: "code",
    label,
    codes: { none: label, some: label, much: label, unknown: label },
    missing: ["unknown"],
  },
  support: { type: "codes", label, codes: {} },
} as const;

export const setting: Setting = { vocabulary, on: "2023-03-01", leapDayBirthday: "1-march" };

const { age, birthDate, illHealth, months, income, support } = conditions(vocabulary);

const leaves = fc.constantFrom<Criterion>(
  illHealth.is(true),
  illHealth.is(false),
  age.atLeast(23),
  age.moreThan(22),
  age.atMost(22),
  age.lessThan(22.5),
  birthDate.lessThan("2000-02-29"),
  birthDate.atLeast("2000-03-01"),
  months.atLeast(10),
  months.moreThan(10),
  months.lessThan(12),
  income.is("none"),
  income.isOneOf(["none", "some"]),
  // An answer that counts as missing is nobody's answer.
  income.is("unknown"),
  support.hasAny(["a"]),
  support.hasAny(["a", "b"]),
  support.hasAny(["c"]),
);

/** Any criterion over these conditions; most have several. */
export const criteria: fc.Arbitrary<Criterion> = fc.letrec<{ node: Criterion }>((tie) => {
  const several = fc.array(tie("node"), { minLength: 2, maxLength: 3 });
  return {
    node: fc.oneof(
      { maxDepth: 3, depthSize: "max", withCrossShrink: true },
      { weight: 2, arbitrary: leaves },
      { weight: 3, arbitrary: several.map((of): Criterion => ({ op: "all", of })) },
      { weight: 3, arbitrary: several.map((of): Criterion => ({ op: "any", of })) },
      { weight: 1, arbitrary: tie("node").map(not) },
    ),
  };
}).node;

/** Answers chosen by hand: some for every way to judge a fact, and some more. */
const answers = {
  birthDate: ["1950-01-01", "2000-02-28", "2000-02-29", "2000-03-01", "2000-03-02"],
  illHealth: [true, false],
  months: [9, 10, 11, 12, 13],
  income: ["none", "some", "much"],
  support: [[], ["a"], ["b"], ["c"], ["b", "c"], ["a", "c", "d"]],
} satisfies Readonly<Record<string, readonly FactValue[]>>;

export const factNames = Object.keys(answers);

/** What may be known of someone: each fact missing, known, or known in part. */
export const knownFacts: fc.Arbitrary<Facts> = fc.record(
  {
    birthDate: fc.constantFrom<FactValue>(...answers.birthDate, "2000", "2000-02", "2000-03", "1950"),
    illHealth: fc.constantFrom<FactValue>(...answers.illHealth),
    months: fc.constantFrom<FactValue>(
      ...answers.months,
      { min: 9, max: 11 },
      { min: 10, max: 12 },
      { min: 11, max: 13 },
    ),
    income: fc.constantFrom<FactValue>(...answers.income),
    support: fc.constantFrom<FactValue>(...answers.support),
  },
  { requiredKeys: [] },
);

/** Every complete person who fits what is known. */
export const everybodyWho = (known: Facts): readonly Facts[] =>
  Object.entries<readonly FactValue[]>(answers).reduce<readonly Facts[]>(
    (people, [fact, values]) => {
      const open = values.filter((value) => fits(value, known[fact]));
      return people.flatMap((person) => open.map((value) => ({ ...person, [fact]: value })));
    },
    [{}],
  );

function fits(answer: FactValue, known: FactValue | null | undefined): boolean {
  if (known === undefined || known === null) return true;
  if (typeof known === "string") return typeof answer === "string" && answer.startsWith(known);
  if (typeof known === "object" && "min" in known)
    return typeof answer === "number" && known.min <= answer && answer <= known.max;
  return JSON.stringify(answer) === JSON.stringify(known);
}

export const meets = (criterion: Criterion, person: Facts): boolean => evaluate(criterion, person, setting) === "met";
