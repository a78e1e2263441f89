import type { Measurement } from "@finsam/model";
import type { Change } from "./change.ts";

/** Whether different answers were given on one day. */
export const contradict = (answers: readonly Measurement[]): boolean =>
  new Set(answers.map(({ value }) => value)).size > 1;

/** What such answers tell of a change. */
export const contradictory: Change = { outcome: "undetermined", because: ["contradictory-answers"] };
