import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";

const command = fileURLToPath(new URL("bin/finsam.js", import.meta.resolve("@finsam/cli/package.json")));
const example = fileURLToPath(new URL("..", import.meta.url));

const run = (...argv: readonly string[]) =>
  execFileSync(process.execPath, [...argv], { cwd: example, encoding: "utf8", env: { PATH: process.env.PATH } });

const tablesIn = (folder: string): string =>
  JSON.stringify(JSON.parse(readFileSync(join(folder, "report.json"), "utf8")).tables);

test("the report that npm start makes on a PostgreSQL server has the tables of the one made in memory, byte for byte", () => {
  const out = mkdtempSync(join(tmpdir(), "postgres-service-"));
  onTestFinished(() => rmSync(out, { recursive: true, force: true }));
  const [onServer, inMemory] = [join(out, "server"), join(out, "memory")];
  run("src/main.ts", onServer);
  run(command, "report", "../annual-report/data/register-2021.csv", "--year", "2021", "--out", inMemory);
  expect(tablesIn(onServer)).toContain('"total":973');
  expect(tablesIn(onServer)).toBe(tablesIn(inMemory));
});
