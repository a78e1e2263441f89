import type { InterventionDescription } from "@finsam/policy";

/** What a source may say of an intervention and a reader wants to know. */
const parts = [
  "owner",
  "partners",
  "targetGroup",
  "referrers",
  "preconditions",
  "method",
  "focus",
  "form",
  "length",
  "places",
  "expectedResults",
  "budget",
] as const;

/** A part of a description that can be open. */
export type DescriptionPart = (typeof parts)[number];

/**
 * The parts of a description that no source states. They are open: that there is no `length` does not mean that it has no end.
 *
 * @example
 * ```ts
 * import { notStated } from "@finsam/interventions";
 * notStated({ focus: ["health"], form: ["group"], owner: "city" });
 * // => ["partners", "targetGroup", "referrers", "preconditions", "method", "length", "places", "expectedResults", "budget"]
 * ```
 */
export const notStated = (description: InterventionDescription): readonly DescriptionPart[] =>
  parts.filter((part) => description[part] === undefined);
