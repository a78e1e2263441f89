// A program that does one thing with a register, in an SQLite file, a folder of Parquet (`duckdb:FOLDER`) or on a PostgreSQL server
// (`postgres://…`, as the tenant `bench`), and prints the greatest resident memory it took, as JSON.
import { existsSync, readFileSync } from "node:fs";
import { setFlagsFromString } from "node:v8";
import type { OpenStore } from "@finsam/store";

// As the `finsam` command does, before anything else is loaded.
setFlagsFromString("--semi-space-growth-factor=1");
const { reportTables } = await import("@finsam/gender-reporting");
const { ruleAt } = await import("@finsam/policy");
const { stockholm } = await import("@finsam/stockholm");
const { storeRecords } = await import("./store-records.ts");

const [what = "", where = "", participations = "0"] = process.argv.slice(2);
/** Only the store that is asked for is loaded: an engine in the process takes memory, too. */
async function open(): Promise<OpenStore> {
  if (where.startsWith("duckdb:")) {
    const { openDuckdbStore } = await import("@finsam/store-duckdb");
    return openDuckdbStore(where.slice("duckdb:".length));
  }
  if (where.startsWith("postgres")) {
    const { openPostgresStore } = await import("@finsam/store-postgres");
    return openPostgresStore({ url: where, tenant: "bench" });
  }
  const { openSqliteStore } = await import("@finsam/store-sqlite");
  return openSqliteStore(where);
}

const start = performance.now();
{
  await using store = await open();
  if (what === "import") await store.save(storeRecords(Number(participations)));
  if (what === "tabulate") await store.tabulate(reportTables(stockholm, 2021, { sections: true, persons: true }));
  if (what === "screen") for await (const _ of store.screen(ruleAt(stockholm, "sig0", "2024-02-29")));
}
// Both are in kibibytes. Linux begins the second with what the process that started this one had.
const ofThisProcess = existsSync("/proc/self/status")
  ? /VmHWM:\s+(\d+)/.exec(readFileSync("/proc/self/status", "utf8"))?.[1]
  : undefined;
const megabytes = (Number(ofThisProcess ?? process.resourceUsage().maxRSS) * 1024) / 1e6;
process.stdout.write(JSON.stringify({ megabytes, milliseconds: performance.now() - start }));
