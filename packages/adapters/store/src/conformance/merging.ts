import { same } from "./claims.ts";
import { person, records } from "./sample-records.ts";
import type { Topic } from "./topic.ts";

const known = person("p1", { birthDate: "1985-04-12", facts: { illHealth: true, months: 10 } });

export const mergingTopic: Topic = {
  name: "merging of persons",
  cases: {
    "what a later record does not state is kept": async (store) => {
      await store.save(records(known));
      const account = await store.save(records(person("p1")));
      same(await store.person("p1"), known, "the person");
      same(account.person.unchanged, 1, "unchanged");
    },

    "what a later record states replaces what was known": async (store) => {
      await store.save(records(known));
      await store.save(
        records(person("p1", { sex: "man", birthDate: "1986", facts: { months: 12, disability: false } })),
      );
      const expected = person("p1", {
        sex: "man",
        birthDate: "1986",
        facts: { disability: false, illHealth: true, months: 12 },
      });
      same(await store.person("p1"), expected, "the person");
    },

    "a fact that is null overwrites nothing": async (store) => {
      await store.save(records(known));
      await store.save(records(person("p1", { facts: { illHealth: null } })));
      same(await store.person("p1"), known, "the person");
    },

    "an unknown sex overwrites nothing": async (store) => {
      await store.save(records(known));
      await store.save(records(person("p1", { sex: "unknown", sexBasis: "self-reported" })));
      same(await store.person("p1"), known, "the person");
    },

    "a date of birth that says less overwrites nothing, one that says more does": async (store) => {
      await store.save(records(person("p1", { birthDate: "1985-04" })));
      await store.save(records(person("p1", { birthDate: "1985" })));
      same(await store.person("p1"), person("p1", { birthDate: "1985-04" }), "after the year alone");
      await store.save(records(person("p1", { birthDate: "1985-04-12" })));
      same(await store.person("p1"), person("p1", { birthDate: "1985-04-12" }), "after the whole date");
    },

    "records of one batch merge in their order": async (store) => {
      const account = await store.save(records(known, person("p1", { facts: { months: 11 } }), person("p1")));
      same(account.person, { added: 1, replaced: 1, unchanged: 1 }, "the account");
      same(await store.person("p1"), { ...known, facts: { illHealth: true, months: 11 } }, "the person");
    },
  },
};
