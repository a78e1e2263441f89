import { type Criterion, not, type Setting } from "@finsam/criteria";
import {
  AnalysisTooLarge,
  decidedBy,
  findPerson,
  type IdlePart,
  leavesOf,
  partsThatNeverMatter,
} from "@finsam/criteria/analyse";
import type { Text } from "@finsam/model";
import type { Profile } from "../profile.ts";
import { ruleVersions } from "../rule-versions.ts";
import type { ProfileFinding } from "./profile-finding.ts";

type Version = Profile["rules"][string]["versions"][number];

/** A version of a rule as it can be judged on one day. */
interface RuleOnDay {
  readonly criterion: Criterion;
  readonly setting: Setting;
}

/** Rules that say the same of everybody, conditions that never matter, and facts that decide and may not. */
export const ruleFindings = (profile: Profile): readonly ProfileFinding[] =>
  Object.entries(profile.rules).flatMap(([rule, { versions }]) => {
    const onDays = ruleVersions(profile, rule).map(({ validFrom, validTo, rule: { criterion, setting, policy } }) => ({
      since: policy.validFrom,
      days: [...new Set([validFrom, validTo ?? validFrom])].map((on) => ({ criterion, setting: { ...setting, on } })),
    }));
    return versions.flatMap((version, index) => {
      const place = `rules.${rule}.versions.${index}.value`;
      const days = onDays.filter(({ since }) => since === version.validFrom).flatMap((run) => run.days);
      return judged(place, () => [
        ...(findingSameForAll(days, place) ?? idleParts(version, days, profile, place)),
        ...(profile.mayNotDecide?.facts ?? []).flatMap((fact) => deciding(fact, days, profile, place)),
      ]);
    });
  });

function judged(place: string, look: () => readonly ProfileFinding[]): readonly ProfileFinding[] {
  try {
    return look();
  } catch (problem) {
    if (!(problem instanceof AnalysisTooLarge)) throw problem;
    return [{ code: "rule-too-large", place, message: problem.text, people: [] }];
  }
}

/** That a rule says the same of all people on some day. Then every part of it is idle, which is not worth a word of its own. */
function findingSameForAll(days: readonly RuleOnDay[], place: string): readonly ProfileFinding[] | undefined {
  for (const { criterion, setting } of days) {
    const { on } = setting;
    if (findPerson(criterion, setting) === undefined)
      return [
        {
          code: "rule-nobody-meets",
          place,
          on,
          message: {
            sv: `Ingen kan uppfylla regeln ${on}: villkoren motsäger varandra.`,
            en: `Nobody can meet the rule on ${on}: its conditions contradict each other.`,
          },
          people: [],
        },
      ];
    if (findPerson(not(criterion), setting) === undefined)
      return [
        {
          code: "rule-everybody-meets",
          place,
          on,
          message: {
            sv: `Alla uppfyller regeln ${on}, vad de än svarar.`,
            en: `Everybody meets the rule on ${on}, whatever they answer.`,
          },
          people: [],
        },
      ];
  }
  return undefined;
}

/** Parts that could be replaced by the same on every day of the version. */
function idleParts(
  version: Version,
  days: readonly RuleOnDay[],
  profile: Profile,
  place: string,
): readonly ProfileFinding[] {
  const leaves = leavesOf(version.value);
  // A reference stands in the resolved criterion where it stood in the rule, as what it refers to.
  const paths = leaves.map(({ path }) => path);
  const byDay = days.map(({ criterion, setting }) => partsThatNeverMatter(criterion, setting, paths));
  return leaves.flatMap(({ path, part }): readonly ProfileFinding[] => {
    const found = byDay.map((idle) => idle.find((one) => one.path === path)?.replaceableBy);
    const always = (by: IdlePart["replaceableBy"]) =>
      found.length > 0 && found.every((one) => one === by || one === "either");
    const by = always("either") ? "either" : always("met") ? "met" : always("notMet") ? "notMet" : undefined;
    if (by === undefined) return [];
    const name = part.op === "rule" ? profile.rules[part.rule]?.title : profile.vocabulary[part.fact]?.label;
    const what: Text = name ?? { sv: "uppgiften", en: "the fact" };
    const message: Text = {
      sv: `Villkoret "${what.sv}" avgör aldrig något: utfallet blir detsamma för alla ${without[by].sv}. Ta bort det, eller rätta det.`,
      en: `The condition "${what.en}" never matters: everybody has the same outcome ${without[by].en}. Leave it out, or correct it.`,
    };
    return [{ code: "condition-never-matters", place: [place, ...path].join("."), message, people: [] }];
  });
}

const without: Readonly<Record<IdlePart["replaceableBy"], Text>> = {
  met: { sv: "om det räknas som alltid uppfyllt", en: "if it counts as always met" },
  notMet: { sv: "om det räknas som aldrig uppfyllt", en: "if it counts as never met" },
  either: { sv: "vare sig det är uppfyllt eller inte", en: "whether it is met or not" },
};

function deciding(
  fact: string,
  days: readonly RuleOnDay[],
  profile: Profile,
  place: string,
): readonly ProfileFinding[] {
  for (const { criterion, setting } of days) {
    const people = decidedBy(fact, criterion, setting);
    if (people === undefined) continue;
    const label: Text = profile.vocabulary[fact]?.label ?? { sv: fact, en: fact };
    return [
      {
        code: "fact-may-not-decide",
        place,
        on: setting.on,
        message: {
          sv: `Regeln får inte bero på "${label.sv}", men svaret avgör: den ena uppfyller den och den andra inte.`,
          en: `The rule may not depend on "${label.en}", and the answer decides: one of the two meets it and the other does not.`,
        },
        people,
      },
    ];
  }
  return [];
}
