import { askedConditions } from "@finsam/policy/compare";
import type { OpenStore } from "../open-store.ts";
import { rejectionCode, same } from "./claims.ts";
import { all, contents } from "./contents.ts";
import {
  anonymous,
  followed,
  measurement,
  notFollowed,
  person,
  protectedPerson,
  records,
  spell,
} from "./sample-records.ts";
import { illHealthRule } from "./sample-rule.ts";
import { everyTable } from "./sample-tables.ts";
import type { Topic } from "./topic.ts";

const known = person("p1", { birthDate: "1985-04-12", facts: { illHealth: true } });
const started = followed("d1", "p1", { end: "2021-06-01", exitReason: "work", supportAtStart: ["social-assistance"] });
const waiting = { ...followed("d2", "p1"), start: undefined };
const answered = measurement("m1", "p1");
const period = spell("s1", "d1");
const others = records(person("p2"), notFollowed("d9"));

/** Nothing of p1 can be read, and what is kept of the participations is the year and the sex. */
async function hidesP1(store: OpenStore): Promise<void> {
  same(
    await contents(store),
    {
      persons: [person("p2")],
      participations: [notFollowed("d9")],
      measurements: [],
      spells: [],
      count: { persons: 1, participations: 1, measurements: 0, spells: 0 },
    },
    "what the store shows",
  );
  same(await rejectionCode(store.person("p1"), "the person"), "not-found", "the code for the person");
  same(
    await rejectionCode(store.participation("d1"), "the participation"),
    "not-found",
    "the code for the participation",
  );
  same(
    (await all(store.screen(illHealthRule))).map((one) => one.person),
    ["p2"],
    "the persons screened",
  );
  same(
    await store.groupByConditions(askedConditions(illHealthRule)),
    [{ sex: "woman", outcomes: ["undetermined"], count: 1 }],
    "the persons grouped",
  );
  const tables = await store.tabulate(everyTable);
  same(
    tables.map(({ base, notFollowed: not }) => base.woman + not.woman),
    everyTable.map(() => 0),
    "the women in tables",
  );
  const { participation } = await store.save(records(anonymous("d1", 2021), anonymous("d2")));
  same(
    participation,
    { added: 0, replaced: 0, unchanged: 2 },
    "the participations, saved as the anonymous ones they are",
  );
}

export const protectedIdentityTopic: Topic = {
  name: "protected identity",
  cases: {
    "of a person saved with it, before everything else": async (store) => {
      await store.save(records(protectedPerson("p1"), started, waiting, answered, period));
      await store.save(others);
      await hidesP1(store);
    },

    "of a person saved with it, after everything else": async (store) => {
      await store.save(others);
      await store.save(records(started, waiting, answered, period));
      await store.save(records(protectedPerson("p1")));
      await hidesP1(store);
    },

    "of a person who gets it later": async (store) => {
      await store.save([...records(known, started, waiting, answered, period), ...others]);
      const { person: persons } = await store.save(records(protectedPerson("p1")));
      same(persons, { added: 0, replaced: 1, unchanged: 0 }, "the account");
      await hidesP1(store);
    },

    "in the middle of a batch": async (store) => {
      await store.save([...records(known, waiting, answered, protectedPerson("p1"), period, started), ...others]);
      await hidesP1(store);
    },

    "is not lifted by a record that knows nothing of it": async (store) => {
      await store.save([...records(protectedPerson("p1"), started, waiting), ...others]);
      const account = await store.save(records(known, started, waiting, answered, period));
      same(account.person.unchanged, 1, "the person is unchanged");
      same(account.participation.unchanged, 2, "the participations are unchanged");
      same(account.measurement.unchanged, 1, "the measurement changes nothing");
      await hidesP1(store);
    },

    "reaches a participation that turns out to be of such a person": async (store) => {
      await store.save([...records(notFollowed("d1"), waiting, protectedPerson("p1")), ...others]);
      await store.save(records(started, period));
      await hidesP1(store);
    },

    "reaches a measurement that turns out to be of such a person": async (store) => {
      await store.save(records(protectedPerson("p1"), measurement("m1", "p3")));
      const account = await store.save(records(answered));
      same(account.measurement, { added: 0, replaced: 1, unchanged: 0 }, "the account");
      same((await store.count()).measurements, 0, "the measurements");
    },

    "is not taken for that of somebody else": async (store) => {
      await store.save(
        records(protectedPerson("p"), person("p1"), followed("d1", "p1"), measurement("m1", "p1"), period),
      );
      same(await store.count(), { persons: 1, participations: 1, measurements: 1, spells: 1 }, "the counts");
    },

    "ends when the person is erased, and what was dropped does not come back": async (store) => {
      await store.save(records(protectedPerson("p1"), started, answered));
      await store.erase("p1");
      await store.save(records(known, followed("d5", "p1")));
      same(await store.count(), { persons: 1, participations: 1, measurements: 0, spells: 0 }, "the counts");
    },

    "an anonymous participation is kept and never shown": async (store) => {
      await store.save(records(anonymous("d1", 2021), notFollowed("d9")));
      same(await all(store.participations()), [notFollowed("d9")], "the stream");
      same(await rejectionCode(store.participation("d1"), "the participation"), "not-found", "the code");
      same((await store.count()).participations, 1, "the count");
    },
  },
};
