import { type Facts, Measurement, Participation, Person, Spell } from "@finsam/model";
import * as Result from "effect/Result";
import * as z from "zod";
import { RefusedRecord } from "./errors.ts";
import { isPlainlyGood } from "./plainly-good.ts";
import type { RegisterRecord } from "./store.ts";

/**
 * Checks a record on its way into a store: by the schemas of `@finsam/model`, and that every text in it can be kept unchanged by any
 * store (no NUL, no half of a surrogate pair). What is found wrong is told by path, never by value.
 *
 * @param position which record of the batch it is, counted from 1
 * @example
 * ```ts
 * import * as Result from "effect/Result";
 * import { readRecord } from "@finsam/store";
 * const read = readRecord({ kind: "person", person: { protectedIdentity: true, id: "" } }, 7);
 * Result.isFailure(read) && read.failure.issues; // => ["person.id: Too small: expected string to have >=1 characters"]
 * ```
 */
export function readRecord(record: RegisterRecord, position: number): Result.Result<RegisterRecord, RefusedRecord> {
  return isPlainlyGood(record) ? Result.succeed(record) : readBySchema(record, position);
}

/** The same by the schemas alone, which are what decides. */
export function readBySchema(record: RegisterRecord, position: number): Result.Result<RegisterRecord, RefusedRecord> {
  const parsed = schema.safeParse(record);
  const issues = parsed.success
    ? unkeepable(record)
    : parsed.error.issues.map(({ path, message }) => `${path.join(".") || "record"}: ${message}`);
  return parsed.success && issues.length === 0
    ? Result.succeed(parsed.data)
    : Result.fail(new RefusedRecord({ kind: kindOf(record), position, issues }));
}

const schema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("person"), person: Person }),
  z.strictObject({ kind: z.literal("participation"), participation: Participation }),
  z.strictObject({ kind: z.literal("measurement"), measurement: Measurement }),
  z.strictObject({ kind: z.literal("spell"), spell: Spell }),
]);

function kindOf(record: unknown): RefusedRecord["kind"] {
  const kind = typeof record === "object" && record !== null && "kind" in record ? record.kind : undefined;
  return kind === "person" || kind === "participation" || kind === "measurement" || kind === "spell" ? kind : "unknown";
}

function unkeepable(record: RegisterRecord): readonly string[] {
  return freeTexts(record).flatMap(([path, text]) => {
    if (text.includes("\0")) return [`${path}: holds a NUL character, which some stores cannot keep`];
    if (/\p{Surrogate}/u.test(text)) return [`${path}: holds half of a character outside the basic plane`];
    // An object loses what is assigned to this name.
    if (path === "person.facts" && text === "__proto__") return [`${path}: a fact cannot have the name __proto__`];
    return [];
  });
}

/** The texts of a record that the schemas leave free, with where they stand. */
function freeTexts(record: RegisterRecord): readonly (readonly [path: string, text: string])[] {
  switch (record.kind) {
    case "person": {
      const { person } = record;
      const facts = person.protectedIdentity ? {} : (person.facts ?? {});
      return [["person.id", person.id], ...Object.entries(facts).flatMap(textsOfFact)];
    }
    case "participation": {
      const { participation } = record;
      const person =
        participation.followUp === "followed" ? [["participation.person", participation.person] as const] : [];
      return [["participation.id", participation.id], ...person];
    }
    case "measurement": {
      const { id, person, caseWorker = "" } = record.measurement;
      return [
        ["measurement.id", id],
        ["measurement.person", person],
        ["measurement.caseWorker", caseWorker],
      ];
    }
    case "spell":
      return [
        ["spell.id", record.spell.id],
        ["spell.participation", record.spell.participation],
      ];
  }
}

function textsOfFact([name, value]: readonly [string, Facts[string]]): readonly (readonly [
  path: string,
  text: string,
])[] {
  const values = [value].flat().filter((one) => typeof one === "string");
  return [["person.facts", name], ...values.map((text) => [`person.facts.${name}`, text] as const)];
}
