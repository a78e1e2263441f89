import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { repository } from "../workspace.ts";
import { repositoryMissingDocumentation } from "./repository-examples.ts";

// Each fails with one line for every thing to mend.
test("every public export has a doc comment, and every public function an example", () => {
  expect(repositoryMissingDocumentation(repository)).toEqual([]);
});

test("every example compiles", { timeout: 120_000 }, () => {
  const compiler = join(repository, "node_modules/typescript/bin/tsc");
  const checks = join(import.meta.dirname, "../..");
  const { stdout, stderr } = spawnSync(process.execPath, [compiler, "-p", checks, "--pretty", "false"], {
    cwd: checks,
    encoding: "utf8",
  });
  expect(stderr).toBe("");
  // A generated test keeps the line numbers of the file that its example stands in.
  const errors = [...stdout.matchAll(/^generated\/(.*)\.\d+\.test\.ts\((\d+),\d+\): error (.*)$/gm)];
  expect(errors.map(([, file, line, error]) => `${file}:${line}  ${error}`)).toEqual([]);
});
