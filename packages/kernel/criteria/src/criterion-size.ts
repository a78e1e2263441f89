import type { Text } from "@finsam/model";

/** How deep a criterion may be nested, and how many parts and listed codes it may have in all. */
export const criterionBounds = { depth: 100, size: 10_000 } as const;

/** A criterion is nested deeper, or has more parts, than any rule that somebody reads. */
export class CriterionTooLarge extends Error {
  readonly code = "criterion-too-large";
  readonly text: Text;
  constructor() {
    const { depth, size } = criterionBounds;
    const text: Text = {
      sv: `Kriteriet är för stort: högst ${depth} nivåer och ${size} villkor, delar och koder. Dela upp det i flera regler.`,
      en: `The criterion is too large: at most ${depth} levels and ${size} conditions, parts and codes. Divide it into several rules.`,
    };
    super(text.en);
    this.name = "CriterionTooLarge";
    this.text = text;
  }
}

/**
 * The error when a criterion, or anything that claims to be one, is too large. It is found without recursion and before anything is
 * visited twice as often as allowed, so that a million nested parts neither exhaust the stack nor take long.
 *
 * @param ruleNamed The criterion of a rule that is referred to: it then counts as a part wherever it is. Left out, references count alone.
 * @example
 * ```ts
 * import { all, rule, tooLarge } from "@finsam/criteria";
 * tooLarge(all(rule("sig0")))?.code; // => undefined
 * tooLarge(all(rule("endless")), () => all(rule("endless")))?.code; // => "criterion-too-large"
 * ```
 */
export function tooLarge(
  candidate: unknown,
  ruleNamed: (id: string) => unknown = () => undefined,
): CriterionTooLarge | undefined {
  let size = 1;
  let level: readonly unknown[] = [candidate];
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth > criterionBounds.depth) return new CriterionTooLarge();
    const next: unknown[] = [];
    for (const part of level) {
      const parts = partsOf(part, ruleNamed);
      size += parts.length + codesIn(part);
      if (size > criterionBounds.size) return new CriterionTooLarge();
      next.push(...parts);
    }
    level = next;
  }
  return undefined;
}

function partsOf(candidate: unknown, ruleNamed: (id: string) => unknown): readonly unknown[] {
  if (typeof candidate !== "object" || candidate === null) return [];
  if ("op" in candidate && candidate.op === "rule" && "rule" in candidate) return [ruleNamed(String(candidate.rule))];
  if (!("of" in candidate)) return [];
  return Array.isArray(candidate.of) ? candidate.of : [candidate.of];
}

const codesIn = (candidate: unknown): number =>
  typeof candidate === "object" && candidate !== null && "value" in candidate && Array.isArray(candidate.value)
    ? candidate.value.length
    : 0;
