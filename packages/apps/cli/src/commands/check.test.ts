import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { CheckDocument } from "../documents.ts";
import { file, finsam, published2021 } from "../finsam.fixture.ts";

const check = async (path: string) => {
  const { code, out } = await finsam("check", path, "--json");
  return { code, document: CheckDocument.parse(JSON.parse(out)) };
};
const text = readFileSync(published2021, "utf8");

describe("finsam check", () => {
  test("finds the seven contradictions of the published figures, and nothing that agrees", async () => {
    const { code, document } = await check(published2021);
    expect(code).toBe(1);
    expect(
      document.findings.map(({ section, table, category, expected, actual }) => [
        section,
        table,
        category,
        expected,
        actual,
      ]),
    ).toEqual([
      ["overview", "started-by-age", "all", 100, 125],
      ["finsam-team", "plans-followed-up-by-result", "all-activities-done", 71, 70],
      ["work-training", "participants", "all", 51, 52],
      ["work-training", "ended-at-aktivitetsplatsen-by-result", "all", 8, 9],
      ["mia-vidare", "referrals", "all", 65, 66],
      ["mia-vidare", "referrals-by-referrer", "rinkeby-kista", 4, 5],
      ["mia-vidare", "enrolled-since-start", "all", 134, 136],
    ]);
    for (const { expected, actual, difference } of document.findings) expect(difference).toBe(actual - expected);
  });

  test("is content when the contradictions are mended", async () => {
    const mended = text
      .replace(/29;started/, "4;started")
      .replace("51;70;plans", "51;71;plans")
      .replace("33;18;;;52", "34;18;;;52")
      .replace(";;;;;6;;ended-at", ";;;;;5;;ended-at")
      .replace("41;24;;;66", "41;25;;;66")
      .replace("2;2;;;5;;ref", "2;3;;;5;;ref")
      .replace("72;58;;4;136", "74;58;;4;136");
    const { code, document } = await check(file("mended.csv", mended));
    expect([code, document.findings]).toEqual([0, []]);
  });

  test("lists lines that it cannot read, and checks the others", async () => {
    const spoiled = text.replace("480;493;;;973", "480;many;;;973").replace("258;225;;;483;;;", "258;225;;;483");
    const { code, document } = await check(file("spoiled.csv", spoiled));
    expect(code).toBe(2);
    expect(document.refused.map(({ line, column }) => [line, column])).toEqual([
      [2, "men"],
      [4, undefined],
    ]);
    expect(document.findings).toHaveLength(7);
  });

  test("names the columns that a file lacks", async () => {
    const { code, err } = await finsam("check", file("other.csv", "a;b\n1;2\n"));
    expect([code, err]).toEqual([2, expect.stringContaining("lacks the columns section, table")]);
  });
});
