import { mkdir, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { exitCodes } from "./exit-code.ts";
import { Failure } from "./failure.ts";

/**
 * Writes a file whole or not at all, in a folder that is made where it is missing: a reader never sees half of it.
 *
 * @param mode who may read it, as the file system says it
 */
export async function writeWhole(path: string, content: string | Uint8Array, mode?: number): Promise<string> {
  const unfinished = `${path}.unfinished`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(unfinished, content, { mode });
    await rename(unfinished, path);
    return path;
  } catch (cause) {
    throw notWritten(path, cause);
  }
}

/** Writes a file that is not there yet. */
export async function writeNew(path: string, content: string): Promise<string> {
  try {
    await writeFile(path, content, { flag: "wx" });
    return path;
  } catch (cause) {
    if (codeOf(cause) === "EEXIST")
      throw new Failure({
        sv: `${path} finns redan och skrivs inte över. Ange en annan fil med --out.`,
        en: `${path} is there already and is not overwritten. Name another file with --out.`,
      });
    throw notWritten(path, cause);
  }
}

const notWritten = (path: string, cause: unknown): Failure =>
  new Failure(
    { sv: `${path} kan inte skrivas (${codeOf(cause)}).`, en: `${path} cannot be written (${codeOf(cause)}).` },
    exitCodes.failed,
  );

const codeOf = (cause: unknown): unknown => (cause instanceof Error && "code" in cause ? cause.code : undefined);
