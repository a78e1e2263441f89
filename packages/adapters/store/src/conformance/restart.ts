import { brokenLinks } from "../history.ts";
import type { RegisterRecord } from "../store.ts";
import { rejection, same } from "./claims.ts";
import { all, contents } from "./contents.ts";
import {
  anonymous,
  followed,
  measurement,
  notFollowed,
  person,
  protectedPerson,
  records,
  spell,
} from "./sample-records.ts";
import type { Topic } from "./topic.ts";

const batch = records(
  person("p1", { birthDate: "1985-04", facts: { illHealth: true } }),
  protectedPerson("p2"),
  followed("d1", "p1"),
  followed("d2", "p2"),
  notFollowed("d3"),
  anonymous("d4", 2020),
  measurement("m1", "p1"),
  spell("s1", "d1"),
);

export const restartTopic: Topic = {
  name: "restart",
  needs: { manifest: ({ durable }) => durable },
  cases: {
    "everything is there when the store is opened again": async (store, { reopen }) => {
      await store.save(batch);
      const was = await contents(store);
      same(was.count, { persons: 1, participations: 2, measurements: 1, spells: 1 }, "the counts");
      const again = await reopen();
      same(await contents(again), was, "the store");
      same((await again.save(batch)).participation, { added: 0, replaced: 0, unchanged: 4 }, "the same batch again");
    },

    "the history goes on where it was when the store is opened again": async (store, { reopen }) => {
      await store.save(batch, { origin: "first.csv" });
      await store.erase("p1");
      const was = await all(store.history());
      const again = await reopen();
      same(await all(again.history()), was, "the history");
      await again.save(batch);
      const now = await all(again.history());
      same([now.length, brokenLinks(now)], [3, []], "its length, and where it is broken");
    },

    "a save that failed is not there when the store is opened again": async (store, { reopen }) => {
      await store.save(batch);
      const was = await contents(store);
      async function* failing(): AsyncIterable<RegisterRecord> {
        yield* records(person("p7"), followed("d7", "p7"));
        throw new Error("the file broke off");
      }
      await rejection(store.save(failing()), "the save");
      same(await contents(await reopen()), was, "the store");
    },

    "protected identity is still known when the store is opened again": async (store, { reopen }) => {
      await store.save(records(protectedPerson("p2")));
      const again = await reopen();
      await again.save(records(person("p2"), followed("d2", "p2"), measurement("m2", "p2")));
      same((await contents(again)).count, { persons: 0, participations: 0, measurements: 0, spells: 0 }, "the counts");
    },

    "what was erased stays away when the store is opened again": async (store, { reopen }) => {
      await store.save(batch);
      await store.erase("p1");
      same(await (await reopen()).count(), { persons: 0, participations: 1, measurements: 0, spells: 0 }, "the counts");
    },
  },
};
