import {
  addCounts,
  anonymise,
  type FollowedParticipation,
  type NotFollowedParticipation,
  type Person,
  type Spell,
} from "@finsam/model";
import { addGroups } from "@finsam/policy/compare";
import * as Effect from "effect/Effect";
import * as Layer from "effect/Layer";
import * as Result from "effect/Result";
import * as Stream from "effect/Stream";
import { expect, test } from "vitest";
import {
  Conflict,
  memoryStore,
  type RegisterRecord,
  readRecord,
  type SaveAccount,
  Store,
  startAccount,
} from "../index.ts";
import { conformanceTopics, type KeptRecords, storeConformance } from "./index.ts";

type Service = Store["Service"];

/** A store like the one in memory, but for one defect. */
const withDefect = (defect: (sound: Service) => Partial<Service>): Layer.Layer<Store> =>
  Layer.effect(
    Store,
    Effect.map(Store, (sound) => Store.of({ ...sound, ...defect(sound) })),
  ).pipe(Layer.provide(memoryStore));

/** A store that makes something else of the records before it saves them. */
const saving = (change: (records: Stream.Stream<RegisterRecord>) => Stream.Stream<RegisterRecord>) =>
  withDefect((sound) => ({
    // The records of the suite fail only on purpose, and then the type of the failure says nothing here.
    save: (records) => sound.save(change(records as Stream.Stream<RegisterRecord>)),
  }));

const map = (change: (record: RegisterRecord) => RegisterRecord) => saving(Stream.map(change));

const emptyAccount: SaveAccount = startAccount().account();

/** What consent does not cover, left out. */
const withoutPerson = ({
  id,
  intervention,
  sex,
  sexBasis,
  start,
  end,
}: FollowedParticipation): NotFollowedParticipation => ({
  followUp: "not-followed",
  id,
  intervention,
  sex,
  sexBasis,
  start,
  end,
});

/** What lies in a store that never takes a person away. */
const litter: KeptRecords = {
  persons: [{ protectedIdentity: false, id: "p1" }],
  participations: [],
  measurements: [],
  spells: [],
};

/** Each defect with the topic, and the case in it, that must catch it. */
const defects: readonly (readonly [topic: string, defect: string, sentence: string, store: Layer.Layer<Store>])[] = [
  [
    "records",
    "loses the support at the end",
    "a record comes out as it went in, with every field",
    map((record) =>
      record.kind === "participation" && record.participation.followUp === "followed"
        ? { kind: "participation", participation: { ...record.participation, supportAtEnd: undefined } }
        : record,
    ),
  ],
  [
    "records",
    "takes a question not answered for a 0",
    "what is missing stays missing",
    map((record) =>
      record.kind === "measurement"
        ? { kind: "measurement", measurement: { ...record.measurement, value: record.measurement.value ?? 0 } }
        : record,
    ),
  ],
  [
    "records",
    "counts participations for persons",
    "counts are those of the streams",
    withDefect(({ count }) => ({ count: Effect.map(count, (now) => ({ ...now, persons: now.participations })) })),
  ],
  [
    "atomicity",
    "saves record by record",
    "readers get what was there before while a save goes on, and do not wait for it",
    withDefect(({ save }) => ({
      save: (records) =>
        Stream.runFoldEffect(
          records,
          () => emptyAccount,
          (_, record) => save(Stream.make(record)),
        ),
    })),
  ],
  [
    "atomicity",
    "saves what came before the failure",
    "a save that is interrupted leaves the store as it was",
    withDefect(({ save }) => ({
      save: (records) =>
        Effect.suspend(() => {
          const come: RegisterRecord[] = [];
          const taking = Stream.runForEach(records, (record) => Effect.sync(() => void come.push(record)));
          return Effect.andThen(
            Effect.onExit(taking, () => Effect.ignore(save(Stream.fromIterable(come)))),
            save(Stream.fromIterable(come)),
          );
        }),
    })),
  ],
  [
    "idempotence",
    "says that all was added",
    "the same batch again changes nothing",
    withDefect(({ save }) => ({
      save: (records) =>
        Effect.map(save(records), (account) => ({
          ...account,
          participation: {
            added: account.participation.added + account.participation.unchanged,
            replaced: 0,
            unchanged: 0,
          },
        })),
    })),
  ],
  [
    "idempotence",
    "keeps the first of two records with one id",
    "a corrected record replaces the earlier one, whole",
    withDefect(({ save, participation }) => ({
      save: (records) =>
        save(
          Stream.filterEffect(records, (record) =>
            record.kind === "participation"
              ? Effect.map(Effect.result(participation(record.participation.id)), Result.isFailure)
              : Effect.succeed(true),
          ),
        ),
    })),
  ],
  [
    "merging of persons",
    "forgets the date of birth when a record has none",
    "what a later record does not state is kept",
    withDefect(({ save, person }) => {
      const stated = new Map<string, Person>();
      return {
        save: (records) =>
          save(
            Stream.tap(records, (record) =>
              Effect.sync(() => void (record.kind === "person" && stated.set(record.person.id, record.person))),
            ),
          ),
        person: (id) => Effect.map(person(id), (known) => stated.get(id) ?? known),
      };
    }),
  ],
  [
    "protected identity",
    "does not know of it",
    "of a person saved with it, before everything else",
    saving(Stream.filter((record) => record.kind !== "person" || !record.person.protectedIdentity)),
  ],
  [
    "protected identity",
    "applies it to what comes later only",
    "of a person who gets it later",
    withDefect(({ save, person }) => ({
      save: (records) =>
        save(
          Stream.filterEffect(records, (record) =>
            record.kind === "person" && record.person.protectedIdentity
              ? Effect.map(Effect.result(person(record.person.id)), Result.isFailure)
              : Effect.succeed(true),
          ),
        ),
    })),
  ],
  [
    "protected identity",
    "shows anonymous participations",
    "an anonymous participation is kept and never shown",
    withDefect(({ save, participations }) => {
      const shown: RegisterRecord[] = [];
      return {
        save: (records) => save(Stream.tap(records, (record) => Effect.sync(() => void shown.push(record)))),
        participations: Stream.concat(
          participations,
          Stream.suspend(() =>
            Stream.fromIterable(
              shown.flatMap((record) =>
                record.kind === "participation" && record.participation.followUp === "anonymous"
                  ? [anonymise(record.participation)]
                  : [],
              ),
            ),
          ),
        ),
      };
    }),
  ],
  [
    "order of streams",
    "sorts as JavaScript does",
    "every stream comes in the order of ids, by code point",
    withDefect(({ persons }) => ({
      persons: Stream.unwrap(
        Effect.map(Stream.runCollect(persons), (all) =>
          Stream.fromIterable(all.sort((a, b) => (a.id < b.id ? -1 : 1))),
        ),
      ),
    })),
  ],
  [
    "order of streams",
    "stops after a page of a thousand",
    "a long stream is whole",
    withDefect(({ persons }) => ({ persons: Stream.take(persons, 1000) })),
  ],
  [
    "Unicode and hostile texts",
    "puts texts in one normal form",
    "ids come out as they went in",
    map((record) =>
      record.kind === "participation"
        ? {
            kind: "participation",
            participation: { ...record.participation, id: record.participation.id.normalize("NFC") },
          }
        : record,
    ),
  ],
  [
    "Unicode and hostile texts",
    "trims texts",
    "one hostile id does not stand for another",
    map((record) =>
      record.kind === "person"
        ? { kind: "person", person: { ...record.person, id: record.person.id.trim() || "x" } }
        : record,
    ),
  ],
  [
    "screening",
    "reads undetermined as not met",
    "the rule either says of every person what the plain evaluator says",
    withDefect(({ screen }) => ({
      screen: (rule) =>
        Stream.map(screen(rule), (one) =>
          one.outcome === "undetermined" ? { ...one, outcome: "notMet" as const } : one,
        ),
    })),
  ],
  [
    "screening",
    "takes the age a day late",
    "the rule age says of every person what the plain evaluator says",
    withDefect(({ screen }) => ({
      screen: (rule) => screen({ ...rule, setting: { ...rule.setting, on: "2024-03-01" } }),
    })),
  ],
  [
    "grouping",
    "reads undetermined as not met",
    "by each condition alone",
    withDefect(({ groupByConditions }) => ({
      groupByConditions: (conditions) =>
        Effect.map(groupByConditions(conditions), (groups) =>
          addGroups(
            groups.map((group) => ({
              ...group,
              outcomes: group.outcomes.map((outcome) => (outcome === "undetermined" ? "notMet" : outcome)),
            })),
          ),
        ),
    })),
  ],
  [
    "grouping",
    "asks everything on the day of the first condition",
    "each condition is asked on its own day and by its own vocabulary",
    withDefect(({ groupByConditions }) => ({
      groupByConditions: (conditions) =>
        groupByConditions(
          conditions.map((asked) => ({
            ...asked,
            setting: { ...asked.setting, on: conditions[0]?.setting.on ?? asked.setting.on },
          })),
        ),
    })),
  ],
  [
    "counting",
    "counts by age without the date of birth",
    "what is learnt later is counted",
    withDefect(({ tabulate, persons }) => ({
      tabulate: (specs) =>
        Effect.map(Effect.zip(tabulate(specs), Stream.runCount(persons)), ([tables, count]) =>
          count === 0
            ? tables
            : tables.map((table) => (table.id.endsWith("ageatstart") ? { ...table, categories: {} } : table)),
        ),
    })),
  ],
  [
    "counting",
    "puts those not followed into the base",
    "tables count what the plain tabulation of the same rows counts",
    withDefect(({ tabulate }) => ({
      tabulate: (specs) =>
        Effect.map(tabulate(specs), (tables) =>
          tables.map((table) => ({ ...table, base: addCounts(table.base, table.notFollowed) })),
        ),
    })),
  ],
  [
    "erasure",
    "only says that it erased",
    "a person goes with participations and measurements, and nothing else goes",
    withDefect(() => ({ erase: () => Effect.succeed({ persons: 1, participations: 2, measurements: 1, spells: 1 }) })),
  ],
  [
    "refused records",
    "drops what is wrong and saves the rest",
    "a participation that ends before it starts is refused with its whole batch",
    saving(Stream.filter((record) => Result.isSuccess(readRecord(record, 1)))),
  ],
  [
    "null and undetermined",
    "takes a missing fact for a no",
    "a person without facts meets no rule and fails none",
    withDefect(({ screen }) => ({
      screen: (rule) =>
        Stream.map(screen(rule), (one) =>
          one.outcome === "undetermined" ? { ...one, outcome: "notMet" as const } : one,
        ),
    })),
  ],
  [
    "null and undetermined",
    "takes a no for a missing fact",
    "no, 0, and no answers at all are known, and are not missing",
    map((record) => {
      if (record.kind !== "person" || record.person.protectedIdentity) return record;
      const facts = Object.entries(record.person.facts ?? {}).filter(([, value]) => value !== false);
      return { kind: "person", person: { ...record.person, facts: Object.fromEntries(facts) } };
    }),
  ],
  [
    "conflicts",
    "lets the later of two persons have the participation",
    "a participation that the store has for another person is a conflict, and nothing is saved",
    withDefect(({ save }) => ({
      save: (records, options) =>
        save(
          Stream.flatMap(records, (record) =>
            record.kind === "participation" && record.participation.followUp === "followed"
              ? Stream.make<RegisterRecord[]>(
                  { kind: "participation", participation: withoutPerson(record.participation) },
                  record,
                )
              : Stream.make<RegisterRecord[]>(record),
          ),
          options,
        ),
    })),
  ],
  [
    "conflicts",
    "stops at the first",
    "all conflicts of a batch are listed",
    withDefect(({ save }) => ({
      save: (records, options) =>
        Effect.mapError(save(records, options), (error) =>
          error instanceof Conflict ? new Conflict({ records: error.records.slice(0, 1) }) : error,
        ),
    })),
  ],
  [
    "spells",
    "keeps them when consent is withdrawn",
    "goes when consent is withdrawn, and that of another participation stays",
    withDefect(({ save }) => {
      const come = new Map<string, Spell>();
      const note = (record: RegisterRecord) =>
        void (record.kind === "spell" && come.set(record.spell.id, record.spell));
      return {
        save: (records, options) =>
          save(
            Stream.tap(records, (record) => Effect.sync(() => note(record))),
            options,
          ),
        spells: Stream.suspend(() => Stream.fromIterable([...come.values()])),
      };
    }),
  ],
  [
    "dates",
    "takes a year for its first of January",
    "a date of birth says no more than it did",
    map((record) =>
      record.kind === "person" && !record.person.protectedIdentity && record.person.birthDate?.length === 4
        ? { kind: "person", person: { ...record.person, birthDate: `${record.person.birthDate}-01-01` } }
        : record,
    ),
  ],
  [
    "dates",
    "keeps days as instants, two hours east of Greenwich",
    "every day comes out as it went in",
    map((record) =>
      record.kind === "measurement"
        ? {
            kind: "measurement",
            measurement: {
              ...record.measurement,
              on: new Date(Date.parse(`${record.measurement.on}T00:00+02:00`)).toISOString().slice(0, 10),
            },
          }
        : record,
    ),
  ],
  [
    "large batches",
    "takes the first ten thousand records",
    "twenty thousand records go in at once, and every one of them comes out",
    saving(Stream.take(10_000)),
  ],
  [
    "large batches",
    "saves a thousand at a time",
    "one record refused at the very end takes all of them back",
    withDefect(({ save }) => ({
      save: (records, options) =>
        Stream.runFoldEffect(
          Stream.grouped(records, 1000),
          () => emptyAccount,
          (_, some) => save(Stream.fromIterable(some), options),
        ),
    })),
  ],
  [
    "concurrency",
    "drops a save that comes while another goes on",
    "eight saves of the same records at once come one after another, and nothing is lost",
    withDefect(({ save }) => {
      let isBusy = false;
      return {
        save: (records, options) =>
          Effect.suspend(() => {
            if (isBusy) return Effect.succeed(emptyAccount);
            isBusy = true;
            return Effect.ensuring(
              save(records, options),
              Effect.sync(() => {
                isBusy = false;
              }),
            );
          }),
      };
    }),
  ],
  [
    "cancellation",
    "saves to the end whatever is said",
    "a save that is cancelled in the middle leaves nothing, and the store can be used",
    withDefect(({ save }) => ({ save: (records, options) => Effect.uninterruptible(save(records, options)) })),
  ],
  [
    "history",
    "forgets what came before an erasure",
    "an erasure takes no earlier entry away",
    withDefect(({ history }) => ({
      history: Stream.unwrap(
        Effect.map(Stream.runCollect(history), (entries) =>
          Stream.fromIterable(entries.slice(entries.findLastIndex(({ event }) => event === "erased"))),
        ),
      ),
    })),
  ],
  [
    "history",
    "does not say where records came from",
    "every save is an entry with its account and where it came from",
    withDefect(({ save }) => ({ save: (records, options) => save(records, { ...options, origin: undefined }) })),
  ],
  [
    "history",
    "numbers entries without chaining them",
    "it is a chain, in which any change shows",
    withDefect(({ history }) => ({
      history: Stream.map(history, (entry) => ({ ...entry, previous: "0".repeat(64) })),
    })),
  ],
  [
    "export and restore",
    "calls a restored register a saved one",
    "what is shown comes back in an empty store",
    withDefect(({ save }) => ({ save: (records, options) => save(records, { ...options, restoring: undefined }) })),
  ],
  [
    "closing",
    "fails when it is closed",
    "a closed store refuses, and says why",
    Layer.effect(
      Store,
      Effect.gen(function* () {
        yield* Effect.addFinalizer(() => Effect.die(new Error("the file is gone")));
        return yield* Store;
      }),
    ).pipe(Layer.provide(memoryStore)),
  ],
  [
    "restart",
    "forgets everything when it is closed",
    "everything is there when the store is opened again",
    memoryStore,
  ],
  [
    "migration",
    "opens what an earlier version left as if it were empty",
    "a store of an earlier version is opened with what it held",
    memoryStore,
  ],
  ["what is kept", "leaves lying what it no longer shows", "of an erased person nothing lies there", memoryStore],
];

/** The cases that fail on a store: of all of them, or of the one in a topic that is to catch it. */
async function failures(layer: Layer.Layer<Store>, topic?: string, only?: string): Promise<readonly string[]> {
  const cases: { readonly sentence: string; readonly run: () => Promise<void> }[] = [];
  let current = "";
  const runner = {
    describe: (name: string, body: () => void) => {
      current = name;
      body();
    },
    it: (sentence: string, run: () => Promise<void>) => {
      if ((topic ?? current) === current && (only ?? sentence) === sentence) cases.push({ sentence, run });
    },
  };
  const hooks = { older: () => layer, readBack: async () => litter };
  storeConformance(runner, {
    fresh: () => layer,
    durable: topic === "restart" || topic === "migration",
    ...(topic === "migration" || topic === "what is kept" ? hooks : {}),
  });
  const failed: string[] = [];
  for (const { sentence, run } of cases) await run().catch(() => failed.push(sentence));
  return failed;
}

test.each(defects)("the suite, on %s, catches a store that %s", async (topic, _, sentence, store) => {
  expect(await failures(store, topic, sentence)).toEqual([sentence]);
});

test("every topic of the suite has a store that it must catch", () => {
  const caught = new Set(defects.map(([topic]) => topic));
  expect(conformanceTopics.map(({ name }) => name).filter((name) => !caught.has(name))).toEqual([]);
});

test("the suite finds nothing wrong with the sound store", async () => {
  expect(await failures(memoryStore)).toEqual([]);
});
