import type { FactValue } from "@finsam/model";

/** What is stated of a fact, as a record has it; null and undefined mean missing. */
export type Stated = FactValue | null | undefined;

/** Whether nothing is stated. */
export const isMissing = (stated: Stated): stated is null | undefined => stated === null || stated === undefined;

/** A number known to lie between two, in order. */
export const isInterval = (stated: Stated): stated is { readonly min: number; readonly max: number } =>
  typeof stated === "object" &&
  stated !== null &&
  "min" in stated &&
  typeof stated.min === "number" &&
  typeof stated.max === "number" &&
  !(stated.min > stated.max);
