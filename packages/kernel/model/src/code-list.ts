import * as z from "zod";
import { CalendarDate } from "./calendar-date.ts";
import { Citation, SourceStatus } from "./source.ts";
import { Text } from "./text.ts";

/** The id of a code: English, kebab-case, stable for ever. */
export const CodeId = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: "a code id is kebab-case: a-z, 0-9 and -" });
export type CodeId = z.infer<typeof CodeId>;

/** One code of a {@link CodeList}. */
export const Code = z.strictObject({
  id: CodeId,
  label: Text,
  /** What older systems called it, such as `1` for the first exit reason. */
  legacyCodes: z.array(z.string().min(1)).optional(),
  /** Other spellings that a register may hold. */
  aliases: z.array(z.string().min(1)).optional(),
  /** The wider code that this one belongs to. */
  parent: CodeId.optional(),
  /** The code that reports print instead, when they print several together. */
  reportAs: CodeId.optional(),
  validFrom: CalendarDate.optional(),
  validTo: CalendarDate.optional(),
  status: SourceStatus,
  citation: Citation.optional(),
});
export type Code = z.infer<typeof Code>;

/** A list of codes (kodlista): the answers that a question may have, with labels in both languages and how long each is valid. */
export const CodeList = z
  .strictObject({ id: CodeId, version: z.string().min(1), title: Text, codes: z.array(Code).min(1) })
  .superRefine((list, context) => {
    const ids = new Set(list.codes.map(({ id }) => id));
    const spellings = new Map<string, string>();
    for (const [index, code] of list.codes.entries()) {
      const path = ["codes", index];
      for (const wider of [code.parent, code.reportAs]) {
        if (wider !== undefined && !ids.has(wider))
          context.addIssue({
            code: "custom",
            path,
            message: `code "${code.id}" points to "${wider}", which the list lacks`,
          });
      }
      if (code.validFrom !== undefined && code.validTo !== undefined && code.validTo < code.validFrom)
        context.addIssue({ code: "custom", path, message: `code "${code.id}" ends before it starts` });
      for (const spelling of new Set(spellingsOf(code).map(foldSpelling))) {
        const other = spellings.get(spelling);
        if (other !== undefined)
          context.addIssue({ code: "custom", path, message: `"${spelling}" means both "${other}" and "${code.id}"` });
        spellings.set(spelling, code.id);
      }
    }
  });
export type CodeList = z.infer<typeof CodeList>;

/**
 * Finds the code that a spelling stands for: its id, a label in either language, a legacy code or an alias. Case and stray spaces do
 * not matter. `undefined` when the list has no such code.
 *
 * @example
 * ```ts
 * import { findCode } from "@finsam/model";
 * const reasons = { id: "reasons", version: "1", title: { sv: "Orsaker", en: "Reasons" }, codes: [
 *   { id: "illness", label: { sv: "Sjukdom", en: "Illness" }, legacyCodes: ["3"], status: "attested" as const },
 * ] };
 * findCode(reasons, " sjukdom ")?.id; // => "illness"
 * findCode(reasons, "3")?.id; // => "illness"
 * findCode(reasons, "4"); // => undefined
 * ```
 */
export function findCode(list: CodeList, spelling: string): Code | undefined {
  return spellingIndex(list).get(foldSpelling(spelling));
}

/**
 * Finds a code by its id. `undefined` when the list has no such code.
 *
 * @example
 * ```ts
 * import { codeById } from "@finsam/model";
 * const list = { id: "l", version: "1", title: { sv: "L", en: "L" }, codes: [
 *   { id: "moved", label: { sv: "Flyttat", en: "Moved" }, status: "attested" as const },
 * ] };
 * codeById(list, "moved")?.label.sv; // => "Flyttat"
 * ```
 */
export function codeById(list: CodeList, id: CodeId): Code | undefined {
  return list.codes.find((code) => code.id === id);
}

/**
 * Tells whether a code may be used on a day.
 *
 * @example
 * ```ts
 * import { isValidOn } from "@finsam/model";
 * const jarva = { id: "jarva", label: { sv: "Järva", en: "Järva" }, status: "attested" as const, validFrom: "2023-07-01" };
 * isValidOn(jarva, "2023-06-30"); // => false
 * isValidOn(jarva, "2023-07-01"); // => true
 * ```
 */
export function isValidOn(code: Code, day: CalendarDate): boolean {
  return (code.validFrom === undefined || code.validFrom <= day) && (code.validTo === undefined || day <= code.validTo);
}

const spellingsOf = (code: Code): readonly string[] => [
  code.id,
  code.label.sv,
  code.label.en,
  ...(code.legacyCodes ?? []),
  ...(code.aliases ?? []),
];

const foldSpelling = (spelling: string): string => spelling.normalize("NFC").trim().replace(/\s+/g, " ").toLowerCase();

// Lists are values that do not change; a register asks the same list once a row.
const indexes = new WeakMap<CodeList, ReadonlyMap<string, Code>>();

function spellingIndex(list: CodeList): ReadonlyMap<string, Code> {
  const known = indexes.get(list);
  if (known !== undefined) return known;
  const index = new Map(
    list.codes.flatMap((code) => spellingsOf(code).map((spelling) => [foldSpelling(spelling), code])),
  );
  indexes.set(list, index);
  return index;
}
