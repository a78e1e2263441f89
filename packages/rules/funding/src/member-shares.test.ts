import { stockholm } from "@finsam/stockholm";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Member, memberShares } from "./member-shares.ts";

const rules = stockholm.funding?.shareRules[0]?.value ?? [];
const ruleCalled = (id: string) => {
  const rule = rules.find((one) => one.id === id);
  if (rule === undefined) throw new Error(`there is no rule ${id}`);
  return rule;
};
const [ordinary, withoutRegion] = [ruleCalled("ordinary"), ruleCalled("without-region")];

const member = (id: string, party: string, agreed?: number): Member => ({
  id,
  name: { sv: id, en: id },
  party,
  ...(agreed === undefined ? {} : { agreed }),
});
const fk = member("fk", "state");
const af = member("af", "employment-service");
const region = member("region", "region");
const city = member("city", "municipality");
const of = (total: number, members: readonly Member[], rule = ordinary) => {
  const shares = memberShares(total, members, rule);
  return shares.state === "shared"
    ? shares.members.map(({ member, amount }) => [member, amount])
    : shares.because.map(({ code, about }) => `${code} ${about}`);
};

describe("member shares", () => {
  test("are half for the state and a quarter each for region and municipality; the employment service is there and pays nothing", () => {
    expect(of(20_000_000_00, [fk, af, region, city])).toEqual([
      ["fk", 1_000_000_000],
      ["region", 500_000_000],
      ["city", 500_000_000],
      ["af", 0],
    ]);
  });

  test("of several municipalities make the quarter as they agreed, to the öre", () => {
    const [small, large] = [member("small", "municipality", 1), member("large", "municipality", 2)];
    expect(of(1_000_00, [fk, af, region, small, large])).toEqual([
      ["fk", 50_000],
      ["region", 25_000],
      ["small", 8_333],
      ["large", 16_667],
      ["af", 0],
    ]);
  });

  test("of several municipalities without an agreement are not guessed", () => {
    const [one, other] = [member("one", "municipality"), member("other", "municipality", 1)];
    expect(of(1_000_00, [fk, af, region, one, other])).toEqual(["no-agreement municipality"]);
    const nobody = [member("one", "municipality", 0), member("other", "municipality", 0)];
    expect(of(1_000_00, [fk, af, region, ...nobody])).toEqual(["no-agreement municipality"]);
  });

  test("by 5 a § are half each for state and municipality, where the municipality lies outside any region", () => {
    expect(of(1_000_01, [fk, af, city], withoutRegion)).toEqual([
      ["fk", 50_001],
      ["city", 50_000],
      ["af", 0],
    ]);
    expect(of(1_000_00, [fk, af, region, city], withoutRegion)).toEqual(["party-not-in-rule region"]);
  });

  test("cannot be told while a party has no member, the employment service included", () => {
    expect(of(1_000_00, [fk, region, city])).toEqual(["party-without-member employment-service"]);
    expect(of(1_000_00, [fk, af, city])).toEqual(["party-without-member region"]);
    expect(of(1_000_00, [fk, fk, af, region, city])).toContain("member-twice fk");
  });

  test("make the whole to the öre, whatever the sum and the agreement", () => {
    const agreed = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e13 }), agreed, agreed, (total, ofMunicipalities, ofRegions) => {
        fc.pre([ofMunicipalities, ofRegions].every((weights) => weights.some((weight) => weight > 0)));
        const members = [
          fk,
          af,
          ...ofMunicipalities.map((weight, index) => member(`m${index}`, "municipality", weight)),
          ...ofRegions.map((weight, index) => member(`r${index}`, "region", weight)),
        ];
        const shares = memberShares(total, members, ordinary);
        if (shares.state !== "shared") throw new Error("nothing keeps these shares from being told");
        const sum = (parts: readonly { readonly amount: number }[]) =>
          parts.reduce((all, { amount }) => all + amount, 0);
        expect(sum(shares.parties)).toBe(total);
        for (const { party, amount } of shares.parties)
          expect(sum(shares.members.filter((one) => one.party === party))).toBe(amount);
        expect(Math.abs((shares.parties[0]?.amount ?? 0) - total / 2)).toBeLessThan(1);
      }),
    );
  });
});
