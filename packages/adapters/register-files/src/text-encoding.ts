import { isAscii, isUtf8 } from "node:buffer";
import * as z from "zod";
import { linesFrom, type Place } from "./lines.ts";
import type { OpenFile } from "./register-file.ts";

/**
 * The encodings that Swedish offices save text tables in.
 *
 * @example
 * ```ts
 * import { TextEncoding } from "@finsam/register-files";
 * TextEncoding.options; // => ["utf-8", "windows-1252"]
 * ```
 */
export const TextEncoding = z.enum(["utf-8", "windows-1252"]);
export type TextEncoding = z.infer<typeof TextEncoding>;

/**
 * Decides the encoding of a file without a byte order mark, once for the whole file. Text in Windows-1252 practically never makes valid
 * multi-byte UTF-8. So the line of headings decides where it has letters beyond ASCII; otherwise each such line has a vote, and a
 * line of binary noise is one vote whatever its length.
 */
export async function decideEncoding(file: OpenFile, headings: Place): Promise<TextEncoding> {
  let [valid, invalid] = [0, 0];
  let isHeadings = true;
  for await (const line of linesFrom(file, headings.offset)) {
    const votes = !isAscii(line);
    const isValid = isUtf8(line);
    if (isHeadings && votes) return isValid ? "utf-8" : "windows-1252";
    if (votes && isValid) valid += 1;
    else if (votes) invalid += 1;
    isHeadings = false;
  }
  return valid >= invalid ? "utf-8" : "windows-1252";
}

/** The text of some bytes, given as a string with one character a byte; `null` when they are not text in the encoding. */
export type Decode = (bytes: string) => string | null;

export const decoders: Readonly<Record<TextEncoding, Decode>> = {
  "utf-8": (bytes) => {
    if (isPlain(bytes)) return bytes;
    const buffer = Buffer.from(bytes, "latin1");
    return isUtf8(buffer) ? buffer.toString("utf8") : null;
  },
  "windows-1252": (bytes) => {
    if (isPlain(bytes)) return bytes;
    const buffer = Buffer.from(bytes, "latin1");
    // Letters that are valid UTF-8 came from a file in another encoding; read as Windows-1252 they would be others.
    return isUtf8(buffer) ? null : windows1252.decode(buffer);
  },
};

const windows1252 = new TextDecoder("windows-1252");

// biome-ignore lint/suspicious/noControlCharactersInRegex: the characters of ASCII, whatever they are.
const isPlain = (bytes: string): boolean => /^[\u0000-\u007f]*$/.test(bytes);
