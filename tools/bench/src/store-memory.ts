// A program that does one thing with a register in an SQLite file and prints the greatest resident memory it took, as JSON.
import { reportTables } from "@finsam/gender-reporting";
import { ruleAt } from "@finsam/policy";
import { stockholm } from "@finsam/stockholm";
import { openSqliteStore } from "@finsam/store-sqlite";
import { storeRecords } from "./store-records.ts";

const [what = "", file = "", participations = "0"] = process.argv.slice(2);

const start = performance.now();
{
  await using store = await openSqliteStore(file);
  if (what === "import") await store.save(storeRecords(Number(participations)));
  if (what === "tabulate") await store.tabulate(reportTables(stockholm, 2021));
  if (what === "screen") for await (const _ of store.screen(ruleAt(stockholm, "sig0", "2024-02-29")));
}
// maxRSS is in kibibytes.
const megabytes = process.resourceUsage().maxRSS / 1000 / (1000 / 1024);
process.stdout.write(JSON.stringify({ megabytes, milliseconds: performance.now() - start }));
