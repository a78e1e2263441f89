import { Conflict } from "../errors.ts";
import type { RegisterRecord } from "../store.ts";
import { holds, rejection, rejectionCode, same } from "./claims.ts";
import { all, contents } from "./contents.ts";
import { anonymous, followed, notFollowed, person, protectedPerson, records } from "./sample-records.ts";
import type { Topic } from "./topic.ts";

const before = records(person("p1"), followed("d1", "p1"), followed("d2", "p1"), notFollowed("d3"), anonymous("d4"));

async function conflictIn(saving: Promise<unknown>): Promise<Conflict> {
  const error = await rejection(saving, "the save");
  if (!(error instanceof Conflict)) throw new Error(`expected a conflict, got ${String(error)}`);
  return error;
}

export const conflictsTopic: Topic = {
  name: "conflicts",
  cases: {
    "a participation that the store has for another person is a conflict, and nothing is saved": async (store) => {
      await store.save(before);
      const was = await contents(store);
      const batch = records(person("p2"), followed("d9", "p2"), followed("d1", "p2"));
      const error = await conflictIn(store.save(batch));
      same([error.code, error.records], ["conflict", [{ position: 3, kind: "participation" }]], "code and records");
      same(await contents(store), was, "the store");
    },

    "all conflicts of a batch are listed": async (store) => {
      await store.save(before);
      const error = await conflictIn(
        store.save(records(followed("d1", "p2"), person("p2"), followed("d2", "p3"), followed("d9", "p2"))),
      );
      same(
        error.records.map(({ position }) => position),
        [1, 3],
        "the positions",
      );
    },

    "of very many, a thousand are listed": async (store) => {
      const many = (of: string): readonly RegisterRecord[] =>
        Array.from({ length: 1200 }, (_, index) => records(followed(`d${index}`, of))).flat();
      await store.save(many("p1"));
      const { records: listed } = await conflictIn(store.save(many("p2")));
      same([listed.length, listed[999]?.position], [1000, 1000], "how many, and the last");
    },

    "a batch can be in conflict with itself": async (store) => {
      const error = await conflictIn(store.save(records(followed("d1", "p1"), followed("d1", "p2"))));
      same(
        error.records.map(({ position }) => position),
        [2],
        "the positions",
      );
      same((await store.count()).participations, 0, "the participations");
    },

    "says nothing about whom": async (store) => {
      await store.save(records(followed("d1", "secret-one")));
      const error = await conflictIn(store.save(records(followed("d1", "secret-two"))));
      holds(!`${error} ${JSON.stringify(error)}`.includes("secret"), "no value of the record is told");
    },

    "the same person's participation is none, nor is one that is not followed, before or after": async (store) => {
      await store.save(before);
      await store.save(records(followed("d1", "p1", { end: "2021-06-01" }), notFollowed("d2"), followed("d3", "p2")));
      await store.save(records(followed("d2", "p7"), followed("d4", "p8")));
      same(
        (await all(store.participations())).map((one) => ("person" in one ? one.person : undefined)),
        ["p1", "p7", "p2", "p8"],
        "whose they are",
      );
    },

    "one whose person is protected is one, too": async (store) => {
      await store.save([...before, ...records(protectedPerson("p9"))]);
      await conflictIn(store.save(records(followed("d1", "p9"))));
    },

    "erasing the wrong person, or correcting the id, resolves it": async (store) => {
      await store.save(before);
      await store.save(records(followed("d8", "p2")));
      await store.erase("p1");
      await store.save(records(followed("d1", "p2")));
      same(
        (await all(store.participations())).map(({ id }) => id),
        ["d1", "d3", "d8"],
        "the participations",
      );
    },

    "a record that is refused is told first": async (store) => {
      await store.save(before);
      const batch = records(followed("d1", "p2"), followed("d9", ""));
      same(await rejectionCode(store.save(batch), "the save"), "refused-record", "the code");
    },

    "leaves no entry in the history": async (store) => {
      await store.save(before);
      await conflictIn(store.save(records(followed("d1", "p2"))));
      same((await all(store.history())).length, 1, "the entries");
    },
  },
};
