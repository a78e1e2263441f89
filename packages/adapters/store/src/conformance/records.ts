import { holds, rejectionCode, same } from "./claims.ts";
import { all, contents } from "./contents.ts";
import { followed, measurement, notFollowed, person, records } from "./sample-records.ts";
import { seedRecords, seedShown } from "./seeds.ts";
import type { Topic } from "./topic.ts";

const fullPerson = person("p1", {
  sex: "other",
  sexBasis: "self-reported",
  birthDate: "1985-04",
  facts: {
    illHealth: false,
    monthsOfSocialAssistance: 0,
    workCapacity: { min: 25, max: 50.5 },
    municipality: "0180",
    languages: ["sv", "so"],
    noLanguages: [],
  },
});

const fullParticipation = followed("d1", "p1", {
  sex: "unknown",
  start: "2021-03-01",
  end: "2021-09-30",
  referrer: "health-care",
  referred: "2021-02-01",
  district: "jarva",
  exitReason: "work",
  returnedBeforeStart: "changed-mind",
  education: "upper-secondary",
  supportAtStart: ["social-assistance", "activity-support"],
  supportSince: "2015-06-01",
  supportAtEnd: ["none"],
});

const counted = notFollowed("d2", { end: "2021-04-01" });
const waiting = { ...followed("d3", "nobody-yet"), start: undefined };
const answered = measurement("m1", "p1", { value: -2.5, respondent: "case-worker", caseWorker: "c1" });
const unanswered = measurement("m2", "p1", { value: null });

export const recordsTopic: Topic = {
  name: "records",
  cases: {
    "a new store holds nothing": async (store) => {
      same(await store.count(), { persons: 0, participations: 0, measurements: 0, spells: 0 }, "the counts");
      same(await all(store.persons()), [], "the persons");
    },

    "a record comes out as it went in, with every field": async (store) => {
      await store.save(records(fullPerson, fullParticipation, counted, answered));
      same(await store.person("p1"), fullPerson, "the person");
      same(await store.participation("d1"), fullParticipation, "the participation");
      same(await all(store.persons()), [fullPerson], "the stream of persons");
      same(await all(store.participations()), [fullParticipation, counted], "the stream of participations");
      same(await all(store.measurements()), [answered], "the stream of measurements");
    },

    "a register with a record of every kind is shown as far as it may be": async (store) => {
      const account = await store.save(seedRecords);
      same(account.participation, { added: 8, replaced: 0, unchanged: 0 }, "the account of participations");
      const { count, ...shown } = await contents(store);
      same(shown, seedShown, "what the store shows");
      const { persons, participations, measurements, spells } = seedShown;
      const counts = { persons, participations, measurements, spells };
      for (const [kind, list] of Object.entries(counts))
        same(Object.entries(count).find(([name]) => name === kind)?.[1], list.length, kind);
    },

    "a store says what it is": async (store) => {
      holds(store.manifest.name.length > 0, "it has a name");
      holds(["one-process", "one-at-a-time", "several"].includes(store.manifest.writers), "it says who may write");
    },

    "what is missing stays missing": async (store) => {
      await store.save(records(person("p1"), waiting, unanswered));
      same(await store.person("p1"), person("p1"), "a person of whom only the sex is known");
      same(await store.participation("d3"), waiting, "a participation that waits to begin");
      same(await all(store.measurements()), [unanswered], "a question put and not answered");
    },

    "a fact that is null is missing": async (store) => {
      await store.save(records(person("p1", { facts: { illHealth: null, disability: true } })));
      same(await store.person("p1"), person("p1", { facts: { disability: true } }), "the person");
    },

    "a participation may come before its person": async (store) => {
      await store.save(records(followed("d1", "p1")));
      same(await store.participation("d1"), followed("d1", "p1"), "the participation");
      same(await rejectionCode(store.person("p1"), "a person nobody stated"), "not-found", "the code");
    },

    "counts are those of the streams": async (store) => {
      await store.save(records(fullPerson, fullParticipation, counted, answered, unanswered));
      same(await store.count(), { persons: 1, participations: 2, measurements: 2, spells: 0 }, "the counts");
    },

    "what is not there is not found": async (store) => {
      await store.save(records(person("p1"), followed("d1", "p1")));
      same(await rejectionCode(store.person("d1"), "another person"), "not-found", "the code");
      same(await rejectionCode(store.participation("p1"), "another participation"), "not-found", "the code");
    },

    "nothing to save is nothing saved": async (store) => {
      const none = { added: 0, replaced: 0, unchanged: 0 };
      same(await store.save([]), { person: none, participation: none, measurement: none, spell: none }, "the account");
    },

    "what a store hands out is a copy": async (store) => {
      await store.save(records(fullPerson));
      const mine = await store.person("p1");
      if (!mine.protectedIdentity) mine.sex = "unknown";
      same(await store.person("p1"), fullPerson, "the person in the store");
    },
  },
};
