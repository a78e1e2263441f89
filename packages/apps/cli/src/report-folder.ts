import { dirname, join, resolve } from "node:path";
import type { Report } from "@finsam/gender-reporting";
import { type ReportFilesOptions, reportFiles } from "@finsam/report-files";
import { writeWhole } from "./output-file.ts";
import { makeFolder } from "./store-option.ts";

/** Writes the files of a report into a folder, each whole or not at all, and gives the paths of those in the folder itself and of its folders. */
export async function writeReport(
  report: Report,
  folder: string,
  options: ReportFilesOptions,
): Promise<readonly string[]> {
  const written = new Set<string>();
  for (const { path, content } of await reportFiles(report, options)) {
    const whole = resolve(join(folder, path));
    await makeFolder(dirname(whole));
    await writeWhole(whole, content);
    written.add(path.includes("/") ? dirname(whole) : whole);
  }
  return [...written];
}
