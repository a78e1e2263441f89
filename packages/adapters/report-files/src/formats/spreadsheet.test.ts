import { columns } from "@finsam/gender-reporting";
import readExcelFile from "read-excel-file/node";
import { describe, expect, test } from "vitest";
import { allSexes, hostileReport, report2021, withheld2021, withPersons, withSections } from "../report.fixture.ts";
import { reportSpreadsheet } from "./spreadsheet.ts";
import { readZip } from "./zip-reader.fixture.ts";

const sheetsOf = async (report: typeof report2021) => readExcelFile(await reportSpreadsheet(report, "sv"));

describe("the report as a spreadsheet, read by another library", () => {
  test("has a sheet about the report and one for each table, with names that a spreadsheet takes", async () => {
    const sheets = await sheetsOf(withSections);
    expect(sheets).toHaveLength(1 + withSections.tables.length + 2);
    const names = sheets.map(({ sheet }) => sheet);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[^[\]:*?/\\]{1,31}$/u);
    expect(names[1]).toBe("2 Deltaganden under året");
    const persons = (await sheetsOf(withPersons)).at(-1);
    expect(persons?.sheet).toBe(`${withPersons.tables.length + 1} Personer under året`);
    expect(persons?.data[1]?.[1]).toBe("Antal personer");
    expect(persons?.data[3]?.slice(0, 4)).toEqual(["Alla", 425, 427, 852]);
  });

  test("gives every count back as a number", async () => {
    for (const report of [report2021, allSexes]) {
      const sheets = await sheetsOf(report);
      for (const [index, { rows }] of report.tables.entries())
        for (const [line, { label, counts }] of rows.entries()) {
          const shown = report === allSexes ? columns : (["woman", "man", "total"] as const);
          const row = sheets[index + 1]?.data[line + 3];
          expect(row?.slice(0, shown.length + 1)).toEqual([label.sv, ...shown.map((column) => counts[column])]);
        }
    }
  });

  test("gives shares as numbers that are whole per cent", async () => {
    const row = (await sheetsOf(report2021))[5]?.data[3];
    expect(row?.[4]).toBeCloseTo(0.36, 10);
    expect(row?.[5]).toBeCloseTo(0.54, 10);
  });

  test("names the sexes that are zero in every line instead of showing them", async () => {
    const data = (await sheetsOf(report2021))[5]?.data ?? [];
    expect(data[2]?.slice(0, 4)).toEqual(["Grupp", "Kvinnor", "Män", "Totalt"]);
    expect(data.flat()).toContain("0 i alla rader: annat kön och uppgift om kön saknas.");
  });

  test("says two dots of what is withheld, as text, and explains them", async () => {
    const data = (await sheetsOf(withheld2021))[5]?.data ?? [];
    expect(data[9]?.slice(0, 4)).toEqual(["Annan orsak", "..", "..", 9]);
    expect(data.flat()).toContain(
      "Två punkter (..): siffran visas inte, för att skydda enskilda. Det betyder inte noll.",
    );
  });

  test("opens with hostile texts as texts", async () => {
    const sheets = await sheetsOf(hostileReport);
    expect(sheets[2]?.data[3]?.[0]).toContain('<script>alert("sv")</script>');
  });
});

describe("the sheet of a table, in its XML", () => {
  test("keeps its headings and its first column in sight, and is as wide as its texts", async () => {
    const files = readZip(await reportSpreadsheet(report2021, "en"));
    const xml = files.get("xl/worksheets/sheet6.xml") ?? "";
    expect(xml).toMatch(/<pane[^>]*ySplit="3"/u);
    expect(xml).toMatch(/<pane[^>]*xSplit="1"/u);
    expect(xml).toMatch(/<pane[^>]*state="frozen"/u);
    expect(xml).toMatch(/<col min="1" max="1" width="52"/u);
  });

  test("holds numbers as numbers and no formula", async () => {
    const files = readZip(await reportSpreadsheet(hostileReport, "en"));
    for (const [path, xml] of files) if (path.startsWith("xl/worksheets/")) expect(xml).not.toContain("<f>");
    const [, ...tables] = [...files].filter(([path]) => path.startsWith("xl/worksheets/sheet"));
    expect(tables.every(([, xml]) => /<v>\d+<\/v>/u.test(xml))).toBe(true);
  });
});
