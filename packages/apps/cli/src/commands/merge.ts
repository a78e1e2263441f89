import {
  Cube,
  CubesDoNotMerge,
  emptyCube,
  mergeCubes,
  reportTables,
  type TableCounts,
  tablesOf,
} from "@finsam/gender-reporting";
import { calendarYear, type Language } from "@finsam/model";
import type { Profile } from "@finsam/policy";
import { type ReportFormat, reportJson } from "@finsam/report-files";
import { type ExitCode, exitCodes } from "../exit-code.ts";
import { Failure } from "../failure.ts";
import { inputJson } from "../input-file.ts";
import { profileOf } from "../profile-option.ts";
import { publishedReport } from "../published-report.ts";
import { writeReport } from "../report-folder.ts";
import { reportInWords } from "../report-in-words.ts";
import type { Session } from "../session.ts";

/** What `finsam merge` was asked to do. */
export interface MergeCommandOptions {
  readonly year: number;
  readonly out?: string;
  readonly profile: string;
  readonly threshold?: number;
  readonly formats?: readonly ReportFormat[];
  readonly lang?: Language;
  readonly json?: true;
}

/** One report of several associations, districts or interventions, from the counts that each of them made. */
export async function mergeCommand(
  session: Session,
  files: readonly string[],
  options: MergeCommandOptions,
): Promise<ExitCode> {
  const { year, out, json, threshold, formats } = options;
  if (out === undefined && json !== true)
    throw new Failure({
      sv: "--out saknas: ange mappen som rapporten ska skrivas i.",
      en: "--out is missing: name the folder to write the report in.",
    });
  const profile = await profileOf(options.profile);
  const cube = await mergedCubes(files);
  const { from, to } = calendarYear(year);
  if (!cube.parts.some(({ period }) => period.from === from && period.to === to))
    throw new Failure({
      sv: `Ingen av filerna är en räkning av ${year}.`,
      en: `None of the files is a count of ${year}.`,
    });
  const { report, findings } = await publishedReport({
    profile,
    year,
    counted: countedIn(cube, profile, year),
    options: threshold === undefined ? {} : { threshold },
  });
  const language = options.lang ?? profile.language;
  const choices = { language, findings, ...(formats === undefined ? {} : { formats }) };
  const written = out === undefined ? [] : await writeReport(report, out, choices);
  session.print(json === true ? reportJson(report) : reportInWords(report, written, session));
  return exitCodes.fine;
}

function countedIn(cube: Cube, profile: Profile, year: number): readonly TableCounts[] {
  try {
    return tablesOf(cube, reportTables(profile, year, { sections: true }));
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw new Failure({
      sv: `Räkningarna är inte gjorda med samma kodlistor och indelningar som profilen ${profile.id}. Ange den profil de gjordes med.`,
      en: `The counts were not made by the lists and bands of the profile ${profile.id}. Name the profile that they were made with.`,
    });
  }
}

async function mergedCubes(files: readonly string[]): Promise<Cube> {
  const seen = new Map<string, string>();
  let merged = emptyCube;
  for (const file of files) {
    const cube = cubeIn(file, await inputJson(file));
    const content = JSON.stringify(cube);
    const same = seen.get(content);
    // The same people twice would double every count.
    if (same !== undefined)
      throw new Failure({
        sv: `${file} är samma räkning som ${same}. Ange varje räkning en gång.`,
        en: `${file} is the same count as ${same}. Name each count once.`,
      });
    seen.set(content, file);
    try {
      merged = mergeCubes(merged, cube);
    } catch (cause) {
      if (!(cause instanceof CubesDoNotMerge)) throw cause;
      throw new Failure({ sv: `${file}: ${cause.text.sv}`, en: `${file}: ${cause.text.en}` });
    }
  }
  return merged;
}

function cubeIn(file: string, document: unknown): Cube {
  const cube = Cube.safeParse(document);
  if (cube.success) return cube.data;
  const format =
    typeof document === "object" && document !== null && "format" in document ? document.format : undefined;
  if (typeof format === "string" && format.startsWith("finsam-report/"))
    throw new Failure({
      sv: `${file} är en publicerad rapport. Det som inte visas i den går inte att lägga ihop; gör en räkning av registret med finsam count i stället.`,
      en: `${file} is a published report. What it withholds cannot be added up; count the register with finsam count instead.`,
    });
  throw new Failure({
    sv: `${file} är ingen räkning från finsam count.`,
    en: `${file} is no count made by finsam count.`,
  });
}
