import { addDays, type CalendarDate } from "@finsam/model";
import fc from "fast-check";
import type { Pathway, PathwayIntervention } from "./pathway.ts";

/** A day of some years around 2023, leap days among them. */
export const someDay: fc.Arbitrary<CalendarDate> = fc
  .integer({ min: 0, max: 1500 })
  .map((days) => addDays("2022-01-01", days));

/** A run of days that may go on. */
export const someInterval = fc
  .record({ from: someDay, length: fc.option(fc.integer({ min: 0, max: 400 })) })
  .map(({ from, length }) => ({ from, to: length === null ? null : addDays(from, length) }));

const someIntervention = (id: string): fc.Arbitrary<PathwayIntervention> =>
  fc
    .record({
      days: someInterval,
      waited: fc.option(fc.integer({ min: 0, max: 90 })),
      state: fc.constantFrom("begun", "waiting", "returned"),
      focus: fc.option(fc.subarray(["job-focused", "competence", "health", "social"] as const, { minLength: 1 })),
    })
    .map(({ days: { from, to }, waited, state, focus }): PathwayIntervention => {
      const label = { sv: `Insats ${id}`, en: `Intervention ${id}` };
      const known = {
        id,
        label,
        ...(focus === null ? {} : { focus }),
        ...(waited === null ? {} : { referred: addDays(from, -waited) }),
      };
      if (state === "waiting") return known;
      if (state === "returned") return { ...known, returned: to === null ? {} : { on: to } };
      return { ...known, start: from, ...(to === null ? {} : { end: to }) };
    });

/** The way of a person through up to five interventions. */
export const somePathway: fc.Arbitrary<Pathway> = fc
  .integer({ min: 0, max: 5 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => someIntervention(`i${index}`))))
  .map((interventions) => ({ person: "p1", interventions }));

/** A pathway in which only the days matter. */
export const pathwayOf = (...interventions: readonly Omit<PathwayIntervention, "label">[]): Pathway => ({
  person: "p1",
  interventions: interventions.map((one) => ({ label: { sv: one.id, en: one.id }, ...one })),
});
