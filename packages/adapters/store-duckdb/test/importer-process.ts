import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/** An importer that runs in a process of its own. */
interface Importer {
  /** Waits until it has said a word; fails when it ends without. */
  readonly hears: (word: string) => Promise<void>;
  /** Whether it has said a word so far. */
  readonly said: (word: string) => boolean;
  /** Kills it with SIGKILL, and waits until it is gone. */
  readonly kill: () => Promise<void>;
}

export const importerProgram = fileURLToPath(new URL("./importer.ts", import.meta.url));

/** Starts an importer on a register. The packages it imports must have been built. */
export function startImporter(folder: string): Importer {
  const child = spawn(process.execPath, [importerProgram, folder]);
  const ended = once(child, "exit");
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
    said,
    hears: (word) =>
      new Promise((resolve, reject) => {
        notify = () => said(word) && resolve();
        notify();
        void ended.then(() => reject(new Error(`the importer ended without saying ${word}: ${errors}`)));
      }),
    kill: async () => {
      child.kill("SIGKILL");
      await ended;
    },
  };
}
