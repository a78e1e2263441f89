import { extendPolicy, PolicyOverlay, type Profile, type ProfileProblem, readProfile } from "@finsam/policy";
import { stockholm } from "@finsam/stockholm";
import * as z from "zod";
import { Failure } from "./failure.ts";
import { inputJson } from "./input-file.ts";

/** The profile that `--profile` names: one that comes with finsam, or a JSON file, which may extend one that does. */
export async function profileOf(option: string): Promise<Profile> {
  if (option === stockholm.id) return stockholm;
  if (!option.endsWith(".json"))
    throw new Failure({
      sv: `--profile ${option}: det finns ingen sådan profil. Ange ${stockholm.id} eller en JSON-fil.`,
      en: `--profile ${option}: there is no such profile. Name ${stockholm.id} or a JSON file.`,
    });
  const json = await inputJson(option);
  const read = z.looseObject({ extends: z.string() }).safeParse(json).success ? extending(json) : readProfile(json);
  if (read.ok) return read.profile;
  const problems = read.problems.map(({ path, message }) => `  ${path}: ${message}`).join("\n");
  throw new Failure({
    sv: `Profilen ${option} kan inte användas:\n${problems}`,
    en: `The profile ${option} cannot be used:\n${problems}`,
  });
}

function extending(json: unknown): ReturnType<typeof readProfile> {
  const overlay = PolicyOverlay.safeParse(json);
  if (overlay.success) return extendPolicy(stockholm, overlay.data);
  const problems = overlay.error.issues.map(
    ({ path, message }): ProfileProblem => ({ code: "invalid", path: path.join("."), message }),
  );
  return { ok: false, problems };
}
