import type { Asked } from "../people.ts";

export type Verdict = "met" | "notMet" | "undetermined";

/** What an engine said about people, in their order. */
export interface Said {
  readonly targetGroup: Verdict[];
  readonly sig0: Verdict[];
  /** How many reasons were read, so that none is left unmade that an engine makes only when it is read. */
  reasons: number;
}

/** An engine with the target group and SIG 0 as its users would write them. Both rules for one person are one evaluation. */
export interface Engine {
  readonly name: string;
  /** How many people it is timed with: fewer for a slow one. */
  readonly timedWith: number;
  readonly judge: (people: readonly Asked[], said: Said) => void | Promise<void>;
}

/** The verdict of an engine that knows only yes and no. */
export const metOrNot = (yes: boolean): Verdict => (yes ? "met" : "notMet");
