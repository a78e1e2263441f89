import type { CalendarDate, Measurement } from "@finsam/model";
import type { Instrument } from "@finsam/policy";
import { type Change, change } from "./change.ts";
import { contradict, contradictory } from "./contradiction.ts";
import { type Group, grouped } from "./grouped.ts";

/**
 * How one person moved on one indicator, as one respondent sees it, on one scale, from the first answer to the last. For the person's own
 * follow-up and for counting, not for ranking people.
 *
 * @example
 * ```ts
 * import { bip, changes, type PersonChange } from "@finsam/bip";
 * const nobody: readonly PersonChange[] = changes([], bip);
 * nobody; // => []
 * ```
 */
export type PersonChange = Pick<Measurement, "person" | "indicator" | "respondent" | "scale"> & {
  readonly change: Change;
  /** The days on which there is an answer, in order; the change is from the first to the last. */
  readonly answered: readonly CalendarDate[];
  /** The days on which the question was put and not answered, in order. */
  readonly unanswered: readonly CalendarDate[];
};

/**
 * The change from the first answer to the last, for each person, indicator, respondent and scale; in whatever order the measurements come.
 *
 * Measurements without an answer are passed over and listed. With answers on fewer than two days the change is undetermined
 * (`missing-answer`), and so it is when different answers stand on the first or on the last day (`contradictory-answers`).
 *
 * @example
 * ```ts
 * import { bip, changes } from "@finsam/bip";
 * const march = { id: "M1", person: "P1", indicator: "own-job-belief", respondent: "participant" as const,
 *   on: "2024-03-01", scale: "one-to-five", value: 2 };
 * const june = { ...march, id: "M2", on: "2024-06-01", value: null };
 * const september = { ...march, id: "M3", on: "2024-09-01", value: 3 };
 * const [first] = changes([september, june, march], bip);
 * first?.change; // => { outcome: "improved" }
 * first?.unanswered; // => ["2024-06-01"]
 * ```
 */
export function changes(measurements: Iterable<Measurement>, instrument: Instrument): readonly PersonChange[] {
  const series = grouped(measurements, ({ indicator, respondent, scale, person }) => [
    indicator,
    respondent,
    scale,
    person,
  ]);
  return series.map((rounds) => personChange(rounds, instrument));
}

/** The change of one person on one indicator, as one respondent sees it, on one scale. */
export function personChange(rounds: Group<Measurement>, instrument: Instrument): PersonChange {
  const { person, indicator, respondent, scale } = rounds[0];
  const answers = rounds.filter(({ value }) => value !== null);
  return {
    person,
    indicator,
    respondent,
    scale,
    change: firstToLast(answers, instrument),
    answered: days(answers),
    unanswered: days(rounds.filter(({ value }) => value === null)),
  };
}

function firstToLast(answers: readonly Measurement[], instrument: Instrument): Change {
  const [firstDay, lastDay] = [days(answers).at(0), days(answers).at(-1)];
  const first = answers.filter(({ on }) => on === firstDay);
  const last = answers.filter(({ on }) => on === lastDay);
  if (contradict(first) || contradict(last)) return contradictory;
  if (first[0] === undefined || last[0] === undefined || firstDay === lastDay)
    return { outcome: "undetermined", because: ["missing-answer"] };
  return change(first[0], last[0], instrument);
}

const days = (measurements: readonly Measurement[]): readonly CalendarDate[] =>
  [...new Set(measurements.map(({ on }) => on))].sort();

/**
 * How many people moved which way on one indicator, as one kind of respondent sees it, on one scale. Each person is counted once.
 *
 * @example
 * ```ts
 * import type { ChangeCounts } from "@finsam/bip";
 * const counts: ChangeCounts = {
 *   indicator: "own-job-belief", respondent: "participant", scale: "one-to-five",
 *   improved: 12, unchanged: 7, worsened: 5, undetermined: 6,
 * };
 * counts.improved + counts.unchanged + counts.worsened + counts.undetermined; // => 30
 * ```
 */
export type ChangeCounts = Pick<PersonChange, "indicator" | "respondent" | "scale"> &
  Readonly<Record<Change["outcome"], number>>;

/**
 * Counts changes by indicator, respondent and scale. The undetermined are a number of their own: they belong to those asked, and not to
 * the base of a share. Small numbers give people away: withhold them before publishing.
 *
 * @example
 * ```ts
 * import { bip, changes, countChanges } from "@finsam/bip";
 * const march = { id: "M1", person: "P1", indicator: "own-job-belief", respondent: "participant" as const,
 *   on: "2024-03-01", scale: "one-to-five", value: 2 };
 * const june = { ...march, id: "M2", on: "2024-06-01", value: 3 };
 * const [counts] = countChanges(changes([march, june, { ...march, id: "M3", person: "P2" }], bip));
 * [counts?.improved, counts?.worsened, counts?.undetermined]; // => [1, 0, 1]
 * ```
 */
export function countChanges(personChanges: Iterable<PersonChange>): readonly ChangeCounts[] {
  const groups = grouped(personChanges, ({ indicator, respondent, scale }) => [indicator, respondent, scale]);
  return groups.map((group) => {
    const { indicator, respondent, scale } = group[0];
    const counts = { improved: 0, unchanged: 0, worsened: 0, undetermined: 0 };
    for (const { change } of group) counts[change.outcome] += 1;
    return { indicator, respondent, scale, ...counts };
  });
}
