import type { Outcome } from "../outcome.ts";

/**
 * An outcome in two bits: not met 00, undetermined 01, met 11. Of two of them *and* is `&` and *or* is `|`, with no branch to take; that
 * is Kleene's logic. 10 does not occur.
 */
export type TwoBit = number;

export const notMet = 0b00;
export const undetermined = 0b01;
export const met = 0b11;

const outcomes: readonly Outcome[] = ["notMet", "undetermined", "undetermined", "met"];

export const twoBitOf = (outcome: Outcome): TwoBit =>
  outcome === "met" ? met : outcome === "notMet" ? notMet : undetermined;

export const outcomeOf = (code: TwoBit): Outcome => outcomes[code] ?? "undetermined";

/** The opposite: the two bits inverted and in the other order. 7 is the table 11, 01, -, 00 read from the right. */
export const oppositeOf = (code: TwoBit): TwoBit => (0b00_00_01_11 >> (code << 1)) & 0b11;
