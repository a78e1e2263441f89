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

  test("says what would explain each contradiction, in both languages, and the same thing once", async () => {
    const { out } = await finsam("check", published2021);
    expect(out).toContain("7 contradictions in 67 lines.");
    expect(out).toContain(
      "   – 1 of unknown sex is missing from the whole “referrals”; and 1 of unknown sex is missing from the row “referrals-by-referrer, rinkeby-kista”. (Explains 6 too.)",
    );
    expect(out).toContain("The same explanations as of 5.");
    const { out: swedish } = await finsam("check", published2021, "--lang", "sv");
    expect(swedish).toContain("7 motsägelser i 67 rader.");
    expect(swedish).toContain(
      "   – Totalen i helheten ”referrals” är tryckt 1 för högt (66 i stället för 65); och totalen på raden ”referrals-by-referrer, rinkeby-kista” är tryckt 1 för högt (5 i stället för 4). (Förklarar också 6.)",
    );
    expect(swedish).toContain(
      "30 procent av ”ended”, som inte är tryckt. I avsnittet passar applications (68–69 av 228)",
    );
  });

  test("lists the percentages that it cannot check, which is no contradiction", async () => {
    const { document } = await check(published2021);
    expect(document.openPercentages.map(({ section, table, percent }) => [section, table, percent])).toEqual(
      [30, 65, 5].map((percent) => ["aktivitetsplatsen", "ended-by-result", percent]),
    );
  });

  const linked = (cells: string) =>
    file(
      "linked.csv",
      [
        "section;table;category;women;men;other;unknown;total;percent;percent_of;multi_select;same_as;part_of;summand_of",
        "overview;ended;all;30;21;;;51;;;;;;",
        `team;ended;all;12;11;;;23;;;;${cells}`,
        "ips;ended;all;18;11;;;29;;;;;;overview/ended",
        "",
      ].join("\n"),
    );

  test("reads in a column what a line adds up to, is a part of, or is the same as", async () => {
    const kinds = async (cells: string) =>
      (await check(linked(cells))).document.findings.map(({ section, kind, column, difference }) => [
        section,
        kind,
        column,
        difference,
      ]);
    expect(await kinds(";;overview/ended")).toEqual([
      ["overview", "sum-of-lines-differs", "man", -1],
      ["overview", "sum-of-lines-differs", "total", -1],
    ]);
    expect(await kinds(";ips/ended/all;overview/ended")).toHaveLength(2);
    expect((await kinds("ips/ended;;overview/ended")).slice(0, 2)).toEqual([
      ["team", "same-population-differs", "woman", -6],
      ["team", "same-population-differs", "total", -6],
    ]);
  });

  test("names a line that a link points to and that is not printed, and a reference that is none", async () => {
    const { code, document } = await check(linked("overview/started;;overview/ended"));
    expect([code, document.notPrinted]).toEqual([2, [{ section: "overview", table: "started", category: "all" }]]);
    const { document: refusing } = await check(linked("a/b/c/d;;overview/ended"));
    expect(refusing.refused.map(({ line, column }) => [line, column])).toEqual([[3, "same_as"]]);
  });

  test("reads a whole document as JSON, with its links, and says where it is wrong", async () => {
    const figures = [
      { section: "overview", table: "ended", category: "all", women: 30, men: 21, total: 51 },
      { section: "team", table: "ended", category: "all", women: 31, men: 20, total: 51 },
    ];
    const part = {
      kind: "part",
      part: { section: "team", table: "ended" },
      of: { section: "overview", table: "ended" },
    };
    const json = (document: unknown) => file("figures.json", JSON.stringify(document));
    const { code, document } = await check(json({ format: "finsam-printed-figures/1", figures, links: [part] }));
    expect(code).toBe(1);
    expect(document.findings.map(({ section, kind, column }) => [section, kind, column])).toEqual([
      ["team", "part-above-whole", "woman"],
    ]);
    const wrong = { format: "finsam-printed-figures/1", figures: [{ ...figures[0], women: -1 }] };
    expect(await finsam("check", json(wrong))).toMatchObject({
      code: 2,
      err: expect.stringContaining("finsam-printed-figures/1 (figures[0].women)"),
    });
    expect(await finsam("check", file("broken.json", "{"))).toMatchObject({ code: 2 });
  });

  test("names the columns that a file lacks", async () => {
    const { code, err } = await finsam("check", file("other.csv", "a;b\n1;2\n"));
    expect([code, err]).toEqual([2, expect.stringContaining("lacks the columns section, table")]);
  });
});
