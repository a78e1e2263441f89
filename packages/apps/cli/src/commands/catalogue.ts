import { catalogueIndex } from "@finsam/catalogue-search";
import { type FoundIntervention, findInterventions, notStated } from "@finsam/interventions";
import { CalendarDate, Citation, CodeId, type Language, SourceStatus, Text } from "@finsam/model";
import { Focus, InterventionDescription, type Profile } from "@finsam/policy";
import * as z from "zod";
import { documentText } from "../documents.ts";
import { type ExitCode, exitCodes } from "../exit-code.ts";
import { Failure } from "../failure.ts";
import { focusLabels, sourceInWords } from "../intervention-in-words.ts";
import { profileOf } from "../profile-option.ts";
import type { Session } from "../session.ts";

/** What `finsam catalogue` was asked to do. */
export interface CatalogueOptions {
  readonly profile: string;
  readonly on?: string;
  readonly age?: number;
  readonly focus?: string;
  readonly place?: string;
  readonly json?: true;
}

/** What `finsam catalogue --json` prints: the entries found, the best first. */
export const CatalogueDocument = z.strictObject({
  profile: z.string(),
  version: z.string(),
  on: CalendarDate.nullable(),
  entries: z.array(
    z.strictObject({
      id: CodeId,
      name: Text,
      kind: z.string(),
      participants: z.string(),
      /** What was asked for and no source says of it. */
      open: z.array(z.enum(["age", "focus", "place"])),
      /** Parts of the description that no source states. */
      notStated: z.array(z.string()),
      validFrom: CalendarDate,
      validTo: CalendarDate.optional(),
      status: SourceStatus,
      citation: Citation,
      description: InterventionDescription,
    }),
  ),
});
export type CatalogueDocument = z.infer<typeof CatalogueDocument>;

/** Lists the entries of the profile's catalogue that hold the words and fit what was asked for. */
export async function catalogueCommand(
  session: Session,
  words: readonly string[],
  options: CatalogueOptions,
): Promise<ExitCode> {
  const profile = await profileOf(options.profile);
  const { on, age, place } = options;
  const focus = focusOf(options.focus);
  const fitting = findInterventions(profile, {
    ...(on === undefined ? {} : { on }),
    ...(age === undefined ? {} : { age }),
    ...(place === undefined ? {} : { place }),
    ...(focus === undefined ? {} : { focus }),
  });
  const found = words.length === 0 ? fitting : holding(words.join(" "), fitting, profile, session.language);
  session.print(
    options.json === true
      ? documentText(CatalogueDocument, documentOf(found, profile, on))
      : inWords(found, profile, session.language),
  );
  return exitCodes.fine;
}

function holding(
  text: string,
  entries: readonly FoundIntervention[],
  profile: Profile,
  language: Language,
): readonly FoundIntervention[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return catalogueIndex(profile, entries, language)
    .search(text)
    .flatMap(({ id }) => byId.get(id) ?? []);
}

function focusOf(name: string | undefined): Focus | undefined {
  if (name === undefined) return undefined;
  const focus = Focus.safeParse(name);
  if (focus.success) return focus.data;
  throw new Failure({
    sv: `--focus ${name}: ange ${Focus.options.join(", ")}.`,
    en: `--focus ${name}: give ${Focus.options.join(", ")}.`,
  });
}

const documentOf = (
  found: readonly FoundIntervention[],
  { id: profile, version }: Profile,
  on: string | undefined,
): CatalogueDocument => ({
  profile,
  version,
  on: on ?? null,
  entries: found.map(({ id, intervention, description, open }) => {
    const { name, kind, participants } = intervention;
    const { value, ...dated } = description;
    return {
      id,
      name,
      kind,
      participants,
      open: [...open],
      notStated: [...notStated(value)],
      ...dated,
      description: value,
    };
  }),
});

function inWords(found: readonly FoundIntervention[], profile: Profile, language: Language): string {
  if (found.length === 0) return words[language].none;
  return found.map((entry) => entryInWords(entry, profile, language)).join("\n\n");
}

function entryInWords(
  { id, intervention, description, open }: FoundIntervention,
  profile: Profile,
  language: Language,
) {
  const { summary, targetGroup, focus = [], premises = [] } = description.value;
  const { forWhom, openTo, opens, source, where, works, notKnown } = words[language];
  const lines = [
    ...(summary === undefined ? [] : [summary[language]]),
    `${forWhom}: ${targetGroup === undefined ? notKnown : `${targetGroup.text[language]}.`}`,
    ...(focus.length === 0 ? [] : [`${works}: ${focus.map((one) => focusLabels[one][language]).join(", ")}.`]),
    ...(premises.length === 0 ? [] : [`${where}: ${premises.join(", ")}.`]),
    ...(open.length === 0 ? [] : [`${openTo}: ${open.map((part) => opens[part]).join(", ")}.`]),
    `${source}: ${sourceInWords(profile, description, language)}`,
  ];
  return [`${intervention.name[language]} (${id})`, ...lines.map((line) => `  ${line}`)].join("\n");
}

const words = {
  sv: {
    none: "Inget i katalogen passar.",
    forWhom: "Till för",
    notKnown: "ingen källa säger det.",
    works: "Inriktning",
    where: "Plats",
    openTo: "Ingen källa säger",
    opens: { age: "ålder", focus: "inriktning", place: "plats" },
    source: "Källa",
  },
  en: {
    none: "Nothing in the catalogue fits.",
    forWhom: "For",
    notKnown: "no source says.",
    works: "Focus",
    where: "Place",
    openTo: "No source says",
    opens: { age: "age", focus: "focus", place: "place" },
    source: "Source",
  },
} as const;
