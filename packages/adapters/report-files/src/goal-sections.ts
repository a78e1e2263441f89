import type { CostBySex, GoalResult, Report } from "@finsam/gender-reporting";
import type { Language, Text } from "@finsam/model";
import { type Html, html } from "./html.ts";
import { interventionName } from "./intervention-name.ts";
import type { PageSection } from "./page-section.ts";
import { words } from "./page-words.ts";

/**
 * Every goal with what became of it, those of the whole association first, then by intervention; what their sources leave open stands
 * with each intervention where the report has sections.
 */
export function goalsSection(report: Report, goals: readonly GoalResult[], language: Language): readonly PageSection[] {
  if (goals.length === 0) return [];
  const groups = new Map<string, { readonly title: string; readonly goals: GoalResult[] }>();
  for (const goal of goals.toSorted(
    (a, b) => Number(a.intervention !== undefined) - Number(b.intervention !== undefined),
  )) {
    const key = goal.intervention ?? "";
    const group = groups.get(key) ?? {
      title: (goal.intervention === undefined ? words.goalsOfAll : interventionName(report, goal.intervention))[
        language
      ],
      goals: [],
    };
    group.goals.push(goal);
    groups.set(key, group);
  }
  return [
    {
      id: "goals",
      title: words.goals[language],
      content: html`${[...groups.values()].map(
        ({ title, goals: of }) => html`
<h3>${title}</h3>
${goalList(of, language, report.sections.length > 0 ? "short" : "whole")}`,
      )}`,
    },
  ];
}

/** Goals one below the other: the outcome as a word, the sentence, and, as a whole, what the source leaves open. */
export const goalList = (goals: readonly GoalResult[], language: Language, length: "short" | "whole"): Html => html`
<ul class="goals">${goals.map(
  ({ outcome, sentence, open, figureFrom, status }) => html`
<li class="${outcome}"><strong class="outcome">${outcomes[outcome][language]}</strong>
<div><p>${sentence[language]}</p>
${open === undefined || length === "short" ? "" : html`<p class="open">${words.open[language]} ${open[language]}</p>`}
${figureFrom === undefined || length === "short" ? "" : html`<p class="open">${words.figureFrom[language]} ${[figureFrom.source, figureFrom.place].filter((part) => part !== undefined).join(", ")}.</p>`}
${status === "attested" || length === "short" ? "" : html`<p class="open">${words.unverified[language]}</p>`}
</div></li>`,
)}</ul>`;

const outcomes: Readonly<Record<GoalResult["outcome"], Text>> = {
  met: words.goalMet,
  notMet: words.goalNotMet,
  undetermined: words.goalUndetermined,
};

/** What the interventions cost for women and for men, in sentences. */
export const costsSection = (costs: readonly CostBySex[], language: Language): readonly PageSection[] =>
  costs.length === 0
    ? []
    : [
        {
          id: "costs",
          title: words.costs[language],
          content: html`<ul class="sentences">${costs.map(({ sentence }) => html`<li>${sentence[language]}</li>`)}</ul>`,
        },
      ];
