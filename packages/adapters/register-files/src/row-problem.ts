import { Text } from "@finsam/model";
import * as z from "zod";

/**
 * What can be wrong with a row. The codes are stable.
 *
 * The row itself: `wrong-number-of-columns`, `not-text` (bytes or control characters), `unclosed-quote`, `misplaced-quote`,
 * `row-too-long`. A cell: `missing-value`, `bad-id`, `looks-like-identity-number`, `bad-identity-number`, `bad-date`, `unknown-code`,
 * `unknown-sex`, `unknown-answer`, `none-with-other`, `bad-fact`. Cells against each other: `end-before-start`, `end-without-start`,
 * `born-after-start`. Against earlier rows: `duplicate-participation`, `other-birth-date`, `other-sex`. Against
 * the store: `other-person-in-store`. And `invalid-record`: the
 * model refuses what the row gave.
 *
 * @example
 * ```ts
 * import { ProblemCode } from "@finsam/register-files";
 * ProblemCode.safeParse("end-before-start").success; // => true
 * ```
 */
export const ProblemCode = z.enum([
  "wrong-number-of-columns",
  "not-text",
  "unclosed-quote",
  "misplaced-quote",
  "row-too-long",
  "missing-value",
  "bad-id",
  "looks-like-identity-number",
  "bad-identity-number",
  "bad-date",
  "unknown-code",
  "unknown-sex",
  "unknown-answer",
  "none-with-other",
  "bad-fact",
  "end-before-start",
  "end-without-start",
  "born-after-start",
  "duplicate-participation",
  "other-birth-date",
  "other-sex",
  "other-person-in-store",
  "invalid-record",
]);
export type ProblemCode = z.infer<typeof ProblemCode>;

/**
 * Why a row was refused: one of the reasons, with the remedy. It tells what kind of value stood in the cell and never the value.
 *
 * @example
 * ```ts
 * import { RowProblem } from "@finsam/register-files";
 * const problem: RowProblem = {
 *   code: "bad-date",
 *   column: "slut",
 *   value: { sv: "datumliknande text", en: "date-like text" },
 *   reason: { sv: "Skriv ÅÅÅÅ-MM-DD.", en: "Write YYYY-MM-DD." },
 * };
 * RowProblem.parse(problem).column; // => "slut"
 * ```
 */
export const RowProblem = z.strictObject({
  code: ProblemCode.meta({ description: "Stable code of the problem." }),
  column: z.string().optional().meta({ description: "Heading of the column, where the problem lies in one." }),
  value: Text.optional().meta({
    description: "The kind of value that stood there, such as a number; never the value.",
  }),
  reason: Text.meta({ description: "What is wrong and what to do, in Swedish and English." }),
});
export type RowProblem = z.infer<typeof RowProblem>;

/**
 * Something to look at in a row that was saved all the same. Codes of this package: `consent-missing` and `fact-changed`; the others
 * come from the checks that were passed in.
 *
 * @example
 * ```ts
 * import { Remark } from "@finsam/register-files";
 * const text = { sv: "Samtycke saknas.", en: "Consent is missing." };
 * Remark.parse({ line: 7, column: "samtycke", code: "consent-missing", message: text }).line; // => 7
 * ```
 */
export const Remark = z.strictObject({
  line: z.int().min(1).meta({ description: "Line of the file on which the row begins; the headings stand on line 1." }),
  column: z.string().optional().meta({ description: "Heading of the column, where the remark is about one." }),
  code: z.string().min(1).meta({ description: "Stable code of the remark." }),
  message: Text.meta({ description: "What to look at, in Swedish and English. No value of the row stands in it." }),
});
export type Remark = z.infer<typeof Remark>;
