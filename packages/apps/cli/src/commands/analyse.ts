import { analyseProfile, ProfileAnalysis } from "@finsam/policy";
import { documentText } from "../documents.ts";
import { type ExitCode, exitCodes } from "../exit-code.ts";
import { profileOf } from "../profile-option.ts";
import type { Session } from "../session.ts";

/** Finds what cannot be meant in the rules of a profile, with a person who shows it. */
export async function analyseCommand(
  session: Session,
  options: { readonly profile: string; readonly json?: true },
): Promise<ExitCode> {
  const analysis = analyseProfile(await profileOf(options.profile));
  session.print(options.json === true ? documentText(ProfileAnalysis, analysis) : inWords(analysis, session));
  return analysis.findings.length > 0 ? exitCodes.findings : exitCodes.fine;
}

function inWords({ profile, version, findings }: ProfileAnalysis, { language }: Session): string {
  const count = findings.length;
  const head = {
    sv: `${profile}, version ${version}: ${count === 0 ? "inget att anmärka på" : `${count} anmärkningar`}`,
    en: `${profile}, version ${version}: ${count === 0 ? "nothing to remark on" : `${count} findings`}`,
  }[language];
  return [
    head,
    ...findings.map(({ place, on, message, people }) =>
      [
        `${place}${on === undefined ? "" : `, ${on}`}`,
        `  ${message[language]}`,
        ...people.map((person) => `  ${JSON.stringify(person)}`),
      ].join("\n"),
    ),
  ].join("\n\n");
}
