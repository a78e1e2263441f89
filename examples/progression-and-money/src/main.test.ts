import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

test("with the built packages: 91 of 150 answered, a share has its interval, 102 is good, and without one item there is no total", () => {
  const output = execFileSync(process.execPath, [fileURLToPath(new URL("main.ts", import.meta.url))], {
    encoding: "utf8",
  });
  expect(output.trim().split("\n")).toEqual([
    "Response rate: 61 %",
    "of-use-at-work: 83 % (74 to 90), 1 without an answer",
    "Fidelity: 102, Good fidelity",
    "Fidelity: no total { notRated: [], outside: [ 25 ] }",
    "Fidelity: no total { notRated: [ 25 ], outside: [] }",
  ]);
});
