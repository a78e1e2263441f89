import type { Application, PlacesOffered, PlaceTaken } from "@finsam/interventions";

/** Two invented suppliers of work training; the second began in July. */
export const offered: readonly PlacesOffered[] = [
  { at: "the-workshop", from: "2021-01-01", places: 2 },
  { at: "the-garden", from: "2021-07-01", places: 4 },
];

/** Invented participants. */
export const taken: readonly PlaceTaken[] = [
  { at: "the-workshop", sex: "woman", start: "2021-02-01", end: "2021-09-30" },
  { at: "the-workshop", sex: "man", start: "2021-06-01" },
  { at: "the-garden", sex: "woman", start: "2021-08-16" },
];

/** Invented applications: two have started, one left the queue, two wait. */
export const applications: readonly Application[] = [
  { sex: "woman", applied: "2021-01-10", started: "2021-02-01" },
  { sex: "man", applied: "2021-01-15", started: "2021-06-01" },
  { sex: "woman", applied: "2021-03-01", left: "2021-05-01" },
  { sex: "woman", applied: "2021-04-01" },
  { sex: "man", applied: "2021-05-15" },
];
