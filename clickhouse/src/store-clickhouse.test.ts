import { memoryStore, openStore, type RegisterRecord, Store } from "@finsam/store";
import { conformanceTopics } from "@finsam/store/conformance";
import { clickhouseAnalysis, clickhouseTables, exportToClickhouse, type QueryRunner } from "@finsam/store-clickhouse";
import * as Effect from "effect/Effect";
import * as Layer from "effect/Layer";
import * as Stream from "effect/Stream";
import { afterAll, describe, expect, it, test } from "vitest";
import { chdbRunner } from "./chdb-runner.ts";

const runner = chdbRunner();
afterAll(runner.close);

let tenants = 0;

/** A store in memory that has ClickHouse answer what it analyses: what was saved is exported before it is asked about. */
const analysedByClickhouse = (on: QueryRunner): Layer.Layer<Store> =>
  Layer.effect(
    Store,
    Effect.map(Store, (memory) => {
      tenants += 1;
      const tenant = `association-${tenants}`;
      const analysis = clickhouseAnalysis(on, { tenant });
      let isExported = false;
      const exported = Effect.suspend(() =>
        isExported ? Effect.void : exportToClickhouse(memory, on, { tenant }),
      ).pipe(
        Effect.tap(
          Effect.sync(() => {
            isExported = true;
          }),
        ),
      );
      const changed = Effect.sync(() => {
        isExported = false;
      });
      return Store.of({
        ...memory,
        save: (records, options) => Effect.tap(memory.save(records, options), changed),
        erase: (person) => Effect.tap(memory.erase(person), changed),
        screen: (rule) => Stream.unwrap(Effect.as(exported, analysis.screen(rule))),
        groupByConditions: (conditions) => Effect.andThen(exported, analysis.groupByConditions(conditions)),
        tabulate: (specs) => Effect.andThen(exported, analysis.tabulate(specs)),
        count: Effect.andThen(
          exported,
          Effect.zipWith(analysis.count, memory.count, (these, all) => ({ ...all, ...these })),
        ),
      });
    }),
  ).pipe(Layer.provide(memoryStore));

const analysing = [
  "null and undetermined",
  "dates",
  "screening",
  "grouping",
  "counting",
  "protected identity",
  "erasure",
];

for (const { name, cases, needs, caseNeeds } of conformanceTopics.filter((topic) => analysing.includes(topic.name)))
  describe(`ClickHouse: ${name}`, () => {
    const here = Object.entries(cases).filter(([sentence]) => (needs ?? caseNeeds?.[sentence]) === undefined);
    for (const [sentence, run] of here)
      it(sentence, async () => {
        await using store = await openStore(analysedByClickhouse(runner));
        const nowhere = () => Promise.reject(new Error("only one store is tried here"));
        await run(store, {
          reopen: nowhere,
          another: nowhere,
          elsewhere: nowhere,
          readBack: nowhere,
          tampered: nowhere,
          older: nowhere,
        });
      });
  });

test("every topic that analyses is there", () => {
  const names = conformanceTopics.map(({ name }) => name);
  expect(analysing.filter((name) => !names.includes(name))).toEqual([]);
});

const person = (id: string): RegisterRecord => ({
  kind: "person",
  person: { protectedIdentity: false, id, sex: "woman", sexBasis: "legal-sex" },
});

test("an association never sees the rows of another, and the export before is gone", async () => {
  const exporting = async (tenant: string, ...ids: readonly string[]) => {
    const program = Effect.gen(function* () {
      const store = yield* Store;
      yield* store.save(Stream.fromIterable(ids.map(person)));
      return yield* exportToClickhouse(store, runner, { tenant });
    });
    return Effect.runPromise(Effect.provide(program, memoryStore));
  };
  await exporting("north'; --", "p1", "p2");
  await exporting("south", "p3");
  const count = (tenant: string) => Effect.runPromise(clickhouseAnalysis(runner, { tenant }).count);
  expect((await count("north'; --")).persons).toBe(2);
  expect((await count("south")).persons).toBe(1);
  await exporting("north'; --", "p2");
  expect((await count("north'; --")).persons).toBe(1);
  const left = await runner.rows("SELECT count() FROM finsam_person WHERE tenant = {tenant:String}", {
    tenant: "north'; --",
  });
  expect(Number(left[0]?.[0])).toBe(1);
  await expect(count("nobody")).rejects.toMatchObject({ code: "store-unavailable", retryable: false });
});

test("the statements for a cluster are ones that ClickHouse understands", async () => {
  for (const statement of clickhouseTables({ cluster: "county" }))
    expect((await runner.rows(`EXPLAIN AST ${statement}`, {})).length).toBeGreaterThan(3);
  await expect(runner.rows("EXPLAIN AST CREATE TABLE no table", {})).rejects.toThrow();
});
