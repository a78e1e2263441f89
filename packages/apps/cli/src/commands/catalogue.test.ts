import { describe, expect, test } from "vitest";
import { finsam } from "../finsam.fixture.ts";
import { CatalogueDocument } from "./catalogue.ts";

const found = async (...options: readonly string[]) => {
  const { code, out } = await finsam("catalogue", ...options, "--lang", "sv", "--json");
  expect(code).toBe(0);
  return CatalogueDocument.parse(JSON.parse(out)).entries;
};
const ids = async (...options: readonly string[]) => (await found(...options)).map(({ id }) => id);

describe("finsam catalogue", () => {
  test("finds by Swedish words, without dots and with a letter wrong", async () => {
    expect((await ids("Sköndal"))[0]).toBe("gron-etablering");
    expect(await ids("skondal")).toEqual(await ids("Sköndal"));
    expect((await ids("aktivitesplatsen"))[0]).toBe("aktivitetsplatsen");
  });

  test("narrows by day, age, place and focus, and says what no source states", async () => {
    expect(await ids("--on", "2021-09-01", "--age", "36")).not.toContain("ratt-stod-for-mig");
    expect(await ids("--on", "2021-09-01", "--age", "35")).toContain("ratt-stod-for-mig");
    const atSkondal = (await found("--on", "2023-09-01", "--place", "Sköndal", "--focus", "health"))[0];
    expect(atSkondal).toMatchObject({ id: "aktivitetsplatsen", open: [] });
    const samteamet = (await found("samteamet", "--focus", "social"))[0];
    expect(samteamet).toMatchObject({ id: "samteamet", open: ["focus"] });
    expect(samteamet?.notStated).toContain("length");
  });

  test("without anything asked for, lists every entry with its source", async () => {
    const entries = await found();
    expect(entries.length).toBeGreaterThan(70);
    expect(entries.every(({ citation }) => citation.source !== "")).toBe(true);
  });

  test("tells people in words, and that nothing fits when nothing does", async () => {
    const { out } = await finsam("catalogue", "grön", "--lang", "sv");
    expect(out).toContain("Grön etablering (gron-etablering)\n  Förrehabilitering i naturen.");
    expect((await finsam("catalogue", "xyzzy")).out).toBe("Nothing in the catalogue fits.\n");
  });

  test.each([
    ["--focus", "money"],
    ["--age", "ung"],
    ["--on", "2023-02-30"],
  ])("refuses %s %s", async (...options) => {
    const { code, out } = await finsam("catalogue", ...options);
    expect([code, out]).toEqual([2, ""]);
  });
});
