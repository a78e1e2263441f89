import { runFinsam } from "@finsam/cli";

/** Runs the `finsam` command in this process, and fails when it does. */
export async function finsam(...argv: readonly string[]): Promise<void> {
  const code = await runFinsam(argv, {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    env: process.env,
    isTerminal: false,
  });
  if (code !== 0) throw new Error(`finsam ${argv[0]} ended with ${code}`);
}
