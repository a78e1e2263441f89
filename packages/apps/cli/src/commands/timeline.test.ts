import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { file, finsam, folder } from "../finsam.fixture.ts";
import { openStoreOption } from "../store-option.ts";
import { TimelineDocument } from "./timeline.ts";

const person = fileURLToPath(new URL("../../../../../examples/pathway/data/person.json", import.meta.url));

describe("finsam timeline", () => {
  test("tells the way of a person in words, in Swedish", async () => {
    const { code, out } = await finsam("timeline", person, "--on", "2024-06-30", "--gap", "30", "--lang", "sv");
    expect(code).toBe(0);
    const lines = out.split("\n").map((line) => line.split(/ {2,}/));
    expect(lines[0]).toEqual(["Från", "Till", "Dagar", "Vad", "Anmärkning"]);
    expect(lines).toContainEqual([
      "2023-06-12",
      "2023-08-14",
      "64",
      "Glapp: väntan på start",
      "Aktivitetsplatsen; minst 30 dagar",
    ]);
    expect(lines).toContainEqual(["2024-03-02", "2024-04-07", "37", "Paus: Arbetsträningsplatser"]);
    expect(lines).toContainEqual([
      "2024-04-08",
      "2024-05-31",
      "54",
      "Parallella insatser",
      "Smärtskola, Arbetsträningsplatser; jobbfokus tillsammans med annat (som BIP)",
    ]);
  });

  test("gives a document, in which no gap is marked when neither the command nor the profile states a length", async () => {
    const { out } = await finsam("timeline", person, "--on", "2024-06-30", "--json");
    const { gapHighlight, entries } = TimelineDocument.parse(JSON.parse(out));
    expect(gapHighlight).toBeNull();
    expect(entries.filter(({ kind }) => kind === "gap").map(({ days, highlighted }) => [days, highlighted])).toEqual([
      [64, null],
      [9, null],
      [35, null],
      [16, null],
    ]);
  });

  test("draws a picture, and a page with the table beside it", async () => {
    const out = folder();
    for (const name of ["timeline.svg", "timeline.html"]) {
      const path = join(out, name);
      const { code, err } = await finsam("timeline", person, "--on", "2024-06-30", "--out", path);
      expect([code, err]).toEqual([0, `Wrote ${path}.\n`]);
      expect(readFileSync(path, "utf8")).toContain("Timeline up to 2024-06-30");
    }
  });

  test("reads a person of a register, with the spells", async () => {
    const option = `sqlite:${join(folder(), "register.db")}`;
    {
      await using store = await openStoreOption(option, "write");
      const participation = {
        followUp: "followed",
        id: "d1",
        person: "p1",
        intervention: "work-training",
        sex: "woman",
        sexBasis: "legal-sex",
        start: "2021-03-01",
      } as const;
      const someone = { protectedIdentity: false, id: "p1", sex: "woman", sexBasis: "legal-sex" } as const;
      await store.save([
        { kind: "person", person: someone },
        { kind: "participation", participation },
        { kind: "spell", spell: { id: "s1", participation: "d1", start: "2021-03-01", end: "2021-03-14" } },
        { kind: "spell", spell: { id: "s2", participation: "d1", start: "2021-04-01" } },
      ]);
    }
    const { out } = await finsam("timeline", "--store", option, "--person", "p1", "--on", "2021-04-30", "--json");
    expect(TimelineDocument.parse(JSON.parse(out)).entries.map(({ kind, days }) => [kind, days])).toEqual([
      ["intervention", 14],
      ["pause", 17],
      ["intervention", 30],
    ]);
    expect((await finsam("timeline", "--store", option, "--person", "p2", "--on", "2021-04-30")).code).toBe(2);
  });

  test("says where a file is wrong, without what stands there", async () => {
    const path = file(
      "person.json",
      JSON.stringify({ person: "p1", interventions: [{ id: "secret", start: "2024-02-30" }] }),
    );
    const { code, out, err } = await finsam("timeline", path, "--on", "2024-06-30");
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain("interventions.0.start: a date is written YYYY-MM-DD and must exist in the calendar");
    expect(err).not.toContain("2024-02-30");
  });

  test.each([
    ["neither a file nor a store", ["--on", "2024-06-30"]],
    ["no day", [person]],
    ["a picture of another kind", [person, "--on", "2024-06-30", "--out", "timeline.png"]],
    ["a file that is not there", ["nobody.json", "--on", "2024-06-30"]],
  ])("refuses %s", async (_, argv) => {
    expect((await finsam("timeline", ...argv)).code).toBe(2);
  });
});
