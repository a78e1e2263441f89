import type { Text } from "@finsam/model";
import * as Data from "effect/Data";

/**
 * A file cannot be opened or read.
 *
 * @example
 * ```ts
 * import { FileNotReadable } from "@finsam/register-files";
 * new FileNotReadable({ file: "register.csv", reason: "ENOENT" }).message;
 * // => "register.csv cannot be read (ENOENT). Check the path and that you may open the file."
 * ```
 */
export class FileNotReadable extends Data.TaggedError("FileNotReadable")<{
  readonly file: string;
  /** What the operating system said, such as `ENOENT` for a file that is not there. */
  readonly reason: string;
}> {
  readonly code = "file-not-readable";
  readonly text: Text = {
    sv: `${this.file} går inte att läsa (${this.reason}). Kontrollera sökvägen och att du får öppna filen.`,
    en: `${this.file} cannot be read (${this.reason}). Check the path and that you may open the file.`,
  };
  override get message(): string {
    return this.text.en;
  }
}

/**
 * A file is not a table as text: it is empty, a spreadsheet, or text in UTF-16.
 *
 * @example
 * ```ts
 * import { NotATextTable } from "@finsam/register-files";
 * new NotATextTable({ file: "register.xlsx", code: "spreadsheet" }).message;
 * // => "register.xlsx is a spreadsheet. Open it and save it as \"CSV UTF-8\"."
 * ```
 */
export class NotATextTable extends Data.TaggedError("NotATextTable")<{
  readonly file: string;
  readonly code: "empty-file" | "spreadsheet" | "utf-16";
}> {
  readonly text: Text = notATextTable[this.code](this.file);
  override get message(): string {
    return this.text.en;
  }
}

const notATextTable: Readonly<Record<NotATextTable["code"], (file: string) => Text>> = {
  "empty-file": (file) => ({
    sv: `${file} är tom. Spara registret igen som "CSV UTF-8".`,
    en: `${file} is empty. Save the register again as "CSV UTF-8".`,
  }),
  spreadsheet: (file) => ({
    sv: `${file} är ett kalkylblad. Öppna det och spara som "CSV UTF-8".`,
    en: `${file} is a spreadsheet. Open it and save it as "CSV UTF-8".`,
  }),
  "utf-16": (file) => ({
    sv: `${file} är text i UTF-16. Spara den som "CSV UTF-8".`,
    en: `${file} is text in UTF-16. Save it as "CSV UTF-8".`,
  }),
};

/**
 * The headings of a file are not those of the register layout: some are missing, one stands there twice, or there is no line of
 * headings at all.
 *
 * @example
 * ```ts
 * import { WrongHeadings } from "@finsam/register-files";
 * const error = new WrongHeadings({ file: "r.csv", code: "headings-missing", headings: ["slut"], found: ["start", "insats"] });
 * error.message;
 * // => "r.csv lacks the headings \"slut\". Found: \"start\", \"insats\". Correct the headings, or the register layout of the profile."
 * ```
 */
export class WrongHeadings extends Data.TaggedError("WrongHeadings")<{
  /** Missing when the headings did not come from a file. */
  readonly file?: string;
  readonly code: "headings-missing" | "heading-twice" | "no-headings";
  /** The headings that are missing or stand there twice, as the layout writes them. */
  readonly headings: readonly string[];
  /** The headings found. Empty when the first line does not look like headings: it may hold a person's data. */
  readonly found: readonly string[];
}> {
  readonly text: Text = wrongHeadings[this.code](quoted(this.headings), quoted(this.found), this.file);
  override get message(): string {
    return this.text.en;
  }
}

const quoted = (headings: readonly string[]): string => headings.map((heading) => `"${heading}"`).join(", ");

type HeadingsText = (headings: string, found: string, file: string | undefined) => Text;

const wrongHeadings: Readonly<Record<WrongHeadings["code"], HeadingsText>> = {
  "headings-missing": (headings, found, file) => ({
    sv: `${file ?? "Tabellen"} saknar rubrikerna ${headings}. Funna: ${found}. Rätta rubrikerna, eller registrets upplägg i profilen.`,
    en: `${file ?? "The table"} lacks the headings ${headings}. Found: ${found}. Correct the headings, or the register layout of the profile.`,
  }),
  "heading-twice": (headings, _found, file) => ({
    sv: `${file ?? "Tabellen"} har rubrikerna ${headings} mer än en gång. Ta bort eller döp om alla utom en.`,
    en: `${file ?? "The table"} has the headings ${headings} more than once. Remove or rename all but one.`,
  }),
  "no-headings": (headings, _found, file) => ({
    sv: `Första raden i ${file ?? "tabellen"} har ingen av rubrikerna ${headings}. Lägg till en rubrikrad, åtskild med semikolon, komma eller tabb.`,
    en: `The first line of ${file ?? "the table"} has none of the headings ${headings}. Add a line of headings, separated by semicolons, commas or tabs.`,
  }),
};

/**
 * A register cannot be read with this profile and these options, whatever the file holds. Nothing was read.
 *
 * @example
 * ```ts
 * import { ReadingNotPossible } from "@finsam/register-files";
 * new ReadingNotPossible({ code: "pseudonym-key-missing", place: "register.personIs" }).message;
 * // => "The register holds identity numbers (register.personIs): give the key that pseudonyms are made with, of 32 bytes or more."
 * ```
 */
export class ReadingNotPossible extends Data.TaggedError("ReadingNotPossible")<{
  readonly code:
    | "pseudonym-key-missing"
    | "pseudonym-key-too-short"
    | "code-list-missing"
    | "spelling-ambiguous"
    | "fact-not-stated";
  /** Where in the profile the cause lies. */
  readonly place: string;
}> {
  readonly text: Text = readingNotPossible[this.code](this.place);
  override get message(): string {
    return this.text.en;
  }
}

const readingNotPossible: Readonly<Record<ReadingNotPossible["code"], (place: string) => Text>> = {
  "pseudonym-key-missing": (place) => ({
    sv: `Registret har personnummer (${place}): ange nyckeln som pseudonymer görs med, minst 32 byte.`,
    en: `The register holds identity numbers (${place}): give the key that pseudonyms are made with, of 32 bytes or more.`,
  }),
  "pseudonym-key-too-short": (place) => ({
    sv: `Nyckeln som pseudonymer görs med (${place}) är kortare än 32 byte. Ange en längre.`,
    en: `The key that pseudonyms are made with (${place}) has fewer than 32 bytes. Give a longer one.`,
  }),
  "code-list-missing": (place) => ({
    sv: `Registrets upplägg har en kolumn vars kodlista profilen saknar: ${place}. Lägg till listan eller ta bort kolumnen.`,
    en: `The register layout has a column whose code list the profile lacks: ${place}. Add the list or remove the column.`,
  }),
  "spelling-ambiguous": (place) => ({
    sv: `En stavning i ${place} betyder två saker. Ta bort en av dem.`,
    en: `A spelling in ${place} means two things. Remove one of them.`,
  }),
  "fact-not-stated": (place) => ({
    sv: `${place} räknas fram och kan inte stå i en kolumn. Ta bort den.`,
    en: `${place} is computed and cannot stand in a column. Remove it.`,
  }),
};

/** Why a register was not read at all. Every one has a stable `code`, a `text` in Swedish and English and a `message`. */
export type RegisterFileError = FileNotReadable | NotATextTable | WrongHeadings | ReadingNotPossible;
