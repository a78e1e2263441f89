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
  readonly code: "not-a-store" | "store-too-new";
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

const kindsInSwedish: Readonly<Record<RefusedRecord["kind"], string>> = {
  person: "person",
  participation: "deltagande",
  measurement: "mätning",
  unknown: "okänt slag",
};
