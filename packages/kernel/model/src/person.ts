import * as z from "zod";
import { PartialDate } from "./partial-date.ts";
import { Sex, SexBasis } from "./sex.ts";

/**
 * The pseudonym that stands for a person inside one register. Never an identity number: make one with `pseudonymise` of
 * `@finsam/model/identity`. It tells two people apart and says nothing else.
 */
export const PersonId = z.string().min(1).max(200);
export type PersonId = z.infer<typeof PersonId>;

/** A number that is known exactly, or known to lie between two values, both included. */
export const NumberOrInterval = z.union([
  z.number(),
  z
    .strictObject({ min: z.number(), max: z.number() })
    .refine(({ min, max }) => min <= max, { error: "an interval has its lowest value in min and its highest in max" }),
]);
export type NumberOrInterval = z.infer<typeof NumberOrInterval>;

/** What can be stated about a person: yes or no, a code or a date, several codes, a number or an interval. */
export const FactValue = z.union([z.boolean(), z.string().min(1), NumberOrInterval, z.array(z.string().min(1))]);
export type FactValue = z.infer<typeof FactValue>;

/** Facts by name. A fact that is not there, or is null, is missing; it is never read as no, 0 or nothing. */
export const Facts = z.record(z.string().min(1), FactValue.nullable());
export type Facts = z.infer<typeof Facts>;

/**
 * A person in a register. A person with protected identity (skyddade personuppgifter) is known by the pseudonym and by nothing else,
 * so that nothing else can be counted or shown.
 */
export const Person = z.discriminatedUnion("protectedIdentity", [
  z.strictObject({
    protectedIdentity: z.literal(false),
    id: PersonId,
    sex: Sex,
    sexBasis: SexBasis,
    birthDate: PartialDate.optional(),
    facts: Facts.optional(),
  }),
  z.strictObject({ protectedIdentity: z.literal(true), id: PersonId }),
]);
export type Person = z.infer<typeof Person>;
