import { mergeTableCounts, type TableCounts, type TableSpec, tabulate } from "@finsam/gender-reporting";
import type { StoreUnavailable } from "@finsam/store";
import * as Effect from "effect/Effect";
import * as Result from "effect/Result";
import type { OpenPart } from "./part.ts";

/** Counts tables in every part at once, each where its people are, and adds the counts up. */
export const tabulateAll = (
  parts: readonly OpenPart[],
  specs: readonly TableSpec[],
): Effect.Effect<readonly TableCounts[], StoreUnavailable> =>
  Effect.map(
    Effect.forEach(parts, (part) => part.ask((store) => store.tabulate(specs)), { concurrency: "unbounded" }),
    (answers) => sumOf(specs, answers),
  );

/** The same of the parts that answer: every table names those that do not. Fails when none does. */
export const tabulateSome = (
  parts: readonly OpenPart[],
  specs: readonly TableSpec[],
): Effect.Effect<readonly TableCounts[], StoreUnavailable> =>
  Effect.gen(function* () {
    const asked = parts.map((part) => Effect.result(part.ask((store) => store.tabulate(specs))));
    const results = yield* Effect.all(asked, { concurrency: "unbounded" });
    const failures = results.filter(Result.isFailure).map(({ failure }) => failure);
    if (failures[0] !== undefined && failures.length === parts.length) return yield* Effect.fail(failures[0]);
    return sumOf(
      specs,
      parts.map(({ name }, index) => {
        const result = results[index];
        if (result !== undefined && Result.isSuccess(result)) return result.success;
        return tabulate(specs, []).map((table) => ({ ...table, missing: [name] }));
      }),
    );
  });

const sumOf = (specs: readonly TableSpec[], answers: readonly (readonly TableCounts[])[]): readonly TableCounts[] =>
  tabulate(specs, []).map((nobody, index) =>
    answers.reduce((sum, tables) => mergeTableCounts(sum, tables[index] ?? nobody), nobody),
  );
