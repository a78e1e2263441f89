import { type Criterion, Criterion as CriterionSchema, criterionProblems, Vocabulary } from "@finsam/criteria";
import { CodeId, type CodeList, codeById, PartialDate, Text } from "@finsam/model";
import * as z from "zod";
import { timelineOf } from "./dated.ts";

/**
 * What an activity works on: `job-focused` (jobbfokuserande), `competence` (kompetenshöjande), `health` (hälsorelaterad), `social`.
 * Source: the research on employability indicators (BIP) and the slides of Samordningsförbundet Stockholms stad of 2023-05-12.
 */
export const Focus = z.enum(["job-focused", "competence", "health", "social"]);
export type Focus = z.infer<typeof Focus>;

/**
 * For whom an intervention is, as far as a source says it. `text` is the source in short. `criterion` is what can be compared with
 * facts; without one, people have to judge. `judgement` lists what people have to judge besides. `setAside` lists what the source
 * asks for and no criterion may: the kind of income support and who refers (the no-quota principle).
 */
export const InterventionTargetGroup = z.strictObject({
  text: Text,
  criterion: CriterionSchema.optional(),
  judgement: z.array(Text).min(1).readonly().optional(),
  setAside: z.array(Text).min(1).readonly().optional(),
});
export type InterventionTargetGroup = z.infer<typeof InterventionTargetGroup>;

const texts = z.array(Text).min(1).readonly();
const codes = z.array(CodeId).min(1).readonly();
const count = z.int().positive();

/**
 * What is known of an intervention in a run of days. Every part may be left out, and that means that no source says it: it is open,
 * never no, nobody or nothing.
 */
export const InterventionDescription = z.strictObject({
  /** When the intervention itself ran or was to run, as exactly as a source says it. */
  period: z.strictObject({ from: PartialDate.optional(), to: PartialDate.optional() }).optional(),
  /** `paused` while nobody new is taken in. */
  intake: z.enum(["open", "paused"]).optional(),
  /** What it is, in a sentence or two. */
  summary: Text.optional(),
  /** The organisation that runs it, and those it runs it with, by their ids in the catalogue. */
  owner: CodeId.optional(),
  partners: codes.optional(),
  targetGroup: InterventionTargetGroup.optional(),
  /** Who refers people to it (remittenter), for information: admission never depends on it. */
  referrers: codes.optional(),
  /** What has to be done before the application: a criterion over the application facts of the catalogue. */
  preconditions: CriterionSchema.optional(),
  method: Text.optional(),
  focus: z.array(Focus).min(1).readonly().optional(),
  form: z
    .array(z.enum(["individual", "group"]))
    .min(1)
    .readonly()
    .optional(),
  /** How long someone takes part: exactly so long, at most so long, or without a limit. */
  length: z
    .union([
      z.strictObject({ number: count, unit: z.enum(["weeks", "months"]), atMost: z.literal(true).optional() }),
      z.literal("unlimited"),
    ])
    .optional(),
  sessionsPerWeek: count.optional(),
  /** How many people there is room for. `about` when the source says so. */
  places: z
    .array(
      z.strictObject({
        number: count,
        per: z.enum(["intervention", "year", "group", "worker"]),
        about: z.literal(true).optional(),
      }),
    )
    .min(1)
    .readonly()
    .optional(),
  /** Where it is: districts of the profile, and premises by name. */
  districts: codes.optional(),
  premises: z.array(z.string().min(1)).min(1).readonly().optional(),
  expectedResults: texts.optional(),
  budget: z
    .strictObject({ kronor: count, years: count, about: z.literal(true).optional(), fund: Text.optional() })
    .optional(),
  /** The parts above that are a reading of the source and do not stand in it: as good as unverified. */
  inferred: z
    .array(z.enum(["targetGroup", "focus", "form", "method", "districts", "preconditions"]))
    .min(1)
    .readonly()
    .optional(),
});
export type InterventionDescription = z.infer<typeof InterventionDescription>;

/**
 * An entry of an intervention catalogue (insatskatalog). Its versions are dated by the days for which a description is used, and marked:
 * `attested` while a source speaks of those days, `unverified` when it is carried on past them, `announced` before it has begun.
 */
export const Intervention = z.strictObject({
  id: CodeId,
  name: Text,
  /** Other names that people search for. */
  aliases: z.array(z.string().min(1)).min(1).readonly().optional(),
  /** An intervention that runs, a project for a time, a model or method of working, a service of a member, or a tool. */
  kind: z.enum(["intervention", "project", "model", "method", "service", "tool"]),
  /** Who takes part. Only what is for individuals is matched with a person. */
  participants: z.enum(["individuals", "staff", "organisations"]),
  /** The entry that this one is a part of. */
  partOf: CodeId.optional(),
  versions: timelineOf(InterventionDescription),
});
export type Intervention = z.infer<typeof Intervention>;

/** The interventions, models and projects that an association knows of (insatskatalog), and the words they are described in. */
export const InterventionCatalogue = z.strictObject({
  organisations: z.record(CodeId, Text),
  /** The facts about an application that preconditions may ask for. They are apart from the facts about the person. */
  applicationFacts: Vocabulary,
  interventions: z.array(Intervention).readonly(),
});
export type InterventionCatalogue = z.infer<typeof InterventionCatalogue>;

interface CatalogueProblem {
  readonly code: string;
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** What the rest of a profile has, that a catalogue points to. */
interface Surrounding {
  readonly vocabulary: Vocabulary;
  readonly codeLists: Readonly<Record<string, CodeList | undefined>>;
  readonly rules: Readonly<Record<string, unknown>>;
  readonly valuesOf: (parameter: string) => readonly unknown[];
  readonly rulesNamedIn: (criterion: Criterion) => readonly string[];
}

/** What in a catalogue does not fit the profile around it, with its place in the catalogue. */
export function catalogueProblems(
  { organisations, applicationFacts, interventions }: InterventionCatalogue,
  { vocabulary, codeLists, rules, valuesOf, rulesNamedIn }: Surrounding,
): readonly CatalogueProblem[] {
  const ids = interventions.map(({ id }) => id);
  return interventions.flatMap(({ id, partOf, versions }, index): readonly CatalogueProblem[] => [
    ...(ids.indexOf(id) === index
      ? []
      : [{ code: "intervention-twice", path: [index, "id"], message: `"${id}" stands twice in the catalogue` }]),
    ...(partOf === undefined || (partOf !== id && ids.includes(partOf))
      ? []
      : [
          {
            code: "unknown-intervention",
            path: [index, "partOf"],
            message: `the catalogue has no other entry "${partOf}"`,
          },
        ]),
    ...versions.flatMap(({ value }, number) => {
      const { owner, partners = [], referrers = [], districts = [], targetGroup, preconditions } = value;
      const place = [index, "versions", number, "value"];
      const missingFrom = (list: CodeList | undefined, ids: readonly string[], part: string) =>
        ids
          .filter((code) => list === undefined || codeById(list, code) === undefined)
          .map((code) => ({
            code: "unknown-code",
            path: [...place, part],
            message: `the profile's list of ${part} has no "${code}"`,
          }));
      const criterionAt = (criterion: Criterion, facts: Vocabulary, path: readonly string[], known: object) => [
        ...criterionProblems(criterion, facts, valuesOf).map((problem) => ({
          ...problem,
          path: [...place, ...path, ...problem.path],
        })),
        ...rulesNamedIn(criterion)
          .filter((name) => !Object.hasOwn(known, name))
          .map((name) => ({
            code: "unknown-rule",
            path: [...place, ...path],
            message: `there is no rule "${name}" to refer to here`,
          })),
      ];
      return [
        ...[...(owner === undefined ? [] : [owner]), ...partners]
          .filter((organisation) => !Object.hasOwn(organisations, organisation))
          .map((organisation) => ({
            code: "unknown-organisation",
            path: place,
            message: `the catalogue has no organisation "${organisation}"`,
          })),
        ...missingFrom(codeLists.referrers, referrers, "referrers"),
        ...missingFrom(codeLists.districts, districts, "districts"),
        ...(targetGroup?.criterion === undefined
          ? []
          : criterionAt(targetGroup.criterion, vocabulary, ["targetGroup", "criterion"], rules)),
        // The rules of the profile ask about people, not about applications.
        ...(preconditions === undefined ? [] : criterionAt(preconditions, applicationFacts, ["preconditions"], {})),
      ];
    }),
  ]);
}

/** Where a catalogue cites a source, with its place in the catalogue. */
export const citationsInCatalogue = ({ interventions }: InterventionCatalogue) =>
  interventions.flatMap(({ versions }, index) =>
    versions.map(({ citation }, number) => ({ citation, path: [index, "versions", number] })),
  );
