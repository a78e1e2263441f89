import { Text } from "@finsam/model";
import * as z from "zod";
import { Failure } from "./failure.ts";
import { inputJson } from "./input-file.ts";

/** What the file of `--store federated:FILE.json` holds: the stores of several associations, to be read and counted as one. */
const FederatedFile = z
  .strictObject({
    parts: z
      .array(
        z.strictObject({
          id: z.string().min(1),
          /** Whose register it is, as the report says it when it does not answer. */
          name: Text.optional(),
          /** As `--store` names a store; a path begins in the folder of the file. */
          store: z.string().regex(/^(?!federated:)/, "a part is one store"),
        }),
      )
      .min(1),
    /** The id of the part that `finsam import` saves in. */
    saveTo: z.string().optional(),
    /** Whether a report may be made without those that do not answer; it then names them. */
    partial: z.boolean().optional(),
    /** After how many milliseconds a part does not answer. */
    answerWithin: z.int().min(1).optional(),
  })
  .superRefine(({ parts, saveTo }, { addIssue }) => {
    const ids = parts.map(({ id }) => id);
    if (new Set(ids).size < ids.length)
      addIssue({ code: "custom", path: ["parts"], message: "two parts have the same id" });
    if (saveTo !== undefined && !ids.includes(saveTo))
      addIssue({ code: "custom", path: ["saveTo"], message: "no part has this id" });
  });
type FederatedFile = z.infer<typeof FederatedFile>;

/** The file that lists the parts of a federated store. Addresses in it may hold passwords, so that no value of it is told. */
export async function federatedFile(path: string): Promise<FederatedFile> {
  const read = FederatedFile.safeParse(await inputJson(path));
  if (read.success) return read.data;
  const problems = read.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`).join("\n");
  throw new Failure({
    sv: `Filen ${path} ska lista register, som { "parts": [{ "id": "norr", "store": "sqlite:norr.db" }] }:\n${problems}`,
    en: `The file ${path} should list registers, as { "parts": [{ "id": "north", "store": "sqlite:north.db" }] }:\n${problems}`,
  });
}
