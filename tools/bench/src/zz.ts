import { reportTables } from "@finsam/gender-reporting";
import { stockholm } from "@finsam/stockholm";
import { openDuckdbStore } from "@finsam/store-duckdb";

const options = JSON.parse(process.argv[2] ?? "{}");
const only = process.argv[3];
const t = performance.now();
{
  await using store = await openDuckdbStore("/tmp/mem2/d", process.argv[4] ? { threads: Number(process.argv[4]) } : {});
  let specs = reportTables(stockholm, 2021, options);
  if (only === "persons") specs = specs.filter((s) => s.dimension.by === "persons");
  if (only === "whole") specs = specs.filter((s) => s.dimension.by === "persons" && s.where === undefined);
  await store.tabulate(specs);
}
console.log(
  JSON.stringify(options),
  only,
  process.argv[4],
  Math.round(performance.now() - t),
  Math.round(process.resourceUsage().maxRSS / 1000),
);
