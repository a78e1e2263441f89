import { type Explanation, Outcome, readFacts } from "@finsam/criteria";
import * as english from "@finsam/criteria/en";
import * as swedish from "@finsam/criteria/sv";
import { matchInterventions, preconditionsOf } from "@finsam/interventions";
import { CalendarDate, Citation, CodeId, type Facts, SourceStatus, Text } from "@finsam/model";
import { Focus, type Profile } from "@finsam/policy";
import * as z from "zod";
import { documentText } from "../documents.ts";
import { type ExitCode, exitCodes } from "../exit-code.ts";
import { Failure } from "../failure.ts";
import { type MatchedPerson, matchesInWords, stepsInBoth } from "../matches-in-words.ts";
import { peopleIn, tellNotAsked } from "../people-file.ts";
import { profileOf } from "../profile-option.ts";
import type { Session } from "../session.ts";
import { openStoreOption } from "../store-option.ts";

/** What `finsam match` was asked to do. */
export interface MatchOptions {
  readonly on: string;
  readonly profile: string;
  readonly need?: readonly string[];
  readonly store?: string;
  readonly person?: string;
  readonly json?: true;
}

/** What `finsam match --json` prints: for each person the interventions, the best fit first. */
export const MatchDocument = z.strictObject({
  profile: z.string(),
  version: z.string(),
  on: CalendarDate,
  results: z.array(
    z.strictObject({
      id: z.string(),
      needs: z.array(Focus),
      matches: z.array(
        z.strictObject({
          intervention: CodeId,
          name: Text,
          outcome: Outcome,
          /** For whom it is, in the words of the source; null when no source says. */
          targetGroup: Text.nullable(),
          /** The outcome and what decides it, as a paragraph; null when there is no criterion. */
          text: Text.nullable(),
          missing: z.array(z.string()),
          /** What people have to judge. */
          judgement: z.array(Text),
          /** What the source asks for and is not asked (no-quota principle). */
          setAside: z.array(Text),
          askNext: z.array(z.string()),
          /** Whether what has to be done before an application is done; null when no source states any. It is no part of the outcome. */
          beforeApplication: z.strictObject({ outcome: Outcome, text: Text, missing: z.array(z.string()) }).nullable(),
          needsCovered: z.array(Focus),
          intakePaused: z.boolean(),
          status: SourceStatus,
          citation: Citation,
        }),
      ),
      questions: z.array(z.strictObject({ fact: z.string(), interventions: z.array(CodeId) })),
      notThen: z.array(
        z.strictObject({
          intervention: CodeId,
          name: Text,
          because: z.enum(["not-described", "not-started", "ended"]),
        }),
      ),
    }),
  ),
  /** People of the file who could not be read: the place in the array, and what is wrong with which fact. */
  refused: z.array(
    z.strictObject({
      index: z.int().min(0),
      id: z.string().optional(),
      problems: z.array(z.strictObject({ fact: z.string(), message: Text })).min(1),
    }),
  ),
});
export type MatchDocument = z.infer<typeof MatchDocument>;

/** Matches people of a file, or one person of a register, with the interventions of the profile. */
export async function matchCommand(
  session: Session,
  file: string | undefined,
  options: MatchOptions,
): Promise<ExitCode> {
  const profile = await profileOf(options.profile);
  const given = needsOf(options.need);
  const { people, refused } = await peopleFor(session, file, options, profile);
  const matched = people.map(({ id, facts, application, needs }) => ({
    id,
    application,
    match: matchInterventions(profile, facts, { on: options.on, needs: [...new Set([...given, ...needs])] }),
  }));
  if (options.json === true)
    session.print(
      documentText(MatchDocument, {
        profile: profile.id,
        version: profile.version,
        on: options.on,
        results: matched.map((one) => resultOf(one, profile)),
        refused: [...refused],
      }),
    );
  else session.print(matchesInWords(matched, profile, options.on, session));
  for (const { index, problems } of refused)
    for (const { fact, message } of problems)
      session.tell({
        sv: `Person nr ${index + 1} i listan matchades inte: "${fact}" ${message.sv}.`,
        en: `Person no. ${index + 1} in the array was not matched: "${fact}" ${message.en}.`,
      });
  return refused.length === 0 ? exitCodes.fine : exitCodes.badInput;
}

interface AskingPerson {
  readonly id: string;
  readonly facts: Facts;
  /** What is known of an application, apart from the person. */
  readonly application: Facts;
  readonly needs: readonly Focus[];
}

type Refused = MatchDocument["refused"][number];

async function peopleFor(
  session: Session,
  file: string | undefined,
  { store, person }: MatchOptions,
  profile: Profile,
): Promise<{ readonly people: readonly AskingPerson[]; readonly refused: readonly Refused[] }> {
  if (file !== undefined && store === undefined && person === undefined) return peopleOfFile(session, file, profile);
  if (file === undefined && store !== undefined && person !== undefined)
    return { people: [await personOfRegister(store, person, profile)], refused: [] };
  throw new Failure({
    sv: "Ange antingen en JSON-fil med personer, eller ett lager och en person i det: --store LAGER --person PSEUDONYM.",
    en: "Name either a JSON file of people, or a store and a person in it: --store STORE --person PSEUDONYM.",
  });
}

// An id may be a number in the file; it is a text everywhere else.
const PersonOfFile = z.looseObject({
  id: z.union([z.string().min(1), z.number().transform(String)]),
  needs: z.array(Focus).nullish(),
  application: z.record(z.string(), z.unknown()).nullish(),
});

async function peopleOfFile(session: Session, file: string, { vocabulary, catalogue }: Profile) {
  const people: AskingPerson[] = [];
  const refused: Refused[] = [];
  const notInVocabulary = new Set<string>();
  for (const [index, candidate] of (await peopleIn(file)).entries()) {
    const person = PersonOfFile.safeParse(candidate);
    if (!person.success) {
      const [place] = person.error.issues[0]?.path ?? [];
      const fact = place === "needs" || place === "application" ? place : "id";
      refused.push({ index, problems: [{ fact, message: expected[fact] }] });
      continue;
    }
    const { id, needs, application, ...stated } = person.data;
    const ofPerson = readFacts(vocabulary, stated);
    const ofApplication = readFacts(catalogue?.applicationFacts ?? {}, application ?? {});
    for (const name of [...ofPerson.unknown, ...ofApplication.unknown]) notInVocabulary.add(name);
    const problems = [...ofPerson.problems, ...ofApplication.problems];
    if (problems.length > 0) refused.push({ index, id, problems });
    else people.push({ id, facts: ofPerson.facts, application: ofApplication.facts, needs: needs ?? [] });
  }
  tellNotAsked(session, notInVocabulary);
  return { people, refused };
}

const expected = {
  id: { sv: "ska finnas och vara en text", en: "should be there and be a text" },
  needs: {
    sv: `ska vara en lista av ${Focus.options.join(", ")}`,
    en: `should be an array of ${Focus.options.join(", ")}`,
  },
  application: { sv: "ska vara ett objekt med uppgifter", en: "should be an object with facts" },
} as const satisfies Readonly<Record<string, Text>>;

/** What a register knows of a person. Who has protected identity is not told apart from who is not there. */
async function personOfRegister(
  option: string,
  id: string,
  { id: profile, vocabulary }: Profile,
): Promise<AskingPerson> {
  await using store = await openStoreOption(option, "read", profile);
  const person = await store.person(id);
  if (person.protectedIdentity) return { id, facts: {}, application: {}, needs: [] };
  const { birthDate = null, sex } = person;
  const { facts } = readFacts(vocabulary, { birthDate, sex, ...person.facts });
  return { id, facts, application: {}, needs: [] };
}

function needsOf(names: readonly string[] = []): readonly Focus[] {
  return names
    .flatMap((name) => name.split(","))
    .map((name) => {
      const focus = Focus.safeParse(name.trim());
      if (focus.success) return focus.data;
      throw new Failure({
        sv: `--need ${name}: ange ${Focus.options.join(", ")}.`,
        en: `--need ${name}: give ${Focus.options.join(", ")}.`,
      });
    });
}

function resultOf({ id, application, match }: MatchedPerson, profile: Profile): MatchDocument["results"][number] {
  const { on, needs, matches, questions, notThen } = match;
  const textOf = (explanation: Explanation): Text => ({
    sv: swedish.explainInWords(explanation, profile.vocabulary),
    en: english.explainInWords(explanation, profile.vocabulary),
  });
  const beforeApplication = (intervention: CodeId) => {
    const explanation = preconditionsOf(profile, intervention, application, on);
    if (explanation === null) return null;
    const { outcome, missing } = explanation;
    return { outcome, text: stepsInBoth(explanation, profile), missing: [...missing] };
  };
  return {
    id,
    needs: [...needs],
    matches: matches.map(({ explanation, description, judgement, setAside, askNext, needsCovered, ...rest }) => ({
      ...rest,
      text: explanation === null ? null : textOf(explanation),
      beforeApplication: beforeApplication(rest.intervention),
      missing: [...(explanation?.missing ?? [])],
      judgement: [...judgement],
      setAside: [...setAside],
      askNext: [...askNext],
      needsCovered: [...needsCovered],
      status: description.status,
      citation: description.citation,
    })),
    questions: questions.map(({ fact, interventions }) => ({ fact, interventions: [...interventions] })),
    notThen: notThen.map((one) => ({ ...one })),
  };
}
