import { columns } from "@finsam/gender-reporting";
import { describe, expect, test } from "vitest";
import {
  allSexes,
  emptyReport,
  hostileReport,
  report2021,
  whollyWithheld,
  withheld2021,
  withPersons,
  withSections,
} from "../report.fixture.ts";
import { reportPx } from "./px.ts";
import { cellOf, readPx } from "./px-reader.fixture.ts";

const files = (report: typeof report2021, language: "sv" | "en" = "sv") =>
  reportPx(report, language).map(({ px }) => readPx(px));

describe("a table as PX, read by the published format", () => {
  test("gives every count and share back", () => {
    for (const report of [report2021, allSexes])
      for (const [index, { rows }] of report.tables.entries()) {
        const px = files(report)[index];
        if (px === undefined) throw new Error("a table has no file");
        for (const { category, counts, shares } of rows)
          for (const sex of columns) {
            const cell = (content: string) => cellOf(px, { grupp: category, innehåll: content, kön: sex, år: "2021" });
            expect(cell("count")).toBe(String(counts[sex]));
            const percent = shares[sex].ofBase?.percent;
            expect(cell("ofBase")).toBe(percent === undefined ? '"."' : String(percent));
          }
      }
  });

  test.each(
    Object.entries({
      report2021,
      withheld2021,
      allSexes,
      emptyReport,
      whollyWithheld,
      withPersons,
      withSections,
      hostileReport,
    }),
  )("of %s has as many cells as its variables say, and codes for every value in both languages", (_, report) => {
    for (const px of files(report)) {
      const size = (language: string, variables: readonly string[]) =>
        variables.reduce((product, variable) => {
          const values = px.keywords.get(`VALUES${language}("${variable}")`) ?? [];
          expect(px.keywords.get(`CODES${language}("${variable}")`)).toHaveLength(values.length);
          return product * values.length;
        }, 1);
      expect(px.cells).toHaveLength(size("", ["grupp", "innehåll", "kön", "år"]));
      expect(px.cells).toHaveLength(size("[en]", ["group", "contents", "sex", "year"]));
      expect(px.cells.filter((cell) => !/^(?:\d+|"\.{1,2}")$/u.test(cell))).toEqual([]);
    }
  });

  test("declares its encoding and languages first, and has every keyword that must be there", () => {
    const [px] = files(withheld2021);
    const names = [...(px?.keywords.keys() ?? [])];
    expect(names.slice(0, 5)).toEqual(["CHARSET", "AXIS-VERSION", "CODEPAGE", "LANGUAGE", "LANGUAGES"]);
    expect(px?.keywords.get("CODEPAGE")).toEqual(["utf-8"]);
    expect(px?.keywords.get("LANGUAGES")).toEqual(["sv", "en"]);
    for (const mandatory of [
      "CONTENTS",
      "DECIMALS",
      "HEADING",
      "MATRIX",
      "STUB",
      "SUBJECT-AREA",
      "SUBJECT-CODE",
      "TITLE",
      "UNITS",
    ])
      expect(names).toContain(mandatory);
    expect(px?.keywords.get("MATRIX")?.[0]?.length).toBeLessThanOrEqual(20);
  });

  test("says two dots of what is withheld, never 0", () => {
    const px = files(withheld2021)[4];
    if (px === undefined) throw new Error("a table has no file");
    const count = (sex: string) => cellOf(px, { grupp: "other", innehåll: "count", kön: sex, år: "2021" });
    expect([count("woman"), count("man"), count("total")]).toEqual(['".."', '".."', "9"]);
    expect(px.keywords.get("NOTE")?.[0]).toContain("Två punkter (..): siffran visas inte");
  });

  test("says what each measure is counted in: participations, or people", () => {
    const unitsIn = (id: string) => {
      const { px } = reportPx(withPersons, "sv").find((one) => one.id === id) ?? { px: "" };
      const { keywords } = readPx(px);
      return ["UNITS", "UNITS[en]"].map((keyword) => keywords.get(keyword)?.[0]);
    };
    expect(unitsIn("participants")).toEqual(["deltaganden", "participations"]);
    expect(unitsIn("persons")).toEqual(["personer", "people"]);
  });

  test("puts the wanted language first", () => {
    const [px] = files(report2021, "en");
    expect(px?.keywords.get("LANGUAGE")).toEqual(["en"]);
    expect(px?.keywords.get("STUB")).toEqual(["group"]);
    expect(px?.keywords.get("STUB[sv]")).toEqual(["grupp"]);
  });

  test("has no line longer than old readers take", () => {
    for (const { px } of reportPx(withSections, "sv"))
      expect(Math.max(...px.split("\r\n").map((line) => line.length))).toBeLessThanOrEqual(256);
  });
});
