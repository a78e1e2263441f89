import type { CalendarDate, Measurement, PersonId } from "@finsam/model";
import { grouped } from "./grouped.ts";

/**
 * Another case worker (handläggare) stands by a person's measurements than before: the last day with the earlier one and the first with
 * the other. Neither is named.
 *
 * @example
 * ```ts
 * import type { CaseWorkerChange } from "@finsam/bip";
 * const event: CaseWorkerChange = { person: "P1", lastSeen: "2024-03-01", firstSeen: "2024-06-01" };
 * event.firstSeen; // => "2024-06-01"
 * ```
 */
export type CaseWorkerChange = {
  readonly person: PersonId;
  readonly lastSeen: CalendarDate;
  readonly firstSeen: CalendarDate;
};

/**
 * The changes of case worker that measurements show, whoever answered them. Measurements that do not say who the case worker is are passed
 * over; a day with several is no change as long as one of them stays.
 *
 * BIP holds that such changes hurt; here they are told as events beside the series, not as a cause of anything in it.
 *
 * @example
 * ```ts
 * import { caseWorkerChanges } from "@finsam/bip";
 * const march = { id: "M1", person: "P1", indicator: "own-job-belief", respondent: "participant" as const,
 *   on: "2024-03-01", scale: "one-to-five", value: 2, caseWorker: "H1" };
 * caseWorkerChanges([march, { ...march, id: "M2", on: "2024-06-01", caseWorker: "H2" }]);
 * // => [{ person: "P1", lastSeen: "2024-03-01", firstSeen: "2024-06-01" }]
 * ```
 */
export function caseWorkerChanges(measurements: Iterable<Measurement>): readonly CaseWorkerChange[] {
  const told = [...measurements].filter(({ caseWorker }) => caseWorker !== undefined);
  return grouped(told, ({ person }) => [person]).flatMap((ofPerson) => {
    const days = grouped(ofPerson, ({ on }) => [on]);
    return days.slice(1).flatMap((later, index) => {
      const earlier = days[index] ?? later;
      const before = earlier.map(({ caseWorker }) => caseWorker);
      return later.some(({ caseWorker }) => before.includes(caseWorker))
        ? []
        : [{ person: later[0].person, lastSeen: earlier[0].on, firstSeen: later[0].on }];
    });
  });
}
