import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/** An importer that runs in a process of its own. */
export interface Importer {
  /** Waits until it has said a word; fails when it ends without. */
  readonly hears: (word: string) => Promise<void>;
  /** Whether it has said a word so far. */
  readonly said: (word: string) => boolean;
  readonly goOn: () => void;
  /** Kills it with SIGKILL, and waits until it is gone. */
  readonly kill: () => Promise<void>;
  /** Waits until it ends by itself, and gives its exit code. */
  readonly ends: () => Promise<unknown>;
}

const program = fileURLToPath(new URL("./importer.ts", import.meta.url));

/**
 * Starts an importer on a register; `pauseAt` is the record to stop at, and `batch` what it imports. The packages it imports must have
 * been built.
 */
export function startImporter(file: string, pauseAt?: number, batch: "later" | "large" = "later"): Importer {
  const child: ChildProcess = spawn(process.execPath, [program, file, String(pauseAt ?? ""), batch]);
  const ended = once(child, "exit");
  const words: string[] = [];
  let errors = "";
  let notify: () => void = () => {};
  child.stdout?.setEncoding("utf8").on("data", (text: string) => {
    words.push(...text.split("\n"));
    notify();
  });
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    errors += text;
  });
  const said = (word: string): boolean => words.includes(word);
  return {
    said,
    hears: (word) =>
      new Promise((resolve, reject) => {
        notify = () => said(word) && resolve();
        notify();
        void ended.then(() => reject(new Error(`the importer ended without saying ${word}: ${errors}`)));
      }),
    goOn: () => void child.stdin?.write("go on\n"),
    kill: async () => {
      child.kill("SIGKILL");
      await ended;
    },
    ends: async () => (await ended)[0],
  };
}
