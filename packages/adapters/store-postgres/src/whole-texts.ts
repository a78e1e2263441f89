import * as PgTypes from "@effect/sql-pg/PgTypes";
import * as Result from "effect/Result";

const encoder = new TextEncoder();

/** Types of the driver whose texts come whole: its own reader takes a byte order mark off a text that also holds U+FFFD. */
export const wholeTexts = (): PgTypes.Registry => {
  const registry = PgTypes.makeRegistry();
  const textIn = (bytes: Uint8Array, offset: number, size: number): string =>
    Buffer.from(bytes.buffer, bytes.byteOffset + offset, size).toString("utf8");
  registry.register<string>(PgTypes.OID.text, {
    encode: (text) => Result.succeed(encoder.encode(text)),
    decode: (bytes) => Result.succeed(textIn(bytes, 0, bytes.length)),
    write: (sink, text) => Result.succeed(sink.utf8(text)),
    read: (bytes, offset, size) => Result.succeed(textIn(bytes, offset, size)),
  });
  return registry;
};
