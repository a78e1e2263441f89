import { reportTables, type TableSpec } from "@finsam/gender-reporting";
import { stockholm } from "@finsam/stockholm";
import { memoryStore, openStore, type RegisterRecord } from "@finsam/store";
import fc from "fast-check";
import { expect, inject, test } from "vitest";
import { openPostgresStore } from "../src/index.ts";
import { tabulateQuery } from "../src/tabulating.ts";
import { newTenant } from "./databases.ts";

const maybe = <A>(value: fc.Arbitrary<A>) => fc.option(value, { nil: undefined });
const day = fc.oneof(
  fc.constantFrom(
    "2020-02-29",
    "2020-03-01",
    "2021-01-01",
    "2021-02-28",
    "2021-03-01",
    "2021-12-31",
    "2022-01-01",
    "2020-12-31",
  ),
  fc
    .date({ min: new Date("2015-01-01"), max: new Date("2024-12-31"), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
);
const birthDate = fc.oneof(
  fc.constantFrom(
    "1956-02-29",
    "1980-02-29",
    "2000-02",
    "1999-02",
    "1985-04",
    "1957",
    "2004-12-31",
    "2005-01-01",
    "0001",
    "2023-05-05",
  ),
  day.map((text) => `${Number(text.slice(0, 4)) - 40}${text.slice(4).replace("-02-29", "-02-28")}`),
);
const code = (list: { readonly codes: readonly { readonly id: string }[] } | undefined) =>
  fc.constantFrom(...(list?.codes ?? []).map(({ id }) => id), "not-in-the-list");
const { interventions, referrers, education, support, exitReasons } = stockholm.codeLists;

const person = fc.nat({ max: 40 }).map((number) => `p${number}`);
const personRecord: fc.Arbitrary<RegisterRecord> = fc
  .record({ id: person, birthDate: maybe(birthDate) })
  .map(({ id, birthDate }) => ({
    kind: "person",
    person: { protectedIdentity: false, id, sex: "woman", sexBasis: "legal-sex", ...(birthDate && { birthDate }) },
  }));
const details = {
  intervention: code(interventions),
  sex: fc.constantFrom("woman", "man", "other", "unknown"),
  sexBasis: fc.constant("self-reported" as const),
  days: fc.tuple(maybe(day), maybe(day)),
};
const inOrder = ([one, other]: readonly [string | undefined, string | undefined]) => {
  if (one === undefined) return {};
  if (other === undefined) return { start: one };
  return one <= other ? { start: one, end: other } : { start: other, end: one };
};
const participationRecord: fc.Arbitrary<RegisterRecord> = fc.oneof(
  fc
    .record({
      ...details,
      id: fc.uuid(),
      person,
      referrer: maybe(code(referrers)),
      education: maybe(code(education)),
      exitReason: maybe(code(exitReasons)),
      supportAtStart: maybe(fc.array(code(support), { minLength: 1, maxLength: 3 })),
      supportSince: maybe(day),
    })
    .map(({ days, ...rest }) => ({
      kind: "participation" as const,
      participation: { followUp: "followed" as const, ...rest, ...inOrder(days) },
    })),
  fc.record({ ...details, id: fc.uuid() }).map(({ days, ...rest }) => ({
    kind: "participation" as const,
    participation: { followUp: "not-followed" as const, ...rest, ...inOrder(days) },
  })),
);

const within = (from: string, to: string, specs: readonly TableSpec[]): readonly TableSpec[] =>
  specs.map((spec) => ({ ...spec, id: `${spec.id}-between`, period: { from, to } }));
const asYoungerOnLeapDays = (spec: TableSpec): TableSpec => {
  const { dimension } = spec;
  if (dimension.by === "ageAtStart") return { ...spec, dimension: { ...dimension, leapDayBirthday: "28-february" } };
  if (dimension.by === "exitResultWithin" && dimension.within.by === "ageAtStart")
    return { ...spec, dimension: { ...dimension, within: { ...dimension.within, leapDayBirthday: "28-february" } } };
  return spec;
};
const yearly = reportTables(stockholm, 2021);
const ofOneIntervention = yearly.map((spec) => ({
  ...spec,
  where: { intervention: interventions.codes[0]?.id ?? "" },
}));
const asked: Readonly<Record<string, readonly TableSpec[]>> = {
  "of the yearly report": yearly,
  "of the yearly report and of one intervention": [...yearly, ...ofOneIntervention],
  "of two periods at once": [...yearly, ...within("2020-06-15", "2020-09-30", yearly)],
  "with birthdays on 28 February": yearly.map(asYoungerOnLeapDays),
  "with birthdays on either day": [...yearly, ...yearly.map(asYoungerOnLeapDays)],
};

test.each(Object.entries(asked))("PostgreSQL counts tables %s as the store in memory does", async (_, specs) => {
  expect(tabulateQuery(specs)).toBeDefined();
  await fc.assert(
    fc.asyncProperty(
      fc.array(personRecord, { minLength: 20, maxLength: 40 }),
      fc.array(participationRecord, { minLength: 100, maxLength: 200 }),
      async (persons, participations) => {
        const records = [...persons, ...participations];
        await using memory = await openStore(memoryStore);
        await using postgres = await openPostgresStore({ url: inject("postgresUrl"), tenant: newTenant() });
        await memory.save(records);
        await postgres.save(records);
        expect(await postgres.tabulate(specs)).toEqual(await memory.tabulate(specs));
      },
    ),
    { numRuns: 10 },
  );
});

test("a period that begins on an odd day is counted in process, with the same answer", async () => {
  const specs = within("2020-02-29", "2020-12-30", yearly);
  expect(tabulateQuery(specs)).toBeUndefined();
  const records = fc.sample(participationRecord, 200);
  await using memory = await openStore(memoryStore);
  await using postgres = await openPostgresStore({ url: inject("postgresUrl"), tenant: newTenant() });
  await memory.save(records);
  await postgres.save(records);
  expect(await postgres.tabulate(specs)).toEqual(await memory.tabulate(specs));
});
