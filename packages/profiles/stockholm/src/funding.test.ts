import { at } from "@finsam/policy";
import { describe, expect, test } from "vitest";
import { stockholm } from "./stockholm.ts";

const { funding, measuring } = stockholm;
if (funding === undefined || measuring === undefined) throw new Error("the profile states neither");

describe("the money of Stockholm", () => {
  test("is shared 50, 25 and 25 per cent by 5 §, and the employment service is a party that pays nothing", () => {
    const [ordinary] = at(funding.shareRules, "2023-05-12", "shareRules").value;
    const whole = ordinary?.parts.reduce((sum, { part }) => sum + part, 0) ?? 0;
    expect(ordinary?.parts.map(({ party, part }) => [party, (100 * part) / whole])).toEqual([
      ["state", 50],
      ["region", 25],
      ["municipality", 25],
      ["employment-service", 0],
    ]);
  });

  test("has accounts of grants due on 28 February, attested for 2024 and not for the years before", () => {
    expect(at(funding.accountsDue ?? [], "2024-12-31", "accountsDue").value).toEqual({ month: 2, day: 28 });
    expect(() => at(funding.accountsDue ?? [], "2023-12-31", "accountsDue")).toThrow("2024-01-01");
  });

  test("is shared by an act read as worded from 2020 on, and unverified before", () => {
    const statusOn = (on: string) => at(stockholm.funding?.shareRules ?? [], on, "shareRules").status;
    expect([statusOn("2019-12-31"), statusOn("2020-01-01")]).toEqual(["unverified", "attested"]);
  });

  test("is forecast by a rule that no source attests", () => {
    expect(at(funding.forecast ?? [], "2024-06-30", "forecast").status).toBe("unverified");
  });
});

describe("what Stockholm measures with", () => {
  test("is MIA's progression card with the five areas of the follow-up, and without a scale that no source gives", () => {
    const card = measuring.instruments?.find(({ id }) => id === "mia-progression-card");
    expect(card?.indicators.map(({ id }) => id)).toEqual([
      "understanding-welfare-system",
      "personal-finances",
      "everyday-chores",
      "network-private-and-professional",
      "well-being",
    ]);
    expect(card?.scales).toEqual([]);
    expect(card?.cadenceMonths).toBeUndefined();
  });
});
