export {
  FileNotReadable,
  NotATextTable,
  ReadingNotPossible,
  type RegisterFileError,
  WrongHeadings,
} from "./errors.ts";
export { Delimiter } from "./heading-line.ts";
export { FileAccount, ImportAccount, RefusedRow } from "./import-account.ts";
export { type ImportOptions, importRegister, importRegisterInto } from "./import-register.ts";
export { type Finding, type ReadOptions, type RegisterReading, readRegister } from "./read-register.ts";
export type { RowOptions } from "./reading-setup.ts";
export { type ComparedRegister, type RegisterOf, registersToCompare } from "./reconcile/registers-to-compare.ts";
export type { RegisterFile } from "./register-file.ts";
export { ProblemCode, Remark, RowProblem } from "./row-problem.ts";
export { type RowReader, type RowReading, rowReader } from "./row-reader.ts";
export { TextEncoding } from "./text-encoding.ts";
