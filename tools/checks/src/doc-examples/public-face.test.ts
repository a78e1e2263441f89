import { expect, test } from "vitest";
import { parseTypeScript } from "../parsed-source.ts";
import { entryFiles, missingDocumentation } from "./public-face.ts";

/** What is missing behind `src/index.ts` when the package has these files. */
function missing(files: Readonly<Record<string, string>>): readonly string[] {
  return missingDocumentation("src/index.ts", (file) => {
    const text = files[file];
    return text === undefined ? undefined : parseTypeScript(file, text);
  });
}

const example = "\n * @example\n * ```ts\n * age(); // => 1\n * ```\n";
const documented = `/** Age.${example} */\nexport function age() {}\n`;

test("a documented function with an example lacks nothing", () => {
  expect(missing({ "src/index.ts": `export { age } from "./age.ts";`, "src/age.ts": documented })).toEqual([]);
});

test("a function without doc comment, or with one but no example, is listed with its place", () => {
  const files = {
    "src/index.ts": `export { bare, told, arrow } from "./age.ts";`,
    "src/age.ts": `export function bare() {}\n/** Age. */\nexport function told() {}\n/** Age. */\nexport const arrow = () => 1;`,
  };
  expect(missing(files)).toEqual([
    "src/age.ts:1  bare (function) has no doc comment",
    "src/age.ts:3  told (function) has no @example in ts",
    "src/age.ts:5  arrow (function) has no @example in ts",
  ]);
});

test("constants, classes and types need a doc comment, not an example", () => {
  const files = {
    "src/index.ts": `export { limit, Failure, type Person, type Id, Sex } from "./all.ts";`,
    "src/all.ts": `export const limit = 66;
export class Failure {}
export interface Person {}
/** An id. */
export type Id = string;
/** Sex. */
export const Sex = ["woman"];
export type Sex = string;
`,
  };
  expect(missing(files)).toEqual([
    "src/all.ts:1  limit (constant) has no doc comment",
    "src/all.ts:2  Failure (class) has no doc comment",
    "src/all.ts:3  Person (type) has no doc comment",
  ]);
});

test("a comment that is no doc comment, or that belongs to something else, does not count", () => {
  const files = {
    "src/index.ts": `export { a, b, c } from "./all.ts";`,
    "src/all.ts": `// A.\nexport const a = 1;\n/* B. */\nexport const b = 2;\n/** Private. */\nconst d = 3;\nexport const c = d;`,
  };
  expect(missing(files)).toHaveLength(3);
});

test("a remark for a tool may stand between doc comment and declaration", () => {
  const all = "/** A. */\n// biome-ignore lint: because\nexport const a = 1;";
  expect(missing({ "src/index.ts": `export { a } from "./all.ts";`, "src/all.ts": all })).toEqual([]);
});

test("overloads share the doc comment of the first", () => {
  const text = `/** Age.${example} */\nexport function age(a: string): number;\nexport function age(a: number): number;\nexport function age(a: unknown) { return 1; }`;
  expect(missing({ "src/index.ts": `export { age } from "./age.ts";`, "src/age.ts": text })).toEqual([]);
});

test("an export is followed through renaming, stars, namespaces and imports to its declaration", () => {
  const files = {
    "src/index.ts": `import { bare as inner } from "./age.ts";
export { bare as years } from "./age.ts";
export * from "./middle/index.ts";
export * as dates from "./middle/index.ts";
export { inner };`,
    "src/middle/index.ts": `export { bare as middle } from "../age.ts";`,
    "src/age.ts": "export function bare() {}",
  };
  expect(missing(files)).toEqual(
    ["inner", "years", "middle", "dates.middle"].map((name) => `src/age.ts:1  ${name} (function) has no doc comment`),
  );
});

test("what another package declares is documented there", () => {
  expect(missing({ "src/index.ts": `export { Person } from "@finsam/model";` })).toEqual([]);
});

test("an export that leads nowhere is listed", () => {
  const files = { "src/index.ts": `export { a } from "./gone.ts";\nexport { b } from "./all.ts";`, "src/all.ts": "" };
  expect(missing(files)).toEqual(["src/gone.ts is missing", "src/index.ts  b: ./all.ts has no b"]);
  expect(missing({})).toEqual(["src/index.ts is missing"]);
});

test("entry files are the sources of what package.json opens", () => {
  const exports = {
    ".": "./dist/index.js",
    "./identity": "./dist/identity/index.js",
    "./internal/*": null,
    "./package.json": "./package.json",
    "./profile.schema.json": "./dist/profile.schema.json",
  };
  expect(entryFiles("packages/kernel/model", exports)).toEqual([
    "packages/kernel/model/src/index.ts",
    "packages/kernel/model/src/identity/index.ts",
  ]);
  expect(() => entryFiles("packages/kernel/model", { "./*": "./dist/*.js" })).toThrow("name each subpath");
});
