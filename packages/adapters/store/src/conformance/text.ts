import { same } from "./claims.ts";
import { all, contents } from "./contents.ts";
import { followed, measurement, person, records } from "./sample-records.ts";
import type { Topic } from "./topic.ts";

const hostile = [
  "'; DROP TABLE person; --",
  '" OR "1"="1',
  "\\' \\\\ \\n",
  "%",
  "_",
  "?1",
  ":id",
  "$1",
  "{}",
  "[]",
  "null",
  "NULL",
  "undefined",
  "0",
  "-0",
  "1e3",
  "0x10",
  " ",
  "  leading and trailing  ",
  "\t\r\n",
  "\u0001\u007f\u0085",
  "\u00a0\u2028\u2029",
  "\u200b\u200d\ufeff",
  "\u202eright to left\u202c",
  "\ufffd\uffff",
  "åäöÅÄÖé",
  "e\u0301 is not \u00e9",
  "\u00e9 is not e\u0301",
  "ﷺ",
  "日本語",
  "👩‍👩‍👧‍👦",
  "🏳️‍🌈",
  "constructor",
  "toString",
  "hasOwnProperty",
  "<script>alert(1)</script>",
  "=1+1",
  "x".repeat(200),
  "😀".repeat(100),
];

export const textTopic: Topic = {
  name: "Unicode and hostile texts",
  cases: {
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

    "a long text comes out as it went in": async (store) => {
      const facts = { note: "å😀'\"\\".repeat(100_000) };
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
        same(await store.erase(id), { persons: 1, participations: 1, measurements: 1 }, `what went with ${id}`);
      }
      same((await contents(store)).count, { persons: 0, participations: 0, measurements: 0 }, "the counts");
    },
  },
};
