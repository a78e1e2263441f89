import { addDays, type CalendarDate } from "@finsam/model";
import type { ProcessLayout } from "@finsam/policy";
import type { RecordedDuty } from "./joint-plan.ts";
import { partsOfYear } from "./parts-of-year.ts";
import type { PathwayChange } from "./pathway.ts";

/** A step or a review that was done. */
export interface DoneInProcess {
  /** The id of the step or the review. */
  readonly id: string;
  readonly on: CalendarDate;
}

/**
 * The follow-ups that changes of case worker or care centre open (kontinuitet), each from the day after the one before left. One held on that
 * day or later closes every change before it. Without a number of days in the process nothing says when it is late.
 *
 * @example
 * ```ts
 * import { continuityDuties } from "@finsam/pathway";
 * const label = { sv: "Följ upp efter byte", en: "Follow up after a change" };
 * const process = { steps: [{ id: "continuity", label }], reviews: [],
 *   continuity: [{ change: "case-worker" as const, opens: "continuity", withinDays: 14 }] };
 * const [opened] = continuityDuties(process, [{ change: "case-worker", left: "2024-03-31" }], []);
 * [opened?.duty.from, opened?.duty.by, opened?.done]; // => ["2024-04-01", "2024-04-15", "not-done"]
 * ```
 */
export function continuityDuties(
  process: ProcessLayout,
  changes: readonly PathwayChange[],
  done: readonly DoneInProcess[],
): readonly RecordedDuty[] {
  return changes.flatMap(({ change, left }) =>
    process.continuity
      .filter((rule) => rule.change === change)
      .flatMap(({ opens, withinDays }): readonly RecordedDuty[] => {
        const step = process.steps.find(({ id }) => id === opens);
        if (step === undefined) return [];
        const from = addDays(left, 1);
        const held = done.filter(({ id, on }) => id === opens && on >= from).sort(byDay)[0];
        return [
          {
            duty: {
              id: opens,
              label: step.label,
              from,
              ...(withinDays === undefined ? {} : { by: addDays(from, withinDays) }),
              ...(step.roles === undefined ? {} : { responsible: step.roles }),
              ...(step.tools === undefined ? {} : { actions: step.tools }),
            },
            done: held === undefined ? "not-done" : { on: held.on },
          },
        ];
      }),
  );
}

/**
 * The reviews of a process in a calendar year: once in each quarter for the steering group's, once in each tertial (four months) for the
 * analysis. Each is due on any day of its months; one held on one of them counts. Without a list of those held nothing is known of them.
 *
 * @example
 * ```ts
 * import { reviewDuties } from "@finsam/pathway";
 * const label = { sv: "Styrgruppens möte", en: "Meeting of the steering group" };
 * const process = { steps: [], continuity: [], reviews: [{ id: "steering-group", label, everyMonths: 3 as const }] };
 * const [first, second] = reviewDuties(process, 2024, [{ id: "steering-group", on: "2024-02-14" }]);
 * [first?.done, second?.duty.by, second?.done]; // => [{ on: "2024-02-14" }, "2024-06-30", "not-done"]
 * ```
 */
export function reviewDuties(
  { reviews }: ProcessLayout,
  year: number,
  done: readonly DoneInProcess[] | undefined,
): readonly RecordedDuty[] {
  return reviews.flatMap(({ id, label, everyMonths, roles, tools }) =>
    partsOfYear(year, everyMonths).map(({ from, to }): RecordedDuty => {
      const held = done?.filter((one) => one.id === id && from <= one.on && one.on <= to).sort(byDay)[0];
      return {
        duty: {
          id,
          label,
          from,
          by: to,
          ...(roles === undefined ? {} : { responsible: roles }),
          ...(tools === undefined ? {} : { actions: tools }),
        },
        done: held === undefined ? (done === undefined ? "not-recorded" : "not-done") : { on: held.on },
      };
    }),
  );
}

const byDay = (a: DoneInProcess, b: DoneInProcess): number => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0);
