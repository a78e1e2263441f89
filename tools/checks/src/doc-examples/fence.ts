/** A fenced piece of code in a text. */
export interface Fence {
  /** Where its first line of code stands. */
  readonly line: number;
  /** What follows the opening backticks: `ts`, `ts no-run`, `sh`. */
  readonly info: string;
  readonly code: string;
  /** The tag of the doc comment's part it stands in, `example` for instance; empty before the first tag. */
  readonly part: string;
}

/** Finds the fences of a README or of a doc comment's text, whose first line has the number `firstLine`. */
export function fences(text: string, firstLine: number): readonly Fence[] {
  const found: Fence[] = [];
  let part = "";
  let open: { line: number; info: string; part: string; indent: number; code: string[] } | undefined;
  for (const [index, line] of text.split("\n").entries()) {
    const marks = /^(\s*)```(.*)$/.exec(line);
    if (open === undefined) {
      part = /^@(\w+)/.exec(line)?.[1] ?? part;
      if (marks) {
        const [, indent = "", info = ""] = marks;
        open = { line: firstLine + index + 1, info: info.trim(), part, indent: indent.length, code: [] };
      }
    } else if (marks) {
      found.push({ ...open, code: open.code.join("\n") });
      open = undefined;
    } else {
      open.code.push(line.slice(open.indent));
    }
  }
  // As readers' tools do, a fence that is never closed runs to the end.
  return open === undefined ? found : [...found, { ...open, code: open.code.join("\n") }];
}
