import { same } from "./claims.ts";
import { all, idsOf } from "./contents.ts";
import { followed, measurement, person, records } from "./sample-records.ts";
import { illHealthRule } from "./sample-rule.ts";
import type { Topic } from "./topic.ts";

// The last two are in the other order when texts are compared by UTF-16 units, as JavaScript does.
const inOrder = ["", " ", "!", "1", "10", "2", "A", "a", "a!", "aa", "z", "Å", "Ö", "å", "ä", "ö", "é", "～", "😀"].map(
  (text) => `x${text}`,
);
const scattered = inOrder.map((_, index) => inOrder[(index * 7) % inOrder.length] ?? "");

// Independent of the store's own comparison: UTF-8 written in hexadecimal sorts as the bytes do.
const bytes = (id: string) =>
  [...new TextEncoder().encode(id)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
const byBytes = [...inOrder].sort((a, b) => (bytes(a) < bytes(b) ? -1 : 1));

export const orderTopic: Topic = {
  name: "order of streams",
  cases: {
    "every stream comes in the order of ids, by code point": async (store) => {
      await store.save(scattered.flatMap((id) => records(person(id), followed(id, id), measurement(id, id))));
      same(await idsOf(store.persons()), byBytes, "persons");
      same(await idsOf(store.participations()), byBytes, "participations");
      same(await idsOf(store.measurements()), byBytes, "measurements");
      same(
        (await all(store.screen(illHealthRule))).map((one) => one.person),
        byBytes,
        "persons screened",
      );
    },

    "the order does not depend on when records were saved": async (store) => {
      for (const id of scattered) await store.save(records(person(id)));
      await store.save(records(person(scattered[3] ?? "", { sex: "man" })));
      same(await idsOf(store.persons()), byBytes, "persons");
    },

    "a long stream is whole": async (store) => {
      const ids = Array.from({ length: 3000 }, (_, index) => `p${String(index).padStart(5, "0")}`);
      await store.save([...ids].reverse().flatMap((id) => records(person(id))));
      same(await idsOf(store.persons()), ids, "persons");
    },

    "a stream can be left early and read again": async (store) => {
      await store.save(scattered.flatMap((id) => records(person(id))));
      for (let again = 0; again < 20; again += 1) for await (const _ of store.persons()) break;
      same(await idsOf(store.persons()), byBytes, "persons");
      await store.save(records(person("later")));
      same((await store.count()).persons, inOrder.length + 1, "persons afterwards");
    },
  },
};
