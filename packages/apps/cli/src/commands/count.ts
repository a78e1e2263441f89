import { resolve } from "node:path";
import type { Language } from "@finsam/model";
import { cubeOf, type RegisterOptions, withRegister } from "../counted-register.ts";
import { type ExitCode, exitCodes } from "../exit-code.ts";
import { Failure } from "../failure.ts";
import { writeWhole } from "../output-file.ts";
import { profileOf } from "../profile-option.ts";
import type { Session } from "../session.ts";

/** What `finsam count` was asked to do. */
export interface CountCommandOptions extends RegisterOptions {
  readonly year: number;
  readonly out?: string;
  readonly profile: string;
  readonly lang?: Language;
  readonly json?: true;
}

/** Counts a register for others to merge: no person in it, and no count protected. */
export async function countCommand(
  session: Session,
  files: readonly string[],
  options: CountCommandOptions,
): Promise<ExitCode> {
  const { year, out, json } = options;
  if (out === undefined && json !== true)
    throw new Failure({
      sv: "--out saknas: ange filen som räkningen ska skrivas i.",
      en: "--out is missing: name the file to write the counts in.",
    });
  const profile = await profileOf(options.profile);
  return withRegister(session, files, options, profile, async ({ store, incomplete }) => {
    const document = `${JSON.stringify(await cubeOf(profile, [year], store))}\n`;
    session.tell({
      sv: "Antalen är inte skyddade och inte för publicering. Lämna filen bara till den som får se registret; finsam merge gör en rapport av flera.",
      en: "The counts are not protected and not for publication. Give the file only to who may see the register; finsam merge makes a report of several.",
    });
    // Only the owner may read it: its counts are small.
    const written = out === undefined ? undefined : await writeWhole(resolve(out), document, 0o600);
    session.print(json === true ? document : (written ?? ""));
    return incomplete ? exitCodes.badInput : exitCodes.fine;
  });
}
