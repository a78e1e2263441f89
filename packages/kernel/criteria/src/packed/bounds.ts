import { afterAllDays, beforeAllDays, firstDay, lastDay, noDay } from "./day-number.ts";
import { isInterval, isMissing, type Stated } from "./stated.ts";

/**
 * The lowest and the highest that a number, or a day as YYYYMMDD, can be, for many people. What is missing is the widest interval, so
 * that every comparison leaves it open.
 */
export interface Bounds {
  readonly lowest: Int32Array | Float64Array;
  readonly highest: Int32Array | Float64Array;
  /** Puts down what is stated of the person with an index. False when it is of the wrong kind. */
  readonly put: (index: number, stated: Stated) => boolean;
}

/** Bounds of dates that may be partial. */
export function dayBounds(length: number): Bounds {
  const lowest = new Int32Array(length);
  const highest = new Int32Array(length);
  return {
    lowest,
    highest,
    put: (index, stated) => {
      if (typeof stated === "string") {
        const first = firstDay(stated);
        if (first === noDay) return false;
        lowest[index] = first;
        highest[index] = lastDay(stated, first);
        return true;
      }
      lowest[index] = beforeAllDays;
      highest[index] = afterAllDays;
      return isMissing(stated);
    },
  };
}

/** Bounds of numbers that may be intervals. */
export function numberBounds(length: number): Bounds {
  const lowest = new Float64Array(length);
  const highest = new Float64Array(length);
  return {
    lowest,
    highest,
    put: (index, stated) => {
      const known = typeof stated === "number" ? { min: stated, max: stated } : isInterval(stated) ? stated : anyNumber;
      lowest[index] = known.min;
      highest[index] = known.max;
      return known !== anyNumber || isMissing(stated);
    },
  };
}

const anyNumber = { min: -Infinity, max: Infinity };
