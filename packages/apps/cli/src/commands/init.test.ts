import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { readProfile } from "@finsam/policy";
import { describe, expect, test } from "vitest";
import { finsam, folder } from "../finsam.fixture.ts";

const init = (out: string, ...more: readonly string[]) =>
  finsam("init", "--id", "norran", "--name", "Norrån", "--out", out, ...more);

describe("finsam init", () => {
  test.each(["sv", "en"])("writes a profile that can be used at once, in %s first", async (language) => {
    const path = join(folder(), "norran.json");
    const { code, out } = await init(path, "--lang", language);
    expect([code, out]).toEqual([0, expect.stringContaining("finsam analyse --profile")]);
    const written = readFileSync(path, "utf8");
    const read = readProfile(JSON.parse(written));
    expect(read.ok ? [] : read.problems).toEqual([]);
    expect(read.ok && [read.profile.id, read.profile.language]).toEqual(["norran", language]);
    expect(written).toMatch(language === "en" ? /"label": \{ "en": / : /"label": \{ "sv": /);
    expect(written.split("\n").length).toBeLessThan(125);
    expect(Math.max(...written.split("\n").map((line) => line.length))).toBeLessThanOrEqual(120);
    expect((await finsam("analyse", "--profile", path)).code).toBe(0);
  });

  test("its $schema leads to the schema of profiles, so that an editor helps", async () => {
    const path = join(folder(), "norran.json");
    await init(path);
    const schema = JSON.parse(readFileSync(path, "utf8")).$schema;
    expect(JSON.parse(readFileSync(join(dirname(path), schema), "utf8")).properties.vocabulary).toBeDefined();
  });

  test("marks what nobody has decided as unverified", async () => {
    const path = join(folder(), "norran.json");
    await init(path);
    expect(readFileSync(path, "utf8")).not.toContain('"attested"');
  });

  test("never writes over a file that is there", async () => {
    const path = join(folder(), "norran.json");
    writeFileSync(path, "mine");
    const { code, err } = await init(path);
    expect([code, err, readFileSync(path, "utf8")]).toEqual([2, expect.stringContaining("is there already"), "mine"]);
  });

  test("says what an id is when it is given another, and writes nothing", async () => {
    const path = join(folder(), "x.json");
    const { code, err } = await finsam("init", "--id", "Norr Ån", "--name", "Norrån", "--out", path);
    expect([code, err, existsSync(path)]).toEqual([2, expect.stringContaining("--id: an id is kebab-case"), false]);
  });

  test("needs an id and a name", async () => {
    expect((await finsam("init", "--id", "norran")).err).toContain("--name is missing");
  });
});
