import { addDays, type FollowedParticipation, sexes } from "@finsam/model";
import { stockholm } from "@finsam/stockholm";
import fc from "fast-check";
import type { CountedRow } from "./counted-row.ts";

const { interventions, referrers, education, support, exitReasons } = stockholm.codeLists;
const oneOf = (list: { readonly codes: readonly { readonly id: string }[] } | undefined) =>
  fc.constantFrom(...(list?.codes.map(({ id }) => id) ?? []));
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const day = (from: string, days: number) => fc.nat(days).map((count) => addDays(from, count));

const counted = {
  id: fc.string({ minLength: 1, maxLength: 8 }),
  intervention: oneOf(interventions),
  sex: fc.constantFrom(...sexes),
  sexBasis: fc.constant("self-reported" as const),
  // From 2020 to 2022, so that some start, end or go on outside the year of the report.
  start: maybe(day("2020-01-01", 1000)),
};

const followed = fc.record({
  followUp: fc.constant("followed" as const),
  ...counted,
  person: fc.constantFrom("P1", "P2", "P3"),
  referrer: maybe(oneOf(referrers)),
  education: maybe(oneOf(education)),
  supportAtStart: maybe(fc.uniqueArray(oneOf(support), { minLength: 1, maxLength: 3 })),
  supportSince: maybe(day("2005-01-01", 6000)),
  exitReason: maybe(oneOf(exitReasons)),
});
const notFollowed = fc.record({ followUp: fc.constant("not-followed" as const), ...counted });
const anonymous = fc.record({
  followUp: fc.constant("anonymous" as const),
  id: counted.id,
  sex: counted.sex,
  startYear: fc.constant(2021),
});

// Any row that a register may hold, with dates around 2021.
const anyRow: fc.Arbitrary<CountedRow> = fc
  .tuple(
    fc.oneof({ weight: 6, arbitrary: followed }, notFollowed, anonymous),
    maybe(fc.nat(500)),
    maybe(fc.constantFrom("1957-03-01", "1991", "1971-06", "2003-02-28")),
  )
  .map(([participation, length, birthDate]) => {
    if (participation.followUp === "anonymous" || participation.start === undefined || length === undefined)
      return { participation, birthDate };
    return { participation: { ...participation, end: addDays(participation.start, length) }, birthDate };
  });

/** A woman followed up in one intervention from 1 March 2021, but for what is stated otherwise. */
export const followedRow = (change: Partial<FollowedParticipation> = {}, birthDate?: string): CountedRow => ({
  participation: {
    followUp: "followed",
    id: "D1",
    person: "P1",
    intervention: "mia-vidare",
    sex: "woman",
    sexBasis: "legal-sex",
    start: "2021-03-01",
    ...change,
  },
  birthDate,
});

/** A register of any rows, some of them alike, so that small counts stand beside larger ones. */
export const anyRegister = fc
  .array(fc.tuple(anyRow, fc.integer({ min: 1, max: 12 })), { maxLength: 25 })
  .map((rows) => rows.flatMap(([row, times]) => Array.from({ length: times }, () => row)));
