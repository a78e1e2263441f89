import type { CalendarDate, CodeId, ParticipationId, Sex, Text } from "@finsam/model";
import * as z from "zod";

/**
 * How two registers disagree about a participation. "Here" is the association's own register, "there" the other one.
 *
 * - `missing-there`, `missing-here`: only one register has it.
 * - `not-ended-there`, `not-ended-here`: one has an end and the other has none (ej avregistrerad).
 * - `other-date`: the starts differ, or both have an end and the ends differ.
 * - `other-reason`: both have an end, with other exit reasons; a reason that one lacks is one of these.
 * - `other-sex`: the sexes differ; unknown in one of them is one of these.
 */
export const differenceKinds = [
  "missing-there",
  "missing-here",
  "not-ended-there",
  "not-ended-here",
  "other-date",
  "other-reason",
  "other-sex",
] as const;

/** One of the {@link differenceKinds}. */
export const DifferenceKind = z.enum(differenceKinds);
export type DifferenceKind = z.infer<typeof DifferenceKind>;

/** What lists and summaries call each kind. */
export const differenceKindLabels: Readonly<Record<DifferenceKind, Text>> = {
  "missing-there": { sv: "Saknas i det andra registret", en: "Missing in the other register" },
  "missing-here": { sv: "Saknas i det egna registret", en: "Missing in your own register" },
  "not-ended-there": { sv: "Avslutad här, inte avslutad där", en: "Ended here, not ended there" },
  "not-ended-here": { sv: "Avslutad där, inte avslutad här", en: "Ended there, not ended here" },
  "other-date": { sv: "Annat datum", en: "Other date" },
  "other-reason": { sv: "Annan avslutsorsak", en: "Other exit reason" },
  "other-sex": { sv: "Annat kön", en: "Other sex" },
};

/**
 * One thing to look into: a participation that one register lacks, or one answer that differs. It names participations by the ids of the
 * registers and no person. What a register does not state is `null`.
 */
export type Difference = {
  readonly here: ParticipationId | null;
  readonly there: ParticipationId | null;
  readonly intervention: CodeId;
  readonly sex: Sex;
} & (
  | { readonly kind: "missing-there" | "missing-here" }
  | {
      readonly kind: "not-ended-there" | "not-ended-here" | "other-date" | "other-reason" | "other-sex";
      readonly field: "start" | "end" | "exitReason" | "sex";
      readonly stated: { readonly here: CalendarDate | CodeId | null; readonly there: CalendarDate | CodeId | null };
    }
);
