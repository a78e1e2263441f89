import { type OpenStore, openStore } from "@finsam/store";
import { type DuckdbStoreOptions, duckdbStore } from "./duckdb-store.ts";

/**
 * Opens a register in a folder of Parquet files for those who do not use Effect. `await using` closes it at the end of the block. Rejects
 * with `StoreNotReadable` when the folder is no store or a newer one, and with `StoreUnavailable` when it cannot be opened.
 *
 * @example
 * ```ts
 * import { mkdtempSync } from "node:fs";
 * import { tmpdir } from "node:os";
 * import { join } from "node:path";
 * import { openDuckdbStore } from "@finsam/store-duckdb";
 * await using store = await openDuckdbStore(join(mkdtempSync(join(tmpdir(), "finsam-")), "register"));
 * const person = { protectedIdentity: false, id: "p1", sex: "man", sexBasis: "legal-sex", birthDate: "1985-04" } as const;
 * await store.save([{ kind: "person", person }]);
 * (await store.count()).persons; // => 1
 * ```
 */
export const openDuckdbStore = (folder: string, options?: DuckdbStoreOptions): Promise<OpenStore> =>
  openStore(duckdbStore(folder, options));
