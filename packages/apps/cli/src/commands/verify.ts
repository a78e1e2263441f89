import { Text } from "@finsam/model";
import * as z from "zod";
import { documentText } from "../documents.ts";
import { type ExitCode, exitCodes } from "../exit-code.ts";
import type { Session } from "../session.ts";
import { openStoreOption } from "../store-option.ts";

/** What `finsam verify --json` prints. */
export const VerifyDocument = z.strictObject({
  problems: z.array(
    z.strictObject({
      code: z.enum([
        "records-not-readable",
        "reads-disagree",
        "protection-contradicted",
        "history-broken",
        "storage-damaged",
      ]),
      records: z.int().min(0).optional(),
      text: Text,
    }),
  ),
});
export type VerifyDocument = z.infer<typeof VerifyDocument>;

/** What `finsam verify` was asked to do. */
export interface VerifyCommandOptions {
  readonly store: string;
  readonly json?: true;
}

/** Reads everything in a store back, and finds what is not as it should be. */
export async function verifyCommand(session: Session, options: VerifyCommandOptions): Promise<ExitCode> {
  await using store = await openStoreOption(options.store, "read");
  const problems = [...(await store.verify())];
  const sound = { sv: "Inget fel funnet.", en: "Nothing wrong was found." };
  if (options.json === true) session.print(documentText(VerifyDocument, { problems }));
  else session.print(problems.map(({ text }) => text[session.language]).join("\n") || sound[session.language]);
  return problems.length > 0 ? exitCodes.findings : exitCodes.fine;
}
