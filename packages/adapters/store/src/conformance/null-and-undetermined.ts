import { tabulate } from "@finsam/gender-reporting";
import { same } from "./claims.ts";
import { all } from "./contents.ts";
import { followed, measurement, person, records } from "./sample-records.ts";
import { illHealthRule, sampleRules } from "./sample-rule.ts";
import { everyTable } from "./sample-tables.ts";
import type { Topic } from "./topic.ts";

const blank = person("p1", { sex: "unknown", sexBasis: "self-reported" });

export const nullTopic: Topic = {
  name: "null and undetermined",
  cases: {
    "a person of whom nothing is known has nothing made up": async (store) => {
      await store.save(records(blank));
      same(await store.person("p1"), blank, "the person");
    },

    "a person without facts meets no rule and fails none": async (store) => {
      await store.save(records(blank));
      for (const rule of sampleRules)
        same(await all(store.screen(rule)), [{ person: "p1", outcome: "undetermined" }], `the rule ${rule.id}`);
    },

    "a fact that is null, one that is not there and one that says unknown are all missing": async (store) => {
      const silent = [
        person("p1", { facts: { illHealth: null } }),
        person("p2", { facts: {} }),
        person("p3"),
        person("p4", { facts: { illHealth: "unknown" } }),
      ];
      await store.save(records(...silent));
      const outcomes = (await all(store.screen(illHealthRule))).map(({ outcome }) => outcome);
      same(
        outcomes,
        silent.map(() => "undetermined"),
        "the outcomes",
      );
    },

    "no, 0, and no answers at all are known, and are not missing": async (store) => {
      const facts = { illHealth: false, months: 0, languages: [], capacity: { min: 0, max: 0 } };
      await store.save(records(person("p1", { facts })));
      same(await store.person("p1"), person("p1", { facts }), "the person");
      const outcomes = [];
      for (const rule of sampleRules.filter(({ id }) => ["ill-health", "months", "languages"].includes(id)))
        outcomes.push(...(await all(store.screen(rule))).map(({ outcome }) => outcome));
      same(outcomes, ["notMet", "notMet", "notMet"], "the outcomes");
    },

    "a known fact decides where it can, and an unknown one only where it must": async (store) => {
      const target = sampleRules.filter(({ id }) => id === "target");
      const known = { municipality: "0180", illHealth: true } as const;
      await store.save(
        records(
          // Nobody knows the age.
          person("p1", { facts: known }),
          // Whatever the age is, the municipality is another.
          person("p2", { facts: { ...known, municipality: "0184" } }),
          // One of two is enough, so the other need not be known.
          person("p3", { birthDate: "1985", facts: known }),
          person("p4", { birthDate: "1985", facts: { ...known, illHealth: false } }),
        ),
      );
      for (const rule of target) {
        const outcomes = (await all(store.screen(rule))).map(({ outcome }) => outcome);
        same(outcomes, ["undetermined", "notMet", "met", "undetermined"], "the outcomes");
      }
    },

    "a question not answered is neither 0 nor gone": async (store) => {
      const answers = [
        measurement("m1", "p1", { value: null }),
        measurement("m2", "p1", { value: 0 }),
        measurement("m3", "p1", { caseWorker: "c1" }),
      ];
      await store.save(records(...answers));
      same(await all(store.measurements()), answers, "the measurements");
    },

    "what a participation does not say is counted as unknown and not as nobody": async (store) => {
      const silent = { ...followed("d1", "p1", { sex: "unknown" }), end: undefined };
      const { start: _, ...waiting } = followed("d2", "p1");
      await store.save(records(silent, waiting));
      const expected = tabulate(everyTable, [{ participation: silent }, { participation: waiting }]);
      const counted = await store.tabulate(everyTable);
      for (const [index, table] of expected.entries()) same(counted[index], table, table.id);
    },
  },
};
