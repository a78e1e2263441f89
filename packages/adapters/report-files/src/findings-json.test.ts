import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import schema from "../findings.schema.json" with { type: "json" };
import { findings2021 } from "./findings.fixture.ts";
import { FindingsDocument, findingsJson, findingsJsonSchema } from "./findings-json.ts";
import { report2021, wholeReport } from "./report.fixture.ts";
import { reportHtml } from "./report-html.ts";

const read = (json: string): FindingsDocument => FindingsDocument.parse(JSON.parse(json));
const { earlier: _, ...said } = findings2021;

describe("the JSON document of what is said of a report", () => {
  test("gives every part back unchanged, and says of which report it is", () => {
    expect(read(findingsJson(report2021, findings2021))).toEqual({
      format: "finsam-findings/1",
      association: { id: "stockholm", policyVersion: "2025-03" },
      year: 2021,
      ...said,
    });
  });

  test("is written again as the same bytes from what was read", () => {
    const json = findingsJson(report2021, findings2021);
    expect(findingsJson(report2021, read(json))).toBe(json);
    const turned = Object.fromEntries(Object.entries(findings2021).reverse());
    expect(findingsJson(report2021, turned)).toBe(json);
  });

  test.each(["sv", "en"] as const)(
    "holds all that the page tells of it: the page in %s made of the document is the same",
    async (language) => {
      const document = read(findingsJson(report2021, findings2021));
      const page = await reportHtml(wholeReport(), language, said);
      expect(page).toContain(document.overYears?.change?.sentence[language]);
      expect(await reportHtml(wholeReport(), language, document)).toBe(page);
    },
  );

  test("leaves out what was not worked out, and holds no other report", () => {
    expect(Object.keys(read(findingsJson(report2021, {})))).toEqual(["format", "association", "year"]);
    expect(findingsJson(report2021, findings2021)).not.toContain("finsam-report/");
  });

  test("is never made of what does not fit", () => {
    const wrong = JSON.parse(JSON.stringify(said).replace('"outcome":"met"', '"outcome":"granted"'));
    expect(() => findingsJson(report2021, wrong)).toThrow();
  });
});

describe("its JSON schema", () => {
  // The published file is this schema; `vitest run -u` writes it anew.
  test("is published with the package as it is", async () => {
    await expect(`${JSON.stringify(findingsJsonSchema(), null, 2)}\n`).toMatchFileSnapshot("../findings.schema.json");
  });

  const validate = new Ajv2020({ allErrors: true, strict: true }).compile(schema);
  const json = findingsJson(report2021, findings2021);

  test("accepts the findings, says an independent validator", () => {
    validate(JSON.parse(json));
    expect(validate.errors).toBeNull();
    validate(JSON.parse(findingsJson(report2021, {})));
    expect(validate.errors).toBeNull();
  });

  test.each([
    ["an outcome that is none", '"outcome": "met"', '"outcome": "granted"'],
    ["a difference without its interval", /"pointsInterval": \{.*?\},/s, ""],
    ["a withheld difference with a count", '"state": "withheld",', '"state": "withheld", "women": 3,'],
    ["a sentence without Swedish", /"sv": "100 deltar: nått\.",/, ""],
    ["a cost as a text", '"rest": 0', '"rest": "0"'],
    ["another format", "finsam-findings/1", "finsam-findings/2"],
    ["a part that is none", '"year": 2021', '"year": 2021, "persons": []'],
  ])("refuses %s", (_, text, replacement) => {
    const changed = json.replace(text, replacement);
    expect(changed).not.toBe(json);
    expect(validate(JSON.parse(changed))).toBe(false);
    expect(FindingsDocument.safeParse(JSON.parse(changed)).success).toBe(false);
  });
});
