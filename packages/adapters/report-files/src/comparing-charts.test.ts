import { describe, expect, test } from "vitest";
import { findings2021 } from "./findings.fixture.ts";
import { intervalChart } from "./interval-chart.ts";
import { yearsChart } from "./years-chart.ts";

const texts = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/gu)].map(([, text]) => text);
const difference = findings2021.differences?.tables[0]?.rows[0]?.difference;
const compared = difference?.state === "compared" ? difference : undefined;

describe("a chart of intervals", () => {
  test("writes the difference with its interval, and fills the point where the interval leaves zero out", async () => {
    if (compared === undefined) throw new Error("women and men are compared");
    const sure = (await intervalChart([{ label: "To work", difference: compared }], "en")).markup;
    expect(texts(sure)).toContain("−18 (−28 to −8)");
    expect(sure).toContain('fill="currentColor"');
    const unsure = { ...compared, points: 2, pointsInterval: { lower: -3, upper: 7 }, excludesZero: false };
    const open = (await intervalChart([{ label: "Moved", difference: unsure }], "en")).markup;
    expect(texts(open)).toContain("2 (−3 to 7)");
    expect(open).toContain('fill="var(--paper)"');
  });

  test("says on which side women’s share is higher, and which men’s", async () => {
    if (compared === undefined) throw new Error("women and men are compared");
    const { markup } = await intervalChart([{ label: "Till arbete", difference: compared }], "sv");
    expect(texts(markup)).toEqual(expect.arrayContaining(["← männens andel högre", "kvinnornas andel högre →"]));
  });
});

describe("a chart of two years", () => {
  test("names both years, both sexes and every count", async () => {
    const { markup } = await yearsChart(
      {
        years: [2020, 2021],
        sexes: [
          { sex: "woman", counts: [222, 480] },
          { sex: "man", counts: [268, 493] },
        ],
      },
      "sv",
    );
    expect(texts(markup).sort()).toEqual(["2020", "2021", "222", "268", "480 Kvinnor", "493 Män"]);
  });

  test("keeps words apart where women and men are as many", async () => {
    const same = {
      years: [2020, 2021],
      sexes: [
        { sex: "woman", counts: [5, 5] },
        { sex: "man", counts: [5, 5] },
      ],
    } as const;
    const { markup } = await yearsChart(same, "en");
    const places = [...markup.matchAll(/translate\([\d.]+,([\d.]+)\)[^>]*>5 (?:Women|Men)/gu)].map(([, y]) =>
      Number(y),
    );
    expect(Math.abs((places[0] ?? 0) - (places[1] ?? 0))).toBeGreaterThanOrEqual(16);
  });
});
