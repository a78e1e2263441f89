export type { OutcomeCounts } from "../packed/outcome-counts.ts";
export type { Readers } from "../packed/reader.ts";
export type { Assessment } from "./assessment.ts";
export { type CompiledRule, type CompileOptions, compile } from "./compile.ts";
