import type { AskedCondition } from "@finsam/policy/compare";
import { memoryStore, openStore } from "@finsam/store";
import { anyConditions, anyPersons, setting } from "@finsam/store-trials";
import fc from "fast-check";
import { expect, test } from "vitest";
import { groupQuery } from "../src/grouping.ts";
import { openSqliteStore } from "../src/index.ts";

test("SQLite groups people as the store in memory does, whatever the register holds", {
  timeout: 120_000,
}, async () => {
  await using sqlite = await openSqliteStore(":memory:");
  const outcomes = new Set<string>();
  await fc.assert(
    fc.asyncProperty(anyPersons, anyConditions, async (records, asked) => {
      expect(groupQuery(asked)).toBeDefined();
      await using memory = await openStore(memoryStore);
      for (let index = 0; index < 30; index += 1) await sqlite.erase(`p${index}`);
      await sqlite.save(records);
      await memory.save(records);
      const groups = await sqlite.groupByConditions(asked);
      expect(groups).toEqual(await memory.groupByConditions(asked));
      for (const group of groups)
        for (const [index, outcome] of group.outcomes.entries())
          outcomes.add(`${asked[index]?.condition.op} ${asked[index]?.condition.fact} ${outcome}`);
    }),
    { numRuns: 500 },
  );
  // Every comparison of every fact came out in all three ways.
  expect(outcomes.size).toBe(3 * (1 + 2 + 2 + 4 * 5));
});

test("what SQLite cannot be asked is asked in process, with the same answer", async () => {
  await using sqlite = await openSqliteStore(":memory:");
  const person = {
    protectedIdentity: false,
    id: "p1",
    sex: "woman",
    sexBasis: "legal-sex",
    birthDate: "1985",
  } as const;
  await sqlite.save([{ kind: "person", person: { ...person, facts: { ill: true } } }]);
  const ill: AskedCondition = { condition: { op: "is", fact: "ill", value: true }, setting };
  const many = Array.from({ length: 501 }, () => ill);
  const unknown: AskedCondition = { condition: { op: "is", fact: "constructor", value: true }, setting };
  expect([many, [unknown]].map(groupQuery)).toEqual([undefined, undefined]);
  expect(await sqlite.groupByConditions(many)).toEqual([{ sex: "woman", outcomes: many.map(() => "met"), count: 1 }]);
  expect(await sqlite.groupByConditions([unknown, ill])).toEqual([
    { sex: "woman", outcomes: ["undetermined", "met"], count: 1 },
  ]);
});
