import { formatVectors, ruleVectors } from "@finsam/policy";
import { type ExitCode, exitCodes } from "../exit-code.ts";
import { profileOf } from "../profile-option.ts";
import type { Session } from "../session.ts";

/** Prints the boundary vectors of a rule: people on both sides of every limit, with what the rule says of each. */
export async function vectorsCommand(
  session: Session,
  options: { readonly rule: string; readonly profile: string },
): Promise<ExitCode> {
  session.print(formatVectors(ruleVectors(await profileOf(options.profile), options.rule)));
  return exitCodes.fine;
}
