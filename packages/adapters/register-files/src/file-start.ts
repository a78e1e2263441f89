import { NotATextTable } from "./errors.ts";
import type { OpenFile } from "./register-file.ts";

/** How a file begins: whether a byte order mark says that it is UTF-8, and where its text starts. */
export interface FileStart {
  readonly isMarkedUtf8: boolean;
  readonly offset: number;
}

/**
 * Looks at the first bytes of a file.
 *
 * @throws NotATextTable when they show that it is not a table as text in UTF-8 or Windows-1252.
 */
export async function readFileStart(file: OpenFile): Promise<FileStart> {
  const bytes = await file.read(0, 1024);
  const startsWith = (...mark: readonly number[]): boolean => mark.every((byte, index) => bytes[index] === byte);
  const isMarkedUtf8 = startsWith(0xef, 0xbb, 0xbf);
  const offset = isMarkedUtf8 ? 3 : 0;
  const refuse = (code: NotATextTable["code"]) => new NotATextTable({ file: file.name, code });

  // The zip that xlsx and ods files are, and the compound file that xls files are.
  if (startsWith(0x50, 0x4b, 3, 4) || startsWith(0xd0, 0xcf, 0x11, 0xe0)) throw refuse("spreadsheet");
  if (startsWith(0xff, 0xfe) || startsWith(0xfe, 0xff) || isFullOfNuls(bytes)) throw refuse("utf-16");
  if (file.size === bytes.length && bytes.subarray(offset).toString("latin1").trim() === "") throw refuse("empty-file");
  return { isMarkedUtf8, offset };
}

/** Latin letters in UTF-16 have a NUL beside each of them; text in UTF-8 has none, and binary noise few. */
function isFullOfNuls(bytes: Uint8Array): boolean {
  const nuls = bytes.reduce((sum, byte) => sum + (byte === 0 ? 1 : 0), 0);
  return bytes.length >= 4 && nuls > bytes.length / 3;
}
