import { join, resolve } from "node:path";
import { languages } from "@finsam/model";
import { ruleBookHtml } from "@finsam/rulebook-files";
import * as z from "zod";
import { documentText } from "../documents.ts";
import { type ExitCode, exitCodes } from "../exit-code.ts";
import { writeWhole } from "../output-file.ts";
import { profileOf } from "../profile-option.ts";
import type { Session } from "../session.ts";
import { makeFolder } from "../store-option.ts";

/** What `finsam rulebook` was asked to do. */
export interface RulebookOptions {
  readonly profile: string;
  readonly out: string;
  readonly json?: true;
}

/** What `finsam rulebook --json` prints: which files it wrote. */
export const RulebookDocument = z.strictObject({
  profile: z.string(),
  version: z.string(),
  files: z.array(z.string()),
});
export type RulebookDocument = z.infer<typeof RulebookDocument>;

/** Writes a profile as a rule book, a page a language, the profile's own language first. */
export async function rulebookCommand(session: Session, options: RulebookOptions): Promise<ExitCode> {
  const profile = await profileOf(options.profile);
  await makeFolder(options.out);
  const files = await Promise.all(
    languages
      .toSorted((one, other) => Number(other === profile.language) - Number(one === profile.language))
      .map((language) =>
        writeWhole(resolve(join(options.out, `rule-book.${language}.html`)), ruleBookHtml(profile, language)),
      ),
  );
  const { id, version } = profile;
  session.print(
    options.json === true
      ? documentText(RulebookDocument, { profile: id, version, files })
      : [
          { sv: "Regelboken ligger i", en: "The rule book lies in" }[session.language],
          ...files.map((file) => `  ${file}`),
        ].join("\n"),
  );
  return exitCodes.fine;
}
