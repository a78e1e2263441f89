import { fileURLToPath } from "node:url";
import { FundingReport } from "@finsam/funding";
import { describe, expect, test } from "vitest";
import { file, finsam } from "../finsam.fixture.ts";

const shipped = fileURLToPath(
  new URL("../../../../../examples/progression-and-money/funding-2024.json", import.meta.url),
);
const name = { sv: "Namn", en: "Name" };

describe("finsam funding", () => {
  test("on the shipped year: half, a quarter, and the municipalities' quarter as agreed, to the öre", async () => {
    const { code, out } = await finsam("funding", shipped, "--on", "2025-03-20", "--json");
    const { shares, contributions } = FundingReport.parse(JSON.parse(out));
    expect(code).toBe(0);
    if (shares.state !== "shared") throw new Error("the shares can be told");
    expect(shares.members.map(({ member, amount }) => [member, amount])).toEqual([
      ["social-insurance-agency", 1_200_000_001],
      ["region", 600_000_000],
      ["storkommun", 408_000_000],
      ["lillkommun", 192_000_000],
      ["employment-service", 0],
    ]);
    expect(contributions?.find(({ member }) => member === "storkommun")).toMatchObject({
      difference: 0,
      further: 100_000_000,
      plannedPart: { numerator: 408_000_000, denominator: 2_400_000_001 },
    });
  });

  test("the account signed on 17 March is late, and was overdue the day before it was signed", async () => {
    const states = async (on: string) => {
      const { out } = await finsam("funding", shipped, "--on", on, "--json");
      return FundingReport.parse(JSON.parse(out)).accounts?.map(({ id, state }) => [id, state]);
    };
    expect(await states("2025-03-17")).toEqual([
      ["talking-groups", "late"],
      ["garden", "in-time"],
      ["bicycle-workshop", "overdue"],
    ]);
    expect((await states("2025-03-16"))?.[0]).toEqual(["talking-groups", "overdue"]);
    expect((await states("2025-02-28"))?.[2]).toEqual(["bicycle-workshop", "not-due"]);
  });

  test("a forecast is called one, and what is not known is not 0", async () => {
    const { out } = await finsam("funding", shipped, "--on", "2025-03-20", "--lang", "sv");
    const plain = out.replaceAll(/[\u00a0\u202f]/g, " ");
    expect(plain).toContain("Prognosen räknar med lika mycket per dag");
    expect(plain).toMatch(/FINSAM-team, 2024 +3 000 000 kr +inte känt/);
    expect(plain).toMatch(/Försäkringskassan +12 000 000,01 kr +50 %/);
    expect(plain).toContain("att återbetala 24 500 kr. Redovisat 2025-03-17, 17 dagar för sent (senast 2025-02-28).");
  });

  test("money is written as English has it, too", async () => {
    const { out } = await finsam("funding", shipped, "--on", "2025-03-01", "--lang", "en");
    expect(out.replaceAll("\u00a0", " ")).toContain("SEK 12,000,000.01");
    expect(out).toContain("was due 2025-02-28, 1 day ago");
  });

  test("shares that cannot be told are no shares, and say what is missing", async () => {
    const record = {
      year: 2024,
      planned: 100,
      shareRule: "ordinary",
      members: [
        { id: "fk", name, party: "state" },
        { id: "one", name, party: "municipality" },
        { id: "other", name, party: "municipality" },
      ],
    };
    const { code, out } = await finsam("funding", file("f.json", JSON.stringify(record)), "--on", "2024-12-31");
    expect(code).toBe(2);
    expect(out).toContain("The party region has no member.");
    expect(out).toContain("how they agreed to share is not stated");
  });

  test("a file that is no record of money, and a year before the act, are bad input", async () => {
    const broken = await finsam("funding", file("f.json", '{"year":2024,"planned":1.5}'), "--on", "2024-12-31");
    expect([broken.code, broken.out]).toEqual([2, ""]);
    expect(broken.err).toContain("planned");
    const early = { year: 2003, planned: 1, shareRule: "ordinary", members: [] };
    const { code, err } = await finsam("funding", file("f.json", JSON.stringify(early)), "--on", "2024-12-31");
    expect(code).toBe(2);
    expect(err).toContain("2004-01-01");
  });
});
