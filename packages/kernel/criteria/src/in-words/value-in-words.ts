import type { FactValue } from "@finsam/model";
import type { FactDefinition } from "../vocabulary.ts";
import type { KnownDate, Words } from "./words.ts";

/** A number, an interval or an amount of years, with its unit. */
export function amountInWords(value: FactValue, definition: FactDefinition | undefined, words: Words): string {
  if (typeof value === "number") return withUnit(words.number(value), definition, words);
  if (typeof value !== "object" || !("min" in value)) return "";
  const [lowest, highest] = [words.number(value.min), words.number(value.max)];
  // Nobody's years lie between 66 and 67.
  const oneOfTwo = definition?.type === "completedYears" && value.max - value.min === 1;
  return withUnit(oneOfTwo ? words.or([lowest, highest]) : words.between(lowest, highest), definition, words);
}

/** An amount that is spelled already, with its unit. */
export function withUnit(amount: string, definition: FactDefinition | undefined, words: Words): string {
  const stated = definition?.type === "number" ? definition.unit?.[words.language] : undefined;
  const unit = definition?.type === "completedYears" ? words.years : stated;
  return unit === undefined ? amount : `${amount} ${unit}`;
}

/** A code by the name it has in a sentence, else by its label, else as it is. Beside the label of its fact its own label goes first. */
export function codeInWords(
  code: string,
  definition: FactDefinition | undefined,
  { language }: Words,
  standsIn: "sentence" | "label" = "sentence",
): string {
  if (definition?.type !== "code" && definition?.type !== "codes") return code;
  const [names, labels] = [definition.phrases?.names ?? {}, definition.codes];
  const called = [names, labels].filter((one) => Object.hasOwn(one, code));
  return (standsIn === "label" ? called.at(-1) : called[0])?.[code]?.[language] ?? code;
}

/** A date that may be partial, in its parts. */
export function knownDate(date: string): KnownDate {
  const [year, month, day] = date.split("-").map(Number);
  return { year: year ?? 0, ...(month === undefined ? {} : { month }), ...(day === undefined ? {} : { day }) };
}
