import type {
  CalendarDate,
  CodeId,
  CodeList,
  FollowedParticipation,
  Participation,
  ParticipationId,
  PersonId,
} from "@finsam/model";
import { codeById, daysBetween } from "@finsam/model";
import { compare } from "./day-set.ts";

/**
 * How a person came into an intervention: for the `first` time; again after an end (`re-entry`, återinträde); again while an earlier
 * participation in it went on (`at-the-same-time`, often a double registration); `waiting` to start; or `returned-before-start`
 * (återremitterad), which is no entry and no exit.
 */
export interface Entry {
  readonly person: PersonId;
  readonly intervention: CodeId;
  readonly participation: ParticipationId;
  readonly kind: "first" | "re-entry" | "at-the-same-time" | "waiting" | "returned-before-start";
  /** Whole days between the last end before a re-entry and the new start. */
  readonly daysAway?: number;
  /** What does not fit: someone returned before the start has a start, or the list has no such reason. */
  readonly findings: readonly ("returned-but-started" | "unknown-return-reason")[];
}

/** What an association counts as an entry. */
export interface EntryRules {
  /** Exit reasons that say that there was no participation (felregistrering). */
  readonly notParticipations?: readonly CodeId[];
  /** The reasons for which someone is returned before the start. */
  readonly returnedBeforeStart?: CodeList;
}

/**
 * The entries of people into interventions, by person, intervention and start. Only participations with consent to follow-up say who it is,
 * so the others give no entry; wrong registrations give none either.
 *
 * @example
 * ```ts
 * import { entriesOf } from "@finsam/pathway";
 * const first = { followUp: "followed", id: "D1", person: "p1", intervention: "work-training", sex: "man", sexBasis: "legal-sex",
 *   start: "2021-01-11", end: "2021-02-28" } as const;
 * const entries = entriesOf([first, { ...first, id: "D2", start: "2021-05-03", end: undefined }]);
 * entries.map(({ kind, daysAway }) => [kind, daysAway]); // => [["first", undefined], ["re-entry", 63]]
 * ```
 */
export function entriesOf(participations: readonly Participation[], rules: EntryRules = {}): readonly Entry[] {
  const known = participations
    .filter((one): one is FollowedParticipation => one.followUp === "followed")
    .filter(({ exitReason }) => exitReason === undefined || !(rules.notParticipations ?? []).includes(exitReason))
    .sort(
      (a, b) =>
        compare(a.person, b.person) ||
        compare(a.intervention, b.intervention) ||
        compare(a.start ?? "9999-12-31", b.start ?? "9999-12-31") ||
        compare(a.id, b.id),
    );
  // The last day of the participations in the same intervention before this one.
  let lastEnd: CalendarDate | undefined;
  return known.map((participation, index) => {
    const { person, intervention, id, start, end = forever, returnedBeforeStart } = participation;
    const entry = { person, intervention, participation: id };
    const previous = known[index - 1];
    if (previous?.person !== person || previous.intervention !== intervention) lastEnd = undefined;
    if (returnedBeforeStart !== undefined)
      return { ...entry, kind: "returned-before-start", findings: returnFindings(participation, rules) };
    if (start === undefined) return { ...entry, kind: "waiting", findings: [] };
    const before = lastEnd;
    if (before === undefined || end > before) lastEnd = end;
    if (before === undefined) return { ...entry, kind: "first", findings: [] };
    // An end and a start on the same day are a hand-over, as between two interventions.
    return before > start
      ? { ...entry, kind: "at-the-same-time", findings: [] }
      : { ...entry, kind: "re-entry", daysAway: Math.max(0, daysBetween(before, start) - 1), findings: [] };
  });
}

function returnFindings(
  { start, returnedBeforeStart }: FollowedParticipation,
  { returnedBeforeStart: list }: EntryRules,
): Entry["findings"] {
  const unknown =
    list !== undefined && returnedBeforeStart !== undefined && codeById(list, returnedBeforeStart) === undefined;
  return [
    ...(start === undefined ? [] : (["returned-but-started"] as const)),
    ...(unknown ? (["unknown-return-reason"] as const) : []),
  ];
}

const forever = "9999-12-31";
