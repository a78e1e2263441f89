import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";
import { runFinsam } from "./run-finsam.ts";

/** The made-up register of 2021, and the figures as published. */
export const register2021 = data("register-2021.csv");
export const published2021 = data("published-figures-2021.csv");

function data(name: string): string {
  return fileURLToPath(new URL(`../../../../examples/annual-report/data/${name}`, import.meta.url));
}

/** Runs the command as a shell would, in English unless told otherwise. */
export async function finsam(...argv: readonly string[]) {
  return finsamIn({}, ...argv);
}

/** The same with environment variables. */
export async function finsamIn(env: Readonly<Record<string, string>>, ...argv: readonly string[]) {
  let [out, err] = ["", ""];
  const code = await runFinsam(argv, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    env,
    isTerminal: false,
  });
  return { code, out, err };
}

/** A folder for one test, gone after it. */
export function folder(): string {
  const path = mkdtempSync(join(tmpdir(), "finsam-"));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** A file for one test. */
export function file(name: string, content: string | Uint8Array): string {
  const path = join(folder(), name);
  writeFileSync(path, content);
  return path;
}
