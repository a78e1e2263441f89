import { writeFileSync } from "node:fs";
import { cpus, totalmem, type } from "node:os";
import { benchCounting } from "./counting.ts";
import { benchCriteria } from "./criteria.ts";
import { benchDuckdb } from "./duckdb.ts";
import { type Section, sectionText } from "./figure.ts";
import { benchOutcomes } from "./outcomes.ts";
import { benchExplained, benchPlain } from "./peers/bench-peers.ts";
import { benchPostgres } from "./postgres.ts";
import { benchRegister } from "./register-work.ts";
import { benchReportFiles } from "./report-files.ts";
import { benchStores } from "./stores.ts";

const sections: readonly Section[] = [
  { title: "Outcomes of the target group", figures: await benchOutcomes(50_000) },
  ...(await benchCriteria()),
  { title: "Beside other engines: target group and SIG 0, explained", figures: await benchExplained() },
  { title: "Beside other engines: target group and SIG 0, without reasons", figures: await benchPlain() },
  ...(await benchCounting(1_000_000)),
  ...(await benchDuckdb(1_000_000)),
  { title: "From a register to the report", figures: await benchRegister(100_000) },
  { title: "Protection and every file of a report", figures: await benchReportFiles(3) },
  ...(await benchStores(1_000_000)),
  ...(await benchPostgres(1_000_000)),
];

const machine = `${type()}, ${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`;
const page = [
  "# Benchmarks",
  "",
  `Made by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}: ${machine}. Medians of several runs in one process;`,
  "a ratio is the time for one person or row divided by that of the first line of its table. Timings are noisy: compare ratios,",
  "not milliseconds. Wrong is who is judged otherwise than by the plain evaluator: most engines take a missing fact for a no.",
  "",
  ...sections.flatMap((section) => [sectionText(section), ""]),
].join("\n");
writeFileSync(new URL("../../../BENCHMARKS.md", import.meta.url), page);
process.stdout.write(page);
