import type { Directive, Statement } from "oxc-parser";
import { lineAt, type ParsedSource } from "../parsed-source.ts";
import { type Fence, fences } from "./fence.ts";

/** A doc comment with the examples in its `@example` parts. */
export interface DocComment {
  readonly start: number;
  readonly end: number;
  readonly examples: readonly Fence[];
}

/** Something declared at the top level of a file. */
export interface Declaration {
  readonly name: string;
  readonly kind: "function" | "class" | "constant" | "type";
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly doc: DocComment | undefined;
}

/** Every doc comment of a file, in order. */
export function docComments({ text, comments }: ParsedSource): readonly DocComment[] {
  return comments
    .filter(({ type, value }) => type === "Block" && value.startsWith("*"))
    .map(({ value, start, end }) => {
      const content = value.slice(1).replaceAll(/^[ \t]*\* ?/gm, "");
      const examples = fences(content, lineAt(text, start)).filter(({ part, info }) => {
        return part === "example" && isTypeScript(info);
      });
      return { start, end, examples };
    });
}

/** Whether a fence holds an example in TypeScript, run or not. */
export function isTypeScript(info: string): boolean {
  return info.split(/\s/)[0] === "ts";
}

/** What a file declares at its top level, with the doc comment right before it. An overload is a declaration of its own. */
export function declarations(source: ParsedSource): readonly Declaration[] {
  const docs = docComments(source);
  return source.program.body.flatMap((statement) => {
    const { start, end } = statement;
    // A comment for a tool may stand between the doc comment and what it describes.
    const doc = docs.findLast((one) => {
      return one.end <= start && /^(\s|\/\/.*)*$/.test(source.text.slice(one.end, start));
    });
    const line = lineAt(source.text, start);
    return declared(statement).map(({ name, kind }) => ({ name, kind, line, start, end, doc }));
  });
}

function declared(statement: Statement | Directive): readonly Pick<Declaration, "name" | "kind">[] {
  switch (statement.type) {
    case "ExportNamedDeclaration":
      return statement.declaration === null ? [] : declared(statement.declaration);
    case "FunctionDeclaration":
    case "TSDeclareFunction":
      return named(statement.id, "function");
    case "ClassDeclaration":
      return named(statement.id, "class");
    case "TSInterfaceDeclaration":
    case "TSTypeAliasDeclaration":
      return named(statement.id, "type");
    case "VariableDeclaration":
      return statement.declarations.flatMap(({ id, init }) => {
        const isFunction = init?.type === "ArrowFunctionExpression" || init?.type === "FunctionExpression";
        return id.type === "Identifier" ? named(id, isFunction ? "function" : "constant") : [];
      });
    default:
      return [];
  }
}

function named(
  id: { readonly name: string } | null,
  kind: Declaration["kind"],
): readonly Pick<Declaration, "name" | "kind">[] {
  return id === null ? [] : [{ name: id.name, kind }];
}
