import { type OpenStore, openStore } from "@finsam/store";
import { type SqliteStoreOptions, sqliteStore } from "./sqlite-store.ts";

/**
 * Opens a register in a SQLite file for those who do not use Effect. `await using` closes it at the end of the block. Rejects with
 * `StoreNotReadable` when the file is no store or a newer one, and with `StoreUnavailable` when it cannot be opened.
 *
 * @example
 * ```ts
 * import { openSqliteStore } from "@finsam/store-sqlite";
 * await using store = await openSqliteStore(":memory:");
 * const person = { protectedIdentity: false, id: "p1", sex: "man", sexBasis: "legal-sex", birthDate: "1985-04" } as const;
 * await store.save([{ kind: "person", person }]);
 * await store.count(); // => { persons: 1, participations: 0, measurements: 0, spells: 0 }
 * ```
 */
export const openSqliteStore = (file: string, options?: SqliteStoreOptions): Promise<OpenStore> =>
  openStore(sqliteStore(file, options));
