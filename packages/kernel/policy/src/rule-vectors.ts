import { type Criterion, conditionsIn, type Vocabulary } from "@finsam/criteria";
import { boundaryVectors, leapDayReferenceDates, limitVectors } from "@finsam/criteria/vectors";
import { addDays, type CalendarDate, includesDay, type Source } from "@finsam/model";
import { daysOf } from "./dated.ts";
import type { Profile } from "./profile.ts";
import { type RuleVersion, ruleVersions } from "./rule-versions.ts";
import type { Vector, VectorDocument } from "./vector-document.ts";

/**
 * The boundary test vectors of a rule over all its versions. On the first day of each version come all of them; the day before and after
 * it, on the last day and the days around it, and on the reference dates where a birth on 29 February matters, both sides of every limit.
 * A day beside a version that no version covers expects the error `no-version-covers`.
 *
 * @throws UnknownRule when the profile has no such rule.
 * @example
 * ```ts
 * import { ruleVectors } from "@finsam/policy";
 * import { stockholm } from "@finsam/stockholm";
 * ruleVectors(stockholm, "sig0").vectors[0];
 * // => { id: "2016-12-31-no-version-covers", on: "2016-12-31", facts: {}, error: "no-version-covers" }
 * ```
 */
export function ruleVectors(profile: Profile, ruleId: string): VectorDocument {
  const versions = ruleVersions(profile, ruleId);
  const criteria = versions.map(({ rule }) => rule.criterion);
  return {
    format: "finsam-vectors/1",
    rule: ruleId,
    title: profile.rules[ruleId]?.title ?? { sv: ruleId, en: ruleId },
    policy: { profile: profile.id, version: profile.version },
    sources: sourcesBehind(versions, profile),
    vocabulary: vocabularyOf(criteria, profile.vocabulary),
    versions: versions.map(({ validFrom, validTo, rule }) => ({
      validFrom,
      ...(validTo === undefined ? {} : { validTo }),
      status: rule.policy.status,
      citation: rule.policy.citation,
      leapDayBirthday: rule.setting.leapDayBirthday,
      criterion: rule.criterion,
    })),
    vectors: referenceDates(versions).flatMap((on) => vectorsOn(on, versions)),
  };
}

function vectorsOn(on: CalendarDate, versions: readonly RuleVersion[]): readonly Vector[] {
  const version = versions.find((candidate) => includesDay(daysOf(candidate), on));
  if (version === undefined) return [{ id: `${on}-no-version-covers`, on, facts: {}, error: "no-version-covers" }];
  const { criterion, setting } = version.rule;
  const vectors = on === version.validFrom ? boundaryVectors : limitVectors;
  return vectors(criterion, { ...setting, on }).map(({ id, ...vector }) => ({ id: `${on}-${id}`, on, ...vector }));
}

function referenceDates(versions: readonly RuleVersion[]): readonly CalendarDate[] {
  const days = versions.flatMap(({ validFrom, validTo, rule }) => [
    ...daysAround(validFrom),
    ...(validTo === undefined ? [] : daysAround(validTo)),
    ...leapDayReferenceDates(rule.criterion, rule.setting.vocabulary, daysOf({ validFrom, validTo })),
  ]);
  return [...new Set(days)].sort();
}

const daysAround = (day: CalendarDate): readonly CalendarDate[] => [
  ...(day === "0001-01-01" ? [] : [addDays(day, -1)]),
  day,
  ...(day === "9999-12-31" ? [] : [addDays(day, 1)]),
];

/** The facts that the criteria ask for, and the dates that years are counted from; without phrases, for vectors are read by programs. */
function vocabularyOf(criteria: readonly Criterion[], vocabulary: Vocabulary): Vocabulary {
  const asked = new Set(criteria.flatMap(conditionsIn).map(({ fact }) => fact));
  const dates = [...asked].flatMap((fact) => {
    const definition = vocabulary[fact];
    return definition?.type === "completedYears" ? [definition.since] : [];
  });
  const needed = new Set([...asked, ...dates]);
  return Object.fromEntries(
    Object.entries(vocabulary).flatMap(([fact, { phrases, ...definition }]) =>
      needed.has(fact) ? [[fact, definition]] : [],
    ),
  );
}

function sourcesBehind(versions: readonly RuleVersion[], profile: Profile): Readonly<Record<string, Source>> {
  const limits = versions.flatMap(({ rule }) => conditionsIn(rule.criterion)).flatMap(({ cited }) => cited ?? []);
  const cited = new Set([...versions.map(({ rule }) => rule.policy), ...limits].map(({ citation }) => citation.source));
  return Object.fromEntries(Object.entries(profile.sources).filter(([source]) => cited.has(source)));
}
