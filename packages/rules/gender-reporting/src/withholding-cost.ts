import type { WithholdingCosts } from "@finsam/policy";
import type { Column } from "./column.ts";
import type { TableSpec } from "./table-spec.ts";

/**
 * What withholding costs readers when a policy does not say: what is asked first of a report is how its participations ended and how it
 * went on the whole, so that the figures of single interventions cover each other before those of the whole do.
 *
 * @example
 * ```ts
 * import { usualCosts } from "@finsam/gender-reporting";
 * usualCosts; // => { ofTheWhole: 3, ofExits: 2, repeated: 3, total: 2 }
 * ```
 */
export const usualCosts: WithholdingCosts = { ofTheWhole: 3, ofExits: 2, repeated: 3, total: 2 };

/**
 * What the figures of one line cost. To protect a few of other or unknown sex, the total goes before women and men, so that these can
 * still be told apart.
 */
export function costsInLine(
  line: string,
  spec: TableSpec | undefined,
  isSmall: (column: Column) => boolean,
  costs: WithholdingCosts = usualCosts,
): (column: Column, count: number) => number {
  const isRepeated =
    !line.startsWith("category:") || spec?.dimension.by === "nothing" || spec?.dimension.by === "persons";
  const isOfExits = !isRepeated && (spec?.dimension.by === "exitReason" || spec?.dimension.by === "exitResult");
  // What is divided twice covers for what is divided once, as single interventions do for the whole.
  const isOfTheWhole = spec?.where === undefined && (isRepeated || spec?.dimension.by !== "exitResultWithin");
  const lineCost =
    (isOfTheWhole ? costs.ofTheWhole : 1) * (isOfExits ? costs.ofExits : 1) * (isRepeated ? costs.repeated : 1);
  const protectsFew = !isSmall("woman") && !isSmall("man") && (isSmall("other") || isSmall("unknown"));
  return (column, count) => {
    const isSex = column === "woman" || column === "man";
    const columnCost = protectsFew ? (isSex ? 2 * costs.total : 1) : column === "total" ? costs.total : 1;
    return lineCost * columnCost * (1 + Math.log2(1 + count));
  };
}
