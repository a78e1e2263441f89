/** What the command tells the shell; the numbers are a contract. */
export const exitCodes = {
  fine: 0,
  /** `check`, `analyse`, `verify` or `reconcile` found something. */
  findings: 1,
  /** An option or an input is wrong, or a row or a person was refused (the rest went on). */
  badInput: 2,
  /** A store or a file failed. */
  failed: 3,
} as const;

/** One of the {@link exitCodes}. */
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
