import { readFile } from "node:fs/promises";
import { exitCodes } from "./exit-code.ts";
import { Failure } from "./failure.ts";

/** The bytes of a file that somebody named. */
export async function inputFile(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
    if (code === "ENOENT") throw new Failure({ sv: `Filen ${path} finns inte.`, en: `There is no file ${path}.` });
    if (code === "EISDIR")
      throw new Failure({ sv: `${path} är en mapp. Ange en fil.`, en: `${path} is a folder. Name a file.` });
    throw new Failure(
      { sv: `Filen ${path} kan inte läsas (${code}).`, en: `The file ${path} cannot be read (${code}).` },
      exitCodes.failed,
    );
  }
}

/** A JSON file that somebody named. */
export async function inputJson(path: string): Promise<unknown> {
  const text = new TextDecoder().decode(await inputFile(path));
  try {
    return JSON.parse(text);
  } catch {
    throw new Failure({ sv: `Filen ${path} är inte JSON.`, en: `The file ${path} is not JSON.` });
  }
}
