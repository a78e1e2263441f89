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

/** The opposite, from a table of two bits each, read from the right: of 00 it is 11, of 01 it is 01, of 11 it is 00. */
export const oppositeOf = (code: TwoBit): TwoBit => (0b00_00_01_11 >> (code << 1)) & 0b11;
