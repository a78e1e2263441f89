import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

test("the example runs as printed, with the built packages, and tells what is missing", () => {
  const output = execFileSync(process.execPath, [fileURLToPath(new URL("main.ts", import.meta.url))], {
    encoding: "utf8",
  });
  expect(output.trim().split("\n")).toEqual([
    "undetermined",
    "Age: 66–67 years. Required: at most 66 years.",
    "Needed to tell: birthDate",
  ]);
});
