import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import packageJson from "../package.json" with { type: "json" };

const command = fileURLToPath(new URL("bin/finsam.js", import.meta.resolve("@finsam/cli/package.json")));
const example = fileURLToPath(new URL("..", import.meta.url));

/** Runs the built command in the folder of the example, in Swedish. */
const finsam = (...argv: readonly string[]) =>
  execFileSync(process.execPath, [command, ...argv], {
    cwd: example,
    encoding: "utf8",
    env: { LANG: "sv_SE.UTF-8" },
    stdio: ["ignore", "pipe", "ignore"],
  });

test("what npm start runs tells the way of an invented person: four gaps, two times parallel, one pause", () => {
  const [program, ...argv] = packageJson.scripts.start.split(" ");
  expect(program).toBe("finsam");
  const lines = finsam(...argv).split("\n");
  const about = (words: string) => lines.filter((line) => line.includes(`  ${words}`)).length;
  expect([about("Glapp"), about("Parallella insatser"), about("Paus")]).toEqual([4, 2, 1]);
});

test("the follow-ups of an autumn, with a calendar file for them", () => {
  const folder = mkdtempSync(join(tmpdir(), "pathway-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const calendar = join(folder, "due.ics");
  const out = finsam("due", "data/follow-ups.json", "--on", "2023-10-25", "--ics", calendar);
  expect(out).toMatch(/försenad, 31 dagar +2023-09-24 +Uppföljning vecka 4–6 +person-2/);
  expect(readFileSync(calendar, "utf8").match(/BEGIN:VEVENT/g)?.length).toBeGreaterThan(64);
  expect(finsam("due", "data/jarva.json", "--on", "2024-07-01")).toMatch(/aktuell +2024-06-01 – +Följ upp efter byte/);
});

test("time in training as its spells tell it, a re-entry, and goals judged in their own unit", () => {
  const lines = execFileSync(process.execPath, ["src/work-training.ts"], { cwd: example, encoding: "utf8" }).split(
    "\n",
  );
  expect(lines).toEqual(
    expect.arrayContaining([
      "D1: 129 days in training, 1 pause",
      "D2: time in training is not known (no-spells-recorded)",
      "D2: re-entry after 93 days away",
      "Half of the activities are wholly done after six months: met",
      "80 per cent of the staff see better collaboration: undetermined (other-unit)",
    ]),
  );
});
