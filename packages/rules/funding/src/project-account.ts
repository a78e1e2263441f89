import { CalendarDate, CodeId, calendarDate, daysBetween, Text } from "@finsam/model";
import type { AccountsDue } from "@finsam/policy";
import * as z from "zod";
import { Ore } from "./member-shares.ts";

/**
 * The account (redovisning) of a grant to a project: what it was given for a year, what it used, and the day the account was signed.
 * What is not stated is not known.
 *
 * @example
 * ```ts
 * import { ProjectAccount } from "@finsam/funding";
 * ProjectAccount.safeParse({ id: "samtal", name: { sv: "Samtal", en: "Talks" }, year: 2024, granted: 300_000_00 }).success; // => true
 * ```
 */
export const ProjectAccount = z.strictObject({
  id: CodeId,
  name: Text,
  year: z.int().min(1).max(9998),
  granted: Ore,
  used: Ore.optional(),
  signed: CalendarDate.optional(),
});
export type ProjectAccount = z.infer<typeof ProjectAccount>;

/**
 * How the account of a grant stands on a day. `in-time` and `late` are signed accounts; `not-due` and `overdue` are those not reported, in
 * time and after it. `daysLate` counts the days after the due day, to the signing or to the reference date. `toRepay` (återbetalas) is
 * what was granted and not used, `beyondGrant` what was used above it; `null` until an account with what was used is signed.
 *
 * @example
 * ```ts
 * import { AccountStanding } from "@finsam/funding";
 * AccountStanding.shape.state.options; // => ["in-time", "late", "not-due", "overdue"]
 * ```
 */
export const AccountStanding = z.strictObject({
  id: CodeId,
  year: z.int(),
  due: CalendarDate,
  state: z.enum(["in-time", "late", "not-due", "overdue"]),
  signed: CalendarDate.nullable(),
  daysLate: z.int().min(0),
  granted: Ore,
  used: Ore.nullable(),
  toRepay: Ore.nullable(),
  beyondGrant: Ore.nullable(),
});
export type AccountStanding = z.infer<typeof AccountStanding>;

/**
 * The standing of an account on a reference date. It is due the year after the grant, on the day that policy states. What is unsigned, or
 * signed after the reference date, is not reported on it, and the amounts in it are not known then.
 *
 * @example
 * ```ts
 * import { accountStanding } from "@finsam/funding";
 * const talks = { id: "talks", name: { sv: "Samtal", en: "Talks" }, year: 2024, granted: 300_000_00, used: 280_000_00, signed: "2025-03-17" };
 * const standing = accountStanding(talks, { month: 2, day: 28 }, "2025-04-01");
 * [standing.due, standing.state, standing.daysLate, standing.toRepay]; // => ["2025-02-28", "late", 17, 2000000]
 * accountStanding(talks, { month: 2, day: 28 }, "2025-03-01").state; // => "overdue"
 * ```
 */
export function accountStanding(
  { id, year, granted, used, signed }: ProjectAccount,
  { month, day }: AccountsDue,
  on: CalendarDate,
): AccountStanding {
  const due = calendarDate(year + 1, month, day);
  const reported = signed !== undefined && signed <= on;
  const until = reported ? signed : on;
  const late = until > due;
  const known = reported ? used : undefined;
  return {
    id,
    year,
    due,
    state: reported ? (late ? "late" : "in-time") : late ? "overdue" : "not-due",
    signed: reported ? signed : null,
    daysLate: late ? daysBetween(due, until) : 0,
    granted,
    used: known ?? null,
    toRepay: known === undefined ? null : Math.max(0, granted - known),
    beyondGrant: known === undefined ? null : Math.max(0, known - granted),
  };
}
