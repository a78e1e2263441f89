import { expect, test } from "vitest";
import { fences } from "./fence.ts";

test("a fence knows its language, its code and the line its code starts on", () => {
  const text = "# Title\n\n```sh\nnpm ci\n```\n\n```ts no-run\na;\n  b;\n```\n";
  expect(fences(text, 1)).toEqual([
    expect.objectContaining({ line: 4, info: "sh", code: "npm ci" }),
    expect.objectContaining({ line: 8, info: "ts no-run", code: "a;\n  b;" }),
  ]);
});

test("a fence in a list loses the indentation of the list", () => {
  expect(fences("- so:\n\n  ```ts\n  if (a) {\n    b();\n  }\n  ```\n", 10)).toEqual([
    expect.objectContaining({ line: 13, code: "if (a) {\n  b();\n}" }),
  ]);
});

test("a fence knows the tag it stands under, and a tag inside code is code", () => {
  const text =
    "Purpose.\n```ts\nfirst;\n```\n@example\n```ts\n@decorated\nclass A {}\n```\n@returns\n```ts\nlast;\n```";
  expect(fences(text, 1).map(({ part }) => part)).toEqual(["", "example", "returns"]);
});

test("a fence that is never closed runs to the end", () => {
  expect(fences("```ts\na;\nb;", 1)).toEqual([expect.objectContaining({ line: 2, code: "a;\nb;" })]);
});
