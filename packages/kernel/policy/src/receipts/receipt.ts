import { createHash, createHmac } from "node:crypto";
import { Cited, conditionsIn, Outcome } from "@finsam/criteria";
import { CalendarDate, type Facts } from "@finsam/model";
import * as z from "zod";
import packageJson from "../../package.json" with { type: "json" };
import { assess, type ResolvedRule, RuleOrigin } from "../rule-at.ts";
import { canonicalJson } from "./canonical-json.ts";

const digest = z.string().regex(/^[0-9a-f]{64}$/);

/**
 * What was decided, by which rule, under which policy, from which facts: enough to do it again and to see what has changed since. It
 * holds no fact, only a keyed digest of them.
 */
export const Receipt = z.strictObject({
  format: z.literal("finsam-receipt/1"),
  /** The package that decided. */
  engine: z.strictObject({ package: z.string(), version: z.string() }),
  rule: z.string(),
  on: CalendarDate,
  policy: RuleOrigin.omit({ citation: true }).extend({
    /** SHA-256 of the rule as it stood that day, with everything that its outcome depends on. */
    hash: digest,
  }),
  /** Every condition of the rule with its limit, and where the limit came from. */
  conditions: z.array(z.strictObject({ fact: z.string(), op: z.string(), limit: z.json(), cited: Cited.optional() })),
  /** HMAC-SHA-256 of the facts. */
  facts: digest,
  outcome: Outcome,
  missing: z.array(z.string()),
});
export type Receipt = z.infer<typeof Receipt>;

/**
 * Decides, and writes the receipt of it. The key keeps the few and guessable facts about a person from being found again by trying; the
 * same key is needed to replay.
 *
 * @throws RangeError when the key has fewer than 32 bytes.
 * @example
 * ```ts
 * import { ruleAt } from "@finsam/policy";
 * import { receiptOf } from "@finsam/policy/receipts";
 * import { stockholm } from "@finsam/stockholm";
 * const key = new TextEncoder().encode("an example key, never a real one");
 * const receipt = receiptOf(ruleAt(stockholm, "target-group", "2024-03-01"), { birthDate: "1957-03-01" }, key);
 * receipt.outcome; // => "notMet"
 * ```
 */
export function receiptOf(rule: ResolvedRule, facts: Facts, key: Uint8Array): Receipt {
  const { outcome, missing } = assess(rule, facts);
  const { profile, version, validFrom, validTo, status } = rule.policy;
  return {
    format: "finsam-receipt/1",
    engine: { package: packageJson.name, version: packageJson.version },
    rule: rule.id,
    on: rule.setting.on,
    policy: {
      profile,
      version,
      validFrom,
      ...(validTo === undefined ? {} : { validTo }),
      status,
      hash: hashOf(rule),
    },
    conditions: conditionsIn(rule.criterion).map(({ fact, op, value, cited }) => ({
      fact,
      op,
      limit: z.json().parse(value),
      ...(cited === undefined ? {} : { cited }),
    })),
    facts: digestOf(facts, key),
    outcome,
    missing: [...missing],
  };
}

/** A keyed digest of the facts that are stated; those that are missing leave no trace, however they are missing. */
export function digestOf(facts: Facts, key: Uint8Array): string {
  if (key.byteLength < 32) throw new RangeError("the key of a receipt needs at least 32 bytes");
  const stated = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null));
  return createHmac("sha256", key).update(canonicalJson(stated)).digest("hex");
}

function hashOf({ criterion, setting }: ResolvedRule): string {
  const asked = new Set(conditionsIn(criterion).map(({ fact }) => fact));
  const vocabulary = Object.entries(setting.vocabulary).filter(([fact]) => asked.has(fact));
  // How a fact is spoken of changes no outcome.
  const judgedBy = vocabulary.map(([fact, { phrases, ...definition }]) => [fact, definition]);
  const content = { criterion, vocabulary: Object.fromEntries(judgedBy), leapDayBirthday: setting.leapDayBirthday };
  return createHash("sha256").update(canonicalJson(content)).digest("hex");
}
