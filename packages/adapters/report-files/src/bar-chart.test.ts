import { describe, expect, test } from "vitest";
import { barChart, isWorthAChart } from "./bar-chart.ts";
import { allSexes, emptyReport, hostileReport, report2021, whollyWithheld, withheld2021 } from "./report.fixture.ts";
import { type ShownTable, shownTable } from "./shown-table.ts";

const shown = (report: typeof report2021, id: string): ShownTable => {
  const table = report.tables.find((one) => one.id === id);
  if (table === undefined) throw new Error(`the fixture has no table ${id}`);
  return shownTable(table, "sv");
};
const chart = async (report: typeof report2021, id: string) => (await barChart(shown(report, id), "sv")).markup;

/** The texts of a chart, in its order. */
const texts = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/gu)].map(([, text]) => text);
/** The bars of a chart: whose, and how long. */
const bars = (svg: string) =>
  [...svg.matchAll(/<path d="M[\d.]+,[\d.]+h([\d.]+)[^>]*fill="var\(--(\w+)\)"/gu)].map(([, length, sex]) => ({
    sex,
    length: Number(length),
  }));

describe("a bar chart", () => {
  test("has a bar for women and one for men in each row, as long as the counts are high", async () => {
    const drawn = bars(await chart(report2021, "started-by-age"));
    expect(drawn.map(({ sex }) => sex)).toEqual(["woman", "man", "woman", "man", "woman", "man"]);
    const [perCount] = drawn.map(({ length }) => length / 84);
    for (const [index, count] of [84, 56, 113, 109, 61, 60].entries())
      expect(drawn[index]?.length).toBeCloseTo(count * (perCount ?? 0), 1);
  });

  test("names every bar and writes its count, so that nothing depends on colour", async () => {
    expect(texts(await chart(report2021, "started-by-age"))).toEqual([
      ...["Under 30 år", "30–50 år", "Över 50 år"],
      ...["Kvinnor", "Män", "Kvinnor", "Män", "Kvinnor", "Män"],
      ...["84", "56", "113", "109", "61", "60"],
    ]);
  });

  test("breaks a long label into lines, and stands above the bars as high as it needs", async () => {
    const svg = await chart(report2021, "ended-by-exit-reason");
    expect(texts(svg).slice(0, 2)).toEqual(["Utskrivning till aktivt arbetssökande", "och/eller arbete och studier"]);
    expect(svg).toMatch(/viewBox="0 0 360 \d+"/u);
  });

  test("leaves rows of zeros out", async () => {
    expect(texts(await chart(report2021, "started-by-support"))).not.toContain("A-kassa");
  });

  test("draws no bar for what is withheld and says two dots, never 0", async () => {
    const svg = await chart(withheld2021, "ended-by-exit-reason");
    expect(bars(svg)).toHaveLength(10);
    expect(texts(svg).slice(-4)).toEqual(["..", "..", "..", ".."]);
  });

  test("draws no bar for zero and says 0", async () => {
    const svg = await chart(allSexes, "ended-by-exit-reason");
    expect(bars(svg)).toHaveLength(6);
    expect(texts(svg).slice(-4)).toEqual(["3", "0", "0", "2"]);
  });

  test("keeps the smallest bar visible", async () => {
    expect(await chart(allSexes, "ended-by-exit-reason")).toMatch(/stroke="var\(--other\)"/u);
  });

  test("takes colours and font from the page and holds no id that another chart could have", async () => {
    const svg = await chart(allSexes, "ended-by-exit-reason");
    expect(svg).not.toMatch(/ id="/u);
    expect(svg).not.toMatch(/(?:fill|stroke)="(?:#|black|rgb)/u);
    expect(new Set(svg.match(/font-family="[^"]*"/gu))).toEqual(new Set(['font-family="inherit"']));
  });

  test("escapes what stands in a label", async () => {
    const svg = await chart(hostileReport, "hostile");
    expect(svg).not.toMatch(/<script|<img|\u202e/u);
    expect(svg.match(/<\/svg>/gu)).toHaveLength(1);
    expect(texts(svg)[0]).toMatch(/^&lt;script&gt;/u);
  });

  test("is the same each time", async () => {
    expect(await chart(report2021, "started-by-age")).toBe(await chart(report2021, "started-by-age"));
  });
});

describe("a table is worth a chart", () => {
  test("when it has two rows or more to compare", () => {
    expect(isWorthAChart(shown(report2021, "started-by-age"))).toBe(true);
    expect(isWorthAChart(shown(report2021, "started"))).toBe(false);
    expect(isWorthAChart(shown(emptyReport, "started-by-age"))).toBe(false);
  });

  test("but not when every count is withheld", () => {
    expect(isWorthAChart(shown(whollyWithheld, "started-by-age"))).toBe(false);
  });
});
