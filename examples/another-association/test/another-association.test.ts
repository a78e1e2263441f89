import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import packageJson from "../package.json" with { type: "json" };

const command = fileURLToPath(new URL("bin/finsam.js", import.meta.resolve("@finsam/cli/package.json")));
const example = fileURLToPath(new URL("..", import.meta.url));
const profile = join(example, "eastern-valley.json");

const finsam = (...argv: readonly string[]) =>
  execFileSync(process.execPath, [command, ...argv], {
    cwd: example,
    encoding: "utf8",
    env: { LANG: "en_GB.UTF-8" },
    stdio: ["ignore", "pipe", "pipe"],
  });

test("import, report and rule book run as npm start runs them, with the built command and no code", () => {
  const out = mkdtempSync(join(tmpdir(), "another-association-"));
  onTestFinished(() => rmSync(out, { recursive: true, force: true }));
  const run = (script: "import" | "report" | "rulebook"): string => {
    const [program, ...argv] = packageJson.scripts[script]
      .split(" ")
      .map((word) => word.replace("out/", `${out}/`).replace(/^out$/, out));
    expect(program).toBe("finsam");
    return finsam(...argv);
  };

  expect(run("import")).toMatch(/participations +221 +0 +0\n/);
  const report = run("report");
  expect(report).toMatch(/Participations during the year +116 +78 +0 +0 +194\n/);
  expect(report).toMatch(/Participations started +94 +66 +0 +0 +160\n/);
  run("rulebook");
  expect(readdirSync(out)).toEqual(
    expect.arrayContaining(["register.db", "report.html", "report.json", "rule-book.en.html", "rule-book.sv.html"]),
  );

  const page = readFileSync(join(out, "report.html"), "utf8");
  expect(page.startsWith('<!doctype html>\n<html lang="en">')).toBe(true);
  expect(page).toContain("Handed over to health care");
  const { tables }: { readonly tables: readonly { readonly id: string }[] } = JSON.parse(
    readFileSync(join(out, "report.json"), "utf8"),
  );
  // It has no column for the time in public support, and states no bands for it.
  expect(tables.map(({ id }) => id)).not.toContain("started-by-years-of-support");
  const book = readFileSync(join(out, "rule-book.en.html"), "utf8");
  for (const text of ["Lowest age", "Millbridge, Lakeside", "Registered by mistake", "no participation", "The garden"])
    expect(book).toContain(text);
});

test("the profile is JSON of at most 150 lines, made by finsam init and edited", () => {
  const written = readFileSync(profile, "utf8");
  expect(written.trimEnd().split("\n").length).toBeLessThanOrEqual(150);

  const folder = mkdtempSync(join(tmpdir(), "another-association-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const begun = join(folder, "begun.json");
  const argv = ["init", "--id", "eastern-valley", "--name", "Eastern Valley", "--lang", "en", "--out", begun];
  finsam(...argv);
  const keys = (path: string): readonly string[] => Object.keys(JSON.parse(readFileSync(path, "utf8")));
  expect(keys(profile)).toEqual([...keys(begun), "catalogue"]);
  expect(() => finsam(...argv)).toThrow("is there already");
});

test("its rules are as they are meant: the analysis finds nothing", () => {
  expect(finsam("analyse", "--profile", profile)).toContain("nothing to remark on");
});

test.each([
  ["2022-12-31", "notMet"],
  ["2023-01-01", "met"],
])("someone of 65 in Lakeside, assessed on %s, is %s: its own ages, at its own time", (on, outcome) => {
  const folder = mkdtempSync(join(tmpdir(), "another-association-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const people = join(folder, "people.json");
  const person = { id: "c1", birthDate: "1957-06-01", municipality: "lakeside", needsCoordinatedSupport: true };
  writeFileSync(people, JSON.stringify([person]));
  const answer = finsam("assess", people, "--rule", "target-group", "--on", on, "--profile", profile, "--json");
  expect(JSON.parse(answer).results[0].outcome).toBe(outcome);
});
