import { CalendarDate, CodeId, CodeList, LeapDayBirthday, Text } from "@finsam/model";
import { Band, ExitReasonResult } from "@finsam/policy";
import * as z from "zod";

/**
 * Which participations a table is about. Within its period: `participants` were going on at some time in it, `started` began in it,
 * `ended` finished in it, `carried-over` (pågående från tidigare år) began before it and were going on when it began, so that carried
 * over and started together are the participants. Outside any period: `not-started` have no start in the register.
 */
export const Population = z.enum(["participants", "carried-over", "started", "ended", "not-started"]);
export type Population = z.infer<typeof Population>;

/** The age on the first day, in completed years. */
const AgeAtStart = z.strictObject({
  by: z.literal("ageAtStart"),
  bands: z.array(Band).min(1).readonly(),
  leapDayBirthday: LeapDayBirthday,
});

/** What a table divides its population by. */
export const Dimension = z.discriminatedUnion("by", [
  /** Nothing: one row with all. */
  z.strictObject({ by: z.literal("nothing") }),
  /**
   * Nothing, and persons are counted instead of participations: one row with all who are followed up, nobody twice. Who is not followed
   * up has no person, and each such participation stands outside the base.
   */
  z.strictObject({ by: z.literal("persons") }),
  /** Whether the participation is followed up. */
  z.strictObject({ by: z.literal("followUp") }),
  /** The intervention, which is known of everybody. */
  z.strictObject({ by: z.literal("intervention"), list: CodeList }),
  /** A code that only those followed have. Codes in `excluded` are left out of the table and its base. */
  z.strictObject({
    by: z.enum(["referrer", "education", "exitReason"]),
    list: CodeList,
    excluded: z.array(CodeId).readonly().optional(),
  }),
  /** What the exit reason says about the result; each reason has one of the results. */
  z.strictObject({ by: z.literal("exitResult"), results: z.record(CodeId, ExitReasonResult) }),
  /** The same within groups: a known result in each group by itself, such as positive among those under 30. */
  z.strictObject({
    by: z.literal("exitResultWithin"),
    results: z.record(CodeId, ExitReasonResult),
    within: z.discriminatedUnion("by", [
      z.strictObject({ by: z.enum(["referrer", "education"]), list: CodeList }),
      AgeAtStart,
    ]),
  }),
  /** Several codes at once: a participation stands in every row that it has a code for. */
  z.strictObject({ by: z.literal("supportAtStart"), list: CodeList }),
  AgeAtStart,
  /** The unbroken time in public support on the first day, in years. */
  z.strictObject({ by: z.literal("supportYearsAtStart"), bands: z.array(Band).min(1).readonly() }),
]);
export type Dimension = z.infer<typeof Dimension>;

/** What results are divided by once more. */
export const Division = z.enum(["ageAtStart", "education", "referrer"]);
export type Division = z.infer<typeof Division>;

/** Whether one participation can stand in several rows of a table. */
export const isMultiple = ({ dimension }: Pick<TableSpec, "dimension">): boolean => dimension.by === "supportAtStart";

/**
 * Whether a table counts persons, so that its counts are parts of no others.
 *
 * @example
 * ```ts
 * import { countsPersons } from "@finsam/gender-reporting";
 * countsPersons({ dimension: { by: "persons" } }); // => true
 * ```
 */
export const countsPersons = ({ dimension }: Pick<TableSpec, "dimension">): boolean => dimension.by === "persons";

/** Whether a dimension is one that only those followed up have. */
export const leavesOutNotFollowed = ({ dimension }: Pick<TableSpec, "dimension">): boolean =>
  !["nothing", "followUp", "intervention"].includes(dimension.by);

/** What a table counts, as data: everything a store needs to count it, and nothing about how it is shown. */
export const TableSpec = z.strictObject({
  id: CodeId,
  title: Text,
  population: Population,
  period: z.strictObject({ from: CalendarDate, to: CalendarDate }),
  dimension: Dimension,
  /** Exit reasons that say that there never was a participation, such as a wrong registration: those are counted nowhere. */
  without: z.array(CodeId).readonly(),
  /** Only the participations in this intervention, for a section of its own; all when left out. */
  where: z.strictObject({ intervention: CodeId }).optional(),
});
export type TableSpec = z.infer<typeof TableSpec>;
