import { allOf, type Explanation, type Outcome } from "@finsam/criteria";
import { AnalysisTooLarge, askNext } from "@finsam/criteria/analyse";
import type { CalendarDate, CodeId, Facts, Text } from "@finsam/model";
import { assess, type Focus, type Intervention, type Profile, type ResolvedRule } from "@finsam/policy";
import { type DatedDescription, describedOn, type NotThen } from "./described-on.ts";
import { catalogueOf } from "./no-catalogue.ts";
import { targetGroupAt } from "./target-group-at.ts";

/** How an intervention fits a person, and what is still to be found out. */
export interface InterventionMatch {
  readonly intervention: CodeId;
  readonly name: Text;
  readonly outcome: Outcome;
  /** What the criterion says and why; null when no source states one. */
  readonly explanation: Explanation | null;
  /** For whom it is, in the words of the source; null when no source says. */
  readonly targetGroup: Text | null;
  /** What people have to judge, since no fact settles it. The outcome is not `met` while there is any. */
  readonly judgement: readonly Text[];
  /** What the source asks for and is not asked: the kind of income support and the referrer. */
  readonly setAside: readonly Text[];
  /** The facts to ask for next: the smallest set that may settle the outcome. Empty when it is settled, or no fact can settle it. */
  readonly askNext: readonly string[];
  /** Which of the stated needs it works on. */
  readonly needsCovered: readonly Focus[];
  /** True while nobody new is taken in. The person's outcome does not depend on it. */
  readonly intakePaused: boolean;
  /** What is known of it, with source, mark and days. */
  readonly description: DatedDescription;
}

/** A person matched with a catalogue on a day. */
export interface CatalogueMatch {
  readonly on: CalendarDate;
  readonly needs: readonly Focus[];
  /** The best fit first; see {@link matchInterventions}. */
  readonly matches: readonly InterventionMatch[];
  /** The missing facts that matter somewhere, the one that matters in most interventions first, equals as the interventions are ranked. */
  readonly questions: readonly { readonly fact: string; readonly interventions: readonly CodeId[] }[];
  /** Interventions that are not looked at on that day. */
  readonly notThen: readonly { readonly intervention: CodeId; readonly name: Text; readonly because: NotThen }[];
}

/**
 * Matches a person with the interventions for individuals (insatser) that a catalogue describes on a reference date.
 *
 * Ranked by need and fit: first those whose criteria are met, then those that are undetermined, then the others; among these, those that
 * work on more of the stated needs; among these, those with fewer open questions (missing facts and judgements; a target group that no
 * source states comes last); at last by the Swedish name. Neither the referrer nor the kind of income support has a part in it: places are
 * for those who need them (no-quota principle, local collaboration group Järva, 2023-02-13). Nothing is granted or denied: that people
 * decide (lag 2003:1210, 7 §).
 *
 * Models, methods and tools are described in the catalogue and matched with nobody.
 *
 * @param options.needs What the person needs an activity to work on, as stated by the person or a case worker.
 * @param options.costs What it costs to ask for a fact, by its name; 1 when left out.
 * @throws NoCatalogue when the profile has no catalogue, WrongFacts when a fact is of the wrong kind, NoVersionCovers when a rule behind
 *   a target group has no version for the day.
 * @example
 * ```ts
 * import { matchInterventions } from "@finsam/interventions";
 * import { stockholm } from "@finsam/stockholm";
 * const person = { birthDate: "1999-05-01", inPsychosisCare: true };
 * const { matches } = matchInterventions(stockholm, person, { on: "2021-09-01", needs: ["job-focused"] });
 * matches[0]?.intervention; // => "ips-psychosis-care"
 * ```
 */
export function matchInterventions(
  profile: Profile,
  facts: Facts,
  {
    on,
    needs = [],
    costs = {},
  }: {
    readonly on: CalendarDate;
    readonly needs?: readonly Focus[];
    readonly costs?: Readonly<Record<string, number>>;
  },
): CatalogueMatch {
  const matches: (InterventionMatch & { readonly matters: readonly string[] })[] = [];
  const notThen: CatalogueMatch["notThen"][number][] = [];
  for (const intervention of catalogueOf(profile).interventions.filter(isOffered)) {
    const { id, name } = intervention;
    const description = describedOn(intervention, on);
    if (typeof description === "string") notThen.push({ intervention: id, name, because: description });
    else matches.push(matchOne(profile, intervention, description, facts, { on, needs, costs }));
  }
  matches.sort(byNeedAndFit);
  return {
    on,
    needs,
    matches: matches.map(({ matters: _, ...match }) => match),
    questions: questionsOf(matches),
    notThen,
  };
}

const offered: readonly Intervention["kind"][] = ["intervention", "project", "service"];

const isOffered = ({ participants, kind }: Intervention): boolean =>
  participants === "individuals" && offered.includes(kind);

interface Asked {
  readonly on: CalendarDate;
  readonly needs: readonly Focus[];
  readonly costs: Readonly<Record<string, number>>;
}

function matchOne(
  profile: Profile,
  intervention: Intervention,
  description: DatedDescription,
  facts: Facts,
  { on, needs, costs }: Asked,
): InterventionMatch & { readonly matters: readonly string[] } {
  const { targetGroup, focus = [], intake } = description.value;
  const rule = targetGroup?.criterion === undefined ? undefined : targetGroupAt(profile, intervention, on);
  const explanation = rule === undefined ? null : assess(rule, facts);
  const judgement = targetGroup?.judgement ?? [];
  // Who is not asked by a criterion is judged by people, and until they have judged it is open.
  const byPeople = judgement.length > 0 || explanation === null ? (["undetermined"] as const) : [];
  const outcome = allOf([...(explanation === null ? [] : [explanation.outcome]), ...byPeople]);
  const open = rule !== undefined && explanation?.outcome === "undetermined";
  const { next, matters } = open ? questions(rule, facts, explanation, costs) : { next: [], matters: [] };
  return {
    intervention: intervention.id,
    name: intervention.name,
    outcome,
    explanation,
    targetGroup: targetGroup?.text ?? null,
    judgement,
    setAside: targetGroup?.setAside ?? [],
    askNext: next,
    needsCovered: needs.filter((need) => focus.includes(need)),
    intakePaused: intake === "paused",
    description,
    matters,
  };
}

/** The facts to ask for next, and all that matter. */
function questions(
  { criterion, setting }: ResolvedRule,
  facts: Facts,
  { missing }: Explanation,
  costs: Asked["costs"],
): { readonly next: readonly string[]; readonly matters: readonly string[] } {
  try {
    const { mayBeEnough, alwaysEnough } = askNext(criterion, facts, setting, costs);
    const matters = alwaysEnough.facts.length === 0 ? missing : alwaysEnough.facts;
    return { next: mayBeEnough[0]?.facts ?? matters.slice(0, 1), matters };
  } catch (problem) {
    // A criterion that is too large to analyse can still be asked about, fact by fact.
    if (!(problem instanceof AnalysisTooLarge)) throw problem;
    return { next: missing.slice(0, 1), matters: missing };
  }
}

const places: Readonly<Record<Outcome, number>> = { met: 0, undetermined: 1, notMet: 2 };

const swedish = new Intl.Collator("sv");

function byNeedAndFit(a: InterventionMatch, b: InterventionMatch): number {
  return (
    places[a.outcome] - places[b.outcome] ||
    b.needsCovered.length - a.needsCovered.length ||
    Number(a.targetGroup === null) - Number(b.targetGroup === null) ||
    openQuestions(a) - openQuestions(b) ||
    swedish.compare(a.name.sv, b.name.sv)
  );
}

const openQuestions = ({ explanation, judgement }: InterventionMatch): number =>
  (explanation?.missing.length ?? 0) + judgement.length;

function questionsOf(
  matches: readonly { readonly intervention: CodeId; readonly matters: readonly string[] }[],
): CatalogueMatch["questions"] {
  const byFact = new Map<string, CodeId[]>();
  for (const { intervention, matters } of matches)
    for (const fact of matters) byFact.set(fact, [...(byFact.get(fact) ?? []), intervention]);
  return [...byFact]
    .map(([fact, interventions]) => ({ fact, interventions }))
    .sort((a, b) => b.interventions.length - a.interventions.length);
}
