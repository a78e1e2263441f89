import { FactName } from "@finsam/criteria";
import { SexBasis } from "@finsam/model";
import * as z from "zod";

const heading = z.string().min(1);
const spellings = z.array(z.string()).min(1).readonly();

/**
 * How an association's register is laid out: the heading of the column that each thing stands in, and how its answers are spelled.
 * A column that is left out is not read. Case and stray spaces in headings and answers do not matter.
 */
export const RegisterLayout = z
  .strictObject({
    columns: z.strictObject({
      participation: heading,
      /** A pseudonym; or an identity number, when `personIs` says so. */
      person: heading,
      intervention: heading,
      start: heading,
      end: heading,
      consent: heading,
      sex: heading.optional(),
      birthDate: heading.optional(),
      protectedIdentity: heading.optional(),
      district: heading.optional(),
      referrer: heading.optional(),
      referred: heading.optional(),
      exitReason: heading.optional(),
      returnedBeforeStart: heading.optional(),
      education: heading.optional(),
      supportAtStart: heading.optional(),
      supportSince: heading.optional(),
      supportAtEnd: heading.optional(),
    }),
    /** Columns that state a fact about the person, by the name of the fact in the vocabulary. */
    facts: z.record(FactName, heading).optional(),
    personIs: z.enum(["pseudonym", "identity-number"]),
    sexBasis: SexBasis,
    /** How each sex is spelled. An empty text here says what an empty cell means. */
    sexes: z.strictObject({
      woman: spellings,
      man: spellings,
      other: spellings.optional(),
      unknown: spellings.optional(),
    }),
    yes: spellings,
    no: spellings,
    /** What stands between several answers in one cell. */
    listSeparator: z.string().min(1),
    /** Says that the register holds no protected identities; needed when it has no column for them. */
    withoutProtectedIdentity: z.literal(true).optional(),
  })
  .refine(
    ({ columns, withoutProtectedIdentity }) =>
      columns.protectedIdentity !== undefined || withoutProtectedIdentity === true,
    {
      path: ["columns", "protectedIdentity"],
      error: "name the column for protected identity, or say withoutProtectedIdentity: true",
    },
  )
  .refine(({ columns, personIs }) => columns.sex !== undefined || personIs === "identity-number", {
    path: ["columns", "sex"],
    error: "name the column for sex; only an identity number tells it otherwise",
  });
export type RegisterLayout = z.infer<typeof RegisterLayout>;
