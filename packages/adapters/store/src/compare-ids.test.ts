import fc from "fast-check";
import { expect, test } from "vitest";
import { compareIds } from "./compare-ids.ts";

const id = fc.string({
  unit: fc.constantFrom("a", "z", "Å", "å", "ö", "é", "\ud7ff", "\ue000", "～", "\uffff", "😀", "𐀀", "\u{10ffff}"),
});

test("ids are ordered as their UTF-8 bytes are", () => {
  fc.assert(
    fc.property(id, id, (a, b) => {
      expect(Math.sign(compareIds(a, b))).toBe(Math.sign(Buffer.compare(Buffer.from(a), Buffer.from(b))));
    }),
    { numRuns: 2000 },
  );
});

test("only an id itself is equal to it, in whatever form å is written", () => {
  expect(compareIds("å", "å")).toBe(0);
  expect(compareIds("a\u030a", "å")).toBeLessThan(0);
});
