import { describe, expect, test } from "vitest";
import { findings2021 } from "./findings.fixture.ts";
import { report2021, wholeReport, withheld2021 } from "./report.fixture.ts";
import { reportHtml } from "./report-html.ts";

const textOf = (markup: string): string =>
  markup
    .replaceAll(/<(?:svg|style).*?<\/(?:svg|style)>/gsu, " ")
    .replaceAll(/<[^>]*>/gu, " ")
    .replaceAll(/&#(\d+);/gu, (_, code: string) => String.fromCharCode(Number(code)))
    .replaceAll(/\s+/gu, " ");
const part = (page: string, id: string, end: string): string => {
  const from = page.indexOf(`id="${id}"`);
  if (from < 0) return "";
  return textOf(page.slice(page.lastIndexOf("<", from), page.indexOf(end, from)));
};
const page = await reportHtml(wholeReport(), "en", findings2021);

describe("the page with all that can be said", () => {
  test("shows each difference with its interval and ratio, and its sentence", () => {
    const text = part(page, "differences", "</section>");
    expect(text).toContain("To work 36% 60/166 54% 108/200 −18 (−28 to −8) 0.67");
    expect(text).toContain("Moved .. .. not compared ..");
    expect(text).toContain("Health care .. .. too few ..");
    expect(text).toContain("Chance may move a difference.");
  });

  test("shows the arithmetic of the mix and the groups left out of it", () => {
    const text = part(page, "differences", "</section>");
    expect(text).toContain("younger 100/200 50% 20/40 33% 20/60");
    expect(text).toContain("Left out of the comparison: oldest.");
  });

  test("shows each goal, and with its intervention what the source leaves open and where the figure is from", () => {
    expect(part(page, "goals", "</section>")).toContain("Reached 100 take part: reached.");
    expect(part(page, "goals", "</section>")).toContain("Cannot be judged All get a plan: cannot be judged.");
    const intervention = part(page, "intervention-mia-vidare", "</article>");
    expect(intervention).toContain("Left open: Whether 100 is a least number is not said.");
    expect(intervention).toContain("The figure comes from follow-up, p. 7.");
  });

  test("shows all of a goal at once where the report has no sections", async () => {
    const text = part(await reportHtml(report2021, "en", findings2021), "goals", "</section>");
    expect(text).toContain("Left open: Whether 100 is a least number is not said.");
    expect(text).toContain("The source does not attest the goal.");
  });

  test("shows what each intervention cost", () => {
    expect(part(page, "costs", "</section>")).toContain("MIA Vidare had a budget of SEK 4,700,000 in 2021.");
  });

  test("sets the tables beside those of the earlier year, and warns when the policy was another", () => {
    const text = part(page, "comparison", "</section>");
    expect(text).toContain("Comparison with 2020");
    expect(text).toContain(
      "The reports were counted under different policies: stockholm 2024-01 and stockholm 2025-03.",
    );
    expect(text).toContain("Participations during the year 480 480 493 493 973 973 ±0");
  });

  test("shows shares of known answers only where some answer is missing", () => {
    expect(part(page, "table-participants-by-referrer-in-mia-vidare", "</table>")).toContain("Share of known answers");
    expect(part(page, "table-started-by-age", "</section>")).not.toContain("Share of known answers");
  });

  test("says how many checks were made and how many withheld figures prevented", () => {
    expect(part(page, "checks", "</section>")).toContain("The sexes make the total 40 2");
  });

  test("draws the flow in two sizes of which one is shown, with its figures in a list", () => {
    expect(part(page, "flow", "</section>")).toContain("Discharged because of illness: 66");
    expect(page.match(/class="for-(?:wide|narrow)"/gu)).toHaveLength(2);
  });
});

test("a page without findings promises none", async () => {
  const plain = await reportHtml(withheld2021, "en");
  for (const id of ["differences", "goals", "costs", "comparison", "interventions", "flow"])
    expect(plain).not.toContain(`<section id="${id}"`);
});

test("places that did not answer are named in the summary and beside each table", async () => {
  const silent = [{ sv: "Skärholmen", en: "Skärholmen" }];
  const report = { ...report2021, tables: report2021.tables.map((table) => ({ ...table, missing: silent })) };
  const text = textOf(await reportHtml(report, "en"));
  expect(text).toContain("Nobody in Skärholmen is here: no answer came.");
  expect(text.match(/No answer came from Skärholmen\./gu)?.length).toBeGreaterThan(5);
});
