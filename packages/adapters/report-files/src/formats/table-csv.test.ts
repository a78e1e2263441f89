import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { hostileReport, report2021, withheld2021, withPersons, withSections } from "../report.fixture.ts";
import { reportCsv } from "./table-csv.ts";

const rowsOf = (csv: string): readonly Record<string, string>[] => parse(csv, { columns: true });
const table = (report: typeof report2021, id: string) =>
  rowsOf(reportCsv(report, "sv").find((one) => one.id === id)?.csv ?? "");

describe("a table as CSV, read by another library", () => {
  test("has a row for each line and sex, with its count and shares", () => {
    const rows = table(report2021, "ended-by-exit-reason");
    expect(rows).toHaveLength((8 + 4) * 5);
    expect(rows[0]).toEqual({
      table: "ended-by-exit-reason",
      intervention: "",
      from: "2021-01-01",
      to: "2021-12-31",
      line: "work-studies-or-active-job-search",
      kind: "category",
      label: "Utskrivning till aktivt arbetssökande och/eller arbete och studier",
      sex: "woman",
      sex_label: "Kvinnor",
      count: "60",
      percent_of_base: "36",
      percent_of_known: "36",
      percent_of_row: "36",
    });
    // A file of figures has no column for the unit: the table says it by its id, and what is outside the base by its label.
    const people = table(withPersons, "persons").filter(({ sex }) => sex === "total");
    expect(people.map(({ label, count }) => [label, count]).slice(0, 4)).toEqual([
      ["Alla", "852"],
      ["Basen", "852"],
      ["Med känt svar", "852"],
      ["Utanför basen: deltaganden som inte följs upp", "101"],
    ]);
  });

  test("gives every count of the report back", () => {
    for (const { id, rows: reported } of report2021.tables)
      for (const { category, counts } of reported) {
        const read = table(report2021, id).filter(({ line }) => line === category);
        expect(Object.fromEntries(read.map(({ sex, count }) => [sex, Number(count)]))).toEqual(counts);
      }
  });

  test("says two dots of what is withheld, and one of what cannot be", () => {
    const other = table(withheld2021, "ended-by-exit-reason").filter(({ line }) => line === "other");
    expect(other.map(({ count }) => count)).toEqual(["..", "..", "0", "0", "9"]);
    expect(other.map(({ percent_of_base }) => percent_of_base)).toEqual(["..", "..", ".", ".", "2"]);
  });

  test("keeps the share of the base and of those with a known answer apart", () => {
    const [women] = table(withSections, "participants-by-referrer-in-mia-vidare");
    expect(women).toMatchObject({ intervention: "mia-vidare", percent_of_base: "67", percent_of_known: "75" });
    const unknown = table(withSections, "participants-by-referrer-in-mia-vidare").filter(
      ({ line }) => line === "unknown",
    );
    expect(unknown[0]).toMatchObject({ percent_of_base: "11", percent_of_known: "." });
  });

  test("holds no label that a spreadsheet takes for a formula", () => {
    const label = { sv: "=1+1", en: "=1+1" };
    const report = {
      ...report2021,
      tables: report2021.tables.map((one) => ({ ...one, rows: one.rows.map((row) => ({ ...row, label })) })),
    };
    expect(table(report, "started")[0]?.label).toBe("'=1+1");
    expect(reportCsv(hostileReport, "sv").length).toBe(hostileReport.tables.length);
  });
});
