import { Conflict, memoryStore, type OpenStore, openStore, RefusedRecord, type RegisterRecord } from "@finsam/store";
import fc from "fast-check";

// Few ids, so that histories meet; some that sort or quote badly.
const id = fc.constantFrom("p1", "p2", "å", "Ö", "～", "😀", "'; --", "a\u030a", "\ufeff", "\ufeffp1");
const sex = fc.constantFrom("woman", "man", "other", "unknown");
const maybe = <A>(value: fc.Arbitrary<A>) => fc.option(value, { nil: undefined });
const day = fc.constantFrom("2020-02-29", "2021-01-01", "2021-12-31");
const codes = fc.array(fc.constantFrom("none", "sickness-benefit", "activity-support"), { minLength: 1, maxLength: 3 });

const fact = fc.oneof(
  fc.constant(null),
  fc.boolean(),
  fc.string({ minLength: 1, unit: "grapheme" }).filter((text) => !text.includes("\0")),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => (number === 0 ? 0 : number)),
  fc.constant({ min: 1, max: 2.5 }),
  codes,
);

const record: fc.Arbitrary<RegisterRecord> = fc.oneof(
  fc
    .record({
      protectedIdentity: fc.constant(false as const),
      id,
      sex,
      sexBasis: fc.constant("self-reported" as const),
      birthDate: maybe(fc.constantFrom("1985", "1985-04", "1985-04-12", "1990")),
      facts: maybe(fc.dictionary(fc.constantFrom("a", "b", "constructor", "'"), fact, { maxKeys: 3 })),
    })
    .map((person) => ({ kind: "person" as const, person })),
  id.map((pseudonym) => ({ kind: "person" as const, person: { protectedIdentity: true as const, id: pseudonym } })),
  fc
    .record({
      followUp: fc.constant("followed" as const),
      id,
      person: id,
      sex,
      sexBasis: fc.constant("self-reported" as const),
      intervention: fc.constantFrom("ips", "mia"),
      start: maybe(day),
      exitReason: maybe(fc.constantFrom("work", "illness")),
      supportAtStart: maybe(codes),
      supportSince: maybe(day),
    })
    .map((participation) => ({ kind: "participation" as const, participation })),
  fc
    .record({
      followUp: fc.constant("anonymous" as const),
      id,
      sex,
      startYear: maybe(fc.integer({ min: 1, max: 9999 })),
    })
    .map((participation) => ({ kind: "participation" as const, participation })),
  fc
    .record({
      id,
      person: id,
      indicator: fc.constantFrom("health", "job-search"),
      respondent: fc.constantFrom("participant", "case-worker"),
      on: day,
      scale: fc.constant("one-to-five"),
      value: fc.option(fc.integer({ min: -5, max: 5 }), { nil: null }),
      caseWorker: maybe(id),
    })
    .map((measurement) => ({ kind: "measurement" as const, measurement })),
  fc
    .record({ id, participation: id, start: day, end: maybe(fc.constant("2022-01-01")) })
    .map((spell) => ({ kind: "spell" as const, spell })),
  id.map((one) => ({
    kind: "participation" as const,
    participation: {
      followUp: "not-followed" as const,
      id: one,
      intervention: "ips",
      sex: "woman" as const,
      sexBasis: "legal-sex" as const,
    },
  })),
);

/** Something done to a register, and what it answers. */
export type Step = (store: OpenStore) => Promise<unknown>;

const broken = new Error("the file broke off");

async function* failing(records: readonly RegisterRecord[]): AsyncIterable<RegisterRecord> {
  yield* records;
  throw broken;
}

/** What an error says of the batch. */
const told = (error: unknown): unknown =>
  error instanceof Conflict || error instanceof RefusedRecord ? { code: error.code, text: error.text } : error;

const records = fc.array(record, { maxLength: 12 });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: records.map(
      (batch): Step =>
        (store) =>
          store.save(batch).catch(told),
    ),
  },
  {
    weight: 1,
    arbitrary: records.map(
      (batch): Step =>
        (store) =>
          store.save(failing(batch)).catch(told),
    ),
  },
  {
    weight: 1,
    arbitrary: id.map(
      (person): Step =>
        (store) =>
          store.erase(person),
    ),
  },
);

/** All that a store shows, but for times and what follows from them. */
export async function shownBy(store: OpenStore) {
  return {
    persons: await allOf(store.persons()),
    participations: await allOf(store.participations()),
    measurements: await allOf(store.measurements()),
    spells: await allOf(store.spells()),
    history: (await allOf(store.history())).map(({ position, event, counts }) => ({ position, event, counts })),
    count: await store.count(),
  };
}

/** All that a store shows and tells, likewise. */
export async function everythingIn(store: OpenStore): Promise<unknown> {
  return { ...(await shownBy(store)), problems: await store.verify() };
}

/** What is done to a register, one after the other: saves, saves that break off, erasures. */
export const anyHistory: fc.Arbitrary<readonly Step[]> = fc.array(step, { maxLength: 6 });

/** What each step answered and what was there in the end: in a store, and in the one in memory. */
export async function besideMemory(store: OpenStore, steps: readonly Step[]): Promise<readonly [unknown, unknown]> {
  await using memory = await openStore(memoryStore);
  const [here, there]: [unknown[], unknown[]] = [[], []];
  for (const one of steps) {
    here.push(await one(store));
    there.push(await one(memory));
  }
  return [
    [here, await everythingIn(store)],
    [there, await everythingIn(memory)],
  ];
}

async function allOf<A>(items: AsyncIterable<A>): Promise<readonly A[]> {
  const all: A[] = [];
  for await (const item of items) all.push(item);
  return all;
}
