import type { InterventionBudget } from "@finsam/policy";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CostBasis, CostBySex, costBySex } from "./cost-by-sex.ts";

const budget: InterventionBudget = {
  intervention: "mia-vidare",
  amount: 1_000_000_00,
  kind: "budget",
  period: { from: "2021-01-01", to: "2021-12-31" },
  key: "participation",
  status: "attested",
  citation: { source: "follow-up" },
};
const basis: CostBasis = {
  label: { sv: "MIA Vidare", en: "MIA Vidare" },
  participations: { woman: 60, man: 40, total: 100 },
  positiveExits: { woman: 10, man: 20, total: 30 },
};
const shared = (of: InterventionBudget, by: CostBasis) => {
  const cost = costBySex(of, by);
  if (cost.state !== "shared") throw new Error(cost.reason);
  return cost;
};

describe("money by sex", () => {
  test("a budget shared equally costs the same per participation, and by how many left well per positive exit", () => {
    const cost = shared(budget, basis);
    expect(cost.woman).toEqual({
      cost: 600_000_00,
      participations: 60,
      perParticipation: 10_000_00,
      perPositiveExit: 60_000_00,
    });
    expect(cost.man).toMatchObject({ cost: 400_000_00, perParticipation: 10_000_00, perPositiveExit: 20_000_00 });
    expect(cost.sentence).toEqual({
      sv: "MIA Vidare hade en budget på 1\u00a0000\u00a0000 kronor 2021. Det är 10\u00a0000 kronor per deltagande, för kvinnor och män lika, eftersom summan delas lika mellan deltagandena. Per avslut med känt positivt resultat är det 60\u00a0000 kronor för kvinnor och 20\u00a0000 kronor för män; med den nyckeln beror det bara på hur stor del av deltagandena som slutade så. Budgeten är fördelad med en nyckel; vad kvinnors och mäns deltagande kostar var för sig är inte mätt.",
      en: "MIA Vidare had a budget of SEK 1,000,000 in 2021. That is SEK 10,000 per participation, the same for women and men, since the sum is shared equally between participations. Per exit with a known positive result that is SEK 60,000 for women and SEK 20,000 for men; by that key it depends only on how large a part of the participations ended so. The budget is apportioned by a key; what women’s and men’s participation costs each has not been measured.",
    });
  });

  test("a period that is no calendar year is told by its days", () => {
    const half = { ...budget, period: { from: "2021-01-01", to: "2021-06-30" } };
    expect(shared(half, basis).sentence.en).toContain("SEK 1,000,000 in 2021-01-01 – 2021-06-30.");
  });

  test("by days, a participation that goes on longer costs more", () => {
    const cost = shared({ ...budget, key: "day" }, { ...basis, days: { woman: 3000, man: 1000, total: 4000 } });
    expect([cost.woman.perParticipation, cost.man.perParticipation]).toEqual([12_500_00, 6_250_00]);
    expect(cost.sentence.sv).toContain(
      "Delat efter de dagar som deltagandena pågick är det 12\u00a0500 kronor per deltagande för kvinnor och 6\u00a0250 kronor för män.",
    );
  });

  test("what is made of a round sum is called about, and is round itself", () => {
    const { sentence } = shared(
      { ...budget, amount: 3_000_000_00, approximate: true },
      { ...basis, participations: { woman: 82, man: 76, total: 159 } },
    );
    expect(sentence.sv).toContain("hade en budget på cirka 3\u00a0000\u00a0000 kronor");
    expect(sentence.sv).toContain("Det är cirka 19\u00a0000 kronor per deltagande");
    expect(sentence.en).toContain("That is about SEK 19,000 per participation");
  });

  test("the part of one participation of other sex stays with it", () => {
    const cost = shared(budget, { ...basis, participations: { woman: 82, man: 76, total: 159 } });
    expect(cost.rest).toBe(628_931);
    expect(cost.woman.cost + cost.man.cost + cost.rest).toBe(budget.amount);
  });

  test("nothing is shared by withheld numbers, unknown days, an unstated period, or nobody", () => {
    const { period: _, ...endless } = budget;
    const reason = (of: InterventionBudget, by: CostBasis) => {
      const cost = costBySex(of, by);
      return cost.state === "shared" ? "" : cost.reason;
    };
    expect(reason(budget, { ...basis, participations: { woman: null, man: 40, total: 100 } })).toBe("withheld");
    expect(reason(budget, { ...basis, participations: { woman: 60, man: 40, total: null } })).toBe("withheld");
    expect(reason({ ...budget, key: "day" }, basis)).toBe("days-not-known");
    expect(reason(endless, basis)).toBe("period-not-stated");
    expect(reason(budget, { ...basis, participations: { woman: 0, man: 0, total: 0 } })).toBe("nobody");
    expect(costBySex(endless, basis).sentence.sv).toBe(
      "MIA Vidare: kostnaden fördelas inte mellan kvinnor och män, eftersom källan inte säger vilka dagar pengarna gäller.",
    );
  });

  test("without a positive exit, or with a withheld number of them, there is no cost per exit", () => {
    const none = shared(budget, { ...basis, positiveExits: { woman: 0, man: null, total: null } });
    expect([none.woman.perPositiveExit, none.man.perPositiveExit, none.perPositiveExit]).toEqual([null, null, null]);
    expect(none.sentence.sv).not.toContain("positivt resultat");
  });

  test("swapping women and men swaps their costs, up to the odd öre, and the result fits its schema", () => {
    const number = fc.integer({ min: 0, max: 500 });
    fc.assert(
      fc.property(number, number, number, (woman, man, other) => {
        fc.pre(woman + man + other > 0);
        const total = woman + man + other;
        const there = shared(budget, { ...basis, participations: { woman, man, total } });
        const back = shared(budget, { ...basis, participations: { woman: man, man: woman, total } });
        expect(Math.abs(there.woman.cost - back.man.cost)).toBeLessThanOrEqual(1);
        expect(CostBySex.parse(there)).toEqual(there);
      }),
    );
  });
});
