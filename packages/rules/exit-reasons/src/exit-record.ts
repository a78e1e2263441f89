import type { CalendarDate, Participation } from "@finsam/model";

/**
 * What is known about how a participation ended. Every `Participation` is one, and so is a row of a register whose dates and codes have
 * been read but not checked against each other. Without `followUp` it is taken as followed.
 *
 * @example
 * ```ts
 * import type { ExitRecord } from "@finsam/exit-reasons";
 * const row: ExitRecord = { start: "2021-03-01", end: "2021-09-01", exitReason: "illness" };
 * row.followUp; // => undefined
 * ```
 */
export type ExitRecord = {
  readonly followUp?: Participation["followUp"] | undefined;
  readonly start?: CalendarDate | undefined;
  readonly end?: CalendarDate | undefined;
  /** The id of an exit reason, as `findCode` gives it: not a label or a number. */
  readonly exitReason?: string | undefined;
  readonly returnedBeforeStart?: string | undefined;
};

/** Only a followed participation keeps its reasons; of the others nobody may ask why they ended. */
export const isFollowed = ({ followUp }: ExitRecord): boolean => followUp === undefined || followUp === "followed";
