import * as z from "zod";
import { Delimiter } from "./heading-line.ts";
import { Remark, RowProblem } from "./row-problem.ts";
import { TextEncoding } from "./text-encoding.ts";

/**
 * A row that was refused, with everything that is wrong with it.
 *
 * @example
 * ```ts
 * import { RefusedRow } from "@finsam/register-files";
 * RefusedRow.safeParse({ line: 7, problems: [] }).success; // => false
 * ```
 */
export const RefusedRow = z.strictObject({
  line: z.int().min(1).meta({ description: "Line of the file on which the row begins; the headings stand on line 1." }),
  problems: z.array(RowProblem).min(1).readonly(),
});
export type RefusedRow = z.infer<typeof RefusedRow>;

/**
 * The account of one file. Nothing is lost: as many rows were read as were saved and refused.
 *
 * @example
 * ```ts
 * import { FileAccount } from "@finsam/register-files";
 * const table = { name: "register.csv", encoding: "utf-8", delimiter: ";", ignoredColumns: [] };
 * FileAccount.safeParse({ ...table, read: 973, saved: 973, refused: [], remarks: [] }).success; // => true
 * FileAccount.safeParse({ ...table, read: 973, saved: 972, refused: [], remarks: [] }).success; // => false
 * ```
 */
export const FileAccount = z
  .strictObject({
    name: z.string().meta({ description: "The file, as it was named by whoever asked for it." }),
    encoding: TextEncoding,
    delimiter: Delimiter,
    ignoredColumns: z
      .array(z.string())
      .readonly()
      .meta({ description: "Headings that the register layout does not know. Nothing of these columns was kept." }),
    read: z.int().min(0).meta({ description: "Rows with something in them, the line of headings not counted." }),
    saved: z.int().min(0).meta({ description: "Rows that went to the store." }),
    refused: z.array(RefusedRow).readonly(),
    remarks: z.array(Remark).readonly().meta({ description: "What to look at in rows that were saved." }),
  })
  .refine(({ read, saved, refused }) => read === saved + refused.length, {
    error: "read is not saved + refused",
  });
export type FileAccount = z.infer<typeof FileAccount>;

const SavedCount = z.strictObject({
  added: z.int().min(0),
  replaced: z.int().min(0).meta({ description: "Records that replaced an earlier one with the same id." }),
  unchanged: z.int().min(0),
});

/**
 * What an import did, as JSON: each file's account, and what the store made of the records. No value of any row stands in it, so it can
 * be kept and sent.
 *
 * @example
 * ```ts
 * import { ImportAccount } from "@finsam/register-files";
 * const none = { added: 0, replaced: 0, unchanged: 0 };
 * ImportAccount.parse({ files: [], origin: "", store: { person: none, participation: none, measurement: none, spell: none } }).files; // => []
 * ```
 */
export const ImportAccount = z.strictObject({
  files: z.array(FileAccount).readonly(),
  origin: z.string().meta({ description: "What the history of the store says of where the records came from." }),
  store: z
    .strictObject({ person: SavedCount, participation: SavedCount, measurement: SavedCount, spell: SavedCount })
    .meta({ description: "Records new to the store, replaced and unchanged, of each kind." }),
});
export type ImportAccount = z.infer<typeof ImportAccount>;
