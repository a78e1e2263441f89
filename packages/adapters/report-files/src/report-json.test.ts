import { Report } from "@finsam/gender-reporting";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import schema from "../report.schema.json" with { type: "json" };
import { allSexes, emptyReport, hostileReport, report2021, whollyWithheld, withheld2021 } from "./report.fixture.ts";
import { reportJson, reportJsonSchema } from "./report-json.ts";

const reports = { report2021, withheld2021, allSexes, emptyReport, whollyWithheld, hostileReport };

describe("the JSON document", () => {
  test.each(Object.entries(reports))("gives the report %s back unchanged", (_, report) => {
    expect(Report.parse(JSON.parse(reportJson(report)))).toEqual(report);
  });

  test("has the same bytes whatever order the keys came in", () => {
    expect(reportJson(turned(report2021))).toBe(reportJson(report2021));
    expect(JSON.stringify(turned(report2021))).not.toBe(JSON.stringify(report2021));
  });

  test("is indented and ends with a line break", () => {
    expect(reportJson(report2021)).toMatch(/^\{\n {2}"format": "finsam-report\/2",\n.*\n\}\n$/s);
  });

  test("says of a withheld count that it is withheld, and gives none", () => {
    const other = JSON.parse(reportJson(withheld2021)).tables[4].rows[6];
    expect(other.counts).toEqual({ woman: null, man: null, other: 0, unknown: 0, total: 9 });
    expect(other.shares.woman).toEqual({ withheld: true, ofBase: null, ofKnown: null, sexDistribution: null });
  });

  test("is never made of what is no report", () => {
    const wrong: Report = JSON.parse(reportJson(report2021).replace('"woman": 480', '"woman": -480'));
    expect(() => reportJson(wrong)).toThrow();
  });
});

describe("the JSON schema", () => {
  // The published file is this schema; `vitest run -u` writes it anew.
  test("is published with the package as it is", async () => {
    await expect(`${JSON.stringify(reportJsonSchema(), null, 2)}\n`).toMatchFileSnapshot("../report.schema.json");
  });

  const validate = new Ajv2020({ allErrors: true, strict: true }).compile(schema);

  test.each(Object.entries(reports))("accepts the report %s, says an independent validator", (_, report) => {
    validate(JSON.parse(reportJson(report)));
    expect(validate.errors).toBeNull();
  });

  test.each([
    ["a negative count", '"woman": 480', '"woman": -480'],
    ["a count as a text", '"woman": 480', '"woman": ".."'],
    ["a missing column", '"other": 0,', ""],
    ["a column too many", '"other": 0,', '"other": 0, "diverse": 0,'],
    ["another format", "finsam-report/2", "finsam-report/1"],
    ["a date in another form", '"2021-01-01"', '"1 January 2021"'],
    ["a table without rows", /"rows": \[.*?\n {6}\]/s, '"rows": []'],
    ["a label without English", '"sv": "Alla",\n            "en": "All"', '"sv": "Alla"'],
  ])("refuses %s", (_, text, replacement) => {
    const changed = reportJson(report2021).replace(text, replacement);
    expect(changed).not.toBe(reportJson(report2021));
    expect(validate(JSON.parse(changed))).toBe(false);
  });
});

/** The same value with the keys of every object in the opposite order. */
function turned<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value), (_, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).reverse())
      : part,
  );
}
