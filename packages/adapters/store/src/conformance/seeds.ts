import * as Result from "effect/Result";
import { readRecord } from "../read-record.ts";
import type { RegisterRecord } from "../store.ts";
import texts from "./seeds/hostile-texts.json" with { type: "json" };
import register from "./seeds/register.json" with { type: "json" };

/** The records of the seed register, in the order to save them. */
export const seedRecords: readonly RegisterRecord[] = register.records.map((record, index) =>
  // The suite may not try a store with records that no store has to take.
  Result.getOrThrow(readRecord(record as RegisterRecord, index + 1)),
);

/** What a store shows of the seed register. */
export const seedShown: typeof register.shown = register.shown;

/** What a store keeps of it and never shows. */
export const seedHidden: typeof register.hidden = register.hidden;

/** Texts that cannot be kept by every store, and are refused. */
export const refusedTexts: readonly string[] = texts.refused.map((units) => String.fromCharCode(...units));

/** How many characters an id may have. */
const longestId = 200;

/** Ten thousand texts, no two alike, short enough for an id: those of the seeds, and made of their pieces. */
export const hostileTexts: readonly string[] = (() => {
  const all = new Set(texts.whole);
  // A plain generator of numbers, so that every run and every language makes the same texts.
  let state = 20210228;
  const next = (below: number): number => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
  while (all.size < 10_000) {
    let text = "";
    for (let left = 1 + next(6); left > 0; left -= 1) text += texts.pieces[next(texts.pieces.length)] ?? "";
    if (text.length <= longestId) all.add(text);
  }
  return [...all];
})();
