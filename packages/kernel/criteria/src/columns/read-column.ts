import { codesIn } from "../packed/bits-of-value.ts";
import { bitsByEvaluator, type Layout, type Reading } from "../packed/layout.ts";
import type { BoundsColumn, CodeColumn, CodeSetColumn, YesOrNoColumn } from "./column.ts";
import type { Columns } from "./columns-of.ts";

/** What is asked of one column. */
export type ReadColumn =
  /** Each number in the column has its outcomes. */
  | { readonly reading: Reading; readonly column: YesOrNoColumn | CodeColumn; readonly outcomes: Int32Array }
  /** Each condition has the bits of the codes that it lists. */
  | { readonly reading: Reading; readonly column: CodeSetColumn; readonly masks: readonly number[] }
  | { readonly reading: Reading; readonly column: BoundsColumn };

/**
 * The column that a reading is made from.
 *
 * @throws TypeError when there is none for the fact, or one of another kind.
 */
export function readColumn(reading: Reading, { facts }: Columns, { setting }: Layout): ReadColumn {
  const column = facts.get(reading.fact);
  if (column === undefined) throw new TypeError(`there is no column for the fact "${reading.fact}"`);
  if (column.kind !== reading.kind)
    throw new TypeError(
      `the column of "${reading.fact}" is made for ${column.kind}, the rule asks for ${reading.kind}`,
    );
  const bitsOf = (stated: boolean | null): number => bitsByEvaluator(reading, stated, setting);
  switch (column.kind) {
    case "boolean":
      return { reading, column, outcomes: Int32Array.of(bitsOf(null), bitsOf(false), bitsOf(true)) };
    case "code": {
      const { listed, other } = codesIn(reading, setting);
      const ofCodes = column.codes.map((code) => listed.get(code) ?? other);
      return { reading, column, outcomes: Int32Array.from([bitsOf(null), ...ofCodes]) };
    }
    case "codes":
      return { reading, column, masks: reading.asked.map(({ condition }) => maskOf(condition.value, column.codes)) };
    default:
      return { reading, column };
  }
}

const maskOf = (listed: unknown, codes: readonly string[]): number => {
  const among = new Set(Array.isArray(listed) ? listed : []);
  return codes.reduce((mask, code, bit) => (among.has(code) ? mask | (1 << bit) : mask), 0);
};
