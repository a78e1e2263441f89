import { same } from "./claims.ts";
import { contents } from "./contents.ts";
import { anonymous, followed, measurement, notFollowed, person, protectedPerson, records } from "./sample-records.ts";
import type { Topic } from "./topic.ts";

const batch = records(
  person("p1", { birthDate: "1985-04", facts: { illHealth: true } }),
  protectedPerson("p2"),
  followed("d1", "p1"),
  followed("d2", "p2"),
  notFollowed("d3"),
  anonymous("d4", 2020),
  measurement("m1", "p1"),
);

export const durabilityTopic: Topic = {
  name: "durability",
  durable: true,
  cases: {
    "everything is there when the store is opened again": async (store, reopen) => {
      await store.save(batch);
      const was = await contents(store);
      same(was.count, { persons: 1, participations: 2, measurements: 1 }, "the counts");
      const again = await reopen();
      same(await contents(again), was, "the store");
      same((await again.save(batch)).participation, { added: 0, replaced: 0, unchanged: 4 }, "the same batch again");
    },

    "protected identity is still known when the store is opened again": async (store, reopen) => {
      await store.save(records(protectedPerson("p2")));
      const again = await reopen();
      await again.save(records(person("p2"), followed("d2", "p2"), measurement("m2", "p2")));
      same((await contents(again)).count, { persons: 0, participations: 0, measurements: 0 }, "the counts");
    },

    "what was erased stays away when the store is opened again": async (store, reopen) => {
      await store.save(batch);
      await store.erase("p1");
      same(await (await reopen()).count(), { persons: 0, participations: 1, measurements: 0 }, "the counts");
    },
  },
};
