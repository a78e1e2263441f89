import { Cited, Outcome } from "@finsam/criteria";
import { CalendarDate, sexes, Text } from "@finsam/model";
import * as z from "zod";

/** Counts by sex with their total; null is withheld, and with it every sum that it is in. */
const countsOf = (count: z.ZodNumber) => {
  const shown = count.nullable();
  return z
    .strictObject({ woman: shown, man: shown, other: shown, unknown: shown, total: shown })
    .refine((counts) => counts.total === sumOf(sexes.map((sex) => counts[sex])), {
      error: "the total is the sum of women, men, other and unknown, and null when one of them is",
    });
};

/** A sum, or null when a part of it is. */
export const sumOf = (parts: readonly (number | null)[]): number | null =>
  parts.reduce((sum, part) => (sum === null || part === null ? null : sum + part), 0);

const Counts = countsOf(z.int().min(0));
export type Counts = z.infer<typeof Counts>;

const ComparedRule = z.strictObject({ rule: z.string(), title: Text, profile: z.string(), version: z.string() });

const ComparedCondition = z.strictObject({
  fact: z.string(),
  op: z.string(),
  limit: z.json(),
  /** True when the rule asks for the opposite. */
  negated: z.boolean(),
  cited: Cited.optional(),
});

/**
 * What it would mean to judge the same people by another rule, or by the same under another policy: who would move between outcomes, and
 * why. It holds counts and rules, nothing about anybody. A count that is null is withheld.
 */
export const RuleComparison = z.strictObject({
  format: z.literal("finsam-comparison/1"),
  /** The day on which people are judged by both. */
  on: CalendarDate,
  before: ComparedRule,
  after: ComparedRule,
  /** Counts from 1 to just under this are withheld. */
  threshold: z.int().min(0),
  /** The conditions that the two do not share: changed, gone (no `after`) or new (no `before`). */
  changes: z.array(
    z.strictObject({ before: ComparedCondition.optional(), after: ComparedCondition.optional(), text: Text }),
  ),
  people: Counts,
  /** How many have each outcome before and after; the moves add up to the difference. */
  outcomes: z.array(z.strictObject({ outcome: Outcome, before: Counts, after: Counts, difference: countsOf(z.int()) })),
  /** Who moves; nobody is in two moves. */
  moves: z.array(
    z.strictObject({
      from: Outcome,
      to: Outcome,
      /** The changes that decide, by their place in `changes`; none when the same conditions are only joined in another way. */
      because: z.array(z.int().min(0)),
      text: Text,
      counts: Counts,
    }),
  ),
});
export type RuleComparison = z.infer<typeof RuleComparison>;
