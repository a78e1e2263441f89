import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { readFacts } from "@finsam/criteria";
import { compile } from "@finsam/criteria/compile";
import { reportTables } from "@finsam/gender-reporting";
import { ruleAt } from "@finsam/policy";
import { stockholm } from "@finsam/stockholm";
import type { RegisterRecord } from "@finsam/store";
import { openSqliteStore } from "@finsam/store-sqlite";
import type { Figure, Section } from "./figure.ts";
import { mediansInTurns } from "./medians.ts";
import { memoryOf, storeWorks } from "./memory-of.ts";
import { storeRecords } from "./store-records.ts";

/** The SQLite store beside SQLite alone: import, the counts of the yearly report, screening by SIG 0, and the memory they take. */
export async function benchStores(participations: number, runs = 3): Promise<readonly Section[]> {
  const folder = mkdtempSync(join(tmpdir(), "finsam-bench-"));
  try {
    const file = join(folder, "register.db");
    const importing = await benchImport(folder, participations, runs);
    {
      await using store = await openSqliteStore(file);
      await store.save(storeRecords(participations));
    }
    return [
      { title: "Stores: import into SQLite", figures: importing },
      {
        title: "Stores: all tables of the yearly report from SQLite",
        figures: await benchTables(file, participations, runs),
      },
      { title: "Stores: screening by SIG 0 in SQLite", figures: await benchScreening(file, participations / 2, runs) },
      { title: "Stores: memory of a process", figures: benchMemory(folder, participations) },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Both take the same records as they are made; what making them takes is taken off both. */
async function benchImport(folder: string, participations: number, runs: number): Promise<readonly Figure[]> {
  let run = 0;
  const fresh = () => join(folder, `import-${run++}.db`);
  const works = [
    {
      what: "prepared inserts of the same columns, one transaction",
      work: () => {
        const path = fresh();
        bareInserts(path, storeRecords(participations));
        rmSync(path, { force: true });
      },
    },
    {
      what: "save into the store: checked, merged, indexed, in the history",
      work: async () => {
        const path = fresh();
        {
          await using store = await openSqliteStore(path);
          await store.save(storeRecords(participations));
        }
        rmSync(path, { force: true });
      },
    },
    {
      what: "making the records",
      work: () => {
        for (const _ of storeRecords(participations));
      },
    },
  ];
  const timed = await mediansInTurns(runs, works);
  const making = timed[2]?.milliseconds ?? 0;
  return figures(
    timed.slice(0, 2).map(({ what, milliseconds }) => ({ what, milliseconds: milliseconds - making })),
    participations * 1.5,
  );
}

const personColumns = ["id", "protected", "sex", "sex_basis", "birth_date", "facts"];
const participationColumns = [
  "id",
  "follow_up",
  "sex",
  "start_year",
  "sex_basis",
  "intervention",
  "start_date",
  "end_date",
  "person",
  "referrer",
  "referred",
  "district",
  "exit_reason",
  "returned_before_start",
  "education",
  "support_at_start",
  "support_since",
  "support_at_end",
];

function bareInserts(path: string, records: Iterable<RegisterRecord>): void {
  const database = new DatabaseSync(path);
  database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -32000");
  const table = (name: string, columns: readonly string[]) => {
    database.exec(`CREATE TABLE ${name} (${columns.join(" TEXT, ")} TEXT, PRIMARY KEY (id))`);
    return database.prepare(`INSERT INTO ${name} VALUES (${columns.map(() => "?").join(", ")})`);
  };
  const persons = table("person", personColumns);
  const participations = table("participation", participationColumns);
  const codes = (list: readonly string[] | undefined) => (list === undefined ? null : JSON.stringify(list));
  database.exec("BEGIN");
  for (const record of records) {
    if (record.kind === "person" && !record.person.protectedIdentity) {
      const { id, sex, sexBasis, birthDate, facts } = record.person;
      persons.run(id, 0, sex, sexBasis, birthDate ?? null, JSON.stringify(facts));
    } else if (record.kind === "participation" && record.participation.followUp === "followed") {
      const one = record.participation;
      participations.run(
        one.id,
        one.followUp,
        one.sex,
        null,
        one.sexBasis,
        one.intervention,
        one.start ?? null,
        one.end ?? null,
        one.person,
        one.referrer ?? null,
        one.referred ?? null,
        one.district ?? null,
        one.exitReason ?? null,
        one.returnedBeforeStart ?? null,
        one.education ?? null,
        codes(one.supportAtStart),
        one.supportSince ?? null,
        codes(one.supportAtEnd),
      );
    } else if (record.kind === "participation" && record.participation.followUp === "not-followed") {
      const { id, followUp, sex, sexBasis, intervention, start, end } = record.participation;
      const nothing = Array.from({ length: 10 }, () => null);
      participations.run(id, followUp, sex, null, sexBasis, intervention, start ?? null, end ?? null, ...nothing);
    }
  }
  database.exec("COMMIT");
  database.close();
}

async function benchTables(file: string, participations: number, runs: number): Promise<readonly Figure[]> {
  await using store = await openSqliteStore(file);
  const database = new DatabaseSync(file, { readOnly: true });
  const columns =
    "follow_up, participation.sex, start_date, end_date, intervention, exit_reason, referrer, education, support_at_start, support_since, birth_date";
  const query = database.prepare(
    `SELECT ${columns}, count(*) AS rows FROM participation LEFT JOIN person ON person.id = person
     GROUP BY ${columns.split(", ").map((_, index) => index + 1)}`,
  );
  const tables = reportTables(stockholm, 2021);
  const timed = await mediansInTurns(runs, [
    {
      what: "one GROUP BY over the same columns, its rows taken",
      work: () => {
        let rows = 0;
        for (const group of query.iterate()) rows += Number(group.rows);
        if (rows !== participations) throw new Error(`${rows} participations were grouped`);
      },
    },
    { what: `${tables.length} tables in one pass`, work: async () => void (await store.tabulate(tables)) },
  ]);
  database.close();
  return figures(timed, participations);
}

async function benchScreening(file: string, persons: number, runs: number): Promise<readonly Figure[]> {
  await using store = await openSqliteStore(file);
  const rule = ruleAt(stockholm, "sig0", "2024-02-29");
  const compiled = compile(rule.criterion, rule.setting);
  const answers: number[] = [];
  const timed = await mediansInTurns(runs, [
    {
      what: "every person through the compiled evaluator",
      work: async () => {
        let met = 0;
        for await (const person of store.persons()) {
          if (person.protectedIdentity) continue;
          const stated = { ...person.facts, ...(person.birthDate && { birthDate: person.birthDate }) };
          if (compiled.outcome(readFacts(rule.setting.vocabulary, stated).facts) === "met") met += 1;
        }
        answers.push(met);
      },
    },
    {
      what: "screened by SQLite",
      work: async () => {
        let met = 0;
        for await (const { outcome } of store.screen(rule)) if (outcome === "met") met += 1;
        answers.push(met);
      },
    },
  ]);
  if (new Set(answers).size !== 1) throw new Error("the two do not agree");
  return figures(timed, persons);
}

/** The greatest resident memory of a process that does one thing; the ratio is to 300 MB. */
function benchMemory(folder: string, participations: number): readonly Figure[] {
  const stores = { SQLite: join(folder, "memory.db"), Parquet: `duckdb:${join(folder, "memory-parquet")}` };
  return Object.entries(stores).flatMap(([store, where]) =>
    storeWorks.map((what) => {
      const { megabytes, milliseconds } = memoryOf(what, where, participations);
      return {
        what: `${store}, ${what}: ${Math.round(megabytes)} MB at most`,
        count: participations,
        milliseconds,
        ratio: megabytes / 300,
      };
    }),
  );
}

const figures = (
  timed: readonly { readonly what: string; readonly milliseconds: number }[],
  count: number,
): readonly Figure[] =>
  timed.map(({ what, milliseconds }) => ({
    what,
    count,
    milliseconds,
    ratio: milliseconds / (timed[0]?.milliseconds ?? milliseconds),
  }));
