import type { RegisterRecord } from "../store.ts";
import { rejection, rejectionCode, same } from "./claims.ts";
import { all } from "./contents.ts";
import { person, records } from "./sample-records.ts";
import type { Topic } from "./topic.ts";

export const closingTopic: Topic = {
  name: "closing",
  cases: {
    "a closed store refuses, and says why": async (store) => {
      await store.save(records(person("p1")));
      await store[Symbol.asyncDispose]();
      await store[Symbol.asyncDispose]();
      same(await rejectionCode(store.count(), "counting"), "store-unavailable", "the code");
      same(await rejectionCode(all(store.persons()), "streaming"), "store-unavailable", "the code");
      same(await rejectionCode(store.save([]), "saving"), "store-unavailable", "the code");
    },

    "closing in the middle of a save takes it back and does not hang": async (store) => {
      async function* endless(): AsyncIterable<RegisterRecord> {
        yield* records(person("p1"));
        void store[Symbol.asyncDispose]();
        await new Promise(() => {});
      }
      await rejection(store.save(endless()), "the save");
      await store[Symbol.asyncDispose]();
    },
  },
};
