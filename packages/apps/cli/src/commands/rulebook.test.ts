import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { file, finsam, folder } from "../finsam.fixture.ts";
import { RulebookDocument } from "./rulebook.ts";

describe("finsam rulebook", () => {
  test("writes a page in Swedish and a page in English, each whole in itself", async () => {
    const out = join(folder(), "book");
    const { code, out: printed } = await finsam("rulebook", "--out", out);
    expect([code, printed]).toEqual([0, expect.stringContaining(join(out, "rule-book.sv.html"))]);
    expect(readdirSync(out).sort()).toEqual(["rule-book.en.html", "rule-book.sv.html"]);
    const [english, swedish] = ["en", "sv"].map((lang) => readFileSync(join(out, `rule-book.${lang}.html`), "utf8"));
    expect(english).toContain("Target group of the association");
    expect(swedish).toContain("Förbundets målgrupp");
  });

  test("writes any profile, and says which files as a document", async () => {
    const folderOfProfile = folder();
    const path = join(folderOfProfile, "norran.json");
    await finsam("init", "--id", "norran", "--name", "Norrån", "--out", path);
    const { out } = await finsam("rulebook", "--profile", path, "--out", folderOfProfile, "--json");
    const { profile, files } = RulebookDocument.parse(JSON.parse(out));
    expect([profile, files.map((one) => readFileSync(one, "utf8").includes("Norrån"))]).toEqual([
      "norran",
      [true, true],
    ]);
  });

  test("says what is wrong in a profile and writes nothing", async () => {
    const out = join(folder(), "book");
    const { code, err } = await finsam("rulebook", "--profile", file("p.json", "{}"), "--out", out);
    expect([code, err]).toEqual([2, expect.stringContaining("cannot be used")]);
  });

  test("needs a folder", async () => {
    expect((await finsam("rulebook")).err).toContain("--out is missing");
  });
});
