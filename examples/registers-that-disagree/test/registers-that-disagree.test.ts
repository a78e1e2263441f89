import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import packageJson from "../package.json" with { type: "json" };

const command = fileURLToPath(new URL("bin/finsam.js", import.meta.resolve("@finsam/cli/package.json")));
const example = fileURLToPath(new URL("..", import.meta.url));

test("what npm start runs finds six of eight who ended and are not de-registered, with the built command", () => {
  const out = mkdtempSync(join(tmpdir(), "registers-that-disagree-"));
  onTestFinished(() => rmSync(out, { recursive: true, force: true }));
  const [program, ...argv] = packageJson.scripts.start.split(" ").map((word) => word.replace("out/", `${out}/`));
  expect(program).toBe("finsam");
  let told = "";
  try {
    execFileSync(process.execPath, [command, ...argv], {
      cwd: example,
      encoding: "utf8",
      env: { LANG: "en" },
    });
  } catch (findings) {
    if (!(findings instanceof Error && "status" in findings && "stdout" in findings)) throw findings;
    expect(findings.status).toBe(1);
    told = String(findings.stdout);
  }
  expect(told).toMatch(/ended here +5 +3 +0 +0 +8\n/);
  expect(told).toMatch(/Ended here, not ended there +3 +3 +0 +0 +6\n/);
  const list = readFileSync(join(out, "differences.csv"), "utf8").trim().split("\r\n");
  expect(list.filter((line) => line.startsWith("Ended here"))).toHaveLength(6);
});
