import { CommanderError } from "commander";
import packageJson from "../package.json" with { type: "json" };
import { type ExitCode, exitCodes } from "./exit-code.ts";
import { failureOf } from "./failure.ts";
import { programFor } from "./program.ts";
import { languageOf, type Surroundings, startSession } from "./session.ts";
import { usageText } from "./usage-error.ts";

/**
 * Runs the `finsam` command and gives what to tell the shell: 0 fine, 1 findings of `check`, 2 bad use or bad input, 3 a store or a file
 * failed. It never throws and never ends the process.
 *
 * @example
 * ```ts
 * import { runFinsam } from "@finsam/cli";
 * const written: string[] = [];
 * const surroundings = { out: (text: string) => written.push(text), err: () => {}, env: {}, isTerminal: false };
 * await runFinsam(["--version"], surroundings); // => 0
 * ```
 */
export async function runFinsam(argv: readonly string[], surroundings: Surroundings): Promise<ExitCode> {
  const session = startSession(surroundings, languageOf(argv, surroundings.env));
  let code: ExitCode = exitCodes.fine;
  const program = programFor(session, packageJson.version, (finished) => {
    code = finished;
  });
  try {
    await program.parseAsync([...argv], { from: "user" });
    return code;
  } catch (thrown) {
    if (thrown instanceof CommanderError) {
      if (thrown.exitCode === 0) return exitCodes.fine;
      // Without a command, commander has printed the help itself.
      if (thrown.code === "commander.help") {
        session.print(program.helpInformation());
        return exitCodes.badInput;
      }
      session.tell(usageText(thrown));
      return exitCodes.badInput;
    }
    const failure = failureOf(thrown);
    session.tell(failure.text);
    return failure.exitCode;
  }
}
