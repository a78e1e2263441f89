import type { Text } from "@finsam/model";
import * as Data from "effect/Data";
import type { RegisterRecord } from "./store.ts";

/**
 * The store, or the file or server behind it, did not do what was asked. Nothing was changed.
 *
 * @example
 * ```ts
 * import { StoreUnavailable } from "@finsam/store";
 * const text = { sv: "Servern svarar inte. Försök igen.", en: "The server does not answer. Try again." };
 * new StoreUnavailable({ retryable: true, text }).message; // => "The server does not answer. Try again."
 * ```
 */
export class StoreUnavailable extends Data.TaggedError("StoreUnavailable")<{
  /** Whether the same call can succeed later without anything being mended. */
  readonly retryable: boolean;
  readonly text: Text;
  readonly cause?: unknown;
}> {
  readonly code = "store-unavailable";
  override get message(): string {
    return this.text.en;
  }
}

/**
 * What was opened is not a store, or one that this version cannot read. It is left as it was.
 *
 * @example
 * ```ts
 * import { StoreNotReadable } from "@finsam/store";
 * const text = { sv: "Filen är inget register.", en: "The file is no register." };
 * new StoreNotReadable({ code: "not-a-store", text }).message; // => "The file is no register."
 * ```
 */
export class StoreNotReadable extends Data.TaggedError("StoreNotReadable")<{
  readonly code: "not-a-store" | "store-too-new" | "store-too-old";
  readonly text: Text;
}> {
  override get message(): string {
    return this.text.en;
  }
}

/**
 * There is no such record, or none that may be shown: a person with protected identity is not told apart from one who is not there.
 *
 * @example
 * ```ts
 * import { NotFound } from "@finsam/store";
 * new NotFound({ kind: "person" }).text.sv; // => "Personen finns inte i registret, eller får inte visas."
 * ```
 */
export class NotFound extends Data.TaggedError("NotFound")<{ readonly kind: "person" | "participation" }> {
  readonly code = "not-found";
  readonly text: Text = notFoundTexts[this.kind];
  override get message(): string {
    return this.text.en;
  }
}

const notFoundTexts: Readonly<Record<NotFound["kind"], Text>> = {
  person: {
    sv: "Personen finns inte i registret, eller får inte visas.",
    en: "The person is not in the register, or may not be shown.",
  },
  participation: {
    sv: "Deltagandet finns inte i registret, eller får inte visas.",
    en: "The participation is not in the register, or may not be shown.",
  },
};

/**
 * A record is not what its schema asks for. Nothing of the batch was saved.
 *
 * @example
 * ```ts
 * import { RefusedRecord } from "@finsam/store";
 * new RefusedRecord({ kind: "person", position: 3, issues: ["person.sex: missing"] }).message;
 * // => "Record 3 of the batch (person) was refused, and nothing was saved: person.sex: missing. Correct it and save the batch again."
 * ```
 */
export class RefusedRecord extends Data.TaggedError("RefusedRecord")<{
  /** `unknown` when the record does not say what it is. */
  readonly kind: RegisterRecord["kind"] | "unknown";
  /** Which record of the batch, counted from 1. */
  readonly position: number;
  /** Paths and messages; never values. */
  readonly issues: readonly string[];
}> {
  readonly code = "refused-record";
  readonly text: Text = {
    sv: `Post ${this.position} i leveransen (${kindsInSwedish[this.kind]}) avvisades, och inget sparades: ${this.issues.join("; ")}. Rätta den och spara leveransen igen.`,
    en: `Record ${this.position} of the batch (${this.kind}) was refused, and nothing was saved: ${this.issues.join("; ")}. Correct it and save the batch again.`,
  };
  override get message(): string {
    return this.text.en;
  }
}

/**
 * Participations of a batch have ids under which the store follows somebody else. Ids that are used twice, and a person whose pseudonym
 * changed, look alike, so neither is guessed: nothing of the batch was saved.
 *
 * @example
 * ```ts
 * import { Conflict } from "@finsam/store";
 * new Conflict({ records: [{ position: 3, kind: "participation" }] }).message;
 * // => "Record 3 of the batch is a participation whose id the register has as one of another person, and nothing was saved. Leave it out, give it an id of its own or, if it was saved with the wrong person, erase that person first."
 * ```
 */
export class Conflict extends Data.TaggedError("Conflict")<{
  /** Which records of the batch, counted from 1: the first thousand of them. */
  readonly records: readonly { readonly position: number; readonly kind: "participation" }[];
}> {
  readonly code = "conflict";
  readonly text: Text = conflictText(this.records.map(({ position }) => position));
  override get message(): string {
    return this.text.en;
  }
}

function conflictText([first, ...others]: readonly number[]): Text {
  if (others.length === 0)
    return {
      sv: `Post ${first} i leveransen är ett deltagande vars id registret har för en annan person, och inget sparades. Utelämna det, ge det ett eget id eller, om det sparades med fel person, radera den personen först.`,
      en: `Record ${first} of the batch is a participation whose id the register has as one of another person, and nothing was saved. Leave it out, give it an id of its own or, if it was saved with the wrong person, erase that person first.`,
    };
  return {
    sv: `Post ${first} och ${others.length} till i leveransen är deltaganden vars id registret har för andra personer, och inget sparades. Utelämna dem, ge dem egna id eller, om de sparades med fel person, radera den personen först.`,
    en: `Record ${first} and ${others.length} more of the batch are participations whose ids the register has as those of other persons, and nothing was saved. Leave them out, give them ids of their own or, if they were saved with the wrong person, erase that person first.`,
  };
}

const kindsInSwedish: Readonly<Record<RefusedRecord["kind"], string>> = {
  person: "person",
  participation: "deltagande",
  measurement: "mätning",
  spell: "period",
  unknown: "okänt slag",
};
