import {
  type CalendarDate,
  type CodeId,
  countSex,
  noCounts,
  type ParticipationId,
  type PersonId,
  type Sex,
  type SexCounts,
} from "@finsam/model";
import { type Difference, type DifferenceKind, differenceKinds } from "./difference.ts";
import { pairInTime } from "./pair-in-time.ts";

/**
 * What is compared of a participation: a followed one fits. Without consent it is not known who takes part, so such a participation
 * cannot be compared; one of a person with protected identity is never handed in.
 */
export interface ComparedParticipation {
  readonly id: ParticipationId;
  /** The pseudonym, the same in both registers: made with one key. */
  readonly person: PersonId;
  readonly intervention: CodeId;
  readonly sex: Sex;
  readonly start?: CalendarDate | undefined;
  readonly end?: CalendarDate | undefined;
  readonly exitReason?: CodeId | undefined;
}

/** How many participations were compared, and how many disagree in each way. */
export interface ReconciliationCounts {
  readonly here: SexCounts;
  readonly there: SexCounts;
  /** Those that both registers have. */
  readonly both: SexCounts;
  /** Of them, those that have an end in this register: what `notEnded` is seen against. */
  readonly endedHere: SexCounts;
  readonly endedThere: SexCounts;
  /** Of them, those that the registers agree about in everything compared. */
  readonly agree: SexCounts;
  /** Participations, not answers: one with other dates at both ends counts once. One may stand under several kinds. */
  readonly differences: Readonly<Record<DifferenceKind, SexCounts>>;
}

/** Where two registers disagree. */
export interface Reconciliation {
  readonly counts: ReconciliationCounts;
  /** What to work through, in the order of the kinds, then of the participations in time. */
  readonly differences: readonly Difference[];
}

/**
 * Compares the same participations in two registers, such as the association's own (here) and a national one (there). Participations are
 * paired one to one within a person and an intervention, by {@link pairInTime}; one without a start is paired with what is left over.
 * Compared with itself a register has no difference; when the registers change places, here and there do. The order of the lists does
 * not matter.
 *
 * The counts are for those who work with the registers: nothing is withheld. A participation whose sex the registers state differently
 * counts as unknown, unless only one of them knows it.
 *
 * Source: the follow-up of 2021 reports that the national register and the own one differ, and six of eight who had ended and were not
 * de-registered.
 *
 * @param withinDays how many days apart two starts may lie in one participation: a choice of the association
 * @example
 * ```ts
 * import { reconcileRegisters } from "@finsam/register-reconciliation";
 * const ended = { id: "D1", person: "P1", intervention: "mia", sex: "woman", start: "2021-03-01", end: "2021-09-30" } as const;
 * const { end, ...notEnded } = { ...ended, id: "N7" };
 * const { counts, differences } = reconcileRegisters([ended], [notEnded], { withinDays: 30 });
 * counts.differences["not-ended-there"].total; // => 1
 * differences.map(({ kind, here, there }) => [kind, here, there]); // => [["not-ended-there", "D1", "N7"]]
 * ```
 */
export function reconcileRegisters(
  here: readonly ComparedParticipation[],
  there: readonly ComparedParticipation[],
  { withinDays }: { readonly withinDays: number },
): Reconciliation {
  const [groupsHere, groupsThere] = [grouped(here), grouped(there)];
  const groups = [...new Set([...groupsHere.keys(), ...groupsThere.keys()])];
  const matched = groups
    .flatMap((group) => pairsOf(groupsHere.get(group) ?? [], groupsThere.get(group) ?? [], withinDays))
    .sort((one, other) => inOrder(earlierOf(one), earlierOf(other)));
  const differences = matched.map((pair) => ({ pair, found: differencesOf(pair) }));
  const sexesOf = (chosen: readonly Pair[]) => countSexes(chosen.map(sexOf));
  const both = matched.filter(({ here, there }) => here !== undefined && there !== undefined);
  const withKind = (kind: DifferenceKind) =>
    differences.filter(({ found }) => found.some((difference) => difference.kind === kind)).map(({ pair }) => pair);
  return {
    counts: {
      here: countSexes(here.map(({ sex }) => sex)),
      there: countSexes(there.map(({ sex }) => sex)),
      both: sexesOf(both),
      endedHere: sexesOf(both.filter(({ here }) => here?.end !== undefined)),
      endedThere: sexesOf(both.filter(({ there }) => there?.end !== undefined)),
      agree: sexesOf(differences.filter(({ found }) => found.length === 0).map(({ pair }) => pair)),
      differences: Object.fromEntries(differenceKinds.map((kind) => [kind, sexesOf(withKind(kind))])) as Record<
        DifferenceKind,
        SexCounts
      >,
    },
    differences: differenceKinds.flatMap((kind) =>
      differences.flatMap(({ found }) => found.filter((difference) => difference.kind === kind)),
    ),
  };
}

/** A participation in both registers, or in one of them. */
interface Pair {
  readonly here?: ComparedParticipation | undefined;
  readonly there?: ComparedParticipation | undefined;
}

function grouped(
  participations: readonly ComparedParticipation[],
): ReadonlyMap<string, readonly ComparedParticipation[]> {
  const groups = new Map<string, ComparedParticipation[]>();
  for (const participation of participations.toSorted(inOrder)) {
    const key = JSON.stringify([participation.person, participation.intervention]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [participation]);
    else group.push(participation);
  }
  return groups;
}

function pairsOf(
  here: readonly ComparedParticipation[],
  there: readonly ComparedParticipation[],
  withinDays: number,
): readonly Pair[] {
  const [begunHere, begunThere] = [here.filter(hasBegun), there.filter(hasBegun)];
  const inTime = pairInTime(begunHere, begunThere, withinDays, inOrder);
  const leftHere = begunHere.filter((_, place) => !inTime.some(([one]) => one === place));
  const leftThere = begunThere.filter((_, place) => !inTime.some(([, other]) => other === place));
  // Those without a start first with each other, then with what has one and is left over.
  const [waitingHere, waitingThere] = [here.filter(isWaiting), there.filter(isWaiting)];
  const bothWait = Math.min(waitingHere.length, waitingThere.length);
  const [soleHere, soleThere] = [waitingHere.slice(bothWait), waitingThere.slice(bothWait)];
  return [
    ...inTime.map(([one, other]) => ({ here: begunHere[one], there: begunThere[other] })),
    ...waitingHere.slice(0, bothWait).map((one, place) => ({ here: one, there: waitingThere[place] })),
    ...sideBySide(soleHere, leftThere),
    ...sideBySide(leftHere, soleThere),
  ];
}

/** Two lists beside each other; one may be longer. */
const sideBySide = (here: readonly ComparedParticipation[], there: readonly ComparedParticipation[]): readonly Pair[] =>
  Array.from({ length: Math.max(here.length, there.length) }, (_, place) => ({
    here: here[place],
    there: there[place],
  }));

type Begun = ComparedParticipation & { readonly start: CalendarDate };
const hasBegun = (participation: ComparedParticipation): participation is Begun => participation.start !== undefined;
const isWaiting = (participation: ComparedParticipation): boolean => !hasBegun(participation);

function differencesOf({ here, there }: Pair): readonly Difference[] {
  const known = here ?? there;
  if (known === undefined) return [];
  const about = {
    here: here?.id ?? null,
    there: there?.id ?? null,
    intervention: known.intervention,
    sex: sexOf({ here, there }),
  };
  if (there === undefined) return [{ kind: "missing-there", ...about }];
  if (here === undefined) return [{ kind: "missing-here", ...about }];
  const differing = <Field extends "start" | "end" | "exitReason" | "sex">(field: Field) =>
    here[field] === there[field]
      ? []
      : [{ ...about, field, stated: { here: here[field] ?? null, there: there[field] ?? null } }];
  const endsHere = here.end !== undefined;
  const endsThere = there.end !== undefined;
  const ends = differing("end").map((difference): Difference => {
    if (endsHere && endsThere) return { kind: "other-date", ...difference };
    return { kind: endsHere ? "not-ended-there" : "not-ended-here", ...difference };
  });
  return [
    ...differing("start").map((difference): Difference => ({ kind: "other-date", ...difference })),
    ...ends,
    // While one has no end, it cannot have a reason either: that is not another difference.
    ...(endsHere && endsThere ? differing("exitReason") : []).map(
      (difference): Difference => ({ kind: "other-reason", ...difference }),
    ),
    ...differing("sex").map((difference): Difference => ({ kind: "other-sex", ...difference })),
  ];
}

function sexOf({ here, there }: Pair): Sex {
  const stated = new Set([here?.sex ?? "unknown", there?.sex ?? "unknown"].filter((sex) => sex !== "unknown"));
  const [sex] = stated;
  return stated.size === 1 && sex !== undefined ? sex : "unknown";
}

const earlierOf = ({ here, there }: Pair): ComparedParticipation | undefined =>
  here === undefined || (there !== undefined && inOrder(there, here) < 0) ? there : here;

/** By time, then by what else tells two apart, so that the order of the lists does not matter. Without a start comes last. */
function inOrder(one: ComparedParticipation | undefined, other: ComparedParticipation | undefined): number {
  const [a, b] = [one, other].map((participation) => [
    participation?.start ?? "~",
    participation?.end ?? "~",
    participation?.intervention ?? "",
    participation?.exitReason ?? "",
    participation?.sex ?? "",
    participation?.id ?? "",
    participation?.person ?? "",
  ]);
  const place = (a ?? []).findIndex((part, index) => part !== b?.[index]);
  if (place === -1) return 0;
  return (a?.[place] ?? "") < (b?.[place] ?? "") ? -1 : 1;
}

const countSexes = (stated: readonly Sex[]): SexCounts =>
  stated.reduce((counts, sex) => countSex(counts, sex), noCounts);
