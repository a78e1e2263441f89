import { type Profile, readProfile } from "@finsam/policy";
import { stockholm } from "@finsam/stockholm";
import { Failure } from "./failure.ts";
import { inputJson } from "./input-file.ts";

/** The profile that `--profile` names: one that comes with finsam, or a JSON file. */
export async function profileOf(option: string): Promise<Profile> {
  if (option === stockholm.id) return stockholm;
  if (!option.endsWith(".json"))
    throw new Failure({
      sv: `--profile ${option}: det finns ingen sådan profil. Ange ${stockholm.id} eller en JSON-fil.`,
      en: `--profile ${option}: there is no such profile. Name ${stockholm.id} or a JSON file.`,
    });
  const read = readProfile(await inputJson(option));
  if (read.ok) return read.profile;
  const problems = read.problems.map(({ path, message }) => `  ${path}: ${message}`).join("\n");
  throw new Failure({
    sv: `Profilen ${option} kan inte användas:\n${problems}`,
    en: `The profile ${option} cannot be used:\n${problems}`,
  });
}
