import { FundingRecord, FundingReport, fundingReport } from "@finsam/funding";
import { documentText } from "../documents.ts";
import { type ExitCode, exitCodes } from "../exit-code.ts";
import { Failure } from "../failure.ts";
import { fundingInWords } from "../funding-in-words.ts";
import { inputJson } from "../input-file.ts";
import { profileOf } from "../profile-option.ts";
import type { Session } from "../session.ts";

/** What `finsam funding` was asked to do. */
export interface FundingOptions {
  readonly on: string;
  readonly profile: string;
  readonly json?: true;
}

/** Follows up the money of a year on a day: shares, what was paid, budgets, accounts due. */
export async function fundingCommand(session: Session, file: string, options: FundingOptions): Promise<ExitCode> {
  const profile = await profileOf(options.profile);
  if (profile.funding === undefined)
    throw new Failure({
      sv: `Profilen ${options.profile} säger inget om pengar. Lägg till "funding" i den.`,
      en: `The profile ${options.profile} states nothing about money. Add "funding" to it.`,
    });
  const record = FundingRecord.safeParse(await inputJson(file));
  if (!record.success) {
    const problems = record.error.issues.map(({ path, message }) => `  ${path.join(".")}: ${message}`).join("\n");
    throw new Failure({
      sv: `Filen ${file} går inte att läsa:\n${problems}`,
      en: `The file ${file} cannot be read:\n${problems}`,
    });
  }
  const report = fundingReport(record.data, profile.funding, options.on);
  session.print(
    options.json === true
      ? documentText(FundingReport, report)
      : fundingInWords(report, record.data, profile, session.language),
  );
  for (const { message } of report.problems) session.tell(message);
  return report.shares.state === "shared" && report.problems.length === 0 ? exitCodes.fine : exitCodes.badInput;
}
