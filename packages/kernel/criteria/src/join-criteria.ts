import type { Criterion, Parameter } from "./criterion.ts";

/**
 * A dated value of policy as a limit.
 *
 * @example
 * ```ts
 * import { parameter } from "@finsam/criteria";
 * parameter("highest-age"); // => { parameter: "highest-age" }
 * ```
 */
export const parameter = (name: string): Parameter => ({ parameter: name });

/**
 * Every one of the criteria.
 *
 * @example
 * ```ts
 * import { all, rule } from "@finsam/criteria";
 * all(rule("sig0"), rule("finsam")); // => { op: "all", of: [{ op: "rule", rule: "sig0" }, { op: "rule", rule: "finsam" }] }
 * ```
 */
export const all = (...of: readonly [Criterion, ...Criterion[]]): Criterion => ({ op: "all", of });

/**
 * At least one of the criteria.
 *
 * @example
 * ```ts
 * import { any, rule } from "@finsam/criteria";
 * any(rule("sig0")); // => { op: "any", of: [{ op: "rule", rule: "sig0" }] }
 * ```
 */
export const any = (...of: readonly [Criterion, ...Criterion[]]): Criterion => ({ op: "any", of });

/**
 * The opposite of a criterion.
 *
 * @example
 * ```ts
 * import { not, rule } from "@finsam/criteria";
 * not(rule("sig0")); // => { op: "not", of: { op: "rule", rule: "sig0" } }
 * ```
 */
export const not = (of: Criterion): Criterion => ({ op: "not", of });

/**
 * Another rule of the same profile, by id.
 *
 * @example
 * ```ts
 * import { rule } from "@finsam/criteria";
 * rule("finsam"); // => { op: "rule", rule: "finsam" }
 * ```
 */
export const rule = (id: string): Criterion => ({ op: "rule", rule: id });
