import { CalendarDate, CodeId, PersonId } from "@finsam/model";
import { AttendanceRecord, JointPlan, PathwayChange } from "@finsam/pathway";
import { ProgrammeGroup } from "@finsam/policy";
import * as z from "zod";
import { Failure } from "./failure.ts";
import { inputJson } from "./input-file.ts";
import { problemsIn } from "./pathway-of-person.ts";
import type { Session } from "./session.ts";

const Done = z.strictObject({ id: CodeId, on: CalendarDate });

/**
 * What somebody keeps track of: groups of a programme with their participants, joint plans, and processes. A list of what was done states that the
 * rest was not; without the list nothing is known.
 */
export const DueFile = z.strictObject({
  groups: z
    .array(
      z.strictObject({
        programme: CodeId,
        /** The id of a group of the profile, or a group of its own. */
        group: z.union([CodeId, ProgrammeGroup]),
        participants: z
          .array(
            z.strictObject({
              person: PersonId,
              /** Milestones held. */
              done: z.array(Done).optional(),
              attendance: z.array(AttendanceRecord).optional(),
            }),
          )
          .optional(),
      }),
    )
    .optional(),
  plans: z.array(JointPlan).optional(),
  processes: z
    .array(
      z.strictObject({
        process: CodeId,
        /** Reviews held in the year of the reference date. */
        reviews: z.array(Done).optional(),
        people: z
          .array(z.strictObject({ person: PersonId, changes: z.array(PathwayChange), done: z.array(Done) }))
          .optional(),
      }),
    )
    .optional(),
});
export type DueFile = z.infer<typeof DueFile>;

/** The file that `finsam due` was given. */
export async function dueFile(session: Session, file: string): Promise<DueFile> {
  const read = DueFile.safeParse(await inputJson(file));
  if (read.success) return read.data;
  const problems = problemsIn(read.error, session);
  throw new Failure({
    sv: `Filen ${file} ska innehålla grupper, planer eller processer:\n${problems}`,
    en: `The file ${file} should hold groups, plans or processes:\n${problems}`,
  });
}
