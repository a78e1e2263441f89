import { open } from "node:fs/promises";
import * as Effect from "effect/Effect";
import type * as Scope from "effect/Scope";
import { FileNotReadable } from "./errors.ts";

/**
 * A register to read: the path of a file, or a name and the bytes, such as of an upload.
 *
 * @example
 * ```ts
 * import type { RegisterFile } from "@finsam/register-files";
 * const upload: RegisterFile = { name: "register.csv", bytes: new TextEncoder().encode("deltagande;person\r\n") };
 * upload.bytes.length; // => 19
 * ```
 */
export type RegisterFile = string | { readonly name: string; readonly bytes: Uint8Array };

/** A file that is open, read at any place. */
export interface OpenFile {
  readonly name: string;
  readonly size: number;
  /** At most `length` bytes from `offset`; fewer at the end of the file. Rejects with FileNotReadable. */
  readonly read: (offset: number, length: number) => Promise<Buffer>;
}

/** How much is read at a time. */
const chunkSize = 2 ** 16;

/** Opens a register until the scope closes. */
export function openFile(file: RegisterFile): Effect.Effect<OpenFile, FileNotReadable, Scope.Scope> {
  if (typeof file !== "string") return Effect.succeed(inMemory(file.name, file.bytes));
  const notReadable = (error: unknown) => new FileNotReadable({ file, reason: reasonOf(error) });
  return Effect.acquireRelease(Effect.tryPromise({ try: () => open(file), catch: notReadable }), (handle) =>
    Effect.promise(() => handle.close()),
  ).pipe(
    Effect.flatMap((handle) =>
      Effect.tryPromise({
        try: async (): Promise<OpenFile> => {
          const stat = await handle.stat();
          if (!stat.isFile()) throw new FileNotReadable({ file, reason: "not a file" });
          return {
            name: file,
            size: stat.size,
            read: async (offset, length) => {
              // Fresh each time: what was read is still being parsed while more is read.
              const buffer = Buffer.allocUnsafe(length);
              const { bytesRead } = await handle.read(buffer, 0, length, offset).catch((error: unknown) => {
                throw notReadable(error);
              });
              return buffer.subarray(0, bytesRead);
            },
          };
        },
        catch: (error) => (error instanceof FileNotReadable ? error : notReadable(error)),
      }),
    ),
  );
}

/** The bytes of a file from a place on, in pieces. */
export async function* chunksFrom(file: OpenFile, offset: number): AsyncGenerator<Buffer> {
  for (let place = offset; ; ) {
    const chunk = await file.read(place, chunkSize);
    if (chunk.length === 0) return;
    place += chunk.length;
    yield chunk;
  }
}

function inMemory(name: string, bytes: Uint8Array): OpenFile {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { name, size: buffer.length, read: async (offset, length) => buffer.subarray(offset, offset + length) };
}

const reasonOf = (error: unknown): string =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "unknown reason";
