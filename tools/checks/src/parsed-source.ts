import { type Program, parseSync, Visitor } from "oxc-parser";

/** A TypeScript text and what the parser found in it. */
export interface ParsedSource extends ReturnType<typeof parseTypeScript> {}

/** Parses TypeScript. A text with a syntax error throws, with the file in the message. */
export function parseTypeScript(file: string, text: string) {
  const { program, comments, module, errors } = parseSync(file, text, { lang: "ts", sourceType: "module" });
  const [first] = errors;
  if (first !== undefined) {
    const line = lineAt(text, first.labels[0]?.start ?? 0);
    throw new SyntaxError(`${file}:${line} cannot be parsed: ${first.message}`);
  }
  return { file, text, program, comments, module };
}

/** The line of a position, counted from 1. */
export function lineAt(text: string, position: number): number {
  return text.slice(0, position).split("\n").length;
}

/** One module that a file names: by import, export from, dynamic import or the type `import("…")`. */
export interface ImportedModule {
  readonly specifier: string;
  readonly line: number;
}

/** Every module a file names, in order. A dynamic import whose name is computed cannot be known and is left out. */
export function importedModules({ text, program, module }: ParsedSource): readonly ImportedModule[] {
  const found = [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest),
    ...module.staticExports.flatMap(({ entries }) => entries.flatMap(({ moduleRequest }) => moduleRequest ?? [])),
    ...importsInside(program),
  ];
  const lines = new Map(found.map(({ value, start }) => [start, { specifier: value, line: lineAt(text, start) }]));
  return [...lines].sort(([a], [b]) => a - b).map(([, imported]) => imported);
}

function importsInside(program: Program): readonly { value: string; start: number }[] {
  const found: { value: string; start: number }[] = [];
  new Visitor({
    ImportExpression: ({ source }) => {
      if (source.type === "Literal" && typeof source.value === "string")
        found.push({ value: source.value, start: source.start });
    },
    TSImportType: ({ source }) => {
      found.push({ value: source.value, start: source.start });
    },
  }).visit(program);
  return found;
}
