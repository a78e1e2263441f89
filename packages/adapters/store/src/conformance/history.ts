import { brokenLinks, type HistoryEntry } from "../history.ts";
import { holds, rejection, same } from "./claims.ts";
import { all } from "./contents.ts";
import { followed, measurement, person, records, spell } from "./sample-records.ts";
import type { Topic } from "./topic.ts";

const batch = records(person("p1"), followed("d1", "p1"), measurement("m1", "p1"), spell("s1", "d1"));

/** What an entry tells, without its place in time and chain. */
const told = ({ position, event, counts, ...entry }: HistoryEntry) => ({
  position,
  event,
  counts,
  ...("origin" in entry ? { origin: entry.origin } : {}),
});

export const historyTopic: Topic = {
  name: "history",
  caseNeeds: { "an entry that was altered behind the store is found by verify": { hook: "tamper" } },
  cases: {
    "a new store has none": async (store) => {
      same(await all(store.history()), [], "the history");
    },

    "every save is an entry with its account and where it came from": async (store) => {
      const first = await store.save(batch, { origin: "register-2021.csv" });
      const second = await store.save(batch);
      same(
        (await all(store.history())).map(told),
        [
          { position: 1, event: "saved", counts: first, origin: "register-2021.csv" },
          { position: 2, event: "saved", counts: second },
        ],
        "the history",
      );
    },

    "an erasure is an entry with the counts, and not with whom": async (store) => {
      await store.save(batch);
      const counts = await store.erase("p1");
      const entries = await all(store.history());
      same(entries.slice(1).map(told), [{ position: 2, event: "erased", counts }], "the entry");
      holds(!/p1|d1|m1|s1/.test(JSON.stringify(entries.map(told))), "no id stands in the history");
    },

    "an erasure takes no earlier entry away": async (store) => {
      await store.save(batch, { origin: "first.csv" });
      const was = await all(store.history());
      await store.erase("p1");
      same((await all(store.history())).slice(0, 1), was, "the entries before");
    },

    "what failed is no entry": async (store) => {
      await rejection(store.save(records(person("p1"), person(""))), "the save");
      same(await all(store.history()), [], "the history");
    },

    "entries are instants that follow one another": async (store) => {
      for (let again = 0; again < 3; again += 1) await store.save(batch);
      const instants = (await all(store.history())).map(({ at }) => at);
      holds(
        instants.every((at) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(at)),
        "they are instants in UTC",
      );
      same(instants, [...instants].sort(), "they are in order");
    },

    "an origin comes out as it went in": async (store) => {
      const origins = ["'; DROP TABLE history; --", 'å/ö \\ " 😀.csv', "", " "];
      for (const origin of origins) await store.save([], { origin });
      same(
        (await all(store.history())).map((entry) => ("origin" in entry ? entry.origin : undefined)),
        origins,
        "the origins",
      );
    },

    "it is a chain, in which any change shows": async (store) => {
      await store.save(batch, { origin: "first.csv" });
      await store.save(batch);
      await store.erase("p1");
      const entries = await all(store.history());
      same(brokenLinks(entries), [], "where it is broken");
      const [first, second, third] = entries;
      if (first === undefined || second === undefined || third === undefined)
        throw new Error("there are three entries");
      same(brokenLinks([{ ...first, at: "1999-01-01T00:00:00.000Z" }, second, third]), [1], "an instant altered");
      same(brokenLinks([first, third]), [2], "an entry taken away");
      same(brokenLinks([first, third, second]), [2, 3], "entries moved");
    },

    "verify finds nothing wrong with a sound store": async (store) => {
      await store.save(batch);
      await store.erase("p1");
      await store.save(batch);
      same(await store.verify(), [], "what verify found");
    },

    "an entry that was altered behind the store is found by verify": async (store, { tampered }) => {
      await store.save(batch, { origin: "first.csv" });
      await store.save(batch, { origin: "second.csv" });
      const problems = await (await tampered()).verify();
      same([...new Set(problems.map(({ code }) => code))], ["history-broken"], "what verify found");
    },
  },
};
