import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import packageJson from "../package.json" with { type: "json" };

const command = fileURLToPath(new URL("bin/finsam.js", import.meta.resolve("@finsam/cli/package.json")));
const example = fileURLToPath(new URL("..", import.meta.url));

test("what npm start runs makes the report of 2021 from the register, with the built command, as often as one likes", () => {
  const out = mkdtempSync(join(tmpdir(), "annual-report-"));
  onTestFinished(() => rmSync(out, { recursive: true, force: true }));
  const [program, ...argv] = packageJson.scripts.start
    .split(" ")
    .map((word) => word.replace("out/", `${out}/`).replace(/^out$/, out));
  const run = () =>
    execFileSync(process.execPath, [command, ...argv], {
      cwd: example,
      encoding: "utf8",
      env: { LANG: "sv_SE.UTF-8" },
    });

  expect(program).toBe("finsam");
  const first = run();
  expect(first).toMatch(/Deltaganden under året +480 +493 +0 +0 +973\n/);
  expect(first).toMatch(/varav inte uppföljda +44 +57 +0 +0 +101\n/);
  expect(first).toMatch(/Påbörjade deltaganden +258 +225 +0 +0 +483\n/);
  expect(first).toMatch(/Avslutade deltaganden +166 +200 +0 +0 +366\n/);
  for (const name of [
    "register.db",
    "report.html",
    "report.json",
    "report.schema.json",
    "findings.json",
    "findings.schema.json",
    "report.xlsx",
    "report.json-stat.json",
    "csv/ended-by-exit-reason.csv",
    "px/ended-by-exit-reason.px",
    "px/participants-by-referrer-in-mia-vidare.px",
  ])
    expect(existsSync(join(out, name))).toBe(true);
  expect(run()).toBe(first);
});
