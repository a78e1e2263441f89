/** Counts from the first to the last, both included. */
export interface CountRange {
  readonly from: number;
  readonly to: number;
}

/**
 * The counts of a base that give a percentage, rounded half up (or cut off) to its decimals. Undefined when there is none: of 7, no
 * count gives 50 per cent. `units` is the percentage without its decimal point: 46.5 is 465 at 1 decimal.
 */
export function countsGiving(
  units: number,
  decimals: number,
  base: number,
  fit: "rounded" | "truncated" = "rounded",
): CountRange | undefined {
  // Doubled, so that a half is a whole number: rounded, the share lies from 2p − 1 up to but not at 2p + 1; cut off, from 2p to 2p + 2.
  const lowest = 2n * BigInt(units) - (fit === "rounded" ? 1n : 0n);
  const whole = 200n * 10n ** BigInt(decimals);
  const firstAtLeast = (doubled: bigint) => Number(ceilDivided(doubled * BigInt(base), whole));
  const from = Math.max(0, firstAtLeast(lowest));
  const to = Math.min(base, firstAtLeast(lowest + 2n) - 1);
  return from <= to ? { from, to } : undefined;
}

/** A percentage as a whole number of its last decimal. */
export function unitsOf(percent: number, decimals: number): number {
  return Math.round(percent * 10 ** decimals);
}

export function ceilDivided(numerator: bigint, denominator: bigint): bigint {
  const quotient = numerator / denominator;
  return numerator > 0n && numerator % denominator !== 0n ? quotient + 1n : quotient;
}
