import { parseTypeScript } from "../parsed-source.ts";
import { declarations, docComments, isTypeScript } from "./declaration.ts";
import { type Fence, fences } from "./fence.ts";

/** An example that a reader sees, and where. */
export interface Example {
  readonly file: string;
  /** The line of its first line of code. */
  readonly line: number;
  /** What it is an example of. */
  readonly name: string;
  readonly code: string;
  /** `false` when its fence says `ts no-run`. */
  readonly run: boolean;
}

/** The examples in the doc comments of a source file. Those of a member are named for what it is a member of. */
export function examplesInSource(file: string, text: string): readonly Example[] {
  const source = parseTypeScript(file, text);
  const declared = declarations(source);
  return docComments(source).flatMap((doc) => {
    const of = declared.find((one) => one.doc?.start === doc.start || encloses(one, doc));
    return doc.examples.map((fence) => example(file, of?.name ?? "module", fence));
  });
}

/** The examples in a README. */
export function examplesInReadme(file: string, text: string): readonly Example[] {
  return fences(text, 1)
    .filter(({ info }) => isTypeScript(info))
    .map((fence) => example(file, "README", fence));
}

function encloses(outer: { start: number; end: number }, inner: { start: number; end: number }): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function example(file: string, name: string, { line, code, info }: Fence): Example {
  return { file, line, name, code, run: info !== "ts no-run" };
}
