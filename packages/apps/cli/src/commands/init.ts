import { createRequire } from "node:module";
import { dirname, relative, resolve, sep } from "node:path";
import { readProfile } from "@finsam/policy";
import { compactJson } from "../compact-json.ts";
import { type ExitCode, exitCodes } from "../exit-code.ts";
import { Failure } from "../failure.ts";
import { firstProfile } from "../first-profile.ts";
import { writeNew } from "../output-file.ts";
import type { Session } from "../session.ts";

/** What `finsam init` was asked to do. */
export interface InitOptions {
  readonly id: string;
  readonly name: string;
  readonly out?: string;
}

/** Writes a small profile to edit, in the language of the session first. What is there already stays. */
export async function initCommand(session: Session, { id, name, out = `${id}.json` }: InitOptions): Promise<ExitCode> {
  const path = resolve(out);
  if (!path.endsWith(".json"))
    throw new Failure({
      sv: `--out ${out}: en profil är en JSON-fil. Ange ett namn som slutar på .json.`,
      en: `--out ${out}: a profile is a JSON file. Give a name that ends in .json.`,
    });
  const profile = firstProfile({ id, name, language: session.language, schema: schemaSeenFrom(path) });
  const read = readProfile(profile);
  if (!read.ok) {
    const problems = read.problems.map(({ path, message }) => `--${path.split(".")[0]}: ${message}`);
    const listed = [...new Set(problems)].join("\n");
    throw new Failure({ sv: listed, en: listed });
  }
  await writeNew(path, compactJson(profile));
  session.print(
    {
      sv: `${path}\nÄndra värdena, och det som är märkt unverified när ni har bestämt det. Sedan:\n  finsam analyse --profile ${out}\n  finsam rulebook --profile ${out} --out rulebook`,
      en: `${path}\nEdit the values, and what is marked unverified once you have decided it. Then:\n  finsam analyse --profile ${out}\n  finsam rulebook --profile ${out} --out rulebook`,
    }[session.language],
  );
  return exitCodes.fine;
}

/** The schema of profiles that this command came with, as the file names it: editors complete and check by it. */
function schemaSeenFrom(path: string): string {
  const schema = createRequire(import.meta.url).resolve("@finsam/policy/profile.schema.json");
  return relative(dirname(path), schema).replaceAll(sep, "/");
}
