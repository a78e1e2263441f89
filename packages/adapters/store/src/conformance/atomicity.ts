import type { RegisterRecord } from "../store.ts";
import { rejection, same } from "./claims.ts";
import { contents } from "./contents.ts";
import { followed, measurement, person, protectedPerson, records } from "./sample-records.ts";
import type { Topic } from "./topic.ts";

const before = records(person("p1"), followed("d1", "p1"), measurement("m1", "p1"), person("p2"), followed("d2", "p2"));

/** Changes everything that was there, and adds some. */
const changes: readonly RegisterRecord[] = [
  ...records(
    person("p1", { birthDate: "1985" }),
    followed("d1", "p1", { end: "2021-06-01" }),
    measurement("m1", "p1", { value: 1 }),
  ),
  ...records(protectedPerson("p2")),
  ...Array.from({ length: 1500 }, (_, index) =>
    records(person(`q${index}`), followed(`e${index}`, `q${index}`)),
  ).flat(),
];

async function* failing(batch: readonly RegisterRecord[], error: unknown): AsyncIterable<RegisterRecord> {
  yield* batch;
  throw error;
}

export const atomicityTopic: Topic = {
  name: "atomicity",
  cases: {
    "records that fail half-way leave the store as it was": async (store) => {
      await store.save(before);
      const was = await contents(store);
      const error = new Error("the file broke off");
      same((await rejection(store.save(failing(changes, error)), "the save")) === error, true, "it is the very error");
      same(await contents(store), was, "the store");
    },

    "records that fail at once leave the store as it was": async (store) => {
      await store.save(before);
      const was = await contents(store);
      await rejection(store.save(failing([], new Error("no such file"))), "the save");
      same(await contents(store), was, "the store");
    },

    "a save that is interrupted leaves the store as it was": async (store) => {
      await store.save(before);
      const was = await contents(store);
      const stop = new AbortController();
      const reason = new Error("the user changed her mind");
      async function* interrupted(): AsyncIterable<RegisterRecord> {
        yield* changes;
        stop.abort(reason);
        await new Promise(() => {});
      }
      const error = await rejection(store.save(interrupted(), { signal: stop.signal }), "the save");
      same(error === reason, true, "it is the reason of the signal");
      same(await contents(store), was, "the store");
    },

    "what failed can be saved afterwards": async (store) => {
      await rejection(store.save(failing(changes, new Error("the file broke off"))), "the save");
      const { person: persons } = await store.save(changes);
      same(persons, { added: 1502, replaced: 0, unchanged: 0 }, "the account of persons");
      same(await store.count(), { persons: 1501, participations: 1501, measurements: 1, spells: 0 }, "the counts");
    },

    "readers get what was there before while a save goes on, and do not wait for it": async (store) => {
      await store.save(before);
      const was = await contents(store);
      async function* watched(): AsyncIterable<RegisterRecord> {
        yield* changes;
        same(await contents(store), was, "the store while a save goes on");
      }
      await store.save(watched());
      same((await store.count()).persons, 1501, "the persons afterwards");
    },

    "a stream that began before a save gives what was there before": async (store) => {
      await store.save(changes);
      const reading = store.participations()[Symbol.asyncIterator]();
      let read = (await reading.next()).done ? 0 : 1;
      await store.save(records(followed("e1x", "q1"), followed("zz", "q1")));
      await store.erase("q1499");
      while (!(await reading.next()).done) read += 1;
      same(read, 1501, "the participations in the stream");
      same((await store.count()).participations, 1502, "the participations afterwards");
    },

    "of two saves at once, one comes after the other and neither is lost": async (store) => {
      const half = (name: string, fact: string) =>
        async function* (): AsyncIterable<RegisterRecord> {
          for (let index = 0; index < 300; index += 1) {
            yield* records(person(`p${index}`, { facts: { [fact]: true } }), followed(`${name}${index}`, `p${index}`));
            await Promise.resolve();
          }
        };
      const accounts = await Promise.all([store.save(half("a", "illHealth")()), store.save(half("b", "disability")())]);
      same(accounts.map(({ person }) => person.added).sort(), [0, 300], "the persons that each added");
      same(
        await store.person("p7"),
        person("p7", { facts: { disability: true, illHealth: true } }),
        "a person of both",
      );
      same(await store.count(), { persons: 300, participations: 600, measurements: 0, spells: 0 }, "the counts");
    },
  },
};
