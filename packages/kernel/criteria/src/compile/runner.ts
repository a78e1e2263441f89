import { bitsOfValue } from "../packed/bits-of-value.ts";
import { type Fold, foldOf } from "../packed/fold.ts";
import type { Layout } from "../packed/layout.ts";
import { howRead, inherits, type Readers, statedBy } from "../packed/reader.ts";
import type { TwoBit } from "../packed/two-bit.ts";
import { manyByClosures } from "./many.ts";

/** What runs a rule: closures, or generated code. */
export interface Runner<Row> {
  /** Writes the packed outcomes of one person from an index on, and returns the outcome of the rule. */
  readonly one: (row: Row, packed: Int32Array, at: number) => TwoBit;
  /** Writes those of many, one after the other. */
  readonly all: (rows: readonly Row[], packed: Int32Array) => void;
  /** The outcome of the rule from the packed outcomes that begin at an index. */
  readonly fold: Fold;
}

/** Runs a rule with closures: one for each fact that is read. */
export function closuresOf<Row extends object>(layout: Layout, readers: Readers<Row>): Runner<Row> {
  const readings = layout.readings.map((reading) => {
    const how = howRead(readers, reading.fact);
    return { word: reading.word, how, read: how.read, bitsOf: bitsOfValue(reading, layout.setting) };
  });
  const someByName = readings.some(({ how }) => how.name !== undefined);
  const fold = foldOf(layout);

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
  return {
    one: (row, packed, at) => {
      write(row, packed, at);
      return fold(packed, at);
    },
    all: manyByClosures(layout, readers, write),
    fold,
  };
}
