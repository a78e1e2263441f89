import { groupBy } from "./group-by.ts";
import type { Asked, Layout, Logic } from "./layout.ts";
import { met, notMet, type TwoBit, undetermined } from "./two-bit.ts";

/** From the packed outcomes of a person, which begin at an index, to the outcome of the criterion. */
export type Fold = (packed: Int32Array, at: number) => TwoBit;

/** Of so few conditions, the outcomes of all combinations make a table of 4096 bytes. */
const fewConditions = 6;

/** The logic of a criterion as a function. */
export function foldOf(layout: Layout): Fold {
  const outcomes = outcomeTable(layout);
  return outcomes === undefined ? maskFoldOf(layout.logic) : (packed, at) => outcomes[packed[at] ?? 0] ?? notMet;
}

/** The outcome by the packed outcomes, where they are few. */
function outcomeTable({ asked, logic }: Layout): Uint8Array | undefined {
  const fold = maskFoldOf(logic);
  if (asked.length > fewConditions) return undefined;
  return Uint8Array.from({ length: 4 ** asked.length }, (_, packed) => fold(Int32Array.of(packed), 0));
}

/** Adds people to counts by the two bits of the outcome, four counts for each group of people. */
export type Count = (
  packed: Int32Array,
  from: number,
  to: number,
  groups: Uint16Array | undefined,
  counts: Int32Array,
) => void;

/** The function that counts the people from one index to another by the outcome of the criterion. */
export function counterOf(layout: Layout): Count {
  const { words } = layout;
  const fold = maskFoldOf(layout.logic);
  const outcomes = outcomeTable(layout);
  return (packed, from, to, groups, counts) => {
    for (let i = from; i < to; i += 1) {
      const code = outcomes === undefined ? fold(packed, i * words) : (outcomes[packed[i] ?? 0] ?? notMet);
      const place = (groups?.[i] ?? 0) * 4 + code;
      counts[place] = (counts[place] ?? 0) + 1;
    }
  };
}

/** Conditions that stand side by side are joined at once, by a mask. */
function maskFoldOf(logic: Logic): Fold {
  const masks = [...groupBy(logic.asked, ({ word }) => word)].map(([word, asked]) => ({
    word,
    // The two bits of each condition, and the one bit that is set unless it is not met.
    both: bitsOf(asked, met),
    low: bitsOf(asked, undetermined),
  }));
  const parts = logic.parts.map(maskFoldOf);

  if (logic.op === "all")
    return (packed, at) => {
      let code: TwoBit = met;
      for (const { word, both, low } of masks) {
        const bits = packed[at + word] ?? 0;
        code &= (bits & both) === both ? met : (bits & low) === low ? undetermined : notMet;
      }
      for (const part of parts) code &= part(packed, at);
      return code;
    };
  return (packed, at) => {
    let code: TwoBit = notMet;
    for (const { word, both, low } of masks) {
      const bits = (packed[at + word] ?? 0) & both;
      code |= (bits & ~low) !== 0 ? met : bits !== 0 ? undetermined : notMet;
    }
    for (const part of parts) code |= part(packed, at);
    return code;
  };
}

const bitsOf = (asked: readonly Asked[], code: TwoBit): number =>
  asked.reduce((bits, { shift }) => bits | (code << shift), 0);

/** The same as text of an expression over the variables w0, w1 … that hold the packed outcomes. It has only numbers in it. */
export const foldText = ({ logic }: Layout): string => `(${textOf(logic)}) & 3`;

function textOf({ op, asked, parts }: Logic): string {
  const operands = [
    ...asked.map(({ word, shift }) => (shift === 0 ? `w${word}` : `(w${word} >>> ${shift})`)),
    ...parts.map((part) => `(${textOf(part)})`),
  ];
  if (operands.length === 0) return String(op === "all" ? met : notMet);
  return operands.join(op === "all" ? " & " : " | ");
}
