import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { readFacts } from "@finsam/criteria";
import { compile } from "@finsam/criteria/compile";
import { reportTables } from "@finsam/gender-reporting";
import { ruleAt } from "@finsam/policy";
import { stockholm } from "@finsam/stockholm";
import type { OpenStore } from "@finsam/store";
import { openDuckdbStore } from "@finsam/store-duckdb";
import type { Figure, Section } from "./figure.ts";
import { mediansInTurns } from "./medians.ts";
import { storeRecords } from "./store-records.ts";

/** The store of Parquet files beside DuckDB alone: the counts of the yearly report, and screening by SIG 0. */
export async function benchDuckdb(participations: number, runs = 3): Promise<readonly Section[]> {
  const parent = mkdtempSync(join(tmpdir(), "finsam-bench-"));
  try {
    const folder = join(parent, "register");
    await using store = await openDuckdbStore(folder);
    await store.save(storeRecords(participations));
    return [
      {
        title: "Stores: all tables of the yearly report from Parquet",
        figures: await benchTables(store, folder, participations, runs),
      },
      {
        title: "Stores: screening by SIG 0 in Parquet",
        figures: await benchScreening(store, participations / 2, runs),
      },
    ];
  } finally {
    rmSync(parent, { recursive: true, force: true });
  }
}

async function benchTables(
  store: OpenStore,
  folder: string,
  participations: number,
  runs: number,
): Promise<readonly Figure[]> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const columns =
    "follow_up, p.sex, start_date, end_date, intervention, exit_reason, referrer, education, support_at_start, support_since, birth_date";
  const query = `SELECT ${columns}, count(*) AS rows FROM '${folder}/batch-*/participation.parquet' p
    LEFT JOIN '${folder}/batch-*/person.parquet' person ON person.id = person GROUP BY ALL`;
  const tables = reportTables(stockholm, 2021);
  const timed = await mediansInTurns(runs, [
    {
      what: "one GROUP BY over the same columns, its groups counted",
      work: async () => {
        const result = await connection.runAndReadAll(`SELECT sum(rows)::INTEGER FROM (${query})`);
        if (result.getRows()[0]?.[0] !== participations) throw new Error("not all participations were grouped");
      },
    },
    { what: `${tables.length} tables`, work: async () => void (await store.tabulate(tables)) },
  ]);
  instance.closeSync();
  return figures(timed, participations);
}

async function benchScreening(store: OpenStore, persons: number, runs: number): Promise<readonly Figure[]> {
  const rule = ruleAt(stockholm, "sig0", "2024-02-29");
  const compiled = compile(rule.criterion, rule.setting);
  const answers = new Set<number>();
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
        answers.add(met);
      },
    },
    {
      what: "screened by DuckDB",
      work: async () => {
        let met = 0;
        for await (const { outcome } of store.screen(rule)) if (outcome === "met") met += 1;
        answers.add(met);
      },
    },
  ]);
  if (answers.size !== 1) throw new Error("the two say different things of SIG 0");
  return figures(timed, persons);
}

const figures = (
  timed: readonly { readonly what: string; readonly milliseconds: number }[],
  count: number,
): readonly Figure[] =>
  timed.map(({ what, milliseconds }) => ({
    what,
    count,
    milliseconds,
    ratio: milliseconds / (timed[0]?.milliseconds ?? Number.NaN),
  }));
