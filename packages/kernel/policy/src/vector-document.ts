import { Criterion, Outcome, Vocabulary } from "@finsam/criteria";
import { CalendarDate, Citation, Facts, LeapDayBirthday, Source, SourceStatus, Text } from "@finsam/model";
import * as z from "zod";

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: "an id is kebab-case: a-z, 0-9 and -" });

/** A rule as it stands from the first to the last of some days, every limit filled in and every reference to another rule followed. */
const Version = z.strictObject({
  validFrom: CalendarDate,
  /** The last day; none while no end is known. */
  validTo: CalendarDate.optional(),
  /** How sure the rule is, and where it is taken from. Each limit that policy filled in says the same of itself, as `cited`. */
  status: SourceStatus,
  citation: Citation,
  /** When someone born on 29 February turns a year older in a year without that day. */
  leapDayBirthday: LeapDayBirthday,
  criterion: Criterion,
});

const Vector = z.union([
  z.strictObject({
    id,
    /** The reference date. The version whose days hold it is the one to judge by. */
    on: CalendarDate,
    /** As stated: absent and null both mean missing, and so do the answers that the vocabulary lists under `missing`. */
    facts: Facts,
    outcome: Outcome,
    /** The facts that would have to be known to settle it, in any order; empty when it is settled. */
    missing: z.array(z.string()).readonly(),
  }),
  /** No version holds the reference date: that is an error, never a fall-through to the version before or after. */
  z.strictObject({ id, on: CalendarDate, facts: Facts, error: z.literal("no-version-covers") }),
]);

/**
 * Boundary test vectors of one rule, for any language: the rule in each of its versions, with every limit filled in, and people with the
 * outcome and the missing facts to expect. Nothing else is needed to check an implementation: no policy engine, no profile.
 */
export const VectorDocument = z.strictObject({
  $schema: z.string().optional(),
  format: z.literal("finsam-vectors/1"),
  rule: id,
  title: Text,
  /** The profile that the rule is taken from, and its version. */
  policy: z.strictObject({ profile: id, version: z.string().min(1) }),
  /** The documents that citations name. */
  sources: z.record(z.string().min(1), Source),
  /** The facts that the rule asks for. */
  vocabulary: Vocabulary,
  /** In order of their days; between two may lie days that none covers. */
  versions: z.array(Version).readonly(),
  vectors: z.array(Vector).readonly(),
});
export type VectorDocument = z.infer<typeof VectorDocument>;

/** One person on one reference date, and what to expect: an outcome with the missing facts, or an error. */
export type Vector = z.infer<typeof Vector>;

/**
 * The JSON schema of vector documents; the package also holds it as `vectors.schema.json`.
 *
 * @example
 * ```ts
 * import { vectorsJsonSchema } from "@finsam/policy";
 * vectorsJsonSchema().required?.includes("vectors"); // => true
 * ```
 */
export function vectorsJsonSchema(): z.core.JSONSchema.BaseSchema {
  return z.toJSONSchema(VectorDocument, { io: "input" });
}

/**
 * A vector document as JSON with one vector a line, so that a change shows as the vectors it changes.
 *
 * @example
 * ```ts
 * import { formatVectors, ruleVectors } from "@finsam/policy";
 * import { stockholm } from "@finsam/stockholm";
 * const document = ruleVectors(stockholm, "finsam");
 * formatVectors(document).split("\n").filter((line) => line.includes("2004-01-01-meets")).length; // => 2
 * ```
 */
export function formatVectors({ vectors, ...rest }: VectorDocument): string {
  const head = JSON.stringify(rest, null, 2).slice(0, -"\n}".length);
  const lines = vectors.map((vector) => `    ${JSON.stringify(vector)}`).join(",\n");
  return `${head},\n  "vectors": [\n${lines}\n  ]\n}\n`;
}
