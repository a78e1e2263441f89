import * as z from "zod";
import { CalendarDate } from "./calendar-date.ts";
import { PartialDate } from "./partial-date.ts";
import { Text } from "./text.ts";

/** A document that a rule, a limit or a code is taken from. */
export const Source = z.strictObject({
  title: Text,
  /** When its content was true or published. */
  date: PartialDate.optional(),
  /** Where to read it, when it is public. */
  url: z.url().optional(),
});
export type Source = z.infer<typeof Source>;

/**
 * How sure a value is: `attested` (a source says so), `unverified` (nobody could check it) or `announced` (decided, not yet in
 * force).
 */
export const SourceStatus = z.enum(["attested", "unverified", "announced"]);
export type SourceStatus = z.infer<typeof SourceStatus>;

/** Points out the place in a source: its id in the profile, and where in it. */
export const Citation = z.strictObject({
  source: z.string().min(1),
  /** Section, paragraph or line, as a reader finds it. */
  place: z.string().min(1).optional(),
});
export type Citation = z.infer<typeof Citation>;

/** The days on which a value, a rule or a code is valid, both included; no `validTo` while no end is known. */
export const Validity = z.strictObject({ validFrom: CalendarDate, validTo: CalendarDate.optional() });
export type Validity = z.infer<typeof Validity>;
