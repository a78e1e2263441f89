import { met, notMet, undetermined } from "./two-bit.ts";

/** How many people have each outcome. */
export interface OutcomeCounts {
  readonly met: number;
  readonly notMet: number;
  readonly undetermined: number;
}

/** Counts by the two bits of the outcome, four for each group, as counts by outcome of the group with a number. */
export const countsOfGroup = (counts: Int32Array, group: number): OutcomeCounts => ({
  met: counts[group * 4 + met] ?? 0,
  notMet: counts[group * 4 + notMet] ?? 0,
  undetermined: counts[group * 4 + undetermined] ?? 0,
});
