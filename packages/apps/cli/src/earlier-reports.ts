import { Report } from "@finsam/gender-reporting";
import { Failure } from "./failure.ts";
import { inputJson } from "./input-file.ts";

/**
 * The reports that `--earlier` names: what has been published of the year, and of the years before and after, and that readers may
 * compare with. `compare` is a year that is reported on as well.
 */
export async function earlierReports(
  paths: readonly string[],
  association: string,
  year: number,
  compare = year,
): Promise<readonly Report[]> {
  const reports = await Promise.all(paths.map((path) => earlierReport(path, association)));
  const years = new Set([year, compare, ...reports.map((report) => report.year)]);
  for (const [index, report] of reports.entries()) {
    // Figures go over from one year to the next: a report parted by a year that is not there has none in common.
    const missing = yearsBetween(report.year, year).find((between) => !years.has(between));
    if (missing !== undefined)
      throw new Failure({
        sv: `--earlier ${paths[index]} är en rapport för ${report.year}, och ingen för ${missing} är angiven. Ange den också, eller utelämna båda.`,
        en: `--earlier ${paths[index]} is a report of the year ${report.year}, and none of ${missing} is named. Name that one too, or neither.`,
      });
  }
  return reports;
}

/** The years between two, both left out. */
function yearsBetween(one: number, other: number): readonly number[] {
  const first = Math.min(one, other) + 1;
  return Array.from({ length: Math.max(0, Math.max(one, other) - first) }, (_, index) => first + index);
}

async function earlierReport(path: string, association: string): Promise<Report> {
  const read = Report.safeParse(await inputJson(path));
  if (!read.success)
    throw new Failure({
      sv: `--earlier ${path} är ingen rapport. Ange den report.json som publicerades.`,
      en: `--earlier ${path} is no report. Name the report.json that was published.`,
    });
  if (read.data.association.id !== association)
    throw new Failure({
      sv: `--earlier ${path} är en rapport från ${read.data.association.id}. Ange en från ${association}.`,
      en: `--earlier ${path} is a report of ${read.data.association.id}. Name one of ${association}.`,
    });
  return read.data;
}
