import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { memoryStore, type OpenStore, openStore } from "@finsam/store";
import { openSqliteStore } from "@finsam/store-sqlite";
import { exitCodes } from "./exit-code.ts";
import { Failure } from "./failure.ts";

/**
 * Opens the store that `--store` names; without one, a store in memory that lasts as long as the command. What is only read has to be
 * there already: a mistyped path must not give a report of nothing.
 */
export async function openStoreOption(option: string | undefined, use: "write" | "read"): Promise<OpenStore> {
  if (option === undefined) return openStore(memoryStore);
  const path = /^sqlite:(.+)$/.exec(option)?.[1];
  if (path === undefined)
    throw new Failure({
      sv: `--store ${option}: ange sqlite:SÖKVÄG, till exempel sqlite:register.db.`,
      en: `--store ${option}: write sqlite:PATH, for example sqlite:register.db.`,
    });
  if (use === "read" && !existsSync(path))
    throw new Failure(
      {
        sv: `Det finns inget lager ${path}. Läs in ett register först, med finsam import.`,
        en: `There is no store ${path}. Import a register first, with finsam import.`,
      },
      exitCodes.failed,
    );
  if (use === "write" && path !== ":memory:") await makeFolder(dirname(path));
  return openSqliteStore(path);
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
