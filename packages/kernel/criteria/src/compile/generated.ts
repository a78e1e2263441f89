import type { Setting } from "../known-fact.ts";
import { bitsOfValue } from "../packed/bits-of-value.ts";
import { GeneratedText } from "../packed/code-generation.ts";
import { comparisonTexts, twoBitText } from "../packed/condition-texts.ts";
import { afterAllDays, beforeAllDays, firstDay, lastDay } from "../packed/day-number.ts";
import { foldText } from "../packed/fold.ts";
import { bitsByEvaluator, type Layout, type Reading } from "../packed/layout.ts";
import { howRead, inherits, type Readers } from "../packed/reader.ts";
import { isInterval } from "../packed/stated.ts";
import { met, outcomeOf } from "../packed/two-bit.ts";
import type { Runner } from "./runner.ts";

/**
 * Runs a rule as generated code, without a branch for the values that facts are meant to have. Any other value makes a record `odd`, and
 * it goes to the closures. Names of facts and limits are in slots; the text depends on the shape of the rule alone.
 */
export function generatedFrom<Row extends object>(
  layout: Layout,
  readers: Readers<Row>,
  closures: Runner<Row>,
): Runner<Row> {
  const text = new GeneratedText();
  const words = Array.from({ length: layout.words }, (_, word) => word);
  const read = layout.readings.map(({ fact }) => howRead(readers, fact));
  const someByName = read.some(({ name }) => name !== undefined);

  text.add("function one(row, packed, at) {");
  for (const [number, how] of read.entries())
    text.add(
      `const f${number} = ${how.name === undefined ? `${text.slot(how.read)}(row)` : `row[${text.slot(how.name)}]`};`,
    );
  text.add(`let odd = ${someByName ? `${text.slot(inherits)}(row)` : "false"};`);
  text.add(`let ${words.map((word) => `w${word} = 0`).join(", ")};`);
  for (const [number, reading] of layout.readings.entries()) addReading(text, reading, number, layout.setting);
  text.add(`if (odd) return ${text.slot(closures.one)}(row, packed, at);`);
  text.add(...words.map((word) => `packed[at + ${word}] = w${word};`), `return ${foldText(layout)};`, "}");

  text.add("function all(rows, packed) {");
  text.add(`for (let i = 0, at = 0; i < rows.length; i += 1, at += ${layout.words}) one(rows[i], packed, at);`, "}");

  const outcome = text.slot([0, 1, 2, 3].map(outcomeOf));
  const scratch = text.slot(new Int32Array(layout.words));
  text.add("function outcome(row) {", `return ${outcome}[one(row, ${scratch}, 0)];`, "}");
  text.add("function outcomeAt(packed, index) {");
  for (const word of words) text.add(`const w${word} = packed[index * ${layout.words} + ${word}];`);
  text.add(`return ${outcome}[${foldText(layout)}];`, "}");
  text.add("function count(packed, counts) {", `for (let at = 0; at < packed.length; at += ${layout.words}) {`);
  for (const word of words) text.add(`const w${word} = packed[at + ${word}];`);
  text.add(`counts[${foldText(layout)}] += 1;`, "}", "}", "return { one, all, outcome, outcomeAt, count };");
  return text.run() as Runner<Row>;
}

function addReading(text: GeneratedText, reading: Reading, number: number, setting: Setting): void {
  const [fact, lowest, highest, word] = [`f${number}`, `l${number}`, `h${number}`, `w${reading.word}`];
  const missing = `(${fact} === null) | (${fact} === undefined)`;
  switch (reading.kind) {
    case "boolean":
      text.add(`odd |= !((${fact} === true) | (${fact} === false) | ${missing});`);
      for (const { condition, negated, shift } of reading.asked) {
        const wanted = (condition.value === true) !== negated;
        text.add(`${word} |= ${twoBitText(`${fact} === ${wanted}`, `${fact} === ${!wanted}`, shift)};`);
      }
      return;
    case "code":
      text.add(`if (typeof ${fact} === "string") {`);
      for (const { condition, negated, shift } of reading.asked) {
        const among = amongText(text, fact, condition.value);
        text.add(`${word} |= -${negated ? `!(${among})` : `(${among})`} & ${met << shift};`);
      }
      text.add(`} else { odd |= !(${missing}); ${word} |= ${bitsByEvaluator(reading, null, setting)}; }`);
      return;
    case "codes":
      text.add(`${word} |= ${text.slot(bitsOfValue(reading, setting))}(${fact});`);
      return;
    case "number":
      text.add(`let ${lowest} = ${-Infinity}, ${highest} = ${Infinity};`);
      text.add(`if (typeof ${fact} === "number") ${lowest} = ${highest} = ${fact};`);
      text.add(`else if (${text.slot(isInterval)}(${fact})) { ${lowest} = ${fact}.min; ${highest} = ${fact}.max; }`);
      text.add(`else odd |= !(${missing});`);
      text.add(`${word} |= ${comparisonTexts(text, reading, setting, lowest, highest)};`);
      return;
    case "date":
      text.add(`let ${lowest} = ${beforeAllDays}, ${highest} = ${afterAllDays};`);
      text.add(`if (typeof ${fact} === "string") {`, `${lowest} = ${text.slot(firstDay)}(${fact});`);
      text.add(`${highest} = ${fact}.length === 10 ? ${lowest} : ${text.slot(lastDay)}(${fact}, ${lowest});`);
      text.add(`odd |= ${lowest} < 0;`, `} else odd |= !(${missing});`);
      text.add(`${word} |= ${comparisonTexts(text, reading, setting, lowest, highest)};`);
      return;
  }
}

/** More codes than this are looked up in a set instead of compared one by one. */
const fewCodes = 4;

function amongText(text: GeneratedText, fact: string, value: unknown): string {
  const codes: readonly unknown[] = Array.isArray(value) ? value : [];
  if (codes.length > fewCodes) return `${text.slot(new Set(codes))}.has(${fact})`;
  return codes.map((code) => `(${fact} === ${text.slot(code)})`).join(" | ");
}
