import { DuckDBInstance } from "@duckdb/node-api";
import { type Dimension, Population, type TableSpec } from "@finsam/gender-reporting";
import { type CodeList, sexes } from "@finsam/model";
import { memoryStore, openStore, type RegisterRecord } from "@finsam/store";
import fc from "fast-check";
import { expect, test } from "vitest";
import { groupedCounting } from "../src/counting.ts";
import { openDuckdbStore } from "../src/index.ts";
import { newFolder } from "./register-folder.ts";

const label = { sv: "kod", en: "code" };
const list = (...ids: readonly string[]): CodeList => ({
  id: "list",
  version: "1",
  title: label,
  codes: ids.map((id) => ({ id, label, status: "unverified" })),
});

// Days around ends of years and of February, since anniversaries and periods turn there.
const days = [
  "2019-12-31",
  "2020-01-01",
  "2020-02-28",
  "2020-02-29",
  "2020-03-01",
  "2021-02-28",
  "2021-03-01",
  "2021-12-31",
  "0001-01-02",
  "9999-12-31",
];
const births = [
  ...days,
  "1900-02-28",
  "2000-02-29",
  "2000-02",
  "1999-02",
  "2000",
  "1960-12",
  "1991-03-01",
  "9999",
  "0001",
];
const day = fc.constantFrom(...days);
const maybe = <A>(value: fc.Arbitrary<A>) => fc.option(value, { nil: undefined });
const code = fc.constantFrom("a", "b", "not-in-the-list", "left-out");

const records: fc.Arbitrary<readonly RegisterRecord[]> = fc
  .array(
    fc.record({
      birthDate: maybe(fc.constantFrom(...births)),
      isFollowed: fc.boolean(),
      sex: fc.constantFrom(...sexes),
      days: fc.array(day, { maxLength: 2 }).map((some) => some.toSorted()),
      intervention: code,
      referrer: maybe(code),
      education: maybe(code),
      exitReason: maybe(code),
      supportAtStart: maybe(fc.array(code, { minLength: 1, maxLength: 3 })),
      supportSince: maybe(day),
    }),
    { minLength: 300, maxLength: 300 },
  )
  .map((drawn) =>
    drawn.flatMap(({ birthDate, isFollowed, sex, days: [start, end], intervention, ...details }, index) => {
      const counted = { id: `d${index}`, sex, sexBasis: "self-reported" as const, intervention, start, end };
      const of = `p${index % 200}`;
      return [
        { kind: "person", person: { protectedIdentity: false, id: of, sex, sexBasis: "self-reported", birthDate } },
        {
          kind: "participation",
          participation: isFollowed
            ? { followUp: "followed", ...counted, person: of, ...details }
            : { followUp: "not-followed", ...counted },
        },
      ] satisfies readonly RegisterRecord[];
    }),
  );

const bands = [
  { id: "to-19", label, atMost: 19 },
  { id: "from-20", label, moreThan: 19, lessThan: 30 },
  { id: "from-30", label, atLeast: 30 },
];
const codes = list("a", "b");
const dimension: fc.Arbitrary<Dimension> = fc.constantFrom<Dimension>(
  { by: "nothing" },
  { by: "persons" },
  { by: "followUp" },
  { by: "intervention", list: codes },
  { by: "referrer", list: codes },
  { by: "education", list: codes, excluded: ["b"] },
  { by: "exitReason", list: codes },
  { by: "exitResult", results: { a: "positive", b: "not-positive", "left-out": "excluded" } },
  {
    by: "exitResultWithin",
    results: { a: "positive", b: "not-positive", "left-out": "excluded" },
    within: { by: "referrer", list: codes },
  },
  {
    by: "exitResultWithin",
    results: { a: "positive", b: "not-positive" },
    within: { by: "ageAtStart", bands, leapDayBirthday: "28-february" },
  },
  { by: "supportAtStart", list: codes },
  { by: "ageAtStart", bands, leapDayBirthday: "1-march" },
  { by: "ageAtStart", bands: [...bands].reverse(), leapDayBirthday: "28-february" },
  {
    by: "supportYearsAtStart",
    bands: [
      { id: "one", label, atMost: 1 },
      { id: "more", label, moreThan: 1 },
    ],
  },
);
const specs: fc.Arbitrary<readonly TableSpec[]> = fc
  .array(
    fc.record({
      dimension,
      population: fc.constantFrom(...Population.options),
      period: fc.tuple(day, day).map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a })),
      without: fc.constantFrom([], ["left-out"], ["a", "left-out"]),
      where: maybe(fc.constantFrom({ intervention: "a" }, { intervention: "nobody" })),
    }),
    { maxLength: 20 },
  )
  .map((drawn) => drawn.map((spec, index) => ({ id: `t${index}`, title: label, ...spec })));

test("DuckDB counts any tables over any register as the store in memory does", { timeout: 120_000 }, async () => {
  for (const seed of [1, 2]) {
    const register = fc.sample(records, { numRuns: 4, seed }).flatMap((some, run) =>
      some.map((record): RegisterRecord => {
        if (record.kind === "person")
          return { kind: "person", person: { ...record.person, id: `${record.person.id}-${run}` } };
        if (record.kind !== "participation") return record;
        const { participation } = record;
        const id = `${participation.id}-${run}`;
        return participation.followUp === "followed"
          ? { kind: "participation", participation: { ...participation, id, person: `${participation.person}-${run}` } }
          : { kind: "participation", participation: { ...participation, id } };
      }),
    );
    await using duckdb = await openDuckdbStore(newFolder());
    await using memory = await openStore(memoryStore);
    for (const store of [duckdb, memory]) await store.save(register);
    await fc.assert(
      fc.asyncProperty(specs, async (asked) => {
        expect(await duckdb.tabulate(asked)).toEqual(await memory.tabulate(asked));
      }),
      { numRuns: 30, seed },
    );
  }
});

test("persons of a large register are counted in parts, and nobody in two of them", async () => {
  const folder = newFolder();
  const register = fc.sample(records, { numRuns: 1, seed: 3 }).flat();
  await using duckdb = await openDuckdbStore(folder);
  await using memory = await openStore(memoryStore);
  for (const store of [duckdb, memory]) await store.save(register);
  const all = {
    title: label,
    population: "participants",
    period: { from: "2019-01-01", to: "2021-12-31" },
    dimension: { by: "persons" },
    without: [],
  } as const;
  const asked: readonly TableSpec[] = [
    { id: "persons", ...all },
    { id: "persons-in-a", ...all, where: { intervention: "a" } },
    { id: "persons-in-b", ...all, where: { intervention: "b" } },
  ];

  const { queries, counts } = groupedCounting(asked);
  const inParts = queries(1_000_000);
  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  const found = [];
  for (const { sql, parameters } of inParts) {
    const files = (kind: string) => `(FROM '${folder}/batch-*/${kind}.parquet')`;
    found.push((await connection.runAndReadAll(sql(files), [...parameters])).getRowObjects());
  }
  connection.closeSync();
  instance.closeSync();

  expect(inParts.length).toBe(4 * queries(1000).length);
  expect(found.filter((rows) => rows.length > 0).length).toBe(inParts.length);
  expect(counts(found.flat())).toEqual(await memory.tabulate(asked));
});
