import type { CalendarDate, CodeList, Sex } from "@finsam/model";
import type { Profile, RegisterLayout } from "@finsam/policy";
import type { RegisterField } from "./columns.ts";
import { ReadingNotPossible } from "./errors.ts";
import { foldSpelling } from "./spelling.ts";

/**
 * What reading the rows of a register needs beside the profile.
 *
 * @example
 * ```ts
 * import type { RowOptions } from "@finsam/register-files";
 * const options: RowOptions = { writtenOn: "2022-01-31" };
 * options.pseudonymKey; // => undefined
 * ```
 */
export interface RowOptions {
  /** The secret key, 32 bytes or more, that turns identity numbers into pseudonyms. Needed where the layout says that there are such. */
  readonly pseudonymKey?: Uint8Array | undefined;
  /** The day on which the register was written. Identity numbers of ten digits need it, since they leave the century open. */
  readonly writtenOn?: CalendarDate | undefined;
}

/** A fact that a column can state. */
export type StatedFact = Exclude<Profile["vocabulary"][string], { readonly type: "completedYears" }>;

type FieldWithCodes = keyof typeof codeListNames;

/** How the rows of a register are read: a profile's layout and code lists, prepared. */
export interface ReadingSetup {
  readonly layout: RegisterLayout;
  readonly lists: ReadonlyMap<RegisterField, CodeList>;
  readonly facts: ReadonlyMap<string, StatedFact>;
  /** By folded spelling. */
  readonly sexes: ReadonlyMap<string, Sex>;
  /** Yes and no, by folded spelling. */
  readonly answers: ReadonlyMap<string, boolean>;
  /** There when, and only when, the register holds identity numbers. */
  readonly pseudonymKey: Uint8Array | undefined;
  readonly writtenOn: CalendarDate | undefined;
}

/**
 * Prepares the reading of a register.
 *
 * @throws ReadingNotPossible when no file could be read with this profile and these options.
 */
export function prepareReading(profile: Profile, { pseudonymKey, writtenOn }: RowOptions): ReadingSetup {
  const { register: layout } = profile;
  const { woman, man, other = [], unknown = [] } = layout.sexes;
  return {
    layout,
    pseudonymKey: layout.personIs === "identity-number" ? checkedKey(pseudonymKey) : undefined,
    writtenOn,
    lists: listsOf(profile),
    facts: factsOf(profile),
    sexes: meanings("register.sexes", { woman, man, other, unknown }),
    answers: new Map(
      [...meanings("register.yes, register.no", { yes: layout.yes, no: layout.no })].map(([spelling, answer]) => [
        spelling,
        answer === "yes",
      ]),
    ),
  };
}

/** The code list that the answers of a column come from. */
const codeListNames = {
  intervention: "interventions",
  referrer: "referrers",
  district: "districts",
  exitReason: "exitReasons",
  returnedBeforeStart: "returnedBeforeStart",
  education: "education",
  supportAtStart: "support",
  supportAtEnd: "support",
} as const satisfies Partial<Record<RegisterField, keyof Profile["codeLists"]>>;

const isFieldWithCodes = (field: string): field is FieldWithCodes => Object.hasOwn(codeListNames, field);

function checkedKey(key: Uint8Array | undefined): Uint8Array {
  if (key === undefined) throw new ReadingNotPossible({ code: "pseudonym-key-missing", place: "register.personIs" });
  if (key.byteLength >= 32) return key;
  throw new ReadingNotPossible({ code: "pseudonym-key-too-short", place: "register.personIs" });
}

function listsOf({ register, codeLists }: Profile): ReadingSetup["lists"] {
  const named = Object.keys(register.columns).filter(isFieldWithCodes);
  return new Map(
    named.map((field) => {
      const list = codeLists[codeListNames[field]];
      if (list !== undefined) return [field, list];
      throw new ReadingNotPossible({ code: "code-list-missing", place: `codeLists.${codeListNames[field]}` });
    }),
  );
}

function factsOf({ register, vocabulary }: Profile): ReadingSetup["facts"] {
  return new Map(
    Object.keys(register.facts ?? {}).map((fact) => {
      const definition = Object.hasOwn(vocabulary, fact) ? vocabulary[fact] : undefined;
      if (definition !== undefined && definition.type !== "completedYears") return [fact, definition];
      throw new ReadingNotPossible({ code: "fact-not-stated", place: `register.facts.${fact}` });
    }),
  );
}

/** What each spelling means. */
function meanings<Meaning extends string>(
  place: string,
  spellings: Readonly<Record<Meaning, readonly string[]>>,
): ReadonlyMap<string, Meaning> {
  const found = new Map<string, Meaning>();
  for (const meaning in spellings) {
    for (const spelling of spellings[meaning].map(foldSpelling)) {
      if (found.has(spelling) && found.get(spelling) !== meaning)
        throw new ReadingNotPossible({ code: "spelling-ambiguous", place });
      found.set(spelling, meaning);
    }
  }
  return found;
}
