import { bitsOfValue, codesIn } from "../packed/bits-of-value.ts";
import { dayBounds, numberBounds } from "../packed/bounds.ts";
import { compareMany } from "../packed/compare-many.ts";
import { bitsByEvaluator, comparisonsIn, type Layout, type Reading } from "../packed/layout.ts";
import { howRead, inherits, type Readers, statedBy } from "../packed/reader.ts";

/** Records are taken in chunks, so that what stands between two steps stays in the cache. */
const chunk = 1024;

/** Reads one fact of many records and adds the outcomes of what is asked of it. False when a value is not plain. */
type Step<Row> = (rows: readonly Row[], packed: Int32Array) => boolean;

/**
 * Packs the outcomes of many without generated code: fact by fact, in loops that do one thing and take no branch. A chunk of records of
 * which one is not plain goes to `one`, record by record.
 */
export function manyByClosures<Row extends object>(
  layout: Layout,
  readers: Readers<Row>,
  one: (row: Row, packed: Int32Array, at: number) => void,
): (rows: readonly Row[], packed: Int32Array) => void {
  const { words } = layout;
  const steps = layout.readings.map((reading) => stepOf(reading, layout, readers));
  const someByName = layout.readings.some(({ fact }) => howRead(readers, fact).name !== undefined);
  return (rows, packed) => {
    for (let from = 0; from < rows.length; from += chunk) {
      const some = rows.slice(from, from + chunk);
      const into = packed.subarray(from * words, (from + some.length) * words).fill(0);
      const plain = !(someByName && anyInherits(some)) && steps.every((step) => step(some, into));
      if (!plain) for (const [index, row] of some.entries()) one(row, into, index * words);
    }
  };
}

function anyInherits(rows: readonly object[]): boolean {
  for (const row of rows) if (inherits(row)) return true;
  return false;
}

function stepOf<Row extends object>(reading: Reading, layout: Layout, readers: Readers<Row>): Step<Row> {
  switch (reading.kind) {
    case "boolean":
      return yesOrNoStep(reading, layout, readers);
    case "date":
    case "number":
      return boundsStep(reading, layout, readers);
    default:
      return reading.kind === "code" && codesIn(reading, layout.setting).listed.size === 1
        ? oneCodeStep(reading, layout, readers)
        : anyStep(reading, layout, readers);
  }
}

// In the next two, the bits that differ are turned over where a value is the one asked for: that takes no branch.

function yesOrNoStep<Row extends object>(reading: Reading, layout: Layout, readers: Readers<Row>): Step<Row> {
  const how = howRead(readers, reading.fact);
  const bitsOf = (stated: boolean | null) => bitsByEvaluator(reading, stated, layout.setting);
  const missing = bitsOf(null);
  const ifYes = bitsOf(true) ^ missing;
  const ifNo = bitsOf(false) ^ missing;
  return (rows, packed) => {
    let odd = 0;
    let at = reading.word;
    for (const row of rows) {
      const stated = statedBy(row, how);
      const isYes = Number(stated === true);
      const isNo = Number(stated === false);
      odd |= ~(isYes | isNo | Number(stated === null) | Number(stated === undefined)) & 1;
      packed[at] = (packed[at] ?? 0) | (missing ^ (-isYes & ifYes) ^ (-isNo & ifNo));
      at += layout.words;
    }
    return odd === 0;
  };
}

function oneCodeStep<Row extends object>(reading: Reading, layout: Layout, readers: Readers<Row>): Step<Row> {
  const how = howRead(readers, reading.fact);
  const missing = bitsByEvaluator(reading, null, layout.setting);
  const { listed, other } = codesIn(reading, layout.setting);
  const [code, bits] = [...listed][0] ?? ["", other];
  const ifCode = bits ^ other;
  return (rows, packed) => {
    let odd = 0;
    let at = reading.word;
    for (const row of rows) {
      const stated = statedBy(row, how);
      let outcomes = missing;
      if (typeof stated === "string") outcomes = other ^ (-Number(stated === code) & ifCode);
      else odd |= Number(stated !== null) & Number(stated !== undefined);
      packed[at] = (packed[at] ?? 0) | outcomes;
      at += layout.words;
    }
    return odd === 0;
  };
}

function boundsStep<Row extends object>(reading: Reading, layout: Layout, readers: Readers<Row>): Step<Row> {
  const how = howRead(readers, reading.fact);
  const compared = comparisonsIn(reading, layout.setting);
  const bounds = reading.kind === "date" ? dayBounds(chunk) : numberBounds(chunk);
  return (rows, packed) => {
    let index = 0;
    for (const row of rows) {
      if (!bounds.put(index, statedBy(row, how))) return false;
      index += 1;
    }
    compareMany(compared, bounds, rows.length, packed, reading.word, layout.words);
    return true;
  };
}

function anyStep<Row extends object>(reading: Reading, layout: Layout, readers: Readers<Row>): Step<Row> {
  const how = howRead(readers, reading.fact);
  const bitsOf = bitsOfValue(reading, layout.setting);
  return (rows, packed) => {
    let at = reading.word;
    for (const row of rows) {
      packed[at] = (packed[at] ?? 0) | bitsOf(statedBy(row, how));
      at += layout.words;
    }
    return true;
  };
}
