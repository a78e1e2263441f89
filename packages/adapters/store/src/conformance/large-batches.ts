import type { RegisterRecord } from "../store.ts";
import { holds, same } from "./claims.ts";
import { idsOf } from "./contents.ts";
import { followed, measurement, person, records, spell } from "./sample-records.ts";
import type { Topic } from "./topic.ts";

const many = 5000;
const idOf = (kind: string, index: number): string => `${kind}${String(index).padStart(6, "0")}`;

function* batch(end?: string): Iterable<RegisterRecord> {
  for (let index = many - 1; index >= 0; index -= 1)
    yield* records(
      person(idOf("p", index), { birthDate: "1985" }),
      followed(idOf("d", index), idOf("p", index), end === undefined ? {} : { end }),
      measurement(idOf("m", index), idOf("p", index)),
      spell(idOf("s", index), idOf("d", index)),
    );
}

const each = { persons: many, participations: many, measurements: many, spells: many };

export const largeBatchesTopic: Topic = {
  name: "large batches",
  cases: {
    "twenty thousand records go in at once, and every one of them comes out": async (store) => {
      const account = await store.save(batch());
      for (const count of Object.values(account))
        same(count, { added: many, replaced: 0, unchanged: 0 }, "the account");
      same(await store.count(), each, "the counts");
      const ids = (kind: string) => Array.from({ length: many }, (_, index) => idOf(kind, index));
      same(await idsOf(store.persons()), ids("p"), "the persons");
      same(await idsOf(store.participations()), ids("d"), "the participations");
      same(await idsOf(store.measurements()), ids("m"), "the measurements");
      same(await idsOf(store.spells()), ids("s"), "the spells");
    },

    "again they change nothing, and corrected they are replaced": async (store) => {
      await store.save(batch());
      const again = await store.save(batch());
      for (const count of Object.values(again)) same(count, { added: 0, replaced: 0, unchanged: many }, "the account");
      const { participation } = await store.save(batch("2021-12-31"));
      same(participation, { added: 0, replaced: many, unchanged: 0 }, "the account of corrected ones");
      same(await store.count(), each, "the counts");
    },

    "what has been taken is told about every thousand records, and at the end": async (store) => {
      const told: number[] = [];
      await store.save(batch(), { progress: (taken) => void told.push(taken) });
      same(told.at(-1), 4 * many, "the last");
      holds(
        told.length >= 10 && told.length <= 21,
        `it was told often enough, and not too often: ${told.length} times`,
      );
      holds(
        told.every((taken, index) => taken > (told[index - 1] ?? 0)),
        "it only grows",
      );
    },

    "one record refused at the very end takes all of them back": async (store) => {
      function* spoilt(): Iterable<RegisterRecord> {
        yield* batch();
        yield* records(person(""));
      }
      await store.save(spoilt()).catch(() => undefined);
      same(await store.count(), { persons: 0, participations: 0, measurements: 0, spells: 0 }, "the counts");
    },
  },
};
