import { expect, test } from "vitest";
import { importedModules, parseTypeScript } from "./parsed-source.ts";

test("every way to name a module is found, with its line", () => {
  const text = `import type { Person } from "@finsam/model"; // å, ä and ö count as one
import * as z from "zod";
import "./register.ts";
export { age } from "./age.ts";
export * from "./dates.ts";
type Later = import("./later.ts").Later;
const late = async () => (await import("./later.ts")).load;
`;
  expect(importedModules(parseTypeScript("some.ts", text))).toEqual([
    { specifier: "@finsam/model", line: 1 },
    { specifier: "zod", line: 2 },
    { specifier: "./register.ts", line: 3 },
    { specifier: "./age.ts", line: 4 },
    { specifier: "./dates.ts", line: 5 },
    { specifier: "./later.ts", line: 6 },
    { specifier: "./later.ts", line: 7 },
  ]);
});

test("several names from one module count once", () => {
  const source = parseTypeScript("index.ts", `export { a, b, type C } from "./abc.ts";`);
  expect(importedModules(source)).toEqual([{ specifier: "./abc.ts", line: 1 }]);
});

test("an import in a comment or in a text is none", () => {
  const source = parseTypeScript("some.ts", `// import "a";\nconst text = 'import "b"';`);
  expect(importedModules(source)).toEqual([]);
});

test("a file that cannot be parsed is named with the line", () => {
  expect(() => parseTypeScript("broken.ts", "const a = 1;\nconst = 2;")).toThrow(/^broken\.ts:2 cannot be parsed: /);
});
