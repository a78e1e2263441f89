import type { FactValue } from "@finsam/model";
import type { Condition } from "../criterion.ts";
import { definitionOf } from "../definition-of.ts";
import type { Setting } from "../known-fact.ts";
import { readFacts } from "../vocabulary.ts";
import { codeNotListed, codeSets, codesListed } from "./code-answers.ts";
import { dateAnswers } from "./date-answers.ts";
import { numberAnswers } from "./number-answers.ts";

/**
 * Answers to a stated fact: at least one for every way in which the conditions can judge it. What is known of the fact already, a
 * partial date or an interval too, leaves only the answers that fit. An answer is what `readFacts` accepts, so never one that the
 * vocabulary counts as missing.
 *
 * @throws TypeError when the vocabulary has no such fact; AnalysisTooLarge when its codes can be combined in too many ways.
 */
export function answersTo(
  fact: string,
  conditions: readonly Condition[],
  setting: Setting,
  known: FactValue | undefined,
): readonly FactValue[] {
  const { vocabulary } = setting;
  const definition = definitionOf(vocabulary, fact);
  if (definition === undefined) throw new TypeError(`the vocabulary has no fact "${fact}"`);
  const accepted = (answer: FactValue): boolean => Object.hasOwn(readFacts(vocabulary, { [fact]: answer }).facts, fact);

  if (definition.type === "date" && (known === undefined || typeof known === "string"))
    return dateAnswers(conditions, setting, known);
  if (definition.type === "number" && (known === undefined || isInterval(known)))
    return numberAnswers(
      conditions.map(({ value }) => value).filter((limit) => typeof limit === "number"),
      known,
    );
  if (known !== undefined) return [known];
  if (definition.type === "boolean") return [true, false];
  const listed = codesListed(conditions);
  if (definition.type === "codes")
    return codeSets(
      listed.filter((code) => accepted([code])),
      conditions,
    );
  if (definition.type !== "code") throw new TypeError(`"${fact}" is computed: ask for the fact behind it`);
  const missing = definition.missing ?? [];
  const answers = Object.keys(definition.codes).filter((code) => !missing.includes(code));
  const other = codeNotListed(answers, [...listed, ...missing]);
  return [...listed, ...(other === undefined ? [] : [other])].filter(accepted);
}

const isInterval = (known: FactValue): known is { readonly min: number; readonly max: number } =>
  typeof known === "object" && "min" in known;
