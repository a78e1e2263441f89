import { type CountedRow, startTabulation, type TableCounts, type TableSpec } from "@finsam/gender-reporting";
import * as Effect from "effect/Effect";
import * as Stream from "effect/Stream";

/**
 * Counts tables in process in one pass over a stream, keeping nothing but the counts: for stores that cannot count themselves, and
 * what those that can must agree with.
 *
 * @example
 * ```ts
 * import * as Effect from "effect/Effect";
 * import * as Stream from "effect/Stream";
 * import { tabulateRows } from "@finsam/store";
 * const title = { sv: "Påbörjade", en: "Started" };
 * const period = { from: "2021-01-01", to: "2021-12-31" };
 * const started = { id: "started", title, population: "started", period, dimension: { by: "nothing" }, without: [] } as const;
 * const participation =
 *   { followUp: "not-followed", id: "d1", intervention: "mia", sex: "woman", sexBasis: "legal-sex", start: "2021-03-01" } as const;
 * const [counts] = await Effect.runPromise(tabulateRows(Stream.make({ participation }), [started]));
 * counts?.base; // => { woman: 1, man: 0, other: 0, unknown: 0, total: 1 }
 * ```
 */
export const tabulateRows = <E, R>(
  rows: Stream.Stream<CountedRow, E, R>,
  specs: readonly TableSpec[],
): Effect.Effect<readonly TableCounts[], E, R> =>
  Effect.suspend(() => {
    const tabulation = startTabulation(specs);
    const counting = Stream.runForEachArray(rows, (some) =>
      Effect.sync(() => {
        for (const row of some) tabulation.add(row);
      }),
    );
    return Effect.map(counting, tabulation.counts);
  });
