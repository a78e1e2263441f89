import type { Text } from "@finsam/model";

/**
 * Something wrong with a register, found by `verify`. It says what and how much, never about whom.
 *
 * - `records-not-readable`: rows are there that hold no record of their kind, so that a stream fails at them.
 * - `reads-disagree`: the streams, their order and the counts do not say the same.
 * - `protection-contradicted`: more is kept, or shown, than protected identity or a missing consent allows.
 * - `history-broken`: entries of the history were altered, taken away, put in or moved.
 * - `storage-damaged`: what the engine itself says of its files.
 */
export interface StoreProblem {
  readonly code:
    | "records-not-readable"
    | "reads-disagree"
    | "protection-contradicted"
    | "history-broken"
    | "storage-damaged";
  /** How many records or entries, where that can be told. */
  readonly records?: number;
  readonly text: Text;
}

/**
 * A problem in words: for who writes a store. `where` names the table, the stream or what the engine says.
 *
 * @example
 * ```ts
 * import { storeProblem } from "@finsam/store";
 * storeProblem("history-broken", { sv: "historiken", en: "the history" }, 2).text.en;
 * // => "The history was changed afterwards (the history, 2 times). Find out who did it, and compare with a backup."
 * ```
 */
export function storeProblem(code: StoreProblem["code"], where: Text, records?: number): StoreProblem {
  const often = (times: { readonly sv: string; readonly en: string }, language: "sv" | "en"): string =>
    records === undefined ? where[language] : `${where[language]}, ${records} ${times[language]}`;
  const times = { sv: "gånger", en: "times" };
  const text: Text = {
    sv: `${findings[code].sv} (${often(times, "sv")}). ${remedies[code].sv}`,
    en: `${findings[code].en} (${often(times, "en")}). ${remedies[code].en}`,
  };
  return { code, ...(records === undefined ? {} : { records }), text };
}

const findings: Readonly<Record<StoreProblem["code"], Text>> = {
  "records-not-readable": { sv: "Poster kan inte läsas", en: "Records cannot be read" },
  "reads-disagree": { sv: "Läsningar säger olika saker", en: "Readings do not agree" },
  "protection-contradicted": {
    sv: "Mer är sparat än vad skyddade personuppgifter eller samtycke tillåter",
    en: "More is kept than protected identity or consent allows",
  },
  "history-broken": { sv: "Historiken har ändrats i efterhand", en: "The history was changed afterwards" },
  "storage-damaged": { sv: "Lagringen är skadad", en: "The storage is damaged" },
};

const fromBackup: Text = {
  sv: "Återställ registret från en säkerhetskopia.",
  en: "Restore the register from a backup.",
};

const remedies: Readonly<Record<StoreProblem["code"], Text>> = {
  "records-not-readable": fromBackup,
  "reads-disagree": fromBackup,
  "protection-contradicted": {
    sv: "Radera personerna det gäller och läs in dem på nytt.",
    en: "Erase the persons concerned and import them again.",
  },
  "history-broken": {
    sv: "Ta reda på vem som gjorde det, och jämför med en säkerhetskopia.",
    en: "Find out who did it, and compare with a backup.",
  },
  "storage-damaged": fromBackup,
};
