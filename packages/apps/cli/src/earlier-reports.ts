import { Report } from "@finsam/gender-reporting";
import { Failure } from "./failure.ts";
import { inputJson } from "./input-file.ts";

/** The reports that `--earlier` names: what has been published of the year, and of the year before, and that readers may compare with. */
export async function earlierReports(
  paths: readonly string[],
  association: string,
  year: number,
): Promise<readonly Report[]> {
  return Promise.all(paths.map((path) => earlierReport(path, association, year)));
}

async function earlierReport(path: string, association: string, year: number): Promise<Report> {
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
  // A report of another year has no figures in common with this one.
  if (read.data.year !== year && read.data.year !== year - 1)
    throw new Failure({
      sv: `--earlier ${path} är en rapport för ${read.data.year}. Ange en för ${year} eller ${year - 1}.`,
      en: `--earlier ${path} is a report of the year ${read.data.year}. Name one of ${year} or ${year - 1}.`,
    });
  return read.data;
}
