import type { FactDefinition } from "../vocabulary.ts";

/**
 * Codes that are not listed: all others that the vocabulary has. Where it takes any code, the numbers just before and after each listed
 * number, such as `0179` and `0181` beside `0180`; they stand for the codes without end that cannot all be tried.
 */
export function codesBeside(listed: readonly string[], definition: FactDefinition): readonly string[] {
  const known = definition.type === "code" || definition.type === "codes" ? Object.keys(definition.codes) : [];
  const others = known.length > 0 ? known : listed.flatMap(neighbours);
  return [...new Set(others.length > 0 ? others : ["another-code"])].filter((code) => !listed.includes(code));
}

function neighbours(code: string): readonly string[] {
  if (!/^\d{1,15}$/.test(code)) return [];
  return [Number(code) - 1, Number(code) + 1]
    .filter((number) => number >= 0)
    .map((number) => String(number).padStart(code.length, "0"));
}
