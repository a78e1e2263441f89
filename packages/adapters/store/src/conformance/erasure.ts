import { holds, rejectionCode, same } from "./claims.ts";
import { all, contents } from "./contents.ts";
import { followed, measurement, notFollowed, person, records, spell } from "./sample-records.ts";
import { everyTable } from "./sample-tables.ts";
import type { Topic } from "./topic.ts";

const hers = records(
  person("p1"),
  followed("d1", "p1"),
  followed("d2", "p1"),
  measurement("m1", "p1"),
  spell("s1", "d1"),
);
const others = records(
  person("p2"),
  followed("d3", "p2"),
  measurement("m2", "p2"),
  spell("s2", "d3"),
  notFollowed("d4"),
  spell("s3", "d9"),
);
const nothing = { persons: 0, participations: 0, measurements: 0, spells: 0 };

export const erasureTopic: Topic = {
  name: "erasure",
  cases: {
    "a person goes with participations and measurements, and nothing else goes": async (store) => {
      await store.save(others);
      const was = await contents(store);
      await store.save(hers);
      same(await store.erase("p1"), { persons: 1, participations: 2, measurements: 1, spells: 1 }, "what went");
      same(await contents(store), was, "the store");
      same(await rejectionCode(store.person("p1"), "the person"), "not-found", "the code for the person");
      same(
        await rejectionCode(store.participation("d1"), "the participation"),
        "not-found",
        "the code for the participation",
      );
    },

    "counts that were made before stay as they were, and new ones are without the person": async (store) => {
      await store.save([...others, ...hers]);
      const before = await store.tabulate(everyTable);
      const published = structuredClone(before);
      await store.erase("p1");
      same(before, published, "the counts made before");
      const women = (await store.tabulate(everyTable))[0]?.base.woman;
      same([published[0]?.base.woman, women], [3, 1], "the women before and after");
    },

    "what remains is a note of how much went, and not of whom": async (store) => {
      await store.save([...others, ...hers], { origin: "register.csv" });
      const counts = await store.erase("p1");
      const [, note, ...more] = await all(store.history());
      same([note?.event, note?.counts, more], ["erased", counts, []], "the note");
      holds(!JSON.stringify({ ...note, hash: "", previous: "" }).includes("p1"), "it names nobody");
    },

    "erasing again erases nothing": async (store) => {
      await store.save([...hers, ...others]);
      await store.erase("p1");
      same(await store.erase("p1"), nothing, "what went");
    },

    "erasing nobody erases nothing": async (store) => {
      await store.save(others);
      const was = await contents(store);
      same(await store.erase("p9"), nothing, "what went");
      same(await contents(store), was, "the store");
    },

    "participations go also when nobody stated the person": async (store) => {
      await store.save(records(followed("d1", "p1"), measurement("m1", "p1")));
      same(await store.erase("p1"), { persons: 0, participations: 1, measurements: 1, spells: 0 }, "what went");
    },

    "nothing of what was known comes back with a new record": async (store) => {
      await store.save(records(person("p1", { birthDate: "1985-04-12", facts: { illHealth: true } })));
      await store.erase("p1");
      await store.save(records(person("p1")));
      same(await store.person("p1"), person("p1"), "the person");
    },

    "a person goes when consent to the only participation is withdrawn": async (store) => {
      await store.save(records(person("p1", { birthDate: "1985" }), followed("d1", "p1")));
      await store.save(records(notFollowed("d1")));
      same(await store.count(), { persons: 0, participations: 1, measurements: 0, spells: 0 }, "the count");
      same(await rejectionCode(store.person("p1"), "the person"), "not-found", "the code for the person");
    },

    "a person stays while another participation or a measurement is kept": async (store) => {
      await store.save(
        records(person("p1"), followed("d1", "p1"), followed("d2", "p1"), person("p2"), followed("d3", "p2")),
      );
      await store.save(records(measurement("m1", "p2"), notFollowed("d1"), notFollowed("d3")));
      same((await store.count()).persons, 2, "the number of persons");
    },

    "a person stays whom the save itself states": async (store) => {
      await store.save(records(person("p1"), followed("d1", "p1")));
      await store.save(records(notFollowed("d1"), person("p1")));
      same(await store.person("p1"), person("p1"), "the person");
    },

    "a corrected pseudonym leaves nobody behind": async (store) => {
      await store.save(records(person("p1", { birthDate: "1985" }), followed("d1", "p1")));
      await store.save(records(notFollowed("d1")));
      await store.save(records(person("p5"), followed("d1", "p5")));
      same(await rejectionCode(store.person("p1"), "the person"), "not-found", "the code for the person");
    },

    "the same participation saved again keeps its person": async (store) => {
      await store.save(records(person("p1"), followed("d1", "p1")));
      await store.save(records(followed("d1", "p1")));
      same(await store.person("p1"), person("p1"), "the person");
    },
  },
};
