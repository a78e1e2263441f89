import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { Report } from "@finsam/gender-reporting";
import { describe, expect, test } from "vitest";
import { file, finsam, folder, register2021 } from "../finsam.fixture.ts";

/** The register in two, as two districts would have it. */
const halves = (): readonly [string, string] => {
  const [headings, ...lines] = readFileSync(register2021, "utf8").trimEnd().split(/\r?\n/);
  const half = (remainder: number) =>
    file(`half-${remainder}.csv`, [headings, ...lines.filter((_, index) => index % 2 === remainder)].join("\n"));
  return [half(0), half(1)];
};
const counted = async (register: string, ...more: readonly string[]): Promise<string> => {
  const out = join(folder(), "count.json");
  await finsam("count", register, "--year", "2021", "--out", out, ...more);
  return out;
};

describe("finsam count and finsam merge", () => {
  test("make of two halves of a register the report that the whole makes, but for persons, who may be in both", async () => {
    const [one, other] = halves();
    // With nothing withheld, every count has to agree.
    const asked = ["--year", "2021", "--json", "--threshold", "0"];
    const { code, out } = await finsam("merge", await counted(one), await counted(other), ...asked);
    const whole = await finsam("report", register2021, ...asked);
    expect(code).toBe(0);
    const merged = Report.parse(JSON.parse(out));
    const { tables, sections } = Report.parse(JSON.parse(whole.out));
    const ofParticipations = (among: Report["tables"]) => among.filter(({ base }) => base.unit === "participations");
    expect(merged.tables).toEqual(ofParticipations(tables));
    expect(merged.sections).toEqual(
      sections.map((section) => ({ ...section, tables: ofParticipations(section.tables) })),
    );
    expect(ofParticipations(tables)).toHaveLength(tables.length - 1);
  });

  test("keep the counts from other users, and say that they are not for publication", async () => {
    const out = join(folder(), "count.json");
    const { err } = await finsam("count", register2021, "--year", "2021", "--out", out);
    expect(err).toContain("not protected and not for publication");
    expect(statSync(out).mode & 0o077).toBe(0);
    expect(readFileSync(out, "utf8")).not.toMatch(/P\d{4}|19\d\d-\d\d-\d\d/);
  });

  test("refuse a published report, the same count twice, another policy and another year, saying why", async () => {
    const count = await counted(register2021);
    const refusal = async (...argv: readonly string[]) => {
      const { code, out, err } = await finsam("merge", ...argv, "--json");
      expect([code, out]).toEqual([2, ""]);
      return err;
    };
    const report = await finsam("report", register2021, "--year", "2021", "--json", "--threshold", "0");
    expect(await refusal(count, file("report.json", report.out), "--year", "2021")).toContain(
      "is a published report. What it withholds cannot be added up",
    );
    expect(await refusal(count, file("copy.json", readFileSync(count, "utf8")), "--year", "2021")).toContain(
      "is the same count as",
    );
    expect(await refusal(count, "--year", "2020")).toContain("None of the files is a count of 2020.");

    const profile = JSON.parse((await finsam("profile", "stockholm")).out);
    profile.report[0].value.ageBands = [{ id: "everybody", label: { sv: "Alla", en: "Everybody" }, atLeast: 0 }];
    const others = file("others.json", JSON.stringify(profile));
    const differently = await counted(halves()[0], "--profile", others);
    expect(await refusal(count, differently, "--year", "2021")).toMatch(/were counted by different ageAtStart/);
    expect(await refusal(differently, "--year", "2021")).toContain("were not made by the lists and bands");
  });
});

describe("finsam national-count", () => {
  test("counts the women and men of each intervention, and what cannot be told", async () => {
    const { code, out, err } = await finsam("national-count", register2021, "--year", "2021", "--json");
    expect([code, err.includes("not for publication")]).toEqual([0, true]);
    const document = JSON.parse(out);
    const sum = (of: "women" | "men") =>
      document.interventions.reduce((total: number, one: Record<"women" | "men", number>) => total + one[of], 0);
    expect([sum("women"), sum("men"), document.onlyStartYearAndSex]).toEqual([480, 493, 101]);
    expect(document.notExported).toEqual({
      sexNotAskedFor: 0,
      interventionNotListed: 0,
      notStarted: 0,
      refusedRows: 0,
    });
  });

  test("says in words who is left out because only women and men are asked for", async () => {
    const [headings, first = "", ...lines] = readFileSync(register2021, "utf8").trimEnd().split(/\r?\n/);
    const unknown = first.replace(/Kvinna|Man/, "Okänt");
    const path = file("one-unknown.csv", [headings, unknown, ...lines].join("\n"));
    const { out } = await finsam("national-count", path, "--year", "2021");
    expect(out).toMatch(/Left out: other sex, or sex not stated +1\n/);
  });
});
