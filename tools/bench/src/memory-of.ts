import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** What is done with a register to see what memory it takes. */
export const storeWorks = ["import", "screen", "tabulate"] as const;

/** The greatest resident memory of a process of its own that does one thing with a store, and how long that takes. */
export function memoryOf(
  what: (typeof storeWorks)[number],
  where: string,
  participations: number,
): { readonly megabytes: number; readonly milliseconds: number } {
  const program = fileURLToPath(new URL("store-memory.ts", import.meta.url));
  const { stdout, stderr, status } = spawnSync(process.execPath, [program, what, where, String(participations)], {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}
