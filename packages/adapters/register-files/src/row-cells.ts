import {
  type CalendarDate,
  type CodeId,
  type Facts,
  findCode,
  type PartialDate,
  type Sex,
  type SexBasis,
  type Text,
} from "@finsam/model";
import { type IdentityNumber, pseudonymise, readIdentityNumber } from "@finsam/model/identity";
import type { Column, Columns, RegisterField } from "./columns.ts";
import { readDate } from "./date-cell.ts";
import { readFact } from "./fact-cell.ts";
import { hasShapeOfIdentityNumber, looksLikeIdentityNumber } from "./identity-like.ts";
import { splitList } from "./list-cell.ts";
import type { ReadingSetup } from "./reading-setup.ts";
import { reasons } from "./reasons.ts";
import type { ProblemCode, RowProblem } from "./row-problem.ts";
import { foldSpelling } from "./spelling.ts";
import { valueClass } from "./value-class.ts";

/** A cell as it stands in the file; `null` where it is not text. */
export type Cell = string | null;

/** An answer to yes or no. `refused` when the cell holds something else. */
export type Answer = "yes" | "no" | "empty" | "refused";

/** Sex as a record states it. */
export interface StatedSex {
  readonly sex: Sex;
  readonly sexBasis: SexBasis;
}

/**
 * The cells of one row on their way to records. Every reading gives the value, or `undefined` when the cell is empty or wrong; what
 * is wrong is gathered, so that all of it is found. Only columns that are asked for are read.
 */
export class RowCells {
  readonly #found: { readonly index: number; readonly problem: RowProblem }[] = [];
  readonly #setup: ReadingSetup;
  readonly #columns: Columns;
  readonly #cells: readonly Cell[];

  constructor(setup: ReadingSetup, columns: Columns, cells: readonly Cell[]) {
    this.#setup = setup;
    this.#columns = columns;
    this.#cells = cells;
    for (const [index, heading] of columns.headings.entries()) {
      if (cells[index] === null) this.#refuse("not-text", reasons.notText, { heading, index });
    }
  }

  /** Everything wrong that was found, in the order of the columns. */
  problems(): readonly RowProblem[] {
    return this.#found.sort((one, other) => one.index - other.index).map(({ problem }) => problem);
  }

  /** The id of the participation. */
  participation(): string | undefined {
    const id = this.#id("participation");
    if (id === undefined || !looksLikeIdentityNumber(id)) return id;
    return this.refuse("participation", "looks-like-identity-number", reasons.identityNumberAsId);
  }

  /** The pseudonym of the person. An identity number is read, turned into one and dropped. */
  person(): string | undefined {
    const { pseudonymKey } = this.#setup;
    if (pseudonymKey === undefined) {
      const id = this.#id("person");
      return this.unannouncedIdentityNumber() ? undefined : id;
    }
    const number = this.identityNumber();
    return number === undefined ? undefined : pseudonymise(number, pseudonymKey);
  }

  /** Whether an identity number stands where the layout promises pseudonyms. */
  unannouncedIdentityNumber(): boolean {
    const isOne = this.#setup.pseudonymKey === undefined && hasShapeOfIdentityNumber(this.#text("person") ?? "");
    if (isOne) this.refuse("person", "looks-like-identity-number", reasons.looksLikeIdentityNumber);
    return isOne;
  }

  /** Who a row without consent is about, to be compared and not kept. What is empty or cannot be read is nobody, and not refused. */
  comparedPerson(): string | undefined {
    const { pseudonymKey, writtenOn } = this.#setup;
    const text = this.#text("person");
    if (!text || pseudonymKey === undefined) return text || undefined;
    const read = readIdentityNumber(text, writtenOn === undefined ? {} : { on: writtenOn });
    return read.ok ? pseudonymise(read.value, pseudonymKey) : undefined;
  }

  /** The identity number, in a register that holds them. */
  identityNumber(): IdentityNumber | undefined {
    if (this.#setup.pseudonymKey === undefined) return undefined;
    const text = this.#needed("person");
    if (text === undefined) return undefined;
    const { writtenOn } = this.#setup;
    const read = readIdentityNumber(text, writtenOn === undefined ? {} : { on: writtenOn });
    return read.ok ? read.value : this.refuse("person", "bad-identity-number", read.error.message);
  }

  /** Sex as the column states it; otherwise as the identity number does. */
  sex(): StatedSex | undefined {
    const { layout, sexes, pseudonymKey } = this.#setup;
    const text = this.#text("sex");
    if (text === undefined && this.#columns.fields.sex !== undefined) return undefined;
    if (!text && pseudonymKey !== undefined) {
      const number = this.identityNumber();
      return number && { sex: number.sex, sexBasis: "legal-sex" };
    }
    const sex = sexes.get(foldSpelling(text ?? ""));
    if (sex !== undefined) return { sex, sexBasis: sex === "other" ? "self-reported" : layout.sexBasis };
    return text
      ? this.refuse("sex", "unknown-sex", reasons.unknownSex)
      : this.refuse("sex", "missing-value", reasons.missingSex);
  }

  /** First and last day. The last is never before the first, nor without it. */
  period(): { readonly start: CalendarDate | undefined; readonly end: CalendarDate | undefined } {
    const [start, end] = [this.day("start"), this.day("end")];
    if (end !== undefined && this.#text("start") === "")
      this.refuse("start", "end-without-start", reasons.endWithoutStart);
    if (start !== undefined && end !== undefined && end < start)
      this.refuse("end", "end-before-start", reasons.endBeforeStart);
    return { start, end };
  }

  day(field: RegisterField): CalendarDate | undefined {
    return this.#date(field, "whole");
  }

  /** A stated date of birth wins over the one in the identity number, which can differ (folkbokföringslagen 18 §). */
  birthDate(): PartialDate | undefined {
    return this.#text("birthDate") ? this.#date("birthDate", "partial") : this.identityNumber()?.birthDate;
  }

  /** A code of the profile's list. */
  code(field: RegisterField): CodeId | undefined {
    const text = this.#text(field);
    return text ? this.#codeOf(field, text) : undefined;
  }

  neededCode(field: RegisterField): CodeId | undefined {
    const text = this.#needed(field);
    return text === undefined ? undefined : this.#codeOf(field, text);
  }

  /** Several codes of the profile's list. That there is none cannot be said together with one. */
  codes(field: RegisterField): CodeId[] | undefined {
    const parts = splitList(this.#text(field) ?? "", this.#setup.layout.listSeparator);
    if (parts.length === 0) return undefined;
    const codes = [...new Set(parts.map((part) => this.#codeOf(field, part)))];
    if (codes.includes("none") && codes.length > 1) this.refuse(field, "none-with-other", reasons.noneWithOther);
    return codes.filter((code) => code !== undefined);
  }

  answer(field: RegisterField): Answer {
    const text = this.#text(field);
    if (text === undefined) return "refused";
    if (text === "") return "empty";
    const answer = this.#setup.answers.get(foldSpelling(text));
    if (answer !== undefined) return answer ? "yes" : "no";
    this.refuse(field, "unknown-answer", reasons.unknownAnswer);
    return "refused";
  }

  /** What the register states about the person, by the names of the vocabulary. */
  facts(): Facts | undefined {
    const facts: Facts = {};
    for (const [fact, column] of this.#columns.facts) {
      const text = this.#textIn(column);
      const definition = this.#setup.facts.get(fact);
      if (!text || definition === undefined) continue;
      const read = readFact(definition, text, this.#setup);
      if (!read.ok) this.#refuse(read.code, read.reason, column);
      else if (read.value !== undefined) facts[fact] = read.value;
    }
    return Object.keys(facts).length === 0 ? undefined : facts;
  }

  /** Notes what is wrong in a column. */
  refuse(field: RegisterField, code: ProblemCode, reason: Text): undefined {
    const column = this.#columns.fields[field] ?? this.#columns.fields.person;
    if (column !== undefined) this.#refuse(code, reason, column);
  }

  #refuse(code: ProblemCode, reason: Text, { heading, index }: Column): void {
    // A column may be asked for twice, as the person's is for the pseudonym and the sex: one mistake is one problem.
    if (this.#found.some(({ problem }) => problem.code === code && problem.column === heading)) return;
    const value = valueClass(this.#cells[index] ?? null);
    this.#found.push({ index, problem: { code, column: heading, value, reason } });
  }

  #id(field: RegisterField): string | undefined {
    const id = this.#needed(field);
    if (id === undefined || (id.length <= 200 && !/[\n\r\t]/.test(id))) return id;
    return this.refuse(field, "bad-id", reasons.badId);
  }

  #needed(field: RegisterField): string | undefined {
    const text = this.#text(field);
    return text === "" ? this.refuse(field, "missing-value", reasons.missingValue) : text;
  }

  #date(field: RegisterField, precision: "whole" | "partial"): string | undefined {
    const text = this.#text(field);
    if (!text) return undefined;
    const read = readDate(text, precision);
    return read.ok ? read.value : this.refuse(field, "bad-date", read.reason);
  }

  #codeOf(field: RegisterField, text: string): CodeId | undefined {
    const list = this.#setup.lists.get(field);
    if (list === undefined) return undefined;
    const code = findCode(list, text);
    return code === undefined ? this.refuse(field, "unknown-code", reasons.unknownCode(list.title)) : code.id;
  }

  /** The trimmed text of a cell; `undefined` when the file has no such column, or the cell is not text and so refused already. */
  #text(field: RegisterField): string | undefined {
    const column = this.#columns.fields[field];
    return column && this.#textIn(column);
  }

  #textIn({ index }: Column): string | undefined {
    const cell = this.#cells[index];
    return cell?.trim();
  }
}
