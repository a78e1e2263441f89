import { stockholm } from "@finsam/stockholm";
import { describe, expect, test } from "vitest";
import type { Column } from "./column.ts";
import { reportTables } from "./report-tables.ts";
import { costsInLine, usualCosts } from "./withholding-cost.ts";

const specs = reportTables(stockholm, 2021, { sections: true });
const noneSmall = () => false;
const costOf = (
  table: string,
  line: string,
  column: Column,
  count: number,
  small = noneSmall as (of: Column) => boolean,
) =>
  costsInLine(
    line,
    specs.find(({ id }) => id === table),
    small,
  )(column, count);

describe("what a figure costs to withhold", () => {
  test("is more on the whole than in a section, for exits than for referrers, and for a total than for a sex", () => {
    const woman = costOf("ended-by-exit-reason-in-mia-vidare", "category:illness", "woman", 20);
    expect(costOf("ended-by-exit-reason", "category:illness", "woman", 20)).toBe(woman * usualCosts.ofTheWhole);
    expect(costOf("ended-by-exit-reason-in-mia-vidare", "category:illness", "total", 20)).toBe(
      woman * usualCosts.total,
    );
    expect(costOf("participants-by-referrer-in-mia-vidare", "category:social-services", "woman", 20)).toBe(
      woman / usualCosts.ofExits,
    );
    expect(costOf("started-in-mia-vidare", "base", "woman", 20)).toBe(
      (woman / usualCosts.ofExits) * usualCosts.repeated,
    );
  });

  test("is more the more people it counts", () => {
    const costs = [1, 5, 20, 60, 168].map((count) => costOf("ended-by-result", "category:positive", "total", count));
    expect([...costs].sort((a, b) => a - b)).toEqual(costs);
    expect(new Set(costs).size).toBe(costs.length);
  });

  test("is less for a total than for women and men where only a few of other sex are to be protected", () => {
    const onlyOther = (column: Column) => column === "other";
    expect(costOf("started", "category:all", "total", 90, onlyOther)).toBeLessThan(
      costOf("started", "category:all", "woman", 90, onlyOther),
    );
  });
});
