import { type CountedRow, tabulate } from "@finsam/gender-reporting";
import { type FollowedParticipation, type NotFollowedParticipation, sexes } from "@finsam/model";
import type { RegisterRecord } from "../store.ts";
import { holds, same } from "./claims.ts";
import { anonymous, followed, notFollowed, person, protectedPerson, records } from "./sample-records.ts";
import {
  educations,
  everyTable,
  exitReasons,
  interventions,
  personTables,
  referrers,
  supports,
} from "./sample-tables.ts";
import type { Topic } from "./topic.ts";

const starts = [
  "2020-12-31",
  "2021-01-01",
  "2021-02-28",
  "2021-12-31",
  "2022-01-01",
  undefined,
  "2020-02-29",
  "2021-07-01",
];
const ends = [undefined, "2022-01-01", "2022-06-30", undefined, "2022-03-01"];
const birthDates = ["1991-07-01", "1991-07-02", "1985", "1991", undefined, "2004-02-29", "1950-01-01"];
const sinces = [undefined, "2016-01-01", "2015-12-31", "2020-06-01"];

const pick = <A>(choice: readonly A[], index: number): A | undefined => choice[index % choice.length];

/** A code of the list, one that the list lacks, or none. */
const code = (codes: { readonly codes: readonly { readonly id: string }[] }, index: number): string | undefined =>
  pick([...codes.codes.map(({ id }) => id), "not-in-the-list", undefined], index);

const participations: readonly (FollowedParticipation | NotFollowedParticipation)[] = Array.from(
  { length: 1200 },
  (_, index) => {
    const start = pick(starts, index);
    const end = start === undefined ? undefined : index % 3 === 0 ? "2022-01-01" : pick([...ends, start], index);
    const sex = pick(sexes, Math.floor(index / 3)) ?? "unknown";
    const counted = {
      sex,
      sexBasis: "self-reported" as const,
      intervention: code(interventions, index) ?? "ips",
      start,
      end: index % 7 === 0 && start !== undefined && start <= "2021-08-01" ? "2021-08-01" : end,
    };
    const id = `d${index}`;
    if (index % 9 === 0) return notFollowed(id, counted);
    const support = [code(supports, index), code(supports, index + 1)].filter((one) => one !== undefined);
    return followed(id, `p${index % 400}`, {
      ...counted,
      referrer: code(referrers, index),
      education: code(educations, index + 1),
      exitReason: code(exitReasons, index + 2),
      supportAtStart: support.length === 0 || index % 11 === 0 ? undefined : support,
      supportSince: pick(sinces, index),
    });
  },
);

const birthDateOf = (index: number) => pick(birthDates, index);

// Some participations are of persons that nobody stated.
const persons = Array.from({ length: 350 }, (_, index) => person(`p${index}`, { birthDate: birthDateOf(index) }));

const rows: readonly CountedRow[] = participations.map((participation) => {
  const birthDate =
    participation.followUp === "followed"
      ? persons.find(({ id }) => id === participation.person)?.birthDate
      : undefined;
  return { participation, birthDate };
});

/** What nobody counts. */
const hidden: readonly RegisterRecord[] = records(
  protectedPerson("h1"),
  followed("h1", "h1"),
  anonymous("h2", 2021),
  person("h3", { birthDate: "1985" }),
);

export const countingTopic: Topic = {
  name: "counting",
  cases: {
    "tables count what the plain tabulation of the same rows counts": async (store) => {
      const expected = tabulate(everyTable, rows);
      // Tables without anybody, or with all in one row, would prove nothing.
      for (const { id, base, categories } of expected) {
        const filled = Object.values(categories).filter(({ total }) => total > 0).length;
        const isUndivided = id.endsWith("nothing") || id.endsWith("persons");
        holds(base.woman > 0 && base.unknown > 0 && (filled > 1 || isUndivided), `${id} has rows to count`);
      }
      await store.save([...records(...participations), ...records(...persons), ...hidden]);
      const counts = await store.tabulate(everyTable);
      for (const [index, table] of expected.entries()) same(counts[index], table, table.id);
      same(counts.length, expected.length, "the number of tables");
    },

    "persons are counted once in each table, and by no sex where their participations disagree": async (store) => {
      const of = (id: string, who: string, sex: "woman" | "man", intervention: string, start: string) =>
        followed(id, who, { sex, intervention, start, end: undefined });
      const some = [
        of("d1", "p1", "woman", "ips", "2021-03-01"),
        of("d2", "p1", "woman", "ips", "2021-05-01"),
        of("d3", "p1", "woman", "mia", "2020-05-01"),
        of("d4", "p2", "man", "ips", "2021-05-01"),
        of("d5", "p2", "woman", "mia", "2020-12-31"),
        of("d6", "p3", "man", "ips", "2022-01-01"),
        followed("d7", "p4", { start: "2021-02-01", end: undefined, exitReason: "wrong-registration" }),
        notFollowed("d8", { start: "2021-02-01" }),
        notFollowed("d9", { start: "2021-02-01" }),
      ];
      await store.save([...records(...some), ...hidden]);
      const counted = tabulate(
        personTables,
        some.map((participation) => ({ participation })),
      );
      same(await store.tabulate(personTables), counted, "the tables");
      const [all, inIps, , started] = counted;
      same(all?.base, { woman: 1, man: 0, other: 0, unknown: 1, total: 2 }, "all persons of the year");
      same(inIps?.base, { woman: 1, man: 1, other: 0, unknown: 0, total: 2 }, "those in one intervention");
      same(started?.base, { woman: 1, man: 1, other: 0, unknown: 0, total: 2 }, "those who started");
      same(all?.notFollowed.total, 2, "the participations without a person");
    },

    "an empty store counts nobody": async (store) => {
      same(await store.tabulate(everyTable), tabulate(everyTable, []), "the tables");
    },

    "no tables asked for, no tables counted": async (store) => {
      await store.save(records(...participations));
      same(await store.tabulate([]), [], "the tables");
    },

    "what is learnt later is counted": async (store) => {
      const tables = everyTable.filter(({ id }) => id === "started-by-ageatstart");
      const participation = followed("d1", "p1");
      await store.save(records(participation));
      same(await store.tabulate(tables), tabulate(tables, [{ participation }]), "before the date of birth is known");
      await store.save(records(person("p1", { birthDate: "1985" })));
      const counts = await store.tabulate(tables);
      same(counts, tabulate(tables, [{ participation, birthDate: "1985" }]), "when it is known");
      same(counts[0]?.categories["from-30"]?.woman, 1, "the women from 30");
    },

    "a record replaced is counted once": async (store) => {
      const tables = everyTable.filter(({ id }) => id === "started-by-nothing");
      await store.save(records(followed("d1", "p1")));
      await store.save(records(followed("d1", "p1", { sex: "man" })));
      const [counts] = await store.tabulate(tables);
      same(counts?.base, { woman: 0, man: 1, other: 0, unknown: 0, total: 1 }, "the base");
    },
  },
};
