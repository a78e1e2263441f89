import { type ExitCode, exitCodes } from "../exit-code.ts";
import { profileOf } from "../profile-option.ts";
import type { Session } from "../session.ts";

/** Prints a profile as JSON, to read it or to start another from. */
export async function profileCommand(session: Session, name: string): Promise<ExitCode> {
  session.print(JSON.stringify(await profileOf(name), null, 2));
  return exitCodes.fine;
}
