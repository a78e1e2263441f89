import { dirname, join } from "node:path/posix";
import type { ParsedSource } from "../parsed-source.ts";
import { type Declaration, declarations } from "./declaration.ts";

/** Gives a source file by its path from the root of the repository; `undefined` when there is none. */
export type ReadSource = (file: string) => ParsedSource | undefined;

/** The source files that a package opens, from the `exports` of its package.json. */
export function entryFiles(folder: string, exports: Readonly<Record<string, string | null>>): readonly string[] {
  return Object.entries(exports).flatMap(([subpath, target]) => {
    if (target === null || !/\.[mc]?js$/.test(target)) return [];
    if (subpath.includes("*")) throw new Error(`${folder} opens the pattern ${subpath}: name each subpath instead`);
    return [join(folder, target.replace(/^(\.\/)?dist\//, "src/").replace(/\.[mc]?js$/, ".ts"))];
  });
}

/** What a public entry file opens without a doc comment, and which functions have no example: one line each. */
export function missingDocumentation(entry: string, read: ReadSource): readonly string[] {
  return [...publicFace(entry, read)].flatMap(([name, origin]) => {
    if (typeof origin === "string") return [origin];
    const source = read(origin.file);
    const found = source === undefined ? [] : declarations(source).filter((one) => one.name === origin.name);
    return lacking(name, origin.file, found);
  });
}

function lacking(name: string, file: string, found: readonly Declaration[]): readonly string[] {
  const [first] = found;
  if (first === undefined) return [`${file}  ${name}: its declaration was not found`];
  const place = `${file}:${first.line}  ${name} (${first.kind})`;
  // A schema and its type share a name, overloads too: one doc comment serves them all.
  const docs = found.flatMap(({ doc }) => doc ?? []);
  if (docs.length === 0) return [`${place} has no doc comment`];
  const needsExample = found.some(({ kind }) => kind === "function");
  if (needsExample && docs.every(({ examples }) => examples.length === 0)) return [`${place} has no @example in ts`];
  return [];
}

/** Where a public name is declared, or a line that says why that cannot be told. */
type Origin = { readonly file: string; readonly name: string } | string;

function publicFace(file: string, read: ReadSource): ReadonlyMap<string, Origin> {
  const source = read(file);
  if (source === undefined) return new Map([["", `${file} is missing`]]);
  const entries = source.module.staticExports.flatMap(({ entries }) => entries);
  return new Map(
    entries.flatMap(({ moduleRequest, importName, exportName, localName }): readonly (readonly [string, Origin])[] => {
      const name = exportName.name ?? "default";
      if (moduleRequest === null) return [[name, { file, name: localName.name ?? "default" }]];
      // What another package declares is documented there.
      if (!moduleRequest.value.startsWith(".")) return [];
      const behind = publicFace(join(dirname(file), moduleRequest.value), read);
      switch (`${importName.kind}`) {
        case "AllButDefault":
          return [...behind].filter(([inner]) => inner !== "default");
        case "All":
          return [...behind].map(([inner, origin]) => [`${name}.${inner}`, origin]);
        default: {
          const wanted = importName.name ?? "default";
          const origin =
            behind.get(wanted) ?? behind.get("") ?? `${file}  ${name}: ${moduleRequest.value} has no ${wanted}`;
          return [[name, origin]];
        }
      }
    }),
  );
}
