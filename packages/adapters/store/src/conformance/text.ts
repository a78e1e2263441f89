import { RefusedRecord } from "../errors.ts";
import type { RegisterRecord } from "../store.ts";
import { holds, rejection, same } from "./claims.ts";
import { all, contents } from "./contents.ts";
import { followed, measurement, notFollowed, person, records, spell } from "./sample-records.ts";
import { hostileTexts, refusedTexts } from "./seeds.ts";
import type { Topic } from "./topic.ts";

/** A few of them, for what is asked one at a time. */
const hostile = [...hostileTexts.slice(0, 70), "x".repeat(200), "😀".repeat(100)];

/** What is refused, with the path that it is refused by: a text in every field that takes one. */
const places: readonly (readonly [path: string, record: (text: string) => RegisterRecord | undefined])[] = [
  ["person.id", (text) => records(person(text))[0]],
  ["person.facts", (text) => records(person("p1", { facts: { [text]: true } }))[0]],
  ["person.facts.note", (text) => records(person("p1", { facts: { note: text } }))[0]],
  ["person.facts.note", (text) => records(person("p1", { facts: { note: ["a", text] } }))[0]],
  ["participation.id", (text) => records(notFollowed(text))[0]],
  ["participation.person", (text) => records(followed("d1", text))[0]],
  ["measurement.id", (text) => records(measurement(text, "p1"))[0]],
  ["measurement.person", (text) => records(measurement("m1", text))[0]],
  ["measurement.caseWorker", (text) => records(measurement("m1", "p1", { caseWorker: text }))[0]],
  ["spell.id", (text) => records(spell(text, "d1"))[0]],
  ["spell.participation", (text) => records(spell("s1", text))[0]],
];

export const textTopic: Topic = {
  name: "Unicode and hostile texts",
  cases: {
    "ten thousand hostile texts come out of every field as they went in": async (store) => {
      function* batch(): Iterable<RegisterRecord> {
        for (const text of hostileTexts)
          yield* records(
            person(text, { facts: { [text]: text, list: [text, "and", text] } }),
            followed(text, text),
            measurement(text, text, { caseWorker: text }),
            spell(text, text),
          );
      }
      const account = await store.save(batch());
      same(account.person, { added: hostileTexts.length, replaced: 0, unchanged: 0 }, "the account of persons");
      let read = 0;
      for await (const one of store.persons()) {
        read += 1;
        const facts = one.protectedIdentity ? {} : one.facts;
        same(facts?.[one.id], one.id, "the fact");
        same(facts?.list, [one.id, "and", one.id], "the list");
      }
      const texts = new Set(hostileTexts);
      for await (const one of store.participations())
        holds(texts.delete(one.id) && "person" in one && one.person === one.id, "a participation is its person's");
      same([read, texts.size], [hostileTexts.length, 0], "persons, and participations that did not come");
      for await (const one of store.measurements())
        same([one.person, one.caseWorker], [one.id, one.id], "a measurement");
      for await (const one of store.spells()) same(one.participation, one.id, "a spell");
      same(
        await store.count(),
        { persons: read, participations: read, measurements: read, spells: read },
        "the counts",
      );
    },

    "a text that cannot be kept is refused by name, in every field": async (store) => {
      for (const text of refusedTexts)
        for (const [path, record] of places) {
          const candidate = record(text);
          const error = await rejection(store.save(candidate === undefined ? [] : [candidate]), "the save");
          if (!(error instanceof RefusedRecord)) throw new Error(`expected a refused record, got ${String(error)}`);
          holds(
            error.issues.some((issue) => issue.startsWith(`${path}:`)),
            `one of the issues begins with ${path}`,
          );
        }
      same(await store.count(), { persons: 0, participations: 0, measurements: 0, spells: 0 }, "the counts");
    },

    "ids come out as they went in": async (store) => {
      const batch = hostile.flatMap((id) =>
        records(person(id), followed(id, id), measurement(id, id, { caseWorker: id })),
      );
      await store.save(batch);
      for (const id of hostile) {
        same(await store.person(id), person(id), "the person");
        same(await store.participation(id), followed(id, id), "the participation");
      }
      const answers = new Map((await all(store.measurements())).map((one) => [one.id, one]));
      for (const id of hostile) same(answers.get(id), measurement(id, id, { caseWorker: id }), "the measurement");
      same((await store.save(batch)).person.unchanged, hostile.length, "the persons saved again, unchanged");
    },

    "facts come out as they went in": async (store) => {
      const facts = Object.fromEntries(
        hostile.map((text, index) => [text, index % 2 === 0 ? text : [text, "and", text]]),
      );
      await store.save(records(person("p1", { facts })));
      same(await store.person("p1"), person("p1", { facts }), "the person");
    },

    "a text of a megabyte comes out as it went in": async (store) => {
      const facts = { note: "å😀'\"\\".repeat(200_000), list: ["x".repeat(1_000_000), "\u202e".repeat(300_000)] };
      await store.save(records(person("p1", { facts })));
      same(await store.person("p1"), person("p1", { facts }), "the person");
    },

    "numbers come out as they went in": async (store) => {
      const values = [0.1, 1 / 3, -1e-300, 1.7976931348623157e308, 2 ** 53, 5];
      const facts = Object.fromEntries(values.map((value, index) => [`n${index}`, value]));
      const answers = values.map((value, index) => measurement(`m${index}`, "p1", { value }));
      await store.save(records(person("p1", { facts }), ...answers));
      same(await store.person("p1"), person("p1", { facts }), "the person");
      same(await all(store.measurements()), answers, "the measurements");
    },

    "one hostile id does not stand for another": async (store) => {
      await store.save(hostile.flatMap((id) => records(person(id), followed(id, id), measurement(id, id))));
      for (const id of hostile) {
        same(
          await store.erase(id),
          { persons: 1, participations: 1, measurements: 1, spells: 0 },
          `what went with ${id}`,
        );
      }
      same((await contents(store)).count, { persons: 0, participations: 0, measurements: 0, spells: 0 }, "the counts");
    },
  },
};
