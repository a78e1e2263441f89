import type { Setting } from "../known-fact.ts";
import { afterAllDays, beforeAllDays, firstDay, lastDay, noDay } from "./day-number.ts";
import { bitsByEvaluator, type Compared, comparisonsIn, type Reading } from "./layout.ts";
import { isInterval, isMissing, type Stated } from "./stated.ts";
import { met, notMet, undetermined } from "./two-bit.ts";

/** The outcomes of all that is asked of one fact, in their places in the integer, from what is stated of it. */
export type BitsOfValue = (stated: Stated) => number;

/**
 * The closure for one reading. Plain values are judged here; whatever else comes (a list where a code should be, a date that does not
 * exist) goes to the plain evaluator, which knows what to make of it.
 */
export function bitsOfValue(reading: Reading, setting: Setting): BitsOfValue {
  const otherwise: BitsOfValue = (stated) => bitsByEvaluator(reading, stated, setting);
  switch (reading.kind) {
    case "boolean": {
      const [yes, no, missing] = [otherwise(true), otherwise(false), otherwise(null)];
      return (stated) => {
        if (stated === true) return yes;
        if (stated === false) return no;
        return isMissing(stated) ? missing : otherwise(stated);
      };
    }
    case "code": {
      const { listed, other } = codesIn(reading, setting);
      const missing = otherwise(null);
      const [code, ifCode] = [...listed][0] ?? ["", other];
      if (listed.size === 1)
        return (stated) => {
          if (typeof stated === "string") return stated === code ? ifCode : other;
          return isMissing(stated) ? missing : otherwise(stated);
        };
      return (stated) => {
        if (typeof stated === "string") return listed.get(stated) ?? other;
        return isMissing(stated) ? missing : otherwise(stated);
      };
    }
    case "codes": {
      const missing = otherwise(null);
      const sets = codeSetsIn(reading);
      const none = otherwise([]);
      return (stated) => {
        if (isMissing(stated)) return missing;
        if (!Array.isArray(stated)) return otherwise(stated);
        let bits = none;
        for (const { codes, change } of sets) if (stated.some((code) => codes.has(code))) bits ^= change;
        return bits;
      };
    }
    case "number": {
      const compared = comparisonsIn(reading, setting);
      const missing = otherwise(null);
      return (stated) => {
        if (typeof stated === "number") return compareAll(compared, stated, stated);
        if (isMissing(stated)) return missing;
        return isInterval(stated) ? compareAll(compared, stated.min, stated.max) : otherwise(stated);
      };
    }
    case "date": {
      const compared = comparisonsIn(reading, setting);
      const missing = compareAll(compared, beforeAllDays, afterAllDays);
      return (stated) => {
        if (isMissing(stated)) return missing;
        if (typeof stated !== "string") return otherwise(stated);
        const first = firstDay(stated);
        return first === noDay ? otherwise(stated) : compareAll(compared, first, lastDay(stated, first));
      };
    }
  }
}

/** The codes that a reading lists, each with its outcomes, and the outcomes of any other code. */
export function codesIn(reading: Reading, setting: Setting) {
  const codes = reading.asked.flatMap(({ condition: { value } }) => (Array.isArray(value) ? value : []));
  const listed = new Map<string, number>(codes.map((code) => [code, bitsByEvaluator(reading, code, setting)]));
  // Longer than every listed code, so none of them.
  return { listed, other: bitsByEvaluator(reading, `other ${codes.join(" ")}`, setting) };
}

/** The codes of each condition on a set of codes, and the bits that differ between having one of them and having none. */
const codeSetsIn = (reading: Reading) =>
  reading.asked.map(({ condition: { value }, shift }) => ({
    codes: new Set<string>(Array.isArray(value) ? value : []),
    change: (met ^ notMet) << shift,
  }));

function compareAll(compared: readonly Compared[], lowest: number, highest: number): number {
  let bits = 0;
  for (const { op, limit, shift } of compared) bits |= compare(op, limit, lowest, highest) << shift;
  return bits;
}

function compare(op: Compared["op"], limit: number, lowest: number, highest: number): number {
  switch (op) {
    case "atLeast":
      return lowest >= limit ? met : highest < limit ? notMet : undetermined;
    case "moreThan":
      return lowest > limit ? met : highest <= limit ? notMet : undetermined;
    case "atMost":
      return highest <= limit ? met : lowest > limit ? notMet : undetermined;
    case "lessThan":
      return highest < limit ? met : lowest >= limit ? notMet : undetermined;
  }
}
