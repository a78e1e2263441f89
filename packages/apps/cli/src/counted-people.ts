import { readFacts, type Vocabulary } from "@finsam/criteria";
import { Sex, type Text } from "@finsam/model";
import { type AskedCondition, type OutcomeGroup, startGrouping } from "@finsam/policy/compare";
import * as z from "zod";
import { peopleIn, tellNotAsked } from "./people-file.ts";
import type { Session } from "./session.ts";

/** People counted by the outcomes of conditions, and whether somebody could not be read. */
export interface CountedPeople {
  readonly groups: readonly OutcomeGroup[];
  readonly anyRefused: boolean;
}

/** Counts the people of a JSON file. Who has protected identity is not counted; a sex that is not stated is unknown. */
export async function countPeopleIn(
  session: Session,
  file: string,
  conditions: readonly AskedCondition[],
  vocabulary: Vocabulary,
): Promise<CountedPeople> {
  const grouping = startGrouping(conditions);
  const notInVocabulary = new Set<string>();
  let anyRefused = false;
  const refuse = (index: number, name: string, message: Text): void => {
    anyRefused = true;
    session.tell({
      sv: `Person nr ${index + 1} i listan räknades inte: "${name}" ${message.sv}.`,
      en: `Person no. ${index + 1} in the array was not counted: "${name}" ${message.en}.`,
    });
  };
  for (const [index, candidate] of (await peopleIn(file)).entries()) {
    const person = CountedPerson.safeParse(candidate);
    if (!person.success) {
      refuse(index, String(person.error.issues[0]?.path[0] ?? "sex"), expected);
      continue;
    }
    const { id, sex, protectedIdentity, ...stated } = person.data;
    if (protectedIdentity === true) continue;
    const { facts, problems, unknown } = readFacts(vocabulary, stated);
    for (const name of unknown) notInVocabulary.add(name);
    for (const { fact, message } of problems) refuse(index, fact, message);
    if (problems.length === 0) grouping.add(facts, sex ?? "unknown");
  }
  tellNotAsked(session, notInVocabulary);
  return { groups: grouping.groups(), anyRefused };
}

const CountedPerson = z.looseObject({
  id: z.unknown().optional(),
  sex: Sex.nullish(),
  protectedIdentity: z.boolean().nullish(),
});

const expected: Text = {
  sv: "går inte att läsa; sex är woman, man, other, unknown eller null, protectedIdentity true, false eller null",
  en: "cannot be read; sex is woman, man, other, unknown or null, protectedIdentity true, false or null",
};
