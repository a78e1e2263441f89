import * as Result from "effect/Result";
import { Conflict } from "./errors.ts";

/** The conflicts of a batch, as they are found. */
export interface OpenConflicts {
  /** Notes a participation that is of another person in the store, by its position in the batch. It is not saved. */
  readonly found: (position: number) => void;
  /** What a save ends with, when all of its records have come. */
  readonly result: () => Result.Result<void, Conflict>;
}

const most = 1000;

/**
 * Begins to collect the conflicts of a batch: for who writes a store. Records go on to be judged after one, so that all are told at once.
 *
 * @example
 * ```ts
 * import * as Result from "effect/Result";
 * import { openConflicts } from "@finsam/store";
 * const conflicts = openConflicts();
 * Result.isSuccess(conflicts.result()); // => true
 * conflicts.found(7);
 * const result = conflicts.result();
 * Result.isFailure(result) && result.failure.records; // => [{ position: 7, kind: "participation" }]
 * ```
 */
export function openConflicts(): OpenConflicts {
  const positions: number[] = [];
  return {
    found: (position) => {
      if (positions.length < most) positions.push(position);
    },
    result: () =>
      positions.length === 0
        ? Result.succeed(undefined)
        : Result.fail(
            new Conflict({ records: positions.map((position) => ({ position, kind: "participation" as const })) }),
          ),
  };
}
