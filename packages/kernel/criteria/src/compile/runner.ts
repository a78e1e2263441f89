import type { Outcome } from "../outcome.ts";
import { bitsOfValue } from "../packed/bits-of-value.ts";
import { counterOf, foldOf } from "../packed/fold.ts";
import type { Layout } from "../packed/layout.ts";
import { howRead, inherits, type Readers, statedBy } from "../packed/reader.ts";
import { outcomeOf, type TwoBit } from "../packed/two-bit.ts";
import { manyByClosures } from "./many.ts";

/** What runs a rule: closures, or generated code. */
export interface Runner<Row> {
  /** Writes the packed outcomes of one person from an index on, and returns the outcome of the rule. */
  readonly one: (row: Row, packed: Int32Array, at: number) => TwoBit;
  /** Writes those of many, one after the other. */
  readonly all: (rows: readonly Row[], packed: Int32Array) => void;
  /** The outcome of the rule for one person. */
  readonly outcome: (row: Row) => Outcome;
  /** The outcome of the rule for the person with an index among the packed. */
  readonly outcomeAt: (packed: Int32Array, index: number) => Outcome;
  /** Adds up the packed by outcome: counts by the two bits of it. */
  readonly count: (packed: Int32Array, counts: Int32Array) => void;
}

/** Runs a rule with closures: one for each fact that is read. */
export function closuresOf<Row extends object>(layout: Layout, readers: Readers<Row>): Runner<Row> {
  const readings = layout.readings.map((reading) => {
    const how = howRead(readers, reading.fact);
    return { word: reading.word, how, read: how.read, bitsOf: bitsOfValue(reading, layout.setting) };
  });
  const someByName = readings.some(({ how }) => how.name !== undefined);
  const fold = foldOf(layout);
  const count = counterOf(layout);

  // Readings stand in the order of the integers that their bits go into.
  const write = (row: Row, packed: Int32Array, at: number): void => {
    const careful = someByName && inherits(row);
    let word = 0;
    let bits = 0;
    for (const reading of readings) {
      if (reading.word !== word) {
        packed[at + word] = bits;
        word = reading.word;
        bits = 0;
      }
      bits |= reading.bitsOf(careful ? reading.read(row) : statedBy(row, reading.how));
    }
    packed[at + word] = bits;
  };
  const one = (row: Row, packed: Int32Array, at: number): TwoBit => {
    write(row, packed, at);
    return fold(packed, at);
  };
  const scratch = new Int32Array(layout.words);
  return {
    one,
    all: manyByClosures(layout, readers, write),
    outcome: (row) => outcomeOf(one(row, scratch, 0)),
    outcomeAt: (packed, index) => outcomeOf(fold(packed, index * layout.words)),
    count: (packed, counts) => count(packed, 0, packed.length / layout.words, undefined, counts),
  };
}
