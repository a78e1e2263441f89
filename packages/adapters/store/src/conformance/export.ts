import { holds, rejectionCode, same } from "./claims.ts";
import { all, contents } from "./contents.ts";
import { person, protectedPerson, records } from "./sample-records.ts";
import { seedRecords } from "./seeds.ts";
import type { Topic } from "./topic.ts";

export const exportTopic: Topic = {
  name: "export and restore",
  cases: {
    "what is shown comes back in an empty store": async (store, { elsewhere }) => {
      await store.save(seedRecords);
      const other = await elsewhere();
      const counts = await other.restoreLines(store.exportLines(), { origin: "backup" });
      same(counts, await store.count(), "the counts");
      same(await contents(other), await contents(store), "the store");
      same(
        (await all(other.history())).map(({ event, counts: restored }) => ({ event, counts: restored })),
        [{ event: "restored", counts }],
        "the history",
      );
    },

    "what is not shown is not exported": async (store) => {
      await store.save([...seedRecords, ...records(protectedPerson("hidden-one"))]);
      const lines = (await all(store.exportLines())).join("\n");
      holds(!/hidden-one|"p5"|"d4"|"d7"|"d8"/.test(lines), "nobody who is protected stands in it");
    },

    "an export of the same records is the same from every moment": async (store) => {
      await store.save(seedRecords);
      const first = await all(store.exportLines());
      await store.save([...seedRecords].reverse());
      same(await all(store.exportLines()), first, "the lines");
    },

    "an export that was cut off or altered restores nothing": async (store, { elsewhere }) => {
      await store.save(seedRecords);
      const lines = await all(store.exportLines());
      const spoilt: Readonly<Record<string, readonly string[]>> = {
        "export-incomplete": lines.slice(0, -1),
        "export-altered": lines.filter((_, index) => index !== 2),
        "not-an-export": ["id;sex", ...lines],
        "export-too-new": ['{"format":"finsam-register","version":1000}', ...lines.slice(1)],
      };
      for (const [code, some] of Object.entries(spoilt)) {
        const other = await elsewhere();
        same(await rejectionCode(other.restoreLines(some), code), code, "the code");
        same(await other.count(), { persons: 0, participations: 0, measurements: 0, spells: 0 }, "the counts");
        same(await all(other.history()), [], "the history");
      }
    },

    "a store that holds something is not restored into": async (store, { elsewhere }) => {
      await store.save(seedRecords);
      const other = await elsewhere();
      await other.save(records(person("p77")));
      const was = await contents(other);
      same(await rejectionCode(other.restoreLines(store.exportLines()), "restoring"), "store-not-empty", "the code");
      same(await contents(other), was, "the store");
    },
  },
};
