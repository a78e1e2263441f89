import { GeneratedText } from "../packed/code-generation.ts";
import { comparisonTexts, twoBitText } from "../packed/condition-texts.ts";
import { foldText } from "../packed/fold.ts";
import type { Layout } from "../packed/layout.ts";
import type { ReadColumn } from "./read-column.ts";
import type { Run } from "./run-columns.ts";

/**
 * Runs a rule over columns as generated code: all that is asked of a person, the logic and the count in one step of one loop. Columns,
 * tables and limits are handed over; the text depends on the shape of the rule alone.
 */
export function runGenerated(layout: Layout, { columns, known, groups }: Run): (run: Run) => void {
  const text = new GeneratedText();
  const words = Array.from({ length: layout.words }, (_, word) => word);

  text.add("return function run({ length, columns, packed, known, groups, counts }) {");
  for (const [number, read] of columns.entries()) addColumn(text, read, number);
  for (const word of words) if (known !== undefined) text.add(`const k${word} = known.keep[${word}];`);
  if (known !== undefined) text.add("const knownPacked = known.packed;");

  text.add(`for (let i = 0, at = 0; i < length; i += 1, at += ${layout.words}) {`);
  for (const word of words)
    text.add(`let w${word} = ${known === undefined ? 0 : `knownPacked[at + ${word}] & k${word}`};`);
  for (const [number, read] of columns.entries())
    text.add(`w${read.reading.word} |= ${bitsText(text, read, number, layout)};`);
  for (const word of words) text.add(`packed[at + ${word}] = w${word};`);
  text.add(`counts[${groups === undefined ? "" : "groups[i] * 4 + "}(${foldText(layout)})] += 1;`, "}", "};");
  return text.run() as (run: Run) => void;
}

function addColumn(text: GeneratedText, read: ReadColumn, number: number): void {
  if ("outcomes" in read)
    text.add(`const n${number} = columns[${number}].column.numbers, t${number} = columns[${number}].outcomes;`);
  else if ("masks" in read)
    text.add(`const c${number} = columns[${number}].column.sets, m${number} = columns[${number}].masks;`);
  else text.add(`const { lowest: l${number}, highest: h${number} } = columns[${number}].column;`);
}

function bitsText(text: GeneratedText, read: ReadColumn, number: number, { setting }: Layout): string {
  if ("outcomes" in read) return `t${number}[n${number}[i]]`;
  if ("masks" in read)
    return read.reading.asked
      .map(({ negated, shift }, index) => {
        const some = `(c${number}[i] & m${number}[${index}]) !== 0`;
        const none = `!((${some}) | (c${number}[i] < 0))`;
        return negated ? twoBitText(none, some, shift) : twoBitText(some, none, shift);
      })
      .join(" | ");
  return comparisonTexts(text, read.reading, setting, `l${number}[i]`, `h${number}[i]`);
}
