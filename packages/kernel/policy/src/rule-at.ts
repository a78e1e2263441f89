import {
  type Cited,
  type Condition,
  type Criterion,
  type Explanation,
  evaluate,
  explain,
  type FactProblem,
  type Outcome,
  readFacts,
  type Setting,
  tooLarge,
} from "@finsam/criteria";
import { CalendarDate, Citation, dateParts, type Facts, type Language, SourceStatus, type Text } from "@finsam/model";
import * as z from "zod";
import { at } from "./dated.ts";
import type { Profile } from "./profile.ts";

/** Which profile a rule was taken from, and the days on which that version of it is valid. */
export const RuleOrigin = z.strictObject({
  profile: z.string(),
  version: z.string(),
  validFrom: CalendarDate,
  validTo: CalendarDate.optional(),
  status: SourceStatus,
  citation: Citation,
});
export type RuleOrigin = Readonly<z.infer<typeof RuleOrigin>>;

/** A rule as it stands on a reference date: every limit filled in, every reference followed, ready to assess people. */
export interface ResolvedRule {
  readonly id: string;
  readonly title: Text;
  readonly criterion: Criterion;
  /** The reference date and what else an evaluation depends on. */
  readonly setting: Setting;
  /** Which policy it was taken from, and the days on which this version of the rule is valid. */
  readonly policy: RuleOrigin;
}

/** A profile has no rule of that name; the names it has stand in the message. */
export class UnknownRule extends Error {
  readonly code = "unknown-rule";
  readonly rule: string;
  readonly text: Text;
  constructor(rule: string, known: readonly string[]) {
    const text: Text = {
      sv: `Profilen har ingen regel "${rule}". Den har ${known.join(", ")}.`,
      en: `The profile has no rule "${rule}". It has ${known.join(", ")}.`,
    };
    super(text.en);
    this.name = "UnknownRule";
    this.rule = rule;
    this.text = text;
  }
}

/** Facts that the vocabulary does not allow. The message names the facts and what they should be, never their values. */
export class WrongFacts extends Error {
  readonly code = "wrong-facts";
  readonly problems: readonly FactProblem[];
  readonly text: Text;
  constructor(problems: readonly FactProblem[]) {
    const listed = (language: Language): string =>
      problems.map(({ fact, message }) => `"${fact}" ${message[language]}`).join("; ");
    const text: Text = {
      sv: `Uppgifterna kan inte användas: ${listed("sv")}.`,
      en: `The facts cannot be used: ${listed("en")}.`,
    };
    super(text.en);
    this.name = "WrongFacts";
    this.problems = problems;
    this.text = text;
  }
}

/**
 * A rule of a profile as it stands on a reference date.
 *
 * @throws UnknownRule when the profile has no such rule, NoVersionCovers when the rule, or a value in it, has no version for the day,
 * RangeError when the day does not exist, CriterionTooLarge when the rule with all that it refers to is larger than a criterion may be.
 * @example
 * ```ts
 * import { assess, ruleAt } from "@finsam/policy";
 * import { stockholm } from "@finsam/stockholm";
 * const rule = ruleAt(stockholm, "target-group", "2024-03-01");
 * assess(rule, { birthDate: "1957-03-01" }).outcome; // => "notMet"
 * ```
 */
export function ruleAt(profile: Profile, id: string, on: CalendarDate): ResolvedRule {
  dateParts(on);
  const definition = Object.hasOwn(profile.rules, id) ? profile.rules[id] : undefined;
  if (definition === undefined) throw new UnknownRule(id, Object.keys(profile.rules));
  const { value, validFrom, validTo, status, citation } = at(definition.versions, on, id);
  // A few rules that each name the next one twice are as large as a million.
  const problem = tooLarge(value, (named) => ruleOn(profile, named, on));
  if (problem !== undefined) throw problem;
  return {
    id,
    title: definition.title,
    criterion: resolve(value, profile, on),
    setting: {
      vocabulary: profile.vocabulary,
      on,
      leapDayBirthday: at(profile.leapDayBirthday, on, "leapDayBirthday").value,
    },
    policy: { profile: profile.id, version: profile.version, validFrom, validTo, status, citation },
  };
}

/**
 * What a rule says about a person, and why. Facts that the vocabulary does not have are not looked at.
 *
 * @throws WrongFacts when a fact is of the wrong kind; check strangers' facts with `readFacts` of `@finsam/criteria` first.
 * @example
 * ```ts
 * import { assess, ruleAt } from "@finsam/policy";
 * import { stockholm } from "@finsam/stockholm";
 * const rule = ruleAt(stockholm, "target-group", "2024-02-29");
 * assess(rule, { residentMunicipality: "0180", illHealth: true }).missing; // => ["birthDate"]
 * ```
 */
export const assess = (rule: ResolvedRule, facts: Facts): Explanation =>
  explain(rule.criterion, factsFor(rule, facts), rule.setting);

/**
 * What a rule says about a person, without the reasons. For many people, compile the rule (`@finsam/criteria/compile`).
 *
 * @throws WrongFacts as `assess` does.
 * @example
 * ```ts
 * import { outcomeOf, ruleAt } from "@finsam/policy";
 * import { stockholm } from "@finsam/stockholm";
 * outcomeOf(ruleAt(stockholm, "finsam", "2024-02-29"), { needsCoordinatedRehabilitation: true }); // => "met"
 * ```
 */
export const outcomeOf = (rule: ResolvedRule, facts: Facts): Outcome =>
  evaluate(rule.criterion, factsFor(rule, facts), rule.setting);

/** The facts as the vocabulary reads them: `unknown` is missing, and a value that is not allowed is refused. */
function factsFor({ setting }: ResolvedRule, stated: Facts): Facts {
  const { facts, problems } = readFacts(setting.vocabulary, stated);
  if (problems.length > 0) throw new WrongFacts(problems);
  return facts;
}

/** The criterion of a rule on a day; nothing when there is none, which following the reference tells in its own words. */
function ruleOn({ rules }: Profile, id: string, on: CalendarDate): Criterion | undefined {
  const versions = Object.hasOwn(rules, id) ? (rules[id]?.versions ?? []) : [];
  return versions.find(({ validFrom, validTo }) => validFrom <= on && on <= (validTo ?? on))?.value;
}

function resolve(criterion: Criterion, profile: Profile, on: CalendarDate): Criterion {
  switch (criterion.op) {
    case "all":
    case "any":
      return { op: criterion.op, of: criterion.of.map((part) => resolve(part, profile, on)) };
    case "not":
      return { op: "not", of: resolve(criterion.of, profile, on) };
    case "rule":
      return ruleAt(profile, criterion.rule, on).criterion;
    default:
      return fillIn(criterion, profile, on);
  }
}

function fillIn(condition: Condition, profile: Profile, on: CalendarDate): Condition {
  const limit = condition.value;
  if (typeof limit !== "object" || !("parameter" in limit)) return condition;
  const name = limit.parameter;
  const { value, ...origin } = at(profile.parameters[name]?.versions ?? [], on, name);
  const cited: Cited = { parameter: name, ...origin };
  // That the value fits the condition was checked when the profile was read.
  return { ...condition, value, cited } as Condition;
}
