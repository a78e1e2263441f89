export { AssessDocument, CheckDocument } from "./documents.ts";
export { type ExitCode, exitCodes } from "./exit-code.ts";
export { runFinsam } from "./run-finsam.ts";
export type { Surroundings } from "./session.ts";
