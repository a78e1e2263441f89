import { brokenLinks } from "../history.ts";
import { holds, same } from "./claims.ts";
import { all, contents } from "./contents.ts";
import { followed, person, records, spell } from "./sample-records.ts";
import type { Topic } from "./topic.ts";

export const migrationTopic: Topic = {
  name: "migration",
  needs: { manifest: ({ durable }) => durable, hook: "older" },
  cases: {
    "a store of an earlier version is opened with what it held": async (_, { older }) => {
      const store = await older();
      const { persons, participations } = await contents(store);
      holds(persons.length > 0 && participations.length > 0, "there are persons and participations from before");
      same(await store.verify(), [], "what verify found");
    },

    "what it held can be screened, counted and exported": async (_, { older, elsewhere }) => {
      const store = await older();
      const was = await contents(store);
      const other = await elsewhere();
      await other.restoreLines(store.exportLines());
      same(await contents(other), was, "the restored store");
    },

    "it takes what its own version did not know": async (_, { older }) => {
      const store = await older();
      const was = await store.count();
      await store.save(records(person("new-one"), followed("new-d", "new-one"), spell("new-s", "new-d")), {
        origin: "after.csv",
      });
      const now = await store.count();
      same(
        [now.persons - was.persons, now.participations - was.participations, now.spells - was.spells],
        [1, 1, 1],
        "what came",
      );
      const entries = await all(store.history());
      same(
        [entries.at(-1)?.event, brokenLinks(entries)],
        ["saved", []],
        "the last entry, and where the chain is broken",
      );
    },

    "what it held can be erased": async (_, { older }) => {
      const store = await older();
      const [first] = await all(store.persons());
      if (first === undefined) throw new Error("there is a person from before");
      same((await store.erase(first.id)).persons, 1, "the persons that went");
      same(await store.verify(), [], "what verify found");
    },
  },
};
