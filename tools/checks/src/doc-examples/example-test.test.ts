import { describe, expect, test } from "vitest";
import { exampleTest } from "./example-test.ts";

const place = { file: "packages/kernel/model/src/age.ts", line: 41, name: "age", run: true };

let runs = 0;

/** Runs the generated test as vitest would, in this very test. */
async function run(code: string): Promise<{ readonly name: string; readonly error: string | undefined }> {
  const found: { name: string; body: () => unknown }[] = [];
  Object.assign(globalThis, {
    generated: { $expect: expect, $test: (name: string, body: () => unknown) => found.push({ name, body }) },
  });
  const text = exampleTest({ ...place, code }).replace(
    /^import .*? from "vitest";/,
    "const { $expect, $test } = generated;",
  );
  // The number keeps Node from taking an equal text for a module it has already run.
  runs += 1;
  await import(`data:text/javascript,${encodeURIComponent(`${text}// ${runs}`)}`);
  const [only] = found;
  if (only === undefined || found.length > 1) throw new Error("one example is one test");
  try {
    await only.body();
    return { name: only.name, error: undefined };
  } catch (error) {
    return { name: only.name, error: error instanceof Error ? error.message : "not an error" };
  }
}

const right = {
  "an expression": "1 + 1; // => 2",
  "an imported function": `import { join } from "node:path/posix";\njoin("a", "b"); // => "a/b"`,
  "objects, compared by content": `({ sv: "ålder", en: "age" }); // => { sv: "ålder", en: "age" }`,
  "an expression over several lines": "[1, 2, 3]\n  .map((n) => {\n    return n * 2;\n  }); // => [2, 4, 6]",
  "something awaited": "await Promise.resolve(3); // => 3",
  "console.log, which prints nothing": "console.log(\n  [1, 2].length,\n); // => 2",
  "a declaration": "const two = 1 + 1; // => 2\ntwo * 2; // => 4",
  "a value on the line below": "[1].concat(2);\n// => [1, 2]",
  "a value over several comment lines": `({ a: 1, b: 2 });\n// => {\n//   a: 1,\n//   b: 2,\n// }`,
  "undefined and null": "undefined; // => undefined\nnull; // => null",
  "a statement without a semicolon": "const a = 1\na + 1 // => 2",
  "code that stands beside": "let n = 0;\nfor (const one of [1, 2]) n += one;\nn; // => 3",
};

test.each(Object.entries(right))("an example passes that shows %s", async (_, code) => {
  expect(await run(code)).toEqual({ name: "packages/kernel/model/src/age.ts:41 age", error: undefined });
});

test.each(Object.entries(right))("the lines of an example stay in place: %s", (_, code) => {
  const generated = exampleTest({ ...place, code }).split("\n");
  expect(generated).toHaveLength(40 + code.split("\n").length + 2);
  for (const [index, line] of code.split("\n").entries()) {
    const comment = /\/\/.*$/.exec(line)?.[0] ?? "";
    expect(generated[40 + index]?.endsWith(comment)).toBe(true);
  }
});

describe("an example that is wrong fails, with its line in the file", () => {
  test.each([
    ["1 + 1; // => 3", 41],
    ["const a = 1;\n\na + 1; // => 3", 43],
    ["const a = 1; // => 2", 41],
    ["console.log(1); // => 2", 41],
    ["[1]\n  .concat(2); // => [1]", 41],
    ["({ a: 1 }); // => {}", 41],
  ])("%j", async (code, line) => {
    expect((await run(code)).error).toMatch(new RegExp(`^packages/kernel/model/src/age\\.ts:${line}: expected `));
  });

  test("also when it throws", async () => {
    expect((await run(`JSON.parse("{"); // => {}`)).error).toMatch(/JSON/);
  });
});

describe("an example that cannot be understood fails and says why", () => {
  test.each([
    ["f(;", "41 cannot be parsed"],
    ["const a = 1;\na;", "41 the example shows no result"],
    ["1; // => 1, 2", "41 what follows // => is not one JavaScript expression"],
    ["1; // => 1 as it should be", "41 what follows // => is not one JavaScript expression"],
    ["1; // => 1 // one", "41 what follows // => is not one JavaScript expression"],
    ["1; // =>", "41 what follows // => is not one JavaScript expression"],
    ["1;\n\n// => 1", "43 no statement of the example ends"],
    ["if (true) {\n  1; // => 1\n}", "42 no statement of the example ends"],
    ["1; // => 1\n// => 2", "42 no statement of the example ends"],
    ["const [a] = [1]; // => 1", "41 // => follows an expression"],
    ["console.log(1, 2); // => 1", "41 console.log with // => shows exactly one value"],
    ["1; // => 1\nimport 'node:fs';", "42 an import stands before everything else"],
    ["import { age } from './age.ts';\nage; // => 1", "41 an example imports from the package"],
  ])("%j", async (code, why) => {
    expect((await run(code)).error).toContain(`packages/kernel/model/src/age.ts:${why}`);
  });
});
