import type { Condition, Criterion } from "@finsam/criteria";
import * as english from "@finsam/criteria/en";
import * as swedish from "@finsam/criteria/sv";
import { type Book, capitalised } from "./book.ts";
import { type Html, html } from "./html.ts";
import { words } from "./words.ts";

const inWords = { sv: swedish, en: english };

/** A criterion as a list that is read from above: what all of has to be, what any of is enough, what must not be. */
export const criterionHtml = (criterion: Criterion, book: Book): Html =>
  html`<div class="criterion">${partHtml(flattened(criterion), false, book)}</div>`;

function partHtml(part: Criterion, negated: boolean, book: Book): Html {
  const { joins } = words[book.language];
  switch (part.op) {
    case "all":
    case "any": {
      const join = negated ? (part.op === "all" ? joins.notAll : joins.none) : joins[part.op];
      return html`<p class="join">${join}</p><ul>${part.of.map((one) => html`<li>${partHtml(one, false, book)}</li>`)}</ul>`;
    }
    case "not":
      return partHtml(part.of, !negated, book);
    case "rule": {
      const title = book.profile.rules[part.rule]?.title[book.language] ?? part.rule;
      return html`<p>${negated ? words[book.language].meetsNotRule : words[book.language].meetsRule} <a href="#rule-${part.rule}">${title}</a></p>`;
    }
    default:
      return conditionHtml(part, negated, book);
  }
}

function conditionHtml(condition: Condition, negated: boolean, book: Book): Html {
  const { language, vocabulary } = book;
  const definition = vocabulary[condition.fact];
  const limit = condition.value;
  const origin =
    "cited" in condition && condition.cited?.parameter !== undefined ? condition.cited.parameter : undefined;
  if (typeof limit === "object" && "parameter" in limit)
    return html`<p>${factName(condition.fact, book)}: ${words[language].operators[condition.op]} ${valueCalled(limit.parameter, book)}</p>`;
  const asked = inWords[language].requirementInWords(condition, negated, vocabulary);
  const said =
    definition?.type === "boolean" && definition.phrases !== undefined
      ? capitalised(definition.phrases[(limit === true) !== negated ? "yes" : "no"][language])
      : undefined;
  return html`<p>${said ?? html`${factName(condition.fact, book)}: ${asked}`}${origin === undefined ? "" : html` <small>(${valueCalled(origin, book)})</small>`}</p>`;
}

const factName = (fact: string, { vocabulary, language }: Book): string =>
  capitalised(vocabulary[fact]?.label[language] ?? fact);

const valueCalled = (parameter: string, { profile, language }: Book): Html =>
  html`<a href="#parameter-${parameter}">${profile.parameters[parameter]?.title[language] ?? parameter}</a>`;

/** The same criterion without lists in lists that say the same: all of all, any of any, a list of one. */
function flattened(criterion: Criterion): Criterion {
  if (criterion.op === "not") return { op: "not", of: flattened(criterion.of) };
  if (criterion.op !== "all" && criterion.op !== "any") return criterion;
  const { op } = criterion;
  const parts = criterion.of.map(flattened).flatMap((part) => (part.op === op ? part.of : [part]));
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only : { op, of: parts };
}
