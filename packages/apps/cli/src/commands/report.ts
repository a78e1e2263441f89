import { reportTables } from "@finsam/gender-reporting";
import type { Language } from "@finsam/model";
import { type ReportFormat, reportJson } from "@finsam/report-files";
import { withRegister } from "../counted-register.ts";
import { earlierReports } from "../earlier-reports.ts";
import { type ExitCode, exitCodes } from "../exit-code.ts";
import { Failure } from "../failure.ts";
import { profileOf } from "../profile-option.ts";
import { publishedReport } from "../published-report.ts";
import { writeReport } from "../report-folder.ts";
import { reportInWords } from "../report-in-words.ts";
import type { Session } from "../session.ts";

/** What `finsam report` was asked to do. */
export interface ReportCommandOptions {
  readonly year: number;
  readonly out?: string;
  readonly store?: string;
  readonly profile: string;
  readonly threshold?: number;
  readonly lang?: Language;
  readonly key?: string;
  readonly json?: true;
  /** An earlier year to compare with. */
  readonly compare?: number;
  /** The report.json of reports that were published before and that readers may compare with. */
  readonly earlier?: readonly string[];
  /** All when left out. */
  readonly formats?: readonly ReportFormat[];
}

/** Makes the yearly report from register files, or from what the store holds. */
export async function reportCommand(
  session: Session,
  files: readonly string[],
  options: ReportCommandOptions,
): Promise<ExitCode> {
  const { year, out, json, threshold, compare, formats } = options;
  if (out === undefined && json !== true)
    throw new Failure({
      sv: "--out saknas: ange mappen som rapporten ska skrivas i.",
      en: "--out is missing: name the folder to write the report in.",
    });
  if (files.length === 0 && options.store === undefined)
    throw new Failure({
      sv: "Det finns inget att göra en rapport av: ange registerfiler, eller ett lager med --store sqlite:SÖKVÄG.",
      en: "There is nothing to report on: name register files, or a store with --store sqlite:PATH.",
    });
  if (compare !== undefined && compare >= year)
    throw new Failure({
      sv: `--compare ${compare}: ange ett år före ${year}.`,
      en: `--compare ${compare}: name a year before ${year}.`,
    });
  const profile = await profileOf(options.profile);
  const published = await earlierReports(options.earlier ?? [], profile.id, year, compare);
  const specsOf = (of: number) => reportTables(profile, of, { sections: true, persons: true });
  return withRegister(session, files, options, profile, async ({ store, refusedRows, incomplete }) => {
    const counted = await store.tabulate(specsOf(year));
    const isPartial = counted.some(({ missing }) => missing !== undefined);
    const { report, findings } = await publishedReport({
      profile,
      year,
      counted,
      ...(compare === undefined
        ? {}
        : { compared: { year: compare, counted: await store.tabulate(specsOf(compare)) } }),
      published,
      options: {
        persons: true,
        ...(threshold === undefined ? {} : { threshold }),
        ...(refusedRows === 0 ? {} : { register: { refusedRows } }),
      },
    });
    // Which parts are missing is the first note of the report.
    if (isPartial && report.notes[0] !== undefined) session.tell(report.notes[0]);
    if (report.tables[0]?.rows[0]?.counts.total === 0)
      session.tell({
        sv: `Inget deltagande pågick ${year}. Är året rätt?`,
        en: `No participation went on in ${year}. Is the year right?`,
      });
    const language = options.lang ?? profile.language;
    const files = { language, findings, ...(formats === undefined ? {} : { formats }) };
    const written = out === undefined ? [] : await writeReport(report, out, files);
    session.print(json === true ? reportJson(report) : reportInWords(report, written, session));
    return incomplete ? exitCodes.badInput : exitCodes.fine;
  });
}
