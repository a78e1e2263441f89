import { expect, test } from "vitest";
import { findings2021 } from "../findings.fixture.ts";
import { report2021, withSections } from "../report.fixture.ts";
import { ReportFormat, reportFiles } from "./report-files.ts";

test("every format is written, with a file for each table where the format holds one table", async () => {
  const files = await reportFiles(withSections, { language: "sv" });
  const count = withSections.tables.length + 2;
  expect(files.map(({ path }) => path).filter((path) => !path.includes("/"))).toEqual([
    "report.html",
    "report.json",
    "report.schema.json",
    "report.xlsx",
    "report.json-stat.json",
  ]);
  for (const ending of [".csv", ".px"]) expect(files.filter(({ path }) => path.endsWith(ending))).toHaveLength(count);
  expect(new Set(files.map(({ path }) => path)).size).toBe(files.length);
});

test("only what was asked for is written, in the same order whatever order it was asked in", async () => {
  const files = await reportFiles(report2021, { language: "sv", formats: ["px", "json"] });
  expect(files.slice(0, 3).map(({ path }) => path)).toEqual([
    "report.json",
    "report.schema.json",
    "px/participants.px",
  ]);
});

test("what is said of a report is written beside report.json, and on the page, where it was worked out", async () => {
  const files = await reportFiles(report2021, { language: "en", formats: ["html", "json"], findings: findings2021 });
  expect(files.map(({ path }) => path)).toEqual([
    "report.html",
    "report.json",
    "report.schema.json",
    "findings.json",
    "findings.schema.json",
  ]);
});

test("the same report gives the same bytes in every text format", async () => {
  const formats = ReportFormat.options.filter((format) => format !== "xlsx");
  const options = { language: "en", formats } as const;
  expect(await reportFiles(report2021, options)).toEqual(await reportFiles(report2021, options));
});
