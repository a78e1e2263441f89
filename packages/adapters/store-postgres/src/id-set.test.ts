import fc from "fast-check";
import { expect, test } from "vitest";
import { makeIdSet } from "./id-set.ts";

test("it holds the ids that were added and no others, however many and however written", () => {
  const ids = fc.array(fc.string({ minLength: 1, maxLength: 200, unit: "grapheme" }), { maxLength: 600 });
  fc.assert(
    fc.property(ids, ids, (added, others) => {
      const [set, plain] = [makeIdSet(), new Set(added)];
      for (const id of [...added, ...added]) set.add(id);
      for (const id of [...added, ...others]) expect(set.has(id)).toBe(plain.has(id));
    }),
    { numRuns: 50 },
  );
});

test("one id that is the beginning of another is not it", () => {
  const set = makeIdSet();
  for (let number = 0; number < 20_000; number += 2) set.add(`p${number}`);
  for (let number = 0; number < 20_000; number += 1) expect(set.has(`p${number}`)).toBe(number % 2 === 0);
  for (const id of ["p", "p20000", "p00", "q0"]) expect(set.has(id)).toBe(false);
});
