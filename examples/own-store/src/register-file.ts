import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";
import { HistoryEntry, type RegisterRecord, StoreNotReadable, StoreUnavailable } from "@finsam/store";
import * as Effect from "effect/Effect";
import * as Result from "effect/Result";
import { type Batch, startBatch } from "./batch.ts";
import { emptyRegister, type Register, recordsOf } from "./register.ts";

const format = "own-store/1";

/** Reads a register from its file: a line that says what it is, a line for each record and entry, a line that says that this was all. */
export const readRegister = (path: string): Effect.Effect<Register, StoreNotReadable | StoreUnavailable> =>
  Effect.suspend(() => {
    if (!existsSync(path)) return Effect.succeed(emptyRegister());
    return Effect.flatMap(
      attempt(path, () => readFileSync(path, "utf8")),
      (text) => Effect.fromResult(registerIn(text, path)),
    );
  });

/** Writes a register beside its file and puts it in the place of the earlier one: at every moment one whole register lies there. */
export const writeRegister = (path: string, register: Register): Effect.Effect<void, StoreUnavailable> =>
  attempt(path, () => {
    const unfinished = `${path}.unfinished`;
    const file = openSync(unfinished, "w");
    try {
      for (const line of linesOf(register)) writeSync(file, `${JSON.stringify(line)}\n`);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(unfinished, path);
  });

function* linesOf(register: Register): Iterable<Line> {
  yield { kind: "register", format };
  yield* recordsOf(register);
  for (const entry of register.history) yield { kind: "history", entry };
  yield { kind: "end" };
}

/** What a line is meant to be. A file may hold anything, so each is judged before it is believed. */
type Line =
  | { readonly kind: "register"; readonly format: string }
  | RegisterRecord
  | { readonly kind: "history"; readonly entry: unknown }
  | { readonly kind: "end" };

function registerIn(text: string, path: string): Result.Result<Register, StoreNotReadable> {
  const lines = text.split("\n").slice(0, -1).map(parsed);
  const [first, last] = [lines[0], lines.at(-1)];
  if (first?.kind !== "register") return Result.fail(unreadable("not-a-store", path));
  if (first.format !== format) return Result.fail(unreadable("store-too-new", path));
  if (last?.kind !== "end") return Result.fail(unreadable("not-a-store", path));
  const register = emptyRegister();
  const batch = startBatch(register);
  for (const line of lines.slice(1, -1)) {
    const isRead = line?.kind === "history" ? readEntry(register, line.entry) : readLine(batch, line);
    if (!isRead) return Result.fail(unreadable("not-a-store", path));
  }
  return Result.succeed(register);
}

function readEntry({ history }: Register, line: unknown): boolean {
  const entry = HistoryEntry.safeParse(line);
  if (entry.success) history.push(entry.data);
  return entry.success;
}

const readLine = (batch: Batch, line: Line | undefined): boolean =>
  line !== undefined && line.kind !== "register" && line.kind !== "end" && line.kind !== "history"
    ? Result.isSuccess(batch.take(line))
    : false;

function parsed(line: string): Line | undefined {
  try {
    return JSON.parse(line) ?? undefined;
  } catch {
    return undefined;
  }
}

const unreadable = (code: "not-a-store" | "store-too-new", path: string): StoreNotReadable =>
  new StoreNotReadable({
    code,
    text: {
      "not-a-store": {
        sv: `${path} är inget helt register av detta slag. Filen är orörd; ange rätt fil eller återställ den.`,
        en: `${path} is no whole register of this kind. The file is untouched; name the right one, or restore it.`,
      },
      "store-too-new": {
        sv: `${path} är skriven av en senare version. Använd den.`,
        en: `${path} was written by a later version. Use that one.`,
      },
    }[code],
  });

/** Does something with the file; what the system says against it is the store being unavailable. */
const attempt = <A>(path: string, work: () => A): Effect.Effect<A, StoreUnavailable> =>
  Effect.try({
    try: work,
    catch: (cause) => {
      const reason = cause instanceof Error && "code" in cause ? String(cause.code) : "?";
      return new StoreUnavailable({
        retryable: false,
        text: {
          sv: `${path} kunde inte läsas eller skrivas (${reason}).`,
          en: `${path} could not be read or written (${reason}).`,
        },
        cause,
      });
    },
  });
