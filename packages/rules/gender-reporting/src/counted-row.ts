import type { PartialDate, Participation } from "@finsam/model";

/** What a table can count of one participation: the participation itself, and what is known of the person's date of birth. */
export interface CountedRow {
  readonly participation: Participation;
  readonly birthDate?: PartialDate | undefined;
}
