import * as PgConnection from "@effect/sql-pg/PgConnection";
import * as PgTypes from "@effect/sql-pg/PgTypes";
import { readFacts } from "@finsam/criteria";
import { compile } from "@finsam/criteria/compile";
import { reportTables } from "@finsam/gender-reporting";
import type { FollowedParticipation, Person } from "@finsam/model";
import { ruleAt } from "@finsam/policy";
import { startPostgresServer } from "@finsam/postgres-server";
import { stockholm } from "@finsam/stockholm";
import type { RegisterRecord } from "@finsam/store";
import { openPostgresStore } from "@finsam/store-postgres";
import * as Effect from "effect/Effect";
import * as Redacted from "effect/Redacted";
import * as Result from "effect/Result";
import type { Section } from "./figure.ts";
import { median } from "./medians.ts";
import { people, repeatableNumbers } from "./people.ts";

/**
 * A register on a PostgreSQL server beside the server alone: import beside the fastest way that the driver offers for the same rows
 * (arrays, into a table with the same columns, indexes and checks), tables beside one raw GROUP BY over the columns that they are of, and
 * SIG 0 asked on the server beside every person streamed through the compiled rule.
 */
export async function benchPostgres(rows: number): Promise<readonly Section[]> {
  const server = await startPostgresServer();
  try {
    return await Effect.runPromise(
      Effect.scoped(
        Effect.flatMap(PgConnection.make({ url: Redacted.make(server.url) }), (raw) => measure(server.url, raw, rows)),
      ),
    );
  } finally {
    await server.remove();
  }
}

const measure = (url: string, raw: PgConnection.PgConnection, rows: number) =>
  Effect.promise(async () => {
    const ask = async (sql: string, parameters: readonly unknown[] = []) =>
      (await Effect.runPromise(raw.query(sql, parameters))).rows;
    const register = makeRegister(rows);
    const runs = rows > 300_000 ? 1 : 3;

    let tenants = 0;
    const importing = await median(runs, async () => {
      tenants += 1;
      await using store = await openPostgresStore({ url, tenant: `t${tenants}` });
      const account = await store.save(register);
      if (account.participation.added !== rows) throw new Error("not everything was added");
    });
    await ask("CREATE TABLE raw_person (LIKE finsam.person INCLUDING ALL)");
    await ask("CREATE TABLE raw_participation (LIKE finsam.participation INCLUDING ALL)");
    const inserting = await median(runs, async () => {
      await ask("TRUNCATE raw_person, raw_participation");
      await ask("BEGIN");
      for (let from = 0; from < register.length; from += 2000) {
        const some = register.slice(from, from + 2000);
        await ask(
          ...insertOf(
            "raw_person",
            personColumns,
            some.flatMap((one) => (one.kind === "person" ? [one.person] : [])),
          ),
        );
        await ask(
          ...insertOf(
            "raw_participation",
            participationColumns,
            some.flatMap((one) => (one.kind === "participation" ? [one.participation] : [])),
          ),
        );
      }
      await ask("COMMIT");
    });
    for (let tenant = 2; tenant <= tenants; tenant += 1)
      for (const table of ["person", "participation"])
        await ask(`DELETE FROM finsam.${table} WHERE tenant = 't${tenant}'`);
    await ask("VACUUM ANALYZE");

    await using store = await openPostgresStore({ url, tenant: "t1" });
    const specs = reportTables(stockholm, 2021);
    const grouping = await median(3, () => ask(groupBy));
    const tabulating = await median(3, () => store.tabulate(specs));

    const rule = ruleAt(stockholm, "sig0", "2024-03-01");
    const compiled = compile(rule.criterion, rule.setting);
    let [streamedMet, pushedMet] = [0, 0];
    const streaming = await median(3, async () => {
      streamedMet = 0;
      for await (const person of store.persons()) {
        if (person.protectedIdentity) continue;
        const { facts } = readFacts(rule.setting.vocabulary, { ...person.facts, birthDate: person.birthDate });
        if (compiled.outcome(facts) === "met") streamedMet += 1;
      }
    });
    const screening = await median(3, async () => {
      pushedMet = 0;
      for await (const { outcome } of store.screen(rule)) if (outcome === "met") pushedMet += 1;
    });
    if (streamedMet !== pushedMet) throw new Error(`streamed ${streamedMet} meet SIG 0, and pushed down ${pushedMet}`);

    const figure = (what: string, milliseconds: number, reference: number, count = rows) => ({
      what,
      count,
      milliseconds,
      ratio: milliseconds / reference,
    });
    return [
      {
        title: "PostgreSQL: import of participations and their persons",
        figures: [
          figure("arrays of the driver into the same columns, indexes and checks", inserting, inserting),
          figure("save of the store", importing, inserting),
        ],
      },
      {
        title: "PostgreSQL: the tables of the yearly report",
        figures: [
          figure("one raw GROUP BY over the same columns", grouping, grouping),
          figure("all tables by the store", tabulating, grouping),
        ],
      },
      {
        title: "PostgreSQL: screening by SIG 0",
        figures: [
          figure("every person streamed through the compiled rule", streaming, streaming),
          figure("asked on the server", screening, streaming),
        ],
      },
    ] satisfies readonly Section[];
  });

const groupBy = `
  SELECT count(*) FROM (
    SELECT participation.sex, follow_up, start_date, end_date, intervention, referrer, education, exit_reason, support_at_start,
      support_since, birth_date, count(*)
    FROM finsam.participation LEFT JOIN finsam.person ON person.tenant = participation.tenant AND person.id = participation.person
    WHERE participation.tenant = 't1'
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11) AS groups`;

type ColumnOf<A> = readonly [name: string, value: (record: A) => unknown, cast?: string];

const list = (codes: readonly string[] | undefined) => (codes === undefined ? null : `{${codes.join(",")}}`);
const personColumns: readonly ColumnOf<Person>[] = [
  ["id", ({ id }) => id],
  ["protected", ({ protectedIdentity }) => String(protectedIdentity), "::boolean"],
  ["sex", (person) => (person.protectedIdentity ? null : person.sex)],
  ["sex_basis", (person) => (person.protectedIdentity ? null : person.sexBasis)],
  ["birth_date", (person) => (person.protectedIdentity ? null : person.birthDate)],
  ["facts", (person) => (person.protectedIdentity ? null : JSON.stringify(person.facts)), "::jsonb"],
];
const ofFollowed =
  <A>(value: (followed: FollowedParticipation) => A) =>
  (participation: Extract<RegisterRecord, { kind: "participation" }>["participation"]): A | null =>
    participation.followUp === "followed" ? value(participation) : null;
const participationColumns: readonly ColumnOf<Extract<RegisterRecord, { kind: "participation" }>["participation"]>[] = [
  ["id", ({ id }) => id],
  ["follow_up", ({ followUp }) => followUp],
  ["sex", ({ sex }) => sex],
  ["start_year", () => null, "::integer"],
  ["sex_basis", ofFollowed(({ sexBasis }) => sexBasis)],
  ["intervention", ofFollowed(({ intervention }) => intervention)],
  ["start_date", ofFollowed(({ start }) => start)],
  ["end_date", ofFollowed(({ end }) => end)],
  ["person", ofFollowed(({ person }) => person)],
  ["referrer", ofFollowed(({ referrer }) => referrer)],
  ["referred", ofFollowed(({ referred }) => referred)],
  ["district", ofFollowed(({ district }) => district)],
  ["exit_reason", ofFollowed(({ exitReason }) => exitReason)],
  ["returned_before_start", ofFollowed(({ returnedBeforeStart }) => returnedBeforeStart)],
  ["education", ofFollowed(({ education }) => education)],
  ["support_at_start", ofFollowed(({ supportAtStart }) => list(supportAtStart)), "::text[]"],
  ["support_since", ofFollowed(({ supportSince }) => supportSince)],
  ["support_at_end", ofFollowed(({ supportAtEnd }) => list(supportAtEnd)), "::text[]"],
];

function insertOf<A>(
  table: string,
  columns: readonly ColumnOf<A>[],
  records: readonly A[],
): [sql: string, parameters: readonly unknown[]] {
  const names = columns.map(([name]) => name);
  const arrays = names.map((_, index) => `$${index + 1}::text[]`);
  const values = columns.map(([name, , cast = ""]) => `sent.${name}${cast}`);
  return [
    `INSERT INTO ${table} (tenant, ${names.join(", ")}) SELECT 't', ${values.join(", ")} FROM unnest(${arrays.join(", ")}) AS sent (${names.join(", ")})`,
    columns.map(([, value]) =>
      Result.getOrThrow(
        PgTypes.array(
          records.map((record) => value(record) ?? null),
          PgTypes.OID.text,
        ),
      ),
    ),
  ];
}

/** Made-up participations, each with its person. */
function makeRegister(rows: number): readonly RegisterRecord[] {
  const next = repeatableNumbers(13);
  const everybody = people(rows);
  const { interventions, referrers, education, support, exitReasons } = stockholm.codeLists;
  const oneOf = (codes: { readonly codes: readonly { readonly id: string }[] } | undefined) =>
    codes?.codes[next(codes.codes.length)]?.id ?? "other";
  const two = (value: number) => String(value).padStart(2, "0");
  return everybody.flatMap((asked, index): readonly RegisterRecord[] => {
    const { birthDate, ...facts } = asked;
    const sex = next(2) === 0 ? "woman" : "man";
    const hasEnded = next(3) === 0;
    const start = `${2019 + next(3)}-${two(1 + next(12))}-${two(1 + next(28))}`;
    return [
      {
        kind: "person",
        person: {
          protectedIdentity: false,
          id: `p${index}`,
          sex,
          sexBasis: "legal-sex",
          ...(birthDate && { birthDate }),
          facts,
        },
      },
      {
        kind: "participation",
        participation: {
          followUp: "followed",
          id: `d${index}`,
          person: `p${index}`,
          intervention: oneOf(interventions),
          sex,
          sexBasis: "legal-sex",
          start,
          ...(hasEnded && { end: `2022-${two(1 + next(12))}-15`, exitReason: oneOf(exitReasons) }),
          referrer: oneOf(referrers),
          education: oneOf(education),
          supportAtStart: [oneOf(support)],
          supportSince: `${2005 + next(13)}-${two(1 + next(12))}-${two(1 + next(28))}`,
        },
      },
    ];
  });
}
