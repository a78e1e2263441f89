import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { ImportOrder } from "./import-when-told.ts";

/** An importer that runs in a process of its own. */
export interface Importer {
  /** Lets it begin; it need not be ready. */
  readonly begin: (order: ImportOrder) => void;
  /** Waits until it has said a word; fails when it ends without. */
  readonly hears: (word: string) => Promise<void>;
  /** Whether it has said a word so far. */
  readonly said: (word: string) => boolean;
  /** Lets it go on after its pause. */
  readonly goOn: () => void;
  /** Kills it with SIGKILL, waits until it is gone and all that it said has been heard, and tells whether that was what ended it. */
  readonly kill: () => Promise<boolean>;
  /** Lets it end by itself, waits for that, and gives its exit code. */
  readonly ends: () => Promise<unknown>;
}

/**
 * Starts a program that calls `importWhenTold`. The packages it imports must have been built. In `compileCache`, a folder, it finds what
 * an importer before it has compiled.
 */
export function startImporter(program: URL, compileCache?: string): Importer {
  const child = spawn(process.execPath, [fileURLToPath(program)], {
    env: { ...process.env, ...(compileCache && { NODE_COMPILE_CACHE: compileCache }) },
  });
  const ended = once(child, "close");
  // Who is killed does not read what it is told.
  child.stdin.on("error", () => {});
  const words: string[] = [];
  let errors = "";
  let notify: () => void = () => {};
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    words.push(...text.split("\n"));
    notify();
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    errors += text;
  });
  const said = (word: string): boolean => words.includes(word);
  return {
    begin: (order) => void child.stdin.write(orderLine(order)),
    hears: (word) =>
      new Promise((resolve, reject) => {
        notify = () => said(word) && resolve();
        notify();
        void ended.then(() => reject(new Error(`the importer ended without saying ${word}: ${errors}`)));
      }),
    said,
    goOn: () => void child.stdin.write("go on\n"),
    kill: async () => {
      child.kill("SIGKILL");
      const [, signal] = await ended;
      return signal === "SIGKILL";
    },
    ends: async () => {
      child.stdin.end();
      return (await ended)[0];
    },
  };
}

/** What an importer reads from standard input to begin. */
export const orderLine = (order: ImportOrder): string => `${JSON.stringify(order)}\n`;
