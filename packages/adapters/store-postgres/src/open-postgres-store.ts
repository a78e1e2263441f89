import { type OpenStore, openStore } from "@finsam/store";
import { type PostgresStoreOptions, postgresStore } from "./postgres-store.ts";

/**
 * Opens a register on a PostgreSQL server for those who do not use Effect. `await using` closes it at the end of the block. Rejects with
 * `StoreNotReadable` when the schema `finsam` is of something else or another version, and with `StoreUnavailable` when the server does
 * not answer or does not let the login in.
 *
 * @example
 * ```ts
 * import { openPostgresStore } from "@finsam/store-postgres";
 * const opening = openPostgresStore({ url: "postgres://127.0.0.1:1/register", tenant: "uppsala" });
 * await opening.catch((error) => error.retryable); // => true
 * ```
 */
export const openPostgresStore = (options: PostgresStoreOptions): Promise<OpenStore> =>
  openStore(postgresStore(options));
