import { fileURLToPath } from "node:url";
import type { Report, TableCounts } from "@finsam/gender-reporting";
import { differencesOf, goalsOf, reportTables, resultsWithinInterventions } from "@finsam/gender-reporting";
import { importRegisterInto } from "@finsam/register-files";
import { ReportFormat, reportFiles } from "@finsam/report-files";
import { stockholm } from "@finsam/stockholm";
import { memoryStore, openStore } from "@finsam/store";
import type { Figure } from "./figure.ts";
import { timeInWebAssembly } from "./web-assembly-time.ts";

const register = fileURLToPath(new URL("../../../examples/annual-report/data/register-2021.csv", import.meta.url));

/**
 * From counts to every file of a report, for the register of 2021 (973 participations): disclosure control, findings, page and all
 * formats. The first figure is the time inside the solver alone, the slowest library of the whole; the others are ratios to it.
 */
export async function benchReportFiles(runs: number): Promise<readonly Figure[]> {
  // The solver is WebAssembly: its time is measured where it is entered, so this comes before it is loaded.
  const solver = timeInWebAssembly();
  const { protectedReport } = await import("@finsam/disclosure-control");
  const specs = reportTables(stockholm, 2021, { sections: true });
  const { counted, count } = await countedRegister(specs);
  const times = new Map<string, number[]>();
  const record = (what: string, milliseconds: number) => times.set(what, [...(times.get(what) ?? []), milliseconds]);
  const timed = async <Value>(what: string, work: () => Value | Promise<Value>): Promise<Value> => {
    const start = performance.now();
    const made = await work();
    record(what, performance.now() - start);
    return made;
  };

  for (let run = 0; run <= runs; run += 1) {
    if (run === 1) times.clear();
    solver.reset();
    const start = performance.now();
    const report = await timed("disclosure control", () =>
      protectedReport(stockholm, 2021, counted, { sections: true }),
    );
    record("the solver alone", solver.milliseconds());
    const findings = await timed("differences, goals and mix", () => findingsOf(report));
    for (const format of ReportFormat.options)
      await timed(format, () => reportFiles(report, { language: "sv", formats: [format], findings }));
    record("all of it", performance.now() - start);
  }

  const medianOf = (what: string): number =>
    (times.get(what) ?? []).toSorted((a, b) => a - b)[Math.floor(runs / 2)] ?? Number.NaN;
  const first = medianOf("the solver alone");
  return [
    "the solver alone",
    "disclosure control",
    "differences, goals and mix",
    ...ReportFormat.options,
    "all of it",
  ].map((what) => ({ what, count, milliseconds: medianOf(what), ratio: medianOf(what) / first }));
}

async function countedRegister(
  specs: ReturnType<typeof reportTables>,
): Promise<{ readonly counted: readonly TableCounts[]; readonly count: number }> {
  await using store = await openStore(memoryStore);
  await importRegisterInto(store, [register], stockholm);
  let count = 0;
  for await (const _ of store.participations()) count += 1;
  return { counted: await store.tabulate(specs), count };
}

const findingsOf = (report: Report) => {
  const within = resultsWithinInterventions(report, stockholm);
  return {
    differences: differencesOf(report, stockholm),
    goals: goalsOf(report, stockholm),
    ...(within === null ? {} : { within: { intervention: within } }),
  };
};
