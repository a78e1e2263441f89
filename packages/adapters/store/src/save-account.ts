import type { RegisterRecord } from "./store.ts";

/**
 * How many records of a kind were new, replaced an earlier one with the same id, or changed nothing (such as a measurement of a person
 * with protected identity, which is not kept).
 */
export interface SavedCount {
  readonly added: number;
  readonly replaced: number;
  readonly unchanged: number;
}

/**
 * What a save did, record by record: each is judged against what was there when its turn came. The same records saved again give
 * `unchanged` only, unless they contradict each other under one id.
 */
export type SaveAccount = Readonly<Record<RegisterRecord["kind"], SavedCount>>;

/** A {@link SaveAccount} in the making. */
export interface OpenAccount {
  readonly count: (kind: RegisterRecord["kind"], change: keyof SavedCount) => void;
  /** The counts so far. */
  readonly account: () => SaveAccount;
}

/**
 * Begins the account of a save: for who writes a store.
 *
 * @example
 * ```ts
 * import { startAccount } from "@finsam/store";
 * const saving = startAccount();
 * saving.count("person", "added");
 * saving.account().person; // => { added: 1, replaced: 0, unchanged: 0 }
 * ```
 */
export function startAccount(): OpenAccount {
  const counts = {
    person: { added: 0, replaced: 0, unchanged: 0 },
    participation: { added: 0, replaced: 0, unchanged: 0 },
    measurement: { added: 0, replaced: 0, unchanged: 0 },
    spell: { added: 0, replaced: 0, unchanged: 0 },
  };
  return {
    count: (kind, change) => {
      counts[kind][change] += 1;
    },
    account: () => ({
      person: { ...counts.person },
      participation: { ...counts.participation },
      measurement: { ...counts.measurement },
      spell: { ...counts.spell },
    }),
  };
}
