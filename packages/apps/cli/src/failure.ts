import type { Text } from "@finsam/model";
import { type ExitCode, exitCodes } from "./exit-code.ts";

/** Ends a command with a sentence for the person who ran it. */
export class Failure extends Error {
  readonly text: Text;
  readonly exitCode: ExitCode;
  constructor(text: Text, exitCode: ExitCode = exitCodes.badInput) {
    super(text.en);
    this.name = "Failure";
    this.text = text;
    this.exitCode = exitCode;
  }
}

/**
 * What to say, and to tell the shell, of anything that was thrown: errors of the packages carry a text of their own. Those of stores and
 * files are failures; those of policy and input are bad input. Anything else is a fault of this program, and its message says nothing
 * about people.
 */
export function failureOf(thrown: unknown): Failure {
  if (thrown instanceof Failure) return thrown;
  const text = textOf(thrown);
  if (text !== undefined) return new Failure(text, isFailing(thrown) ? exitCodes.failed : exitCodes.badInput);
  const detail = thrown instanceof Error ? thrown.message : String(thrown);
  return new Failure(
    { sv: `Ett fel i programmet: ${detail}`, en: `A fault in the program: ${detail}` },
    exitCodes.failed,
  );
}

function textOf(thrown: unknown): Text | undefined {
  if (typeof thrown !== "object" || thrown === null || !("text" in thrown)) return undefined;
  const { text } = thrown;
  return typeof text === "object" && text !== null && "sv" in text && "en" in text
    ? { sv: String(text.sv), en: String(text.en) }
    : undefined;
}

/** Whether a store or a file failed. A file that is not there was named wrong: that is bad input. */
const isFailing = (thrown: unknown): boolean =>
  typeof thrown === "object" &&
  thrown !== null &&
  "_tag" in thrown &&
  (thrown._tag === "StoreUnavailable" ||
    thrown._tag === "StoreNotReadable" ||
    (thrown._tag === "FileNotReadable" && "reason" in thrown && thrown.reason !== "ENOENT"));
