import type { Criterion } from "@finsam/criteria";
import type { ResolvedRule } from "@finsam/policy";
import type { AskedCondition } from "@finsam/policy/compare";
import { memoryStore, openStore, type RegisterRecord } from "@finsam/store";
import { anyCondition, anyConditions, anyPersons, label, setting } from "@finsam/store-trials";
import fc from "fast-check";
import { expect, test } from "vitest";
import { openDuckdbStore } from "../src/index.ts";
import { askedOfDuckdb } from "../src/known-facts.ts";
import { allOf, newFolder } from "./register-folder.ts";

const everybody = fc.sample(anyPersons, { numRuns: 120, seed: 4 }).flatMap((some, run) =>
  some.map((record): RegisterRecord => {
    if (record.kind !== "person") return record;
    return { kind: "person", person: { ...record.person, id: `${record.person.id}-${run}` } };
  }),
);

test("DuckDB groups and screens people as the store in memory does, whatever the register holds", {
  timeout: 120_000,
}, async () => {
  await using duckdb = await openDuckdbStore(newFolder());
  await using memory = await openStore(memoryStore);
  for (const store of [duckdb, memory]) await store.save(everybody);
  await fc.assert(
    fc.asyncProperty(anyConditions, async (asked) => {
      expect(askedOfDuckdb(asked.map(({ condition: criterion }) => ({ criterion, setting })))).toBeDefined();
      expect(await duckdb.groupByConditions(asked)).toEqual(await memory.groupByConditions(asked));
      const of = asked.map(({ condition }): Criterion => ({ op: "not", of: condition }));
      if (of.length > 0) {
        const rule = ruleOf({ op: "any", of });
        expect(await allOf(duckdb.screen(rule))).toEqual(await allOf(memory.screen(rule)));
      }
    }),
    { numRuns: 80 },
  );
  // Every comparison of every fact comes out in all three ways.
  const outcomes = new Set<string>();
  for (const one of fc.sample(anyCondition, { numRuns: 1500, seed: 7 })) {
    const key = `${one.op} ${one.fact}`;
    if ([...outcomes].filter((known) => known.startsWith(`${key} `)).length === 3) continue;
    for (const group of await duckdb.groupByConditions([{ condition: one, setting }]))
      outcomes.add(`${key} ${group.outcomes.join()}`);
  }
  expect(outcomes.size).toBe(3 * (1 + 2 + 2 + 4 * 5));
});

const ruleOf = (criterion: Criterion): ResolvedRule => ({
  id: "any-rule",
  title: label,
  criterion,
  setting,
  policy: {
    profile: "p",
    version: "1",
    validFrom: "2021-01-01",
    status: "unverified",
    citation: { source: "S" },
  },
});

test("what DuckDB cannot be asked is asked in process, with the same answer", async () => {
  await using duckdb = await openDuckdbStore(newFolder());
  const person = {
    protectedIdentity: false,
    id: "p1",
    sex: "woman",
    sexBasis: "legal-sex",
    birthDate: "1985",
  } as const;
  await duckdb.save([{ kind: "person", person: { ...person, facts: { ill: true } } }]);
  const ill: AskedCondition = { condition: { op: "is", fact: "ill", value: true }, setting };
  const unknown: AskedCondition = { condition: { op: "is", fact: "constructor", value: true }, setting };
  expect(askedOfDuckdb([{ criterion: unknown.condition, setting }])).toBeUndefined();
  expect(await duckdb.groupByConditions([unknown, ill])).toEqual([
    { sex: "woman", outcomes: ["undetermined", "met"], count: 1 },
  ]);
  expect(await allOf(duckdb.screen(ruleOf(unknown.condition)))).toEqual([{ person: "p1", outcome: "undetermined" }]);
});
