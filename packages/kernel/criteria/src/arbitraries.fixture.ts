import type { Facts } from "@finsam/model";
import fc from "fast-check";
import type { Criterion } from "./criterion.ts";
import { all, any, not } from "./join-criteria.ts";
import type { Setting } from "./known-fact.ts";
import { age, birthDate, disability, illHealth, income, months, support, vocabulary } from "./vocabulary.fixture.ts";

/** Criteria of up to four levels over the conditions given. */
export const criteriaOver = (leaves: fc.Arbitrary<Criterion>): fc.Arbitrary<Criterion> =>
  fc.letrec<{ node: Criterion }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      leaves,
      fc.array(tie("node"), { minLength: 1, maxLength: 3 }).map(([first, ...rest]) => all(first as Criterion, ...rest)),
      fc.array(tie("node"), { minLength: 1, maxLength: 3 }).map(([first, ...rest]) => any(first as Criterion, ...rest)),
      tie("node").map(not),
    ),
  })).node;

/** A few conditions, one or two for each type of fact. */
export const leaves = fc.constantFrom(
  illHealth.is(true),
  disability.is(false),
  age.between(16, 66),
  months.atLeast(10),
  income.is("none"),
  support.hasAny(["a", "b"]),
);
export const criteria = criteriaOver(leaves);

/** Facts of which none is missing and all are known exactly. */
export const completeFacts = fc.record({
  birthDate: fc.constantFrom("1950-01-01", "1957-03-01", "1985-04-12", "2010-01-01"),
  illHealth: fc.boolean(),
  disability: fc.boolean(),
  months: fc.integer({ min: 8, max: 14 }),
  income: fc.constantFrom("none", "some"),
  support: fc.subarray(["a", "b", "c"]),
});
export type CompleteFacts = typeof completeFacts extends fc.Arbitrary<infer Drawn> ? Drawn : never;

/** The names of the stated facts. */
export const names = ["birthDate", "illHealth", "disability", "months", "income", "support"] as const;

export const without = (facts: CompleteFacts, hidden: readonly string[]): Facts =>
  Object.fromEntries(Object.entries(facts).filter(([name]) => !hidden.includes(name)));

const limits = fc.constantFrom(-1, 0, 0.5, 16, 16.5, 17, 66, 67, 120, 3000, -9000);
const monthLimits = fc.constantFrom(-2.5, -1, 0, 9, 10, 10.5, 12);
const days = fc.constantFrom(
  "0001-01-01",
  "1957-02-28",
  "1957-03-01",
  "1985-04-12",
  "2000-02-29",
  "2008-02-29",
  "9999-12-31",
);
const codes = fc.subarray(["a", "b", "c", "d", "e", "f", "__proto__", "constructor"], { minLength: 1 });

/** Conditions of every kind, with limits on, beside and far from what people have. */
export const everyLeaf: fc.Arbitrary<Criterion> = fc.oneof(
  fc.constantFrom(illHealth, disability).chain((fact) => fc.boolean().map(fact.is)),
  fc.constantFrom(age.atLeast, age.moreThan, age.atMost, age.lessThan).chain((compare) => limits.map(compare)),
  fc
    .constantFrom(months.atLeast, months.moreThan, months.atMost, months.lessThan)
    .chain((compare) => monthLimits.map(compare)),
  fc
    .constantFrom(birthDate.atLeast, birthDate.moreThan, birthDate.atMost, birthDate.lessThan)
    .chain((compare) => days.map(compare)),
  fc.subarray(["none" as const, "some" as const], { minLength: 1 }).map(income.isOneOf),
  codes.map(support.hasAny),
);

/** Facts of which any may be missing, in every way to be missing, or known in part. */
export const everyFacts: fc.Arbitrary<Facts> = fc
  .record(
    {
      birthDate: fc.oneof(
        days,
        fc.constantFrom(
          "1957",
          "1957-02",
          "1957-03",
          "1985",
          "1985-04",
          "2000-02",
          "2008",
          "0001",
          "9999-12",
          "1900-02",
        ),
        fc.constantFrom(
          "1956-02-29",
          "1957-12-31",
          "2004-02-29",
          "2007-03-01",
          "2008-02-28",
          "2008-03-01",
          "2024-03-01",
        ),
      ),
      illHealth: fc.boolean(),
      disability: fc.boolean(),
      months: fc.oneof(
        fc.constantFrom(-3, -0, 0, 9, 9.99, 10, 10.5, 12, 1e9),
        fc
          .tuple(fc.constantFrom(-4, -1, 0, 9, 10), fc.constantFrom(0, 0.5, 1, 3))
          .map(([min, wide]) => ({ min, max: min + wide })),
      ),
      income: fc.constantFrom("none", "some", "__proto__", "'; DROP TABLE person; --"),
      support: fc.shuffledSubarray(["a", "b", "c", "d", "z", "__proto__"]),
    },
    { requiredKeys: [] },
  )
  .chain((stated) =>
    fc
      .subarray([...names])
      .map((nothing): Facts => ({ ...stated, ...Object.fromEntries(nothing.map((name) => [name, null])) })),
  );

/** Reference dates about which birthdays and leap days are delicate, with both policies. */
export const everySetting: fc.Arbitrary<Setting> = fc.record({
  vocabulary: fc.constant(vocabulary),
  on: fc.constantFrom("2023-02-28", "2023-03-01", "2024-02-28", "2024-02-29", "2024-03-01", "1900-02-28", "2020-12-31"),
  leapDayBirthday: fc.constantFrom("1-march" as const, "28-february" as const),
});
