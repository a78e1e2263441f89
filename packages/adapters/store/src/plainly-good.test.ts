import * as Result from "effect/Result";
import fc from "fast-check";
import { expect, test } from "vitest";
import { isPlainlyGood } from "./plainly-good.ts";
import { readBySchema } from "./read-record.ts";
import type { RegisterRecord } from "./store.ts";

const text = fc.constantFrom("a", "p-1", "", "A b", "å", "x".repeat(201), "p\0", "p\ud83d", "__proto__", "😀");
const day = fc.constantFrom("2021-01-01", "2021-12-31", "2021-02-29", "2021", "", "2020-02-29");
const anything: fc.Arbitrary<unknown> = fc.oneof(
  text,
  day,
  fc.constantFrom(
    null,
    undefined,
    true,
    false,
    0,
    1.5,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    [],
    ["work"],
    ["A"],
    [""],
    {},
    { min: 1, max: 0 },
  ),
);
const or = (good: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 40, arbitrary: good }, { weight: 1, arbitrary: anything });
const sex = or(fc.constantFrom("woman", "man", "other", "unknown"));
const basis = or(fc.constantFrom("legal-sex", "self-reported"));
const goodId = fc.constantFrom("p1", "å", "'; --", "x".repeat(200));
const goodDay = fc.constantFrom("2021-01-01", "2021-12-31", "2020-02-29");
const code = fc.constantFrom("work", "ips", "a-b-2");

const person = fc.record(
  {
    protectedIdentity: or(fc.constant(false)),
    id: or(goodId),
    sex,
    sexBasis: basis,
    birthDate: or(fc.constantFrom("1985", "1985-04", "1985-04-12")),
    facts: or(
      fc.dictionary(fc.oneof(goodId, text), or(fc.constantFrom(true, "x", 1)), { maxKeys: 3, noNullPrototype: true }),
    ),
    more: anything,
  },
  { requiredKeys: ["protectedIdentity", "id", "sex", "sexBasis"] },
);
const participation = fc.record(
  {
    followUp: or(fc.constantFrom("followed", "not-followed", "anonymous")),
    id: or(goodId),
    person: or(goodId),
    intervention: or(code),
    sex,
    sexBasis: basis,
    start: or(goodDay),
    end: or(goodDay),
    referrer: or(code),
    education: or(code),
    supportAtStart: or(fc.constant(["work", "ips"])),
    supportSince: or(goodDay),
    startYear: or(fc.constant(2021)),
  },
  { requiredKeys: ["followUp", "id", "intervention", "sex", "sexBasis"] },
);
const record: fc.Arbitrary<unknown> = fc.oneof(
  person.map((one) => ({ kind: "person", person: one })),
  participation.map((one) => ({ kind: "participation", participation: one })),
  participation.map((one) => ({ kind: "participation", participation: one, more: 1 })),
  anything,
);

test("what is plainly good is good by the schemas, which make nothing else of it", () => {
  let good = 0;
  fc.assert(
    fc.property(record, (candidate) => {
      // The whole point is that anything may come.
      const stray = candidate as RegisterRecord;
      if (!isPlainlyGood(stray)) return;
      good += 1;
      const read = readBySchema(stray, 1);
      expect(Result.isSuccess(read)).toBe(true);
      expect(Result.isSuccess(read) && read.success).toEqual(stray);
    }),
    { numRuns: 20_000 },
  );
  expect(good).toBeGreaterThan(100);
});

test("records as registers have them are plainly good, and the schemas are not asked", () => {
  const plain = { id: "d1", intervention: "ips", sex: "woman", sexBasis: "legal-sex", start: "2021-01-01" } as const;
  expect(isPlainlyGood({ kind: "participation", participation: { followUp: "not-followed", ...plain } })).toBe(true);
  expect(
    isPlainlyGood({
      kind: "participation",
      participation: { followUp: "followed", ...plain, person: "p1", supportAtStart: ["none"], end: "2021-01-01" },
    }),
  ).toBe(true);
});
