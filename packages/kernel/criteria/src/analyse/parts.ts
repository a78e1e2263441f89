import type { Condition, Criterion } from "../criterion.ts";
import { tooLarge } from "../criterion-size.ts";

/** Where a part stands in a criterion: keys and indexes from the top, such as `of.0.of.1`. */
export type Path = readonly (string | number)[];

/** A part of a criterion that holds no other: a condition, or a reference to a rule. */
export interface Leaf {
  readonly path: Path;
  readonly part: Condition | Extract<Criterion, { op: "rule" }>;
}

/**
 * The conditions of a criterion and its references to rules, in reading order, each with its place.
 *
 * @throws CriterionTooLarge when the criterion is nested too deeply or has too many parts.
 * @example
 * ```ts
 * import { all, not, rule } from "@finsam/criteria";
 * import { leavesOf } from "@finsam/criteria/analyse";
 * leavesOf(all(rule("finsam"), not(rule("sig0")))).map(({ path }) => path.join(".")); // => ["of.0", "of.1.of"]
 * ```
 */
export function leavesOf(criterion: Criterion): readonly Leaf[] {
  const error = tooLarge(criterion);
  if (error !== undefined) throw error;
  return leavesIn(criterion, []);
}

function leavesIn(criterion: Criterion, path: Path): readonly Leaf[] {
  switch (criterion.op) {
    case "all":
    case "any":
      return criterion.of.flatMap((part, index) => leavesIn(part, [...path, "of", index]));
    case "not":
      return leavesIn(criterion.of, [...path, "of"]);
    default:
      return [{ path, part: criterion }];
  }
}

/**
 * The same criterion with another part in one place.
 *
 * @throws RangeError when no part stands there.
 */
export function withPart(criterion: Criterion, path: Path, part: Criterion): Criterion {
  const [key, place] = path;
  if (key === undefined) return part;
  if (criterion.op === "not") return { op: "not", of: withPart(criterion.of, path.slice(1), part) };
  if ((criterion.op !== "all" && criterion.op !== "any") || place === undefined || !(place in criterion.of))
    throw new RangeError(`no part stands at ${path.join(".")}`);
  return {
    op: criterion.op,
    of: criterion.of.map((inner, index) => (index === place ? withPart(inner, path.slice(2), part) : inner)),
  };
}

/** What everybody meets: all of nothing. */
export const everybody: Criterion = { op: "all", of: [] };

/** What nobody meets: any of nothing. */
export const nobody: Criterion = { op: "any", of: [] };
