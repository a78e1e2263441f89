import * as z from "zod";
import { CalendarDate } from "./calendar-date.ts";
import { CodeId } from "./code-list.ts";
import { PersonId } from "./person.ts";

/** Who answers: the participant, or the case worker (handläggare) about the participant. */
export const Respondent = z.enum(["participant", "case-worker"]);
export type Respondent = z.infer<typeof Respondent>;

/** One answer in a measurement (mätning): what was asked, who answered, when, and on which scale. */
export const Measurement = z.strictObject({
  id: z.string().min(1).max(200),
  person: PersonId,
  indicator: CodeId,
  respondent: Respondent,
  on: CalendarDate,
  /** The id of the scale that the answer is given on; answers on different scales are never compared. */
  scale: CodeId,
  /** The answer; null when the question was put and not answered. */
  value: z.number().nullable(),
  /** The case worker's pseudonym, so that a change of case worker can be seen. */
  caseWorker: PersonId.optional(),
});
export type Measurement = z.infer<typeof Measurement>;
