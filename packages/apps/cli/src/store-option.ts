import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname, isAbsolute, join } from "node:path";
import { memoryStore, type OpenStore, openStore } from "@finsam/store";
import { type FederatedPart, federatedStore } from "@finsam/store-federated";
import { sqliteStore } from "@finsam/store-sqlite";
import { exitCodes } from "./exit-code.ts";
import { Failure } from "./failure.ts";
import { federatedFile } from "./federated-file.ts";
import { isPostgres, postgresOption } from "./postgres-option.ts";

/**
 * Opens the store that `--store` names; without one, a store in memory that lasts as long as the command. What is only read has to be
 * there already: a mistyped path must not give a report of nothing. `profile` is the id of the association, where a command has one.
 */
export async function openStoreOption(
  option: string | undefined,
  use: "write" | "read",
  profile?: string,
): Promise<OpenStore> {
  return openStore(option === undefined ? memoryStore : await storeOption(option, use, profile));
}

/** The store that an option names. Paths begin in the folder. */
async function storeOption(
  option: string,
  use: "write" | "read",
  profile?: string,
  folder = ".",
): Promise<FederatedPart["layer"]> {
  if (isPostgres(option)) return postgresOption(option, use, profile);
  const [, kind, given] = /^(sqlite|duckdb|federated):(.+)$/.exec(option) ?? [];
  if (given === undefined)
    throw new Failure({
      sv: `--store ${option}: ange sqlite:SÖKVÄG, till exempel sqlite:register.db, duckdb:MAPP, postgres://VÄRD/DATABAS eller federated:FIL.json.`,
      en: `--store ${option}: write sqlite:PATH, for example sqlite:register.db, duckdb:FOLDER, postgres://HOST/DATABASE or federated:FILE.json.`,
    });
  const path = given === ":memory:" || isAbsolute(given) ? given : join(folder, given);
  if (kind === "federated") return federatedOption(path, use);
  if (use === "read" && !existsSync(path))
    throw new Failure(
      {
        sv: `Det finns inget lager ${path}. Läs in ett register först, med finsam import.`,
        en: `There is no store ${path}. Import a register first, with finsam import.`,
      },
      exitCodes.failed,
    );
  if (use === "write" && path !== ":memory:") await makeFolder(dirname(path));
  if (kind === "sqlite") return sqliteStore(path);
  // DuckDB is a large library, loaded where it is asked for.
  const { duckdbStore } = await import("@finsam/store-duckdb");
  return duckdbStore(path);
}

/** Several stores as one. Only the one that is saved to is made where it is not there yet. */
async function federatedOption(file: string, use: "write" | "read"): Promise<FederatedPart["layer"]> {
  const { parts, ...options } = await federatedFile(file);
  const opened = parts.map(async ({ id, name, store }) => {
    const layer = await storeOption(store, id === options.saveTo ? use : "read", undefined, dirname(file));
    return { id, name, layer };
  });
  return federatedStore(await Promise.all(opened), options);
}

/** Makes a folder, and those above it, where they are not there yet. */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
    throw new Failure(
      { sv: `Mappen ${folder} kan inte skapas (${code}).`, en: `The folder ${folder} cannot be made (${code}).` },
      exitCodes.failed,
    );
  }
}
