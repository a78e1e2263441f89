import { rename, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { buildReport, type PublishedCounts, type Report, reportTables } from "@finsam/gender-reporting";
import { type Language, sexes, sexLabels } from "@finsam/model";
import { reportHtml, reportJson } from "@finsam/report-files";
import { inColumns } from "../columns.ts";
import { type ExitCode, exitCodes } from "../exit-code.ts";
import { Failure } from "../failure.ts";
import { anyRefused, importFiles, tellAccount } from "../import-files.ts";
import { profileOf } from "../profile-option.ts";
import type { Session } from "../session.ts";
import { makeFolder, openStoreOption } from "../store-option.ts";

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
}

/** Makes the yearly report from register files, or from what the store holds. */
export async function reportCommand(
  session: Session,
  files: readonly string[],
  options: ReportCommandOptions,
): Promise<ExitCode> {
  const { year, out, json, threshold } = options;
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
  const profile = await profileOf(options.profile);
  const specs = reportTables(profile, year);
  await using store = await openStoreOption(options.store, files.length === 0 ? "read" : "write");
  const account = files.length === 0 ? undefined : await importFiles(session, store, files, profile, options.key);
  if (account !== undefined) tellAccount(session, account);

  const report = buildReport(profile, year, await store.tabulate(specs), threshold === undefined ? {} : { threshold });
  if (report.tables[0]?.rows[0]?.counts.total === 0)
    session.tell({
      sv: `Inget deltagande pågick ${year}. Är året rätt?`,
      en: `No participation went on in ${year}. Is the year right?`,
    });
  const written = out === undefined ? undefined : await writeReport(report, out, options.lang ?? profile.language);
  session.print(json === true ? reportJson(report) : inWords(report, written ?? [], session));
  return account !== undefined && anyRefused(account) ? exitCodes.badInput : exitCodes.fine;
}

async function writeReport(report: Report, folder: string, language: Language): Promise<readonly string[]> {
  await makeFolder(folder);
  const contents = { "report.json": reportJson(report), "report.html": await reportHtml(report, language) };
  return Promise.all(
    Object.entries(contents).map(([name, content]) => writeWhole(resolve(join(folder, name)), content)),
  );
}

/** Writes a file whole or not at all: a reader never sees half of it. */
async function writeWhole(path: string, content: string): Promise<string> {
  const unfinished = `${path}.unfinished`;
  try {
    await writeFile(unfinished, content);
    await rename(unfinished, path);
    return path;
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
    throw new Failure(
      { sv: `${path} kan inte skrivas (${code}).`, en: `${path} cannot be written (${code}).` },
      exitCodes.failed,
    );
  }
}

function inWords(report: Report, written: readonly string[], { language }: Session): string {
  const words = {
    sv: { total: "Totalt", notFollowed: "varav inte uppföljda", written: "Rapporten ligger i" },
    en: { total: "Total", notFollowed: "of them not followed up", written: "The report lies in" },
  }[language];
  const table = (id: string) => report.tables.find((candidate) => candidate.id === id);
  const line = (label: string, counts: PublishedCounts | undefined): readonly string[] => [
    label,
    ...[...sexes, "total" as const].map((column) => String(counts?.[column] ?? "..")),
  ];
  const whole = (id: string) => line(table(id)?.title[language] ?? id, table(id)?.rows[0]?.counts);
  const notFollowed = table("participants-by-follow-up")?.rows.find(({ category }) => category === "not-followed");
  const reasons = table("ended-by-exit-reason")?.rows.filter(({ counts }) => counts.total !== 0) ?? [];
  const rows = [
    [
      `${report.association.name[language]}, ${report.year}`,
      ...sexes.map((sex) => sexLabels[sex][language]),
      words.total,
    ],
    whole("participants"),
    line(`  ${words.notFollowed}`, notFollowed?.counts),
    whole("started"),
    whole("ended"),
    ...reasons.map(({ label, counts }) => line(`  ${label[language]}`, counts)),
  ];
  return [
    inColumns(rows),
    ...(written.length === 0 ? [] : ["", `${words.written}`, ...written.map((path) => `  ${path}`)]),
  ].join("\n");
}
