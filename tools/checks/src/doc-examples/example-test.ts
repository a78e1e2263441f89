import type { Comment, Directive, Statement } from "oxc-parser";
import { lineAt, type ParsedSource, parseTypeScript } from "../parsed-source.ts";
import type { Example } from "./example.ts";

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Turns an example into the text of a test file. A statement with `// => value` at its end, or on the line below, becomes an
 * assertion: an expression, `console.log` of one value, or a declaration of one name. Every line keeps the number it has in the file
 * that a reader sees, so an error in the test points there. An example that cannot be understood becomes a test that fails and says
 * why.
 */
export function exampleTest(example: Example): string {
  const name = JSON.stringify(`${example.file}:${example.line} ${example.name}`);
  try {
    const source = parseTypeScript(example.file, "\n".repeat(example.line - 1) + example.code);
    const bodyStart = endOfImports(source);
    const edits = [
      insertion(0, `import { expect as $expect, test as $test } from "vitest";`),
      insertion(bodyStart, ` $test(${name}, async () => { `),
      ...assertions(source),
    ];
    return `${edited(source.text, edits)}\n});\n`;
  } catch (error) {
    const why = JSON.stringify(error instanceof Error ? error.message : String(error));
    return `import { test as $test } from "vitest";\n$test(${name}, () => { throw new Error(${why}); });\n`;
  }
}

function endOfImports(source: ParsedSource): number {
  const { body } = source.program;
  const imports = body.filter((statement) => statement.type === "ImportDeclaration");
  const last = imports.at(-1);
  const late = imports.find((statement, index) => body[index] !== statement);
  if (late !== undefined) throw at(source, late.start, "an import stands before everything else");
  const relative = imports.find((statement) => statement.source.value.startsWith("."));
  if (relative !== undefined) throw at(source, relative.start, "an example imports from the package, not from a file");
  // Without imports the test starts on the first line of the example, after the empty lines in front.
  return last?.end ?? source.text.search(/\S|$/);
}

function assertions(source: ParsedSource): readonly Edit[] {
  const results = source.comments.filter(({ type, value }) => type === "Line" && value.trimStart().startsWith("=>"));
  if (results.length === 0) {
    throw at(source, source.text.search(/\S|$/), "the example shows no result: end a statement with // => value");
  }
  return results.flatMap((comment) => {
    const statement = source.program.body.findLast(({ end }) => end <= comment.start);
    if (statement === undefined || !/^[ \t]*\n?[ \t]*$/.test(source.text.slice(statement.end, comment.start))) {
      throw at(source, comment.start, "no statement of the example ends on this line or the one before");
    }
    const value = shownValue(source, comment);
    if (value === undefined) throw at(source, comment.start, "what follows // => is not one JavaScript expression");
    return assertion(source, statement, value);
  });
}

/** What follows `// =>`, together with as many of the comment lines below as it takes to make an expression. */
function shownValue({ text, comments }: Pick<ParsedSource, "text" | "comments">, comment: Comment): string | undefined {
  const below = comments.find(({ type, start }) => {
    return type === "Line" && start > comment.end && /^\n[ \t]*$/.test(text.slice(comment.end, start));
  });
  const value = comment.value.trim().replace(/^=>\s*/, "");
  if (isExpression(value)) return value;
  if (below === undefined || below.value.trim().startsWith("=>")) return undefined;
  return shownValue({ text, comments }, { ...below, value: `${value} ${below.value.trim()}` });
}

function assertion(source: ParsedSource, statement: Statement | Directive, value: string): readonly Edit[] {
  const place = JSON.stringify(`${source.file}:${lineAt(source.text, statement.start)}`);
  const check = `, ${place}).toEqual((${value}))`;
  if (statement.type === "ExpressionStatement") {
    const { expression } = statement;
    const shown = loggedValue(source, statement) ?? expression;
    return [
      replacement(source, expression.start, shown.start, "$expect(("),
      replacement(source, shown.end, expression.end, `)${check}`),
    ];
  }
  if (statement.type === "VariableDeclaration") {
    const [only, ...others] = statement.declarations;
    if (only?.id.type === "Identifier" && others.length === 0) {
      return [insertion(statement.end, `; $expect(${only.id.name}${check};`)];
    }
  }
  throw at(source, statement.start, "// => follows an expression, console.log(value) or the declaration of one name");
}

/** The value in `console.log(value)`; `undefined` for any other statement. */
function loggedValue(source: ParsedSource, { expression }: Extract<Statement, { type: "ExpressionStatement" }>) {
  if (expression.type !== "CallExpression") return undefined;
  const { callee, arguments: values } = expression;
  if (source.text.slice(callee.start, callee.end) !== "console.log") return undefined;
  const [value] = values;
  if (value === undefined || values.length > 1 || value.type === "SpreadElement") {
    throw at(source, expression.start, "console.log with // => shows exactly one value");
  }
  return value;
}

function isExpression(text: string): boolean {
  try {
    const [statement, ...others] = parseTypeScript("value", `(${text})`).program.body;
    if (statement?.type !== "ExpressionStatement" || others.length > 0) return false;
    const { expression } = statement;
    return expression.type === "ParenthesizedExpression" && expression.expression.type !== "SequenceExpression";
  } catch {
    return false;
  }
}

function insertion(position: number, text: string): Edit {
  return { start: position, end: position, text };
}

/** Puts `text` in place of a stretch of source, but keeps its line breaks. */
function replacement({ text: source }: ParsedSource, start: number, end: number, text: string): Edit {
  return { start, end, text: text + source.slice(start, end).replaceAll(/[^\n]/g, "") };
}

function edited(text: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let position = 0;
  for (const { start, end, text: replaced } of edits) {
    parts.push(text.slice(position, start), replaced);
    position = end;
  }
  return parts.join("") + text.slice(position);
}

function at({ file, text }: ParsedSource, position: number, message: string): Error {
  return new Error(`${file}:${lineAt(text, position)} ${message}`);
}
