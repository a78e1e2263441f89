import { explain, readFacts, whatWouldMake } from "@finsam/criteria";
import * as english from "@finsam/criteria/en";
import * as swedish from "@finsam/criteria/sv";
import type { Facts, Text } from "@finsam/model";
import { type ResolvedRule, ruleAt } from "@finsam/policy";
import * as z from "zod";
import { AssessDocument, documentText } from "../documents.ts";
import { type ExitCode, exitCodes } from "../exit-code.ts";
import { peopleIn, tellNotAsked } from "../people-file.ts";
import { profileOf } from "../profile-option.ts";
import type { Session } from "../session.ts";

/** What `finsam assess` was asked to do. */
export interface AssessOptions {
  readonly rule: string;
  readonly on: string;
  readonly profile: string;
  readonly json?: true;
}

/** Assesses the people of a JSON file by a rule of the profile. */
export async function assessCommand(session: Session, file: string, options: AssessOptions): Promise<ExitCode> {
  const profile = await profileOf(options.profile);
  const rule = ruleAt(profile, options.rule, options.on);
  const document = assessPeople(rule, await peopleIn(file), session);
  session.print(options.json === true ? documentText(AssessDocument, document) : inWords(rule, document, session));
  for (const { index, problems } of document.refused)
    for (const { fact, message } of problems)
      session.tell({
        sv: `Person nr ${index + 1} i listan bedömdes inte: "${fact}" ${message.sv}.`,
        en: `Person no. ${index + 1} in the array was not assessed: "${fact}" ${message.en}.`,
      });
  return document.refused.length === 0 ? exitCodes.fine : exitCodes.badInput;
}

// An id may be a number in the file; it is a text everywhere else.
const Person = z.looseObject({ id: z.union([z.string().min(1), z.number().transform(String)]) });

function assessPeople(rule: ResolvedRule, people: readonly unknown[], session: Session): AssessDocument {
  const results: AssessDocument["results"] = [];
  const refused: AssessDocument["refused"] = [];
  const notInVocabulary = new Set<string>();
  for (const [index, candidate] of people.entries()) {
    const person = Person.safeParse(candidate);
    if (!person.success) {
      refused.push({ index, problems: [{ fact: "id", message: idExpected }] });
      continue;
    }
    const { id, ...stated } = person.data;
    const { facts, problems, unknown } = readFacts(rule.setting.vocabulary, stated);
    for (const name of unknown) notInVocabulary.add(name);
    if (problems.length > 0) refused.push({ index, id, problems: [...problems] });
    else results.push({ id, ...resultOf(rule, facts) });
  }
  tellNotAsked(session, notInVocabulary);
  const { id, policy, setting } = rule;
  return { rule: id, on: setting.on, policy, results, refused };
}

const idExpected: Text = { sv: "ska finnas och vara en text", en: "should be there and be a text" };

function resultOf({ criterion, setting }: ResolvedRule, facts: Facts) {
  const { vocabulary } = setting;
  const explanation = explain(criterion, facts, setting);
  const { outcome, because, decidedBy, missing } = explanation;
  const ways = outcome === "met" ? [] : whatWouldMake("met", criterion, facts, setting);
  return {
    outcome,
    text: {
      sv: swedish.explainInWords(explanation, vocabulary, ways),
      en: english.explainInWords(explanation, vocabulary, ways),
    },
    because: because.map((reason) => ({
      ...reason,
      text: { sv: swedish.say(reason, vocabulary), en: english.say(reason, vocabulary) },
    })),
    decidedBy: decidedBy.map((set) => [...set]),
    missing: [...missing],
  };
}

function inWords(rule: ResolvedRule, { on, policy, results }: AssessDocument, { language }: Session): string {
  const words = {
    sv: {
      head: `${rule.title.sv}, ${on} (profil ${policy.profile}, version ${policy.version})`,
      foot: "Bedömningen jämför med angivna kriterier. Beslut fattas av människor.",
    },
    en: {
      head: `${rule.title.en}, ${on} (profile ${policy.profile}, version ${policy.version})`,
      foot: "The assessment compares with stated criteria. Decisions are made by people.",
    },
  }[language];
  const people = results.map(({ id, text }) => `${id}: ${text[language]}`);
  return [words.head, ...people, words.foot].join("\n\n");
}
