import type { SavedCount } from "../save-account.ts";
import { same } from "./claims.ts";
import { contents } from "./contents.ts";
import { anonymous, followed, measurement, notFollowed, person, protectedPerson, records } from "./sample-records.ts";
import type { Topic } from "./topic.ts";

const batch = records(
  person("p1", { birthDate: "1985-04-12", facts: { illHealth: true, languages: ["so", "sv"] } }),
  followed("d1", "p1", { supportAtStart: ["social-assistance", "none-known"] }),
  measurement("m1", "p1"),
  measurement("m2", "p1", { value: null }),
  notFollowed("d2"),
  anonymous("d3", 2021),
  protectedPerson("p2"),
  followed("d4", "p2"),
  measurement("m3", "p2"),
);

const only = (change: keyof SavedCount, count: number): SavedCount => ({
  added: 0,
  replaced: 0,
  unchanged: 0,
  [change]: count,
});

export const idempotenceTopic: Topic = {
  name: "idempotence",
  cases: {
    "what is new is added": async (store) => {
      const account = await store.save(batch);
      same(account.person, only("added", 2), "persons");
      same(account.participation, only("added", 4), "participations");
      same(account.measurement, { added: 2, replaced: 0, unchanged: 1 }, "measurements, one of which is not kept");
    },

    "the same batch again changes nothing": async (store) => {
      await store.save(batch);
      const was = await contents(store);
      const account = await store.save(batch);
      same(account.person, only("unchanged", 2), "persons");
      same(account.participation, only("unchanged", 4), "participations");
      same(account.measurement, only("unchanged", 3), "measurements");
      same(await contents(store), was, "the store");
    },

    "the same record twice in a batch is one record": async (store) => {
      const account = await store.save(records(followed("d1", "p1"), followed("d1", "p1")));
      same(account.participation, { added: 1, replaced: 0, unchanged: 1 }, "participations");
      same((await store.count()).participations, 1, "how many there are");
    },

    "a corrected record replaces the earlier one, whole": async (store) => {
      await store.save(batch);
      const [corrected, answer] = [followed("d1", "p1", { end: "2021-12-01" }), measurement("m2", "p1", { value: 5 })];
      const account = await store.save(records(corrected, answer));
      same(account.participation, only("replaced", 1), "participations");
      same(account.measurement, only("replaced", 1), "measurements");
      same(await store.participation("d1"), corrected, "the participation, without the support it no longer states");
    },

    "a consent that is withdrawn leaves no link to the person": async (store) => {
      await store.save(batch);
      await store.save(records(notFollowed("d1")));
      same(await store.participation("d1"), notFollowed("d1"), "the participation");
      same((await store.erase("p1")).participations, 0, "the participations that point to the person");
    },

    "facts in another order are the same facts": async (store) => {
      await store.save(records(person("p1", { facts: { a: 1, b: { min: 1, max: 2 } } })));
      const account = await store.save(records(person("p1", { facts: { b: { max: 2, min: 1 }, a: 1 } })));
      same(account.person, only("unchanged", 1), "persons");
    },
  },
};
