import type { FactValue } from "@finsam/model";
import { dayBounds, numberBounds } from "../packed/bounds.ts";
import { afterAllDays, partialDateOf } from "../packed/day-number.ts";
import type { Reading } from "../packed/layout.ts";
import { isMissing, type Stated } from "../packed/stated.ts";
import { roomFor, TooManyCodes } from "./too-many-codes.ts";

/** Yes or no for many people: 0 missing, 1 no, 2 yes. */
export interface YesOrNoColumn {
  readonly kind: "boolean";
  readonly numbers: Uint8Array;
}

/** One code for each of many people: 0 missing, else the number of the code, from 1. */
export interface CodeColumn {
  readonly kind: "code";
  readonly numbers: Uint16Array;
  readonly codes: readonly string[];
}

/** A set of codes for each of many people: a bit for each code. The sign is set when the set is missing. */
export interface CodeSetColumn {
  readonly kind: "codes";
  readonly sets: Int32Array;
  readonly codes: readonly string[];
}

/** Dates as YYYYMMDD, or numbers: the lowest and the highest possible. What is missing is the widest interval. */
export interface BoundsColumn {
  readonly kind: "date" | "number";
  readonly lowest: Int32Array | Float64Array;
  readonly highest: Int32Array | Float64Array;
}

/** What is known of one fact, for many people, in typed arrays. */
export type Column = YesOrNoColumn | CodeColumn | CodeSetColumn | BoundsColumn;

/** Puts down what is stated of the person with an index; false when it is of the wrong kind. */
export type Put = (index: number, stated: Stated) => boolean;

/** A set of codes that is missing. */
export const missingSet = 1 << 31;

/** An empty column of a kind, and how to fill it. */
export function newColumn(
  fact: string,
  kind: Reading["kind"],
  length: number,
): { readonly column: Column; readonly put: Put } {
  switch (kind) {
    case "boolean":
      return yesOrNoColumn(length);
    case "code":
      return codeColumnOf(fact, length, []);
    case "codes":
      return codeSetColumn(fact, length);
    case "date": {
      const { lowest, highest, put } = dayBounds(length);
      return { column: { kind, lowest, highest }, put };
    }
    case "number": {
      const { lowest, highest, put } = numberBounds(length);
      return { column: { kind, lowest, highest }, put };
    }
  }
}

function yesOrNoColumn(length: number) {
  const numbers = new Uint8Array(length);
  const put: Put = (index, stated) => {
    numbers[index] = stated === true ? 2 : stated === false ? 1 : 0;
    return typeof stated === "boolean" || isMissing(stated);
  };
  return { column: { kind: "boolean" as const, numbers }, put };
}

/** A column of codes; the ones given have the first numbers, in their order. */
export function codeColumnOf(fact: string, length: number, given: readonly string[]) {
  const numbers = new Uint16Array(length);
  const dictionary = dictionaryOf(fact, "code", given);
  const put: Put = (index, stated) => {
    if (typeof stated === "string") numbers[index] = dictionary.indexOf(stated) + 1;
    return typeof stated === "string" || isMissing(stated);
  };
  return { column: { kind: "code" as const, numbers, codes: dictionary.codes }, put };
}

function codeSetColumn(fact: string, length: number) {
  const sets = new Int32Array(length);
  const dictionary = dictionaryOf(fact, "codes", []);
  const put: Put = (index, stated) => {
    if (Array.isArray(stated))
      for (const code of stated) sets[index] = (sets[index] ?? 0) | (1 << dictionary.indexOf(code));
    else sets[index] = missingSet;
    return Array.isArray(stated) || isMissing(stated);
  };
  return { column: { kind: "codes" as const, sets, codes: dictionary.codes }, put };
}

function dictionaryOf(fact: string, kind: keyof typeof roomFor, given: readonly string[]) {
  const codes: string[] = [];
  const indexes = new Map<string, number>();
  const add = (code: string): number => {
    if (codes.length === roomFor[kind]) throw new TooManyCodes(fact, kind);
    const index = codes.push(code) - 1;
    indexes.set(code, index);
    return index;
  };
  for (const code of given) add(code);
  return { codes, indexOf: (code: string): number => indexes.get(code) ?? add(code) };
}

/** What a column knows of the person with an index; `undefined` when it is missing. Codes of a set stand in the order of the column. */
export function knownIn(column: Column, index: number): FactValue | undefined {
  switch (column.kind) {
    case "boolean":
      return [undefined, false, true][column.numbers[index] ?? 0];
    case "code":
      return column.codes[(column.numbers[index] ?? 0) - 1];
    case "codes": {
      const set = column.sets[index] ?? missingSet;
      return set < 0 ? undefined : column.codes.filter((_, bit) => (set & (1 << bit)) !== 0);
    }
    default: {
      const min = column.lowest[index] ?? -Infinity;
      const max = column.highest[index] ?? Infinity;
      if (column.kind === "date") return max === afterAllDays ? undefined : partialDateOf(min, max);
      if (min === -Infinity && max === Infinity) return undefined;
      return min === max || Number.isNaN(min) ? min : { min, max };
    }
  }
}
