import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

test("the example runs as printed, with the built packages, and tells what is missing", () => {
  const output = execFileSync(process.execPath, [fileURLToPath(new URL("main.ts", import.meta.url))], {
    encoding: "utf8",
  });
  expect(output.trim().split("\n")).toEqual([
    "undetermined",
    "It cannot yet be said whether the person meets the stated criteria. The person is 66 or 67 years old, and the age has to be at most 66 years. More has to be known of the date of birth.",
    "Needed to tell: birthDate",
  ]);
});
