import type { Condition } from "../criterion.ts";
import { AnalysisTooLarge, limits } from "./too-large.ts";

/** The codes that conditions list, each once. */
export const codesListed = (conditions: readonly Condition[]): readonly string[] => [
  ...new Set(conditions.flatMap(({ value }) => (Array.isArray(value) ? value : []))),
];

/** A code that conditions do not list: one of the vocabulary's own or, when it takes any code, one made up. */
export function codeNotListed(codes: readonly string[], listed: readonly string[]): string | undefined {
  if (codes.length > 0) return codes.find((code) => !listed.includes(code));
  const made = (number: number): string => (number === 1 ? "another-code" : `another-code-${number}`);
  let number = 1;
  while (listed.includes(made(number))) number += 1;
  return made(number);
}

/**
 * A set of codes for every way in which conditions can judge one: the sets grow code by code, and a set that every condition judges
 * like an earlier one is left out.
 *
 * @throws AnalysisTooLarge when there are too many.
 */
export function codeSets(listed: readonly string[], conditions: readonly Condition[]): readonly string[][] {
  const sets = new Map<string, string[]>([[judged([], conditions), []]]);
  for (const code of listed) {
    for (const set of [...sets.values()]) {
      const larger = [...set, code];
      const key = judged(larger, conditions);
      if (!sets.has(key)) sets.set(key, larger);
    }
    if (sets.size > limits.answers) throw new AnalysisTooLarge("answers");
  }
  return [...sets.values()];
}

const judged = (set: readonly string[], conditions: readonly Condition[]): string =>
  conditions.map(({ value }) => (Array.isArray(value) && set.some((code) => value.includes(code)) ? 1 : 0)).join("");
