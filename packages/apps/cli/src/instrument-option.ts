import { bip } from "@finsam/bip";
import { Instrument, type Profile } from "@finsam/policy";
import { Failure } from "./failure.ts";
import { inputJson } from "./input-file.ts";

/** The instrument that `--instrument` names: one of the profile, BIP, or a JSON file. */
export async function instrumentOf(option: string, { measuring }: Profile): Promise<Instrument> {
  const known = [...(measuring?.instruments ?? []), bip];
  const instrument = known.find(({ id }) => id === option);
  if (instrument !== undefined) return instrument;
  if (!option.endsWith(".json")) {
    const ids = [...new Set(known.map(({ id }) => id))].join(", ");
    throw new Failure({
      sv: `--instrument ${option}: det finns inget sådant instrument. Ange ${ids} eller en JSON-fil.`,
      en: `--instrument ${option}: there is no such instrument. Name ${ids} or a JSON file.`,
    });
  }
  const read = Instrument.safeParse(await inputJson(option));
  if (read.success) return read.data;
  const problems = read.error.issues.map(({ path, message }) => `  ${path.join(".")}: ${message}`).join("\n");
  throw new Failure({
    sv: `Instrumentet ${option} kan inte användas:\n${problems}`,
    en: `The instrument ${option} cannot be used:\n${problems}`,
  });
}
