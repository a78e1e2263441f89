import { readFacts } from "@finsam/criteria";
import { tabulate } from "@finsam/gender-reporting";
import { outcomeOf } from "@finsam/policy";
import { same } from "./claims.ts";
import { all } from "./contents.ts";
import { followed, measurement, notFollowed, person, records, spell } from "./sample-records.ts";
import { sampleRules } from "./sample-rule.ts";
import { everyTable } from "./sample-tables.ts";
import type { Topic } from "./topic.ts";

// The first and the last that there are, leap days, century years, days on which clocks changed, and dates before any epoch.
const days = [
  "0001-01-01",
  "0099-12-31",
  "1582-10-10",
  "1753-01-01",
  "1899-12-31",
  "1900-02-28",
  "1900-03-01",
  "1901-12-13",
  "1969-12-31",
  "1970-01-01",
  "2000-02-29",
  "2004-02-29",
  "2021-03-28",
  "2021-10-31",
  "2038-01-19",
  "2038-01-20",
  "9999-12-31",
];
const partial = days.flatMap((day) => [day, day.slice(0, 7), day.slice(0, 4)]);
// Around the ages of 16 and 67 on 29 February 2024.
const births = [
  "1957-02-28",
  "1957-03-01",
  "1957-02",
  "1957",
  "2008-02-28",
  "2008-02-29",
  "2008-03-01",
  "2008-02",
  "2008",
];

export const datesTopic: Topic = {
  name: "dates",
  cases: {
    "every day comes out as it went in": async (store) => {
      const participations = days.map((day, index) =>
        followed(`d${index + 10}`, "p1", { start: day, end: day, referred: day, supportSince: day }),
      );
      const answers = days.map((on, index) => measurement(`m${index + 10}`, "p1", { on }));
      const spells = days.map((day, index) => spell(`s${index + 10}`, "d1", { start: day, end: day }));
      await store.save(records(...participations, ...answers, ...spells));
      same(await all(store.participations()), participations, "the participations");
      same(await all(store.measurements()), answers, "the measurements");
      same(await all(store.spells()), spells, "the spells");
    },

    "a date of birth says no more than it did": async (store) => {
      const persons = partial.map((birthDate, index) => person(`p${index + 100}`, { birthDate }));
      await store.save(records(...persons));
      same(await all(store.persons()), persons, "the persons");
    },

    "a year before 1000 keeps its zeros when only the year is left": async (store) => {
      const early = notFollowed("d1", { start: "0099-12-31" });
      await store.save(records(early, person("p1", { birthDate: "0099" })));
      same(
        [await store.participation("d1"), await store.person("p1")],
        [early, person("p1", { birthDate: "0099" })],
        "both",
      );
    },

    "a person reaches an age on the day that the rule says, leap days too": async (store) => {
      const persons = births.map((birthDate, index) => person(`p${index}`, { birthDate }));
      await store.save(records(...persons));
      for (const age of sampleRules.filter(({ id }) => id === "age"))
        for (const on of ["2024-02-28", "2024-02-29", "2024-03-01", "2025-02-28", "2025-03-01"])
          for (const leapDayBirthday of ["1-march", "28-february"] as const) {
            const rule = { ...age, setting: { ...age.setting, on, leapDayBirthday } };
            const expected = persons.map(({ id, birthDate }) => ({
              person: id,
              outcome: outcomeOf(rule, readFacts(rule.setting.vocabulary, { birthDate: birthDate ?? null }).facts),
            }));
            same(await all(store.screen(rule)), expected, `the outcomes on ${on}, ${leapDayBirthday}`);
          }
    },

    "the first and the last day of a period are in it": async (store) => {
      const edges = ["2020-12-31", "2021-01-01", "2021-12-31", "2022-01-01"];
      const participations = edges.flatMap((start, index) =>
        edges.slice(index).map((end) => followed(`d${start}${end}`, "p1", { start, end })),
      );
      await store.save(records(...participations));
      const expected = tabulate(
        everyTable,
        participations.map((participation) => ({ participation })),
      );
      const counted = await store.tabulate(everyTable);
      for (const [index, table] of expected.entries()) same(counted[index], table, table.id);
    },

    "an age is that on the first day of the participation": async (store) => {
      const starts = ["2021-02-28", "2021-03-01", "2020-02-29", "2021-07-01", "2021-06-30"];
      const born = ["1991-07-01", "1991-06-30", "1992-02-29", "1991-03-01", "1991", "1991-07", "2021"];
      const rows = born.flatMap((birthDate, who) =>
        starts.map((start, index) => ({ participation: followed(`d${who}${index}`, `p${who}`, { start }), birthDate })),
      );
      await store.save([
        ...records(...born.map((birthDate, who) => person(`p${who}`, { birthDate }))),
        ...records(...rows.map(({ participation }) => participation)),
      ]);
      const expected = tabulate(everyTable, rows);
      const counted = await store.tabulate(everyTable);
      for (const [index, table] of expected.entries()) same(counted[index], table, table.id);
    },
  },
};
