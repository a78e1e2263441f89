import { rejectionCode, same } from "./claims.ts";
import { all, contents } from "./contents.ts";
import { anonymous, followed, notFollowed, person, protectedPerson, records, spell } from "./sample-records.ts";
import type { Topic } from "./topic.ts";

const two = records(spell("s1", "d1", { end: "2021-03-31" }), spell("s2", "d1", { start: "2021-06-01" }));

export const spellsTopic: Topic = {
  name: "spells",
  cases: {
    "a spell comes out as it went in, and only once": async (store) => {
      const { spell: first } = await store.save([...records(followed("d1", "p1")), ...two]);
      same(first, { added: 2, replaced: 0, unchanged: 0 }, "the account");
      same((await store.save(two)).spell, { added: 0, replaced: 0, unchanged: 2 }, "the account of the same again");
      same(records(...(await all(store.spells()))), two, "the stream");
    },

    "a corrected spell replaces the earlier one, whole": async (store) => {
      await store.save([...records(followed("d1", "p1")), ...two]);
      same(
        (await store.save(records(spell("s1", "d1")))).spell,
        { added: 0, replaced: 1, unchanged: 0 },
        "the account",
      );
      same((await all(store.spells()))[0], spell("s1", "d1"), "the spell, without its end");
    },

    "a spell may come before its participation": async (store) => {
      await store.save(two);
      await store.save(records(followed("d1", "p1")));
      same((await store.count()).spells, 2, "the spells");
    },

    "goes when the participation turns out to be one that is not followed": async (store) => {
      await store.save(two);
      await store.save(records(notFollowed("d1")));
      same(await all(store.spells()), [], "the spells");
    },

    "goes when consent is withdrawn, and that of another participation stays": async (store) => {
      const other = spell("s3", "d2");
      await store.save([...records(followed("d1", "p1"), followed("d2", "p1"), other), ...two]);
      await store.save(records(notFollowed("d1")));
      same(await all(store.spells()), [other], "the spells");
    },

    "of a participation that is not followed is not kept, and takes an earlier one with its id away": async (store) => {
      await store.save([...records(notFollowed("d1"), anonymous("d3", 2021), followed("d2", "p1"), spell("s2", "d2"))]);
      const account = await store.save([...two, ...records(spell("s4", "d3"))]);
      same(account.spell, { added: 0, replaced: 1, unchanged: 2 }, "the account");
      same(await all(store.spells()), [], "the spells");
    },

    "goes when the person gets protected identity, whichever comes first": async (store) => {
      await store.save([...records(person("p1"), followed("d1", "p1")), ...two]);
      await store.save(records(protectedPerson("p1")));
      same(await all(store.spells()), [], "the spells after");
      same((await store.save(two)).spell, { added: 0, replaced: 0, unchanged: 2 }, "the account of the same again");
    },

    "goes with its person": async (store) => {
      await store.save(records(followed("d9", "p9"), spell("s9", "d9")));
      const was = await contents(store);
      await store.save([...records(person("p1"), followed("d1", "p1")), ...two]);
      same(await store.erase("p1"), { persons: 1, participations: 1, measurements: 0, spells: 2 }, "what went");
      same(await contents(store), was, "the store");
    },

    "that ends before it starts is refused": async (store) => {
      const saving = store.save(records(spell("s1", "d1", { end: "2021-02-28" })));
      same(await rejectionCode(saving, "the save"), "refused-record", "the code");
    },
  },
};
