import { type Criterion, conditionsIn } from "@finsam/criteria";
import { addDays, type CalendarDate } from "@finsam/model";
import type { Dated, Timeline } from "../dated.ts";
import { type Profile, rulesNamedIn } from "../profile.ts";
import type { ProfileFinding } from "./profile-finding.ts";

/**
 * Days on which a rule is valid and something that it needs is not yet, or no longer. A hole between two versions of the same thing is
 * not looked for: a profile with one is refused when it is read.
 */
export const validityFindings = (profile: Profile): readonly ProfileFinding[] =>
  Object.entries(profile.rules).flatMap(([rule, { versions }]) =>
    versions.flatMap((version, index) =>
      needsOf(version, profile).flatMap((need) => lackOf(need, version, `rules.${rule}.versions.${index}`)),
    ),
  );

interface Need {
  readonly name: string;
  readonly versions: Timeline<unknown>;
}

/** What a version of a rule needs besides itself. What another rule needs is looked at where that rule stands. */
function needsOf({ value: criterion }: Dated<Criterion>, profile: Profile): readonly Need[] {
  const parameters = conditionsIn(criterion).flatMap(({ value }) =>
    typeof value === "object" && "parameter" in value ? [value.parameter] : [],
  );
  return [
    ...[...new Set(parameters)].map((name) => ({ name, versions: profile.parameters[name]?.versions ?? [] })),
    ...[...new Set(rulesNamedIn(criterion))].map((name) => ({ name, versions: profile.rules[name]?.versions ?? [] })),
    { name: "leapDayBirthday", versions: profile.leapDayBirthday },
  ];
}

/** The days of a rule before what it needs begins, and after it ends. */
function lackOf({ name, versions }: Need, rule: Dated<unknown>, place: string): readonly ProfileFinding[] {
  const [first, last] = [versions[0], versions.at(-1)];
  if (first === undefined || last === undefined) return [];
  const lacking: { from: CalendarDate; to: CalendarDate | undefined }[] = [];
  if (rule.validFrom < first.validFrom)
    lacking.push({ from: rule.validFrom, to: earlier(addDays(first.validFrom, -1), rule.validTo) });
  if (last.validTo !== undefined && last.validTo < (rule.validTo ?? "9999-12-31"))
    lacking.push({ from: later(addDays(last.validTo, 1), rule.validFrom), to: rule.validTo });
  return lacking.map(({ from, to }) => ({
    code: "validity-hole",
    place,
    on: from,
    message: {
      sv: `Regeln gäller ${days(from, to, "till")}, men "${name}" gör det inte. Då kan ingen bedömas.`,
      en: `The rule is valid ${days(from, to, "to")}, and "${name}" is not. Nobody can be assessed then.`,
    },
    people: [],
  }));
}

const earlier = (a: CalendarDate, b: CalendarDate | undefined): CalendarDate => (b !== undefined && b < a ? b : a);

const later = (a: CalendarDate, b: CalendarDate): CalendarDate => (a < b ? b : a);

const days = (first: CalendarDate, last: CalendarDate | undefined, to: string): string =>
  first === last ? first : `${first} ${last === undefined ? "–" : `${to} ${last}`}`;
