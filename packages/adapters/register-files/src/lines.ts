import { chunksFrom, type OpenFile } from "./register-file.ts";

/** A place in a file: a byte, counted from 0, and the physical line that it stands on, counted from 1. */
export interface Place {
  readonly offset: number;
  readonly line: number;
}

const [lineFeed, carriageReturn] = [10, 13];

/** More than this is never held of one line. */
const longestLine = 2 ** 20;

/** The physical lines of a file from a place on, without their breaks; a very long one comes in pieces. */
export async function* linesFrom(file: OpenFile, offset: number): AsyncGenerator<Buffer> {
  let rest = Buffer.alloc(0);
  for await (const chunk of chunksFrom(file, offset)) {
    const bytes = Buffer.concat([rest, chunk]);
    let begin = 0;
    for (let end = lineBreak(bytes, begin); end !== -1; end = lineBreak(bytes, begin)) {
      yield bytes.subarray(begin, end);
      begin = end + 1;
    }
    rest = bytes.subarray(begin);
    if (rest.length > longestLine) {
      yield rest;
      rest = Buffer.alloc(0);
    }
  }
  if (rest.length > 0) yield rest;
}

/** Where the first line break in some bytes begins, from a place on; -1 when there is none. Both CR and LF break a line. */
function lineBreak(bytes: Uint8Array, from: number): number {
  for (let index = from; index < bytes.length; index += 1) {
    if (bytes[index] === lineFeed || bytes[index] === carriageReturn) return index;
  }
  return -1;
}

/** The beginning of the physical line after the one that begins at a place. */
export async function nextLine(file: OpenFile, { offset, line }: Place): Promise<Place> {
  let before = offset;
  for await (const chunk of chunksFrom(file, offset)) {
    const found = lineBreak(chunk, 0);
    if (found !== -1) {
      const isPair = (await file.read(before + found, 2)).equals(Buffer.of(carriageReturn, lineFeed));
      return { offset: before + found + (isPair ? 2 : 1), line: line + 1 };
    }
    before += chunk.length;
  }
  return { offset: file.size, line: line + 1 };
}
