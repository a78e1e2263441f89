import { CodeId, type Facts, PartialDate, Text } from "@finsam/model";
import * as z from "zod";
import { definitionOf } from "./definition-of.ts";
import { AnswerPhrases, CodePhrases, MeasurePhrases } from "./phrases.ts";

/** The name of a fact: a plain identifier. */
export const FactName = z.string().regex(/^[a-z][A-Za-z0-9]{0,63}$/, {
  error: "a fact name is a plain identifier: a-z first, then letters and digits, 64 at most",
});
export type FactName = z.infer<typeof FactName>;

/**
 * What a fact is. `boolean`: yes or no. `code`: one of a list; answers in `missing` (such as `unknown`) say that nobody knows. `codes`:
 * several at once. `number`: a number, or an interval that it lies in. `date`: a date that may be partial. `completedYears`: not
 * stated but computed, the years completed since a `date` on the reference date, such as an age. `phrases` make natural sentences of it.
 */
export const FactDefinition = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("boolean"), label: Text, phrases: AnswerPhrases.optional() }),
  z.strictObject({
    type: z.literal("code"),
    label: Text,
    codes: z.record(CodeId, Text),
    missing: z.array(CodeId).readonly().optional(),
    phrases: CodePhrases.optional(),
  }),
  z.strictObject({
    type: z.literal("codes"),
    label: Text,
    codes: z.record(CodeId, Text),
    phrases: CodePhrases.optional(),
  }),
  z.strictObject({
    type: z.literal("number"),
    label: Text,
    unit: Text.optional(),
    phrases: MeasurePhrases.optional(),
  }),
  z.strictObject({ type: z.literal("date"), label: Text, phrases: MeasurePhrases.optional() }),
  z.strictObject({
    type: z.literal("completedYears"),
    label: Text,
    since: FactName,
    phrases: MeasurePhrases.optional(),
  }),
]);
export type FactDefinition = z.infer<typeof FactDefinition>;

/** The facts that criteria may ask about, by name (a vocabulary). An open `codes: {}` takes any code. */
export const Vocabulary = z.record(FactName, FactDefinition).superRefine((vocabulary, context) => {
  for (const [name, definition] of Object.entries(vocabulary)) {
    if (definition.type === "completedYears" && definitionOf(vocabulary, definition.since)?.type !== "date")
      context.addIssue({
        code: "custom",
        path: [name, "since"],
        message: `"${name}" counts years since "${definition.since}", which is not a date of the vocabulary`,
      });
  }
});
export type Vocabulary = Readonly<Record<FactName, FactDefinition>>;

/** Something stated that the vocabulary does not allow: which fact, and what it should be. Never the value itself. */
export interface FactProblem {
  readonly fact: string;
  readonly message: Text;
}

/**
 * Checks what was stated about a person against a vocabulary: the known facts by name, the problems, and the names that the
 * vocabulary does not know. `null`, absence and the answers a code counts as missing all mean that a fact is missing.
 *
 * @example
 * ```ts
 * import { readFacts } from "@finsam/criteria";
 * const vocabulary = { illHealth: { type: "boolean", label: { sv: "ohälsa", en: "ill health" } } } as const;
 * readFacts(vocabulary, { illHealth: true }).facts; // => { illHealth: true }
 * readFacts(vocabulary, { illHealth: null }).facts; // => {}
 * readFacts(vocabulary, { illHealth: "yes" }).problems[0]?.fact; // => "illHealth"
 * readFacts(vocabulary, { ilHealth: true }).unknown; // => ["ilHealth"]
 * ```
 */
export function readFacts(
  vocabulary: Vocabulary,
  stated: Readonly<Record<string, unknown>>,
): { readonly facts: Facts; readonly problems: readonly FactProblem[]; readonly unknown: readonly string[] } {
  const facts: Facts = {};
  const problems: FactProblem[] = [];
  const unknown: string[] = [];
  for (const [name, value] of Object.entries(stated)) {
    const definition = definitionOf(vocabulary, name);
    if (definition === undefined || definition.type === "completedYears") unknown.push(name);
    else if (value === null || value === undefined || meansMissing(definition, value)) continue;
    else {
      const parsed = valueSchema(definition.type, definition).safeParse(value);
      if (parsed.success) facts[name] = parsed.data;
      else problems.push({ fact: name, message: expectations[definition.type](definition) });
    }
  }
  return { facts, problems, unknown };
}

const meansMissing = (definition: FactDefinition, value: unknown): boolean =>
  definition.type === "code" && (definition.missing ?? []).some((answer) => answer === value);

const anyCodeOf = (definition: FactDefinition): z.ZodType<string> => {
  const codes = definition.type === "code" || definition.type === "codes" ? Object.keys(definition.codes) : [];
  return codes.length === 0 ? CodeId : z.enum(codes);
};

type StatedType = Exclude<FactDefinition["type"], "completedYears">;

const valueSchemas: Readonly<Record<StatedType, (definition: FactDefinition) => z.ZodType<Facts[string]>>> = {
  boolean: () => z.boolean(),
  code: anyCodeOf,
  codes: (definition) => z.array(anyCodeOf(definition)),
  number: () =>
    z.union([z.number(), z.strictObject({ min: z.number(), max: z.number() }).refine(({ min, max }) => min <= max)]),
  date: () => PartialDate,
};

// A definition is a value that does not change, and a population asks for the same few facts again and again.
const schemas = new WeakMap<FactDefinition, z.ZodType<Facts[string]>>();

function valueSchema(type: StatedType, definition: FactDefinition): z.ZodType<Facts[string]> {
  const schema = schemas.get(definition) ?? valueSchemas[type](definition);
  schemas.set(definition, schema);
  return schema;
}

const listed = (definition: FactDefinition): string =>
  definition.type === "code" || definition.type === "codes" ? Object.keys(definition.codes).join(", ") : "";

const expectations: Readonly<Record<StatedType, (definition: FactDefinition) => Text>> = {
  boolean: () => ({ sv: "ska vara true, false eller null", en: "should be true, false or null" }),
  code: (definition) =>
    listed(definition) === ""
      ? { sv: "ska vara en kod eller null", en: "should be a code or null" }
      : { sv: `ska vara en av ${listed(definition)} eller null`, en: `should be one of ${listed(definition)} or null` },
  codes: () => ({ sv: "ska vara en lista med koder eller null", en: "should be a list of codes or null" }),
  number: () => ({ sv: "ska vara ett tal, { min, max } eller null", en: "should be a number, { min, max } or null" }),
  date: () => ({
    sv: "ska vara ett datum som finns, ÅÅÅÅ-MM-DD, ÅÅÅÅ-MM eller ÅÅÅÅ, eller null",
    en: "should be a date that exists, YYYY-MM-DD, YYYY-MM or YYYY, or null",
  }),
};
