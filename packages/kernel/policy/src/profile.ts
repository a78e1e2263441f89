import { type Criterion, Criterion as CriterionSchema, criterionProblems, Vocabulary } from "@finsam/criteria";
import { Citation, CodeId, CodeList, codeById, Language, LeapDayBirthday, Source, Text } from "@finsam/model";
import * as z from "zod";
import { categoryMergeProblems } from "./category-merge.ts";
import { timelineOf } from "./dated.ts";
import { ExitReasonResult, exitResultProblems } from "./exit-results.ts";
import { citationsInFunding, FundingPolicy } from "./funding-policy.ts";
import { Goals, goalProblems } from "./goal.ts";
import { catalogueProblems, citationsInCatalogue, InterventionCatalogue } from "./intervention.ts";
import { InterventionBudget } from "./intervention-budget.ts";
import { MayNotDecide } from "./may-not-decide.ts";
import { citationsInMeasuring, MeasuringPolicy } from "./measuring-policy.ts";
import { citationsInPathway, PathwayPolicy } from "./pathway-policy.ts";
import { RegisterComparison } from "./register-comparison.ts";
import { RegisterLayout } from "./register-layout.ts";
import { bandDivisions } from "./report-bands.ts";
import { mostBands, ReportLayout } from "./report-layout.ts";
import { UnlessStated, withoutRequiringUnlessStated, withWhatIsUnlessStated } from "./unless-stated.ts";

/** A value that policy can fill into a criterion. */
export const ParameterValue = z.union([
  z.number(),
  z.boolean(),
  z.string().min(1),
  z.array(z.string().min(1)).min(1).readonly(),
]);
export type ParameterValue = z.infer<typeof ParameterValue>;

/** Between which numbers, both included, a value may be chosen. */
const Limits = z.strictObject({ lowest: z.number().optional(), highest: z.number().optional() });

/** Who decided an overlay, why, and in which text. */
const OverlayRecord = z.strictObject({
  id: z.string().min(1),
  version: z.string().min(1),
  author: z.string().min(1),
  reason: Text,
  citation: Citation,
});

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: "an id is kebab-case: a-z, 0-9 and -" });

/**
 * An association (samordningsförbund) as data: its rules and the dated values in them, its code lists and interventions, how its
 * register is laid out and how its report is divided. Everything that another association would decide otherwise stands here.
 */
export const Profile = z
  .strictObject({
    $schema: z.string().optional(),
    id,
    version: z.string().min(1),
    name: Text,
    /** The language of its reports when nothing else is asked for. */
    language: Language,
    /** What holds for every version and code that does not say otherwise. `readProfile` fills it in. */
    unlessStated: UnlessStated.optional(),
    /** The documents that values and codes are taken from, by id. */
    sources: z.record(z.string().min(1), Source),
    /** The facts that rules may ask about. */
    vocabulary: Vocabulary,
    mayNotDecide: MayNotDecide.optional(),
    leapDayBirthday: timelineOf(LeapDayBirthday),
    /** Dated values that rules use by name. Limits hold for the profile and for every overlay on it. */
    parameters: z.record(
      id,
      z.strictObject({ title: Text, limits: Limits.optional(), versions: timelineOf(ParameterValue) }),
    ),
    rules: z.record(id, z.strictObject({ title: Text, versions: timelineOf(CriterionSchema) })),
    codeLists: z.strictObject({
      interventions: CodeList,
      exitReasons: CodeList,
      returnedBeforeStart: CodeList.optional(),
      referrers: CodeList.optional(),
      districts: CodeList.optional(),
      education: CodeList.optional(),
      support: CodeList.optional(),
    }),
    /** How each exit reason counts. */
    exitResults: z.record(CodeId, ExitReasonResult),
    register: RegisterLayout,
    /** How its register is compared with another one that holds the same participations. */
    registerComparison: RegisterComparison.optional(),
    report: timelineOf(ReportLayout),
    /** The interventions that people are matched with (insatskatalog). */
    catalogue: InterventionCatalogue.optional(),
    /** What it wants to reach, and what it has counted beside its register. */
    goals: Goals.optional(),
    /** What its interventions cost. */
    budgets: z.array(InterventionBudget).readonly().optional(),
    /** Programmes, follow-ups of plans, processes, and from how many days a gap is marked. */
    pathway: PathwayPolicy.optional(),
    /** Instruments for how people progress, surveys, and scales of fidelity to a model. */
    measuring: MeasuringPolicy.optional(),
    /** How its members share what it costs, how it forecasts, and when accounts of grants are due. */
    funding: FundingPolicy.optional(),
    /** What was decided otherwise than in the policy this one builds on, the latest last. */
    overlays: z.array(OverlayRecord).readonly().optional(),
  })
  .superRefine((profile, context) => {
    const report = (code: string, path: readonly (string | number)[], message: string): void =>
      context.addIssue({ code: "custom", params: { code }, path: [...path], message });

    for (const { citation, path } of citationsIn(profile)) {
      if (!Object.hasOwn(profile.sources, citation.source))
        report("unknown-source", [...path, "citation", "source"], `the profile has no source "${citation.source}"`);
    }
    for (const [name, { limits = {}, versions }] of Object.entries(profile.parameters)) {
      for (const [index, { value }] of versions.entries()) {
        if (crosses(value, limits))
          report(
            "limit-crossed",
            ["parameters", name, "versions", index, "value"],
            `"${name}" has to be ${[limits.lowest === undefined ? "" : `${limits.lowest} or more`, limits.highest === undefined ? "" : `${limits.highest} or less`].filter((part) => part !== "").join(" and ")}`,
          );
      }
    }
    const valuesOf = (name: string): readonly unknown[] =>
      Object.hasOwn(profile.parameters, name)
        ? (profile.parameters[name]?.versions.map(({ value }) => value) ?? [])
        : [];
    for (const [name, { versions }] of Object.entries(profile.rules)) {
      for (const [index, { value: criterion }] of versions.entries()) {
        const path = ["rules", name, "versions", index, "value"];
        for (const problem of criterionProblems(criterion, profile.vocabulary, valuesOf))
          report(problem.code, [...path, ...problem.path], problem.message);
        for (const named of rulesNamedIn(criterion)) {
          if (!Object.hasOwn(profile.rules, named)) report("unknown-rule", path, `the profile has no rule "${named}"`);
        }
      }
      if (rulesBehind(name, profile.rules).includes(name))
        report("circular-rule", ["rules", name], `the rule "${name}" refers to itself`);
    }
    for (const { code, path, message } of exitResultProblems(profile.codeLists.exitReasons, profile.exitResults))
      report(code, ["exitResults", ...path], message);
    const { catalogue, vocabulary, codeLists, rules } = profile;
    if (catalogue !== undefined) {
      for (const { code, path, message } of catalogueProblems(catalogue, {
        vocabulary,
        codeLists,
        rules,
        valuesOf,
        rulesNamedIn,
      }))
        report(code, ["catalogue", "interventions", ...path], message);
    }
    if (profile.goals !== undefined) {
      for (const { code, path, message } of goalProblems(profile.goals, codeLists.interventions))
        report(code, ["goals", ...path], message);
    }
    for (const [index, { intervention }] of (profile.budgets ?? []).entries()) {
      if (codeById(codeLists.interventions, intervention) === undefined)
        report(
          "unknown-intervention",
          ["budgets", index, "intervention"],
          `the list of interventions has no "${intervention}"`,
        );
    }
    for (const [index, { intervention }] of (profile.pathway?.programmes ?? []).entries()) {
      if (codeById(codeLists.interventions, intervention) === undefined)
        report(
          "unknown-intervention",
          ["pathway", "programmes", index, "intervention"],
          `the list of interventions has no "${intervention}"`,
        );
    }
    for (const [index, fact] of (profile.mayNotDecide?.facts ?? []).entries()) {
      if (!Object.hasOwn(profile.vocabulary, fact))
        report("unknown-fact", ["mayNotDecide", "facts", index], `the vocabulary has no fact "${fact}"`);
    }
    for (const [index, { value, validFrom }] of profile.report.entries()) {
      for (const { code, path, message } of categoryMergeProblems(value, profile))
        report(code, ["report", index, "value", "disclosure", "merges", ...path], message);
      if (Math.max(value.ageBands.length, value.supportYearsBands?.length ?? 0) > mostBands) continue;
      // The sum of the bands would be more than all. Years outside all bands are counted in a line of their own.
      for (const { key, bands, overlaps, yearsOf } of bandDivisions(value, validFrom, "1-march")) {
        for (const { between, person } of overlaps) {
          const [one, other] = between.map((place) => bands[Number(place)]?.id);
          report(
            "bands-overlap",
            ["report", index, "value", key, Number(between[1])],
            `${yearsOf(person).en} years belong to both "${one}" and "${other}"`,
          );
        }
      }
    }
    for (const fact of Object.keys(profile.register.facts ?? {})) {
      if (!Object.hasOwn(profile.vocabulary, fact))
        report("unknown-fact", ["register", "facts", fact], `the vocabulary has no fact "${fact}"`);
    }
  });
export type Profile = z.infer<typeof Profile>;

/** Something wrong in a profile: where in the document, and what. */
export interface ProfileProblem {
  /** What kind of problem, such as `timeline-gap` or `limit-crossed`; `invalid` when the form is wrong. */
  readonly code: string;
  /** Keys and indexes from the top, such as `parameters.highest-age.versions.0.validTo`. */
  readonly path: string;
  readonly message: string;
}

/**
 * Reads a profile from JSON that is already parsed. All problems are listed, not only the first.
 *
 * @example
 * ```ts
 * import { readProfile } from "@finsam/policy";
 * const read = readProfile({ id: "Storkommun" });
 * read.ok ? "" : read.problems[0]; // => { code: "invalid", path: "id", message: "an id is kebab-case: a-z, 0-9 and -" }
 * ```
 */
export function readProfile(json: unknown): ReadProfile {
  const parsed = Profile.safeParse(withWhatIsUnlessStated(json));
  if (parsed.success) return { ok: true, profile: parsed.data };
  const problems = parsed.error.issues.map((issue) => ({
    code: issue.code === "custom" && typeof issue.params?.code === "string" ? issue.params.code : "invalid",
    path: issue.path.join("."),
    message: issue.message,
  }));
  return { ok: false, problems };
}

/** A profile, or everything that keeps a document from being one. */
export type ReadProfile =
  | { readonly ok: true; readonly profile: Profile }
  | { readonly ok: false; readonly problems: readonly ProfileProblem[] };

/**
 * The JSON schema of a profile, for editors and other languages; the package also holds it as `profile.schema.json`. What JSON schema
 * cannot say (that sources, parameters and rules exist, that versions do not overlap) only `readProfile` checks.
 *
 * @example
 * ```ts
 * import { profileJsonSchema } from "@finsam/policy";
 * profileJsonSchema().type; // => "object"
 * ```
 */
export function profileJsonSchema(): z.core.JSONSchema.BaseSchema {
  return z.toJSONSchema(Profile, {
    io: "input",
    override: ({ jsonSchema }) => withoutRequiringUnlessStated(jsonSchema),
  });
}

/** The ids of the rules that a criterion refers to. */
export function rulesNamedIn(criterion: Criterion): readonly string[] {
  switch (criterion.op) {
    case "all":
    case "any":
      return criterion.of.flatMap(rulesNamedIn);
    case "not":
      return rulesNamedIn(criterion.of);
    case "rule":
      return [criterion.rule];
    default:
      return [];
  }
}

const crosses = (value: ParameterValue, { lowest, highest }: z.infer<typeof Limits>): boolean =>
  (lowest !== undefined || highest !== undefined) &&
  (typeof value !== "number" || value < (lowest ?? value) || value > (highest ?? value));

type Rules = Readonly<Record<string, { readonly versions: readonly { readonly value: Criterion }[] }>>;

const namedBy = (id: string, rules: Rules): readonly string[] =>
  (Object.hasOwn(rules, id) ? (rules[id]?.versions ?? []) : []).flatMap(({ value }) => rulesNamedIn(value));

/** The rules that a rule refers to, and those that they refer to in turn, each once: the rule itself only when it leads back to itself. */
export function rulesBehind(id: string, rules: Rules): readonly string[] {
  const found = new Set(namedBy(id, rules));
  // A set is also walked through what is added on the way.
  for (const name of found) for (const next of namedBy(name, rules)) found.add(next);
  return [...found];
}

interface Place {
  readonly citation: Citation;
  readonly path: readonly (string | number)[];
}

function citationsIn(profile: {
  readonly leapDayBirthday: readonly { readonly citation: Citation }[];
  readonly overlays?: readonly { readonly citation: Citation }[] | undefined;
  readonly parameters: Readonly<Record<string, { readonly versions: readonly { readonly citation: Citation }[] }>>;
  readonly rules: Readonly<Record<string, { readonly versions: readonly { readonly citation: Citation }[] }>>;
  readonly codeLists: Readonly<Record<string, CodeList | undefined>>;
  readonly report: readonly {
    readonly citation: Citation;
    readonly value: { readonly comparison?: { readonly citation: Citation } | undefined };
  }[];
  readonly mayNotDecide?: MayNotDecide | undefined;
  readonly goals?: Goals | undefined;
  readonly budgets?: readonly { readonly citation: Citation }[] | undefined;
  readonly catalogue?: InterventionCatalogue | undefined;
  readonly pathway?: PathwayPolicy | undefined;
  readonly measuring?: MeasuringPolicy | undefined;
  readonly funding?: FundingPolicy | undefined;
  readonly registerComparison?: RegisterComparison | undefined;
}): readonly Place[] {
  const inVersions = (
    versions: readonly { readonly citation: Citation }[],
    path: readonly (string | number)[],
  ): readonly Place[] => versions.map(({ citation }, index) => ({ citation, path: [...path, index] }));
  const inParts = (
    parts: readonly { readonly citation?: Citation | undefined }[],
    path: readonly (string | number)[],
    within: readonly string[] = [],
  ): readonly Place[] =>
    parts.flatMap(({ citation }, index) =>
      citation === undefined ? [] : [{ citation, path: [...path, index, ...within] }],
    );
  const named = (
    entries: Readonly<Record<string, { readonly versions: readonly { readonly citation: Citation }[] }>>,
    key: string,
  ) => Object.entries(entries).flatMap(([name, { versions }]) => inVersions(versions, [key, name, "versions"]));
  const inCodes = Object.entries(profile.codeLists).flatMap(([name, list]) =>
    (list?.codes ?? []).flatMap(({ citation }, index) =>
      citation === undefined ? [] : [{ citation, path: ["codeLists", name, "codes", index] }],
    ),
  );
  return [
    ...(profile.mayNotDecide === undefined
      ? []
      : [{ citation: profile.mayNotDecide.citation, path: ["mayNotDecide"] }]),
    ...(profile.registerComparison === undefined
      ? []
      : [{ citation: profile.registerComparison.citation, path: ["registerComparison"] }]),
    ...inVersions(profile.leapDayBirthday, ["leapDayBirthday"]),
    ...named(profile.parameters, "parameters"),
    ...named(profile.rules, "rules"),
    ...inCodes,
    ...inVersions(profile.report, ["report"]),
    ...inParts(
      profile.report.map(({ value }) => value.comparison ?? {}),
      ["report"],
      ["value", "comparison"],
    ),
    ...inParts(profile.goals?.goals ?? [], ["goals", "goals"]),
    ...inParts(profile.goals?.figures ?? [], ["goals", "figures"]),
    ...inParts(profile.budgets ?? [], ["budgets"]),
    ...inVersions(profile.overlays ?? [], ["overlays"]),
    ...(profile.pathway === undefined ? [] : citationsInPathway(profile.pathway)).map(({ citation, path }) => ({
      citation,
      path: ["pathway", ...path],
    })),
    ...(profile.measuring === undefined ? [] : citationsInMeasuring(profile.measuring)).map(({ citation, path }) => ({
      citation,
      path: ["measuring", ...path],
    })),
    ...(profile.funding === undefined ? [] : citationsInFunding(profile.funding)).map(({ citation, path }) => ({
      citation,
      path: ["funding", ...path],
    })),
    ...(profile.catalogue === undefined ? [] : citationsInCatalogue(profile.catalogue)).map(({ citation, path }) => ({
      citation,
      path: ["catalogue", "interventions", ...path],
    })),
  ];
}
