import { compareMany } from "../packed/compare-many.ts";
import { counterOf } from "../packed/fold.ts";
import { comparisonsIn, type Layout } from "../packed/layout.ts";
import { met, notMet, undetermined } from "../packed/two-bit.ts";
import { missingSet } from "./column.ts";
import type { ReadColumn } from "./read-column.ts";

/** One run of a rule over columns. */
export interface Run {
  readonly length: number;
  readonly columns: readonly ReadColumn[];
  readonly packed: Int32Array;
  /** Outcomes that are already known, and the bits of them to keep, for each integer. */
  readonly known: { readonly packed: Int32Array; readonly keep: Int32Array } | undefined;
  /** For each person, the number of the group to be counted in. */
  readonly groups: Uint16Array | undefined;
  /** Four counts for each group, by the two bits of the outcome. */
  readonly counts: Int32Array;
}

/** People are taken in chunks, so that what stands between two loops stays in the cache. */
const chunk = 4096;

/** Runs a rule over columns with closures: column by column, in loops that do one thing, and then the logic. */
export function runWithClosures(layout: Layout): (run: Run) => void {
  const count = counterOf(layout);
  return (run) => {
    for (let from = 0; from < run.length; from += chunk) {
      const to = Math.min(from + chunk, run.length);
      begin(run, from, to, layout.words);
      for (const column of run.columns) add(column, run.packed, from, to, layout);
      count(run.packed, from, to, run.groups, run.counts);
    }
  };
}

function begin({ packed, known }: Run, from: number, to: number, words: number): void {
  if (known === undefined) packed.fill(0, from * words, to * words);
  for (const [word, keep] of known?.keep.entries() ?? [])
    for (let at = from * words + word; at < to * words; at += words) packed[at] = (known?.packed[at] ?? 0) & keep;
}

function add(read: ReadColumn, packed: Int32Array, from: number, to: number, { words, setting }: Layout): void {
  const start = from * words + read.reading.word;
  if ("outcomes" in read) {
    addByNumber(read.column.numbers.subarray(from, to), read.outcomes, packed, start, words);
  } else if ("masks" in read) {
    const sets = read.column.sets.subarray(from, to);
    for (const [index, { shift, negated }] of read.reading.asked.entries()) {
      const [some, none] = negated ? [notMet, met] : [met, notMet];
      const bits = { missing: undetermined << shift, some: some << shift, none: none << shift };
      addBySet(sets, read.masks[index] ?? 0, bits, packed, start, words);
    }
  } else {
    const bounds = { lowest: read.column.lowest.subarray(from, to), highest: read.column.highest.subarray(from, to) };
    compareMany(comparisonsIn(read.reading, setting), bounds, to - from, packed, start, words);
  }
}

function addByNumber(
  numbers: Uint8Array | Uint16Array,
  outcomes: Int32Array,
  packed: Int32Array,
  start: number,
  words: number,
): void {
  for (let i = 0, at = start; i < numbers.length; i += 1, at += words)
    packed[at] = (packed[at] ?? 0) | (outcomes[numbers[i] ?? 0] ?? 0);
}

function addBySet(
  sets: Int32Array,
  mask: number,
  bits: { readonly missing: number; readonly some: number; readonly none: number },
  packed: Int32Array,
  start: number,
  words: number,
): void {
  for (let i = 0, at = start; i < sets.length; i += 1, at += words) {
    const set = sets[i] ?? missingSet;
    packed[at] = (packed[at] ?? 0) | (set < 0 ? bits.missing : (set & mask) === 0 ? bits.none : bits.some);
  }
}
