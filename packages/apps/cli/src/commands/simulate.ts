import { at, type Profile, ruleAt } from "@finsam/policy";
import { type AskedCondition, askedConditions, compareRules, RuleComparison } from "@finsam/policy/compare";
import { comparisonInWords } from "../comparison-in-words.ts";
import { type CountedPeople, countPeopleIn } from "../counted-people.ts";
import { documentText } from "../documents.ts";
import { type ExitCode, exitCodes } from "../exit-code.ts";
import { Failure } from "../failure.ts";
import { anyRefused, importFiles, tellAccount } from "../import-files.ts";
import { profileOf } from "../profile-option.ts";
import type { Session } from "../session.ts";
import { profileWith } from "../set-option.ts";
import { openStoreOption } from "../store-option.ts";

/** What `finsam simulate` was asked to do. */
export interface SimulateOptions {
  readonly rule: string;
  readonly set: readonly string[];
  readonly on: string;
  readonly store?: string;
  readonly profile: string;
  readonly threshold?: number;
  readonly key?: string;
  readonly json?: true;
}

/** Tells how many more or fewer would meet a rule if values of policy were others, and why. Nothing is decided or saved. */
export async function simulateCommand(
  session: Session,
  files: readonly string[],
  options: SimulateOptions,
): Promise<ExitCode> {
  const profile = await profileOf(options.profile);
  const before = ruleAt(profile, options.rule, options.on);
  const after = ruleAt(profileWith(profile, before, options.set), options.rule, options.on);
  const threshold = options.threshold ?? at(profile.report, options.on, "report").value.threshold;

  const people = await countPeople(session, files, options, profile, askedConditions(before, after));
  if (people.groups.length === 0) session.tell({ sv: "Det finns ingen att räkna.", en: "There is nobody to count." });
  const comparison = compareRules(before, after, people.groups, { threshold });
  session.print(
    options.json === true ? documentText(RuleComparison, comparison) : comparisonInWords(comparison, session.language),
  );
  return people.anyRefused ? exitCodes.badInput : exitCodes.fine;
}

async function countPeople(
  session: Session,
  files: readonly string[],
  options: SimulateOptions,
  profile: Profile,
  conditions: readonly AskedCondition[],
): Promise<CountedPeople> {
  if ((files.length === 0) === (options.store === undefined))
    throw new Failure({
      sv: "Ange vilka som ska räknas: en JSON-fil med personer, registerfiler, eller ett lager med --store sqlite:SÖKVÄG.",
      en: "Name the people to count: a JSON file of people, register files, or a store with --store sqlite:PATH.",
    });
  const [file = "", ...others] = files;
  if (file.endsWith(".json") && others.length === 0)
    return countPeopleIn(session, file, conditions, profile.vocabulary);
  await using store = await openStoreOption(options.store, files.length === 0 ? "read" : "write", profile.id);
  const account = files.length === 0 ? undefined : await importFiles(session, store, files, profile, options.key);
  if (account !== undefined) tellAccount(session, account);
  return {
    groups: await store.groupByConditions(conditions),
    anyRefused: account !== undefined && anyRefused(account),
  };
}
