import { readFileSync } from "node:fs";
import { stripVTControlCharacters } from "node:util";

/** How many tests ended in which way. A test to be written is counted as skipped, one that is to fail and does as passed. */
export interface TestCounts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** Adds up the lines `Tests  1 failed | 12 passed (13)` that vitest ends a run with, from one log of many runs. */
export function testCounts(log: string): TestCounts {
  const counts = stripVTControlCharacters(log)
    .split("\n")
    .filter((line) => /(^|\s)Tests {2}.*\(\d+\)\s*$/.test(line));
  const sum = (ending: string): number =>
    counts
      .flatMap((line) => [...line.matchAll(new RegExp(`(\\d+) ${ending}(?= |$)`, "g"))])
      .reduce((total, [, count]) => total + Number(count), 0);
  return { passed: sum("passed") + sum("expected fail"), failed: sum("failed"), skipped: sum("skipped") + sum("todo") };
}

/** The plain closing line: `12 passed, 1 failed`, with `, 2 skipped` when there are any. */
export function inWords({ passed, failed, skipped }: TestCounts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}

if (import.meta.main) {
  const [file] = process.argv.slice(2);
  console.log(inWords(testCounts(readFileSync(file ?? process.stdin.fd, "utf8"))));
}
