import {
  anonymise,
  type Participation,
  type ParticipationId,
  type Person,
  type PersonId,
  type Text,
} from "@finsam/model";
import type { RegisterLayout } from "@finsam/policy";
import { mergePersons, type RegisterRecord } from "@finsam/store";
import type { RowRemark, RowStatement } from "./read-row.ts";
import { reasons, remarkTexts } from "./reasons.ts";
import type { RowProblem } from "./row-problem.ts";

/** Where a row stands: in which of the files, and on which line. */
export interface RowPlace {
  readonly file: string;
  /** Which of the files that are read together, counted from 0: two may have one name. */
  readonly fileIndex: number;
  readonly line: number;
}

/** What a row keeps once it has been compared with those before it. */
type KeptRow = Pick<RowStatement, "participation" | "person" | "remarks">;

/** The rows that were kept so far, as far as later rows are compared with them. */
export interface SeenRows {
  /** What contradicts an earlier row. */
  readonly problems: (row: RowStatement, place: RowPlace) => readonly RowProblem[];
  /** Keeps a row that contradicts none. */
  readonly keep: (row: RowStatement, place: RowPlace) => KeptRow;
  /**
   * What can be said only when all rows have been seen: the persons, once each, and the participations without consent, which are
   * anonymous when any row says that the person is protected.
   */
  readonly records: () => Iterable<RegisterRecord>;
}

interface WithoutConsent {
  readonly participation: Participation;
  /** Held while the rows are read, and never given to anyone. */
  readonly person: PersonId | undefined;
}

interface SeenPerson {
  readonly person: Person;
  readonly place: RowPlace;
}

/**
 * Begins to compare the rows of files that are read together. `isConflict` tells of the rows that the store has said contradict it.
 */
export function startSeenRows(layout: RegisterLayout, isConflict = (_: RowPlace): boolean => false): SeenRows {
  const participations = new Map<ParticipationId, RowPlace>();
  const persons = new Map<PersonId, SeenPerson>();
  const withoutConsent: WithoutConsent[] = [];
  const isProtected = (id: PersonId | undefined): boolean =>
    id !== undefined && persons.get(id)?.person.protectedIdentity === true;

  return {
    problems: ({ participationId, person }, place) => {
      const same = participationId === undefined ? undefined : participations.get(participationId);
      const duplicate: readonly RowProblem[] =
        same === undefined
          ? []
          : [
              {
                code: "duplicate-participation",
                column: layout.columns.participation,
                reason: reasons.duplicateParticipation(placeText(same, place)),
              },
            ];
      const conflict: readonly RowProblem[] = isConflict(place)
        ? [
            {
              code: "other-person-in-store",
              column: layout.columns.participation,
              reason: reasons.otherPersonInStore,
            },
          ]
        : [];
      const known = person && persons.get(person.id);
      const contradicting = known === undefined ? [] : contradictions(layout, known, person, place);
      return [...duplicate, ...conflict, ...contradicting];
    },
    keep: (row, place) => {
      const { participation, person, comparedPerson, remarks } = row;
      if (participation !== undefined) participations.set(participation.id, place);
      if (person === undefined) {
        if (participation === undefined) return { remarks };
        if (isProtected(comparedPerson)) return { participation: anonymise(participation), remarks: [] };
        withoutConsent.push({ participation, person: comparedPerson });
        return { participation, remarks };
      }
      const known = persons.get(person.id);
      const merged = mergePersons(known?.person, person);
      persons.set(person.id, { person: merged, place: known?.place ?? place });
      // Who is protected on one row is protected on the later ones; `records` and the store see to the earlier.
      if (merged.protectedIdentity)
        return { participation: participation && anonymise(participation), person: merged, remarks: [] };
      return { participation, person: merged, remarks: [...remarks, ...changedFacts(layout, known?.person, person)] };
    },
    records: function* () {
      for (const { person } of persons.values()) yield { kind: "person", person };
      for (const { participation, person } of withoutConsent)
        yield { kind: "participation", participation: isProtected(person) ? anonymise(participation) : participation };
    },
  };
}

function* contradictions(
  { columns }: RegisterLayout,
  known: SeenPerson,
  person: Person | undefined,
  place: RowPlace,
): Iterable<RowProblem> {
  if (person === undefined || person.protectedIdentity || known.person.protectedIdentity) return;
  const where = placeText(known.place, place);
  const [before, now] = [known.person.birthDate, person.birthDate];
  // A date that leaves the month or the day open agrees with every day in it.
  if (before !== undefined && now !== undefined && !before.startsWith(now) && !now.startsWith(before))
    yield {
      code: "other-birth-date",
      column: columns.birthDate ?? columns.person,
      reason: reasons.otherBirthDate(where),
    };
  if (person.sex !== "unknown" && known.person.sex !== "unknown" && person.sex !== known.person.sex)
    yield { code: "other-sex", column: columns.sex ?? columns.person, reason: reasons.otherSex(where) };
}

function changedFacts(layout: RegisterLayout, known: Person | undefined, person: Person): readonly RowRemark[] {
  if (known === undefined || known.protectedIdentity || person.protectedIdentity) return [];
  const [before, now] = [known.facts ?? {}, person.facts ?? {}];
  return Object.entries(layout.facts ?? {}).flatMap(([fact, column]) =>
    before[fact] === undefined || now[fact] === undefined || JSON.stringify(before[fact]) === JSON.stringify(now[fact])
      ? []
      : [{ column, code: "fact-changed", message: remarkTexts["fact-changed"] }],
  );
}

function placeText(of: RowPlace, seenFrom: RowPlace): Text {
  return of.fileIndex === seenFrom.fileIndex
    ? { sv: `rad ${of.line}`, en: `line ${of.line}` }
    : { sv: `rad ${of.line} i ${of.file}`, en: `line ${of.line} of ${of.file}` };
}
