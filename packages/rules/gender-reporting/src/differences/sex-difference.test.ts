import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type PublishedProportion, SexDifference, sexDifference } from "./sex-difference.ts";

const rule = { level: 95, fewest: 30, citation: { source: "convention" } } as const;
const toWork = {
  outcome: { sv: "Till arbete eller studier", en: "To work or studies" },
  counted: { sv: "avslutade deltaganden", en: "ended participations" },
};
const compare = (woman: PublishedProportion, man: PublishedProportion) =>
  sexDifference({ ...toWork, woman, man }, rule);
const proportion = fc
  .integer({ min: 30, max: 300 })
  .chain((of) => fc.record({ n: fc.integer({ min: 0, max: of }), of: fc.constant(of) }));

describe("the difference between women and men", () => {
  test("a difference that chance seldom makes is told with its interval, and without a cause", () => {
    expect(compare({ n: 60, of: 166 }, { n: 108, of: 200 })).toMatchObject({
      excludesZero: true,
      sentence: {
        sv: "Till arbete eller studier: 36 procent (60 av 166) av kvinnornas avslutade deltaganden och 54 procent (108 av 200) av männens. Skillnaden är 18 procentenheter (95\u00a0% konfidensintervall 8–28). Slumpen ensam ger sällan en så stor skillnad. Vad den beror på visar siffrorna inte.",
        en: "To work or studies: 36 per cent (60 of 166) of women’s ended participations and 54 per cent (108 of 200) of men’s. The difference is 18 percentage points (95% confidence interval 8 to 28). Chance alone seldom makes so large a difference. The figures do not show what causes it.",
      },
    });
  });

  test("a difference that chance may make is not told as one", () => {
    const { sentence } = compare({ n: 43, of: 166 }, { n: 44, of: 200 });
    expect(sentence.sv).toContain("Skillnaden är 4 procentenheter (95\u00a0% konfidensintervall −5 till 13).");
    expect(sentence.sv).toContain("varken att kvinnor och män skiljer sig åt eller att de är lika");
    expect(sentence.en).toContain("The difference is 4 percentage points (95% confidence interval −5 to 13).");
  });

  test("equal shares are not proof that women and men are alike", () => {
    const { sentence } = compare({ n: 20, of: 40 }, { n: 30, of: 60 });
    expect(sentence.sv).toContain(
      "Andelarna är lika stora. 95\u00a0% konfidensintervall för kvinnornas andel minus männens är −19 till 19 procentenheter; slumpen kan dölja en skillnad av den storleken.",
    );
  });

  test("where the rounded shares differ by another number than the difference, it says that it is of the unrounded ones", () => {
    // 36.4 and 51.6 per cent: 15.2 points apart, and 16 by the rounded shares.
    expect(compare({ n: 91, of: 250 }, { n: 129, of: 250 }).sentence.sv).toContain(
      "36 procent (91 av 250) av kvinnornas avslutade deltaganden och 52 procent (129 av 250) av männens. Skillnaden, räknad på oavrundade andelar, är 15 procentenheter",
    );
  });

  test("a difference under half a point is not rounded away", () => {
    const { sentence } = compare({ n: 100, of: 300 }, { n: 133, of: 400 });
    expect(sentence.sv).toContain("är 0,1 procentenheter");
    expect(sentence.en).toContain("is 0.1 percentage points");
  });

  test("a single point is a point, not points", () => {
    const { sentence } = compare({ n: 21, of: 100 }, { n: 20, of: 100 });
    expect(sentence.sv).toContain("är 1 procentenhet (");
    expect(sentence.en).toContain("is 1 percentage point (");
  });

  test("29 men are too few to compare when the policy says 30", () => {
    expect(compare({ n: 12, of: 33 }, { n: 5, of: 29 })).toMatchObject({
      state: "too-few",
      sentence: {
        sv: "Till arbete eller studier: för få att jämföra, 33 av kvinnornas avslutade deltaganden och 29 av männens. Minst 30 av vardera behövs.",
        en: "To work or studies: too few to compare, 33 of women’s ended participations and 29 of men’s. It takes at least 30 of each.",
      },
    });
    expect(compare({ n: 12, of: 33 }, { n: 5, of: 30 }).state).toBe("compared");
  });

  test("no women at all are too few", () => {
    expect(compare({ n: 0, of: 0 }, { n: 5, of: 50 }).state).toBe("too-few");
  });

  test("a withheld count, or a withheld base, gives no difference and no number", () => {
    for (const woman of [
      { n: null, of: 166 },
      { n: 60, of: null },
    ]) {
      const difference = compare(woman, { n: 108, of: 200 });
      expect(difference.state).toBe("withheld");
      expect(JSON.stringify(difference)).not.toMatch(/\d/);
    }
  });

  test("the level of the interval is the policy's", () => {
    const at = (level: 90 | 99) =>
      sexDifference({ ...toWork, woman: { n: 60, of: 166 }, man: { n: 108, of: 200 } }, { ...rule, level }).sentence.sv;
    expect(at(90)).toContain("(90\u00a0% konfidensintervall 9–26)");
    expect(at(99)).toContain("(99\u00a0% konfidensintervall 4–30)");
  });

  test("swapping women and men mirrors the difference and keeps the words about it", () => {
    fc.assert(
      fc.property(proportion, proportion, (woman, man) => {
        const [there, back] = [compare(woman, man), compare(man, woman)];
        if (there.state !== "compared" || back.state !== "compared") throw new Error("both are large enough");
        expect(back.points).toBeCloseTo(-there.points, 9);
        expect(back.pointsInterval.lower).toBeCloseTo(-there.pointsInterval.upper, 9);
        expect(back.excludesZero).toBe(there.excludesZero);
        if (there.points === 0) return;
        expect(back.sentence.sv.split("männens. ")[1]).toBe(there.sentence.sv.split("männens. ")[1]);
        expect(back.sentence.en.split("of men’s. ")[1]).toBe(there.sentence.en.split("of men’s. ")[1]);
      }),
    );
  });

  test("what comes out fits its schema", () => {
    fc.assert(
      fc.property(proportion, proportion, (woman, man) => {
        expect(SexDifference.parse(compare(woman, man))).toEqual(compare(woman, man));
      }),
    );
  });
});
