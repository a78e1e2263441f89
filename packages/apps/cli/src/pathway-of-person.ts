import { describedOn } from "@finsam/interventions";
import { type CalendarDate, CodeId, codeById, type FollowedParticipation, type Spell, Text } from "@finsam/model";
import { Pathway, PathwayIntervention } from "@finsam/pathway";
import type { Focus, Profile } from "@finsam/policy";
import * as z from "zod";
import { Failure } from "./failure.ts";
import { inputJson } from "./input-file.ts";
import type { Session } from "./session.ts";
import { openStoreOption } from "./store-option.ts";

/** An intervention of a person in a file: the profile knows its label and focus by its code, or the file states them. */
const InterventionOfFile = z.looseObject({ intervention: CodeId.optional(), label: Text.optional() });
const PathwayFile = z.looseObject({ interventions: z.array(InterventionOfFile) });

/** The pathway of the one pseudonymous person of a JSON file that somebody named. */
export async function pathwayInFile(session: Session, file: string, profile: Profile): Promise<Pathway> {
  const json = await inputJson(file);
  const rough = PathwayFile.safeParse(json);
  const whole = rough.success
    ? Pathway.safeParse({
        ...rough.data,
        interventions: rough.data.interventions.map((one) => described(one, profile)),
      })
    : rough;
  if (whole.success) return Pathway.parse(whole.data);
  const problems = problemsIn(whole.error, session);
  throw new Failure({
    sv: `Filen ${file} ska innehålla en persons insatser:\n${problems}`,
    en: `The file ${file} should hold the interventions of one person:\n${problems}`,
  });
}

/** The pathway of a person of a register: what participations and spells tell. It holds no changes and no absence. */
export async function pathwayInStore(option: string, person: string, profile: Profile): Promise<Pathway> {
  await using store = await openStoreOption(option, "read", profile.id);
  const participations: FollowedParticipation[] = [];
  for await (const one of store.participations())
    if (one.followUp === "followed" && one.person === person) participations.push(one);
  if (participations.length === 0)
    throw new Failure({
      sv: "Lagret har inget deltagande som följs upp för den personen.",
      en: "The store has no participation that is followed up for that person.",
    });
  const ids = new Set(participations.map(({ id }) => id));
  const spells: Spell[] = [];
  for await (const spell of store.spells()) if (ids.has(spell.participation)) spells.push(spell);
  return {
    person,
    interventions: participations.map(({ id, intervention, referred, start, end, returnedBeforeStart }) => {
      const own = spells.filter(({ participation }) => participation === id);
      return PathwayIntervention.parse(
        described(
          {
            id,
            intervention,
            ...(referred === undefined ? {} : { referred }),
            ...(start === undefined ? {} : { start }),
            ...(end === undefined ? {} : { end }),
            ...(returnedBeforeStart === undefined ? {} : { returned: {} }),
            ...(own.length === 0
              ? {}
              : { spells: own.map(({ start, end }) => (end === undefined ? { start } : { start, end })) }),
          },
          profile,
        ),
      );
    }),
  };
}

/** What is wrong in a document, a line each: where and what, without the values. */
export const problemsIn = ({ issues }: z.ZodError, { language }: Pick<Session, "language">): string =>
  issues
    .slice(0, 20)
    .map(({ path, message }) => `  ${path.join(".") || { sv: "dokumentet", en: "the document" }[language]}: ${message}`)
    .join("\n");

/** The intervention with the label of the profile's list and the focus of its catalogue, where it states none itself. */
function described(
  {
    intervention,
    ...stated
  }: z.infer<typeof InterventionOfFile> & { readonly start?: unknown; readonly referred?: unknown },
  profile: Profile,
) {
  if (intervention === undefined) return stated;
  const entry = profile.catalogue?.interventions.find(({ id }) => id === intervention);
  const label = codeById(profile.codeLists.interventions, intervention)?.label ?? entry?.name;
  const day = [stated.start, stated.referred].find((one): one is CalendarDate => typeof one === "string");
  const focus = day === undefined ? undefined : statedFocus(profile, intervention, day);
  return { ...(label === undefined ? {} : { label }), ...(focus === undefined ? {} : { focus }), ...stated };
}

/** What an intervention works on, as a source says it: what is a reading of the source is left open. */
function statedFocus({ catalogue }: Profile, intervention: string, on: CalendarDate): readonly Focus[] | undefined {
  const entry = catalogue?.interventions.find(({ id }) => id === intervention);
  if (entry === undefined) return undefined;
  const description = describedOn(entry, on);
  if (typeof description === "string") return undefined;
  const { focus, inferred = [] } = description.value;
  return inferred.includes("focus") ? undefined : focus;
}
