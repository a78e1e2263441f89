import type { DisclosureProblem } from "@finsam/gender-reporting";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { audit } from "./audit.ts";
import { protect } from "./protect.ts";
import { tableProblem } from "./table.fixture.ts";

const withheldOf = async (problem: DisclosureProblem) => [...(await protect(problem)).withheld].sort();

const anyTable = fc
  .array(
    fc.array(fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 5, max: 60 })), { minLength: 3, maxLength: 3 }),
    {
      minLength: 2,
      maxLength: 4,
    },
  )
  .map((counts) => tableProblem(counts));

describe("what is withheld", () => {
  test("is nothing where nothing is small", async () => {
    expect(
      await withheldOf(
        tableProblem([
          [20, 0],
          [30, 40],
        ]),
      ),
    ).toEqual([]);
  });

  test("is one small count with the cheapest three others that make a rectangle with it", async () => {
    // 3 needs one more in its row and one in its column; 12, 10 and 11 are the cheapest that need no others.
    const problem = tableProblem([
      [3, 12, 50],
      [10, 11, 60],
      [40, 70, 80],
    ]);
    expect(await withheldOf(problem)).toEqual(["0:0", "0:1", "1:0", "1:1"]);
  });

  test("is more when the others leave too little room: 1 and 2 beside their sum tell that both are small", async () => {
    const problem = tableProblem([
      [1, 2, 30],
      [2, 1, 40],
    ]);
    const { withheld } = await protect(problem);
    expect(["0:0", "0:1", "1:0", "1:1"].filter((key) => !withheld.has(key))).toEqual([]);
    expect(withheld.size).toBeGreaterThan(4);
    expect((await audit(problem, withheld)).filter(({ safe }) => !safe)).toEqual([]);
  });

  test("is never a zero otherwise, and always all that is small; a reader tells none of it", async () => {
    let [small, cover] = [0, 0];
    await fc.assert(
      fc.asyncProperty(anyTable, async (problem) => {
        const protection = await protect(problem);
        small += protection.small;
        cover += protection.withheld.size - protection.small;
        expect(protection.exposed).toEqual([]);
        for (const { key, status } of problem.cells) {
          if (status === "small") expect(protection.withheld.has(key)).toBe(true);
          if (status === "published") expect(protection.withheld.has(key)).toBe(false);
        }
        expect((await audit(problem, protection.withheld)).filter(({ safe }) => !safe)).toEqual([]);
      }),
      { numRuns: 150, seed: 5 },
    );
    expect(small).toBeGreaterThan(0);
    expect(cover).toBeGreaterThan(small);
  });

  test("costs at most three per cent more than any other safe choice, of all that there are", async () => {
    const tables = fc.sample(
      fc.array(fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 2, maxLength: 2 }), {
        minLength: 2,
        maxLength: 2,
      }),
      { numRuns: 40, seed: 7 },
    );
    let compared = 0;
    for (const counts of tables) {
      const problem = tableProblem(counts);
      const { cost } = await protect(problem);
      const must = problem.cells.filter(({ status }) => status === "small");
      const open = problem.cells.filter(({ status }) => status === "open");
      for (let choice = 0; choice < 2 ** open.length; choice += 1) {
        const chosen = [...must, ...open.filter((_, index) => (choice >> index) % 2 === 1)];
        const price = chosen.reduce((sum, cell) => sum + cell.cost, 0);
        if (price * 1.03 >= cost) continue;
        const safe = (await audit(problem, new Set(chosen.map(({ key }) => key)))).every((figure) => figure.safe);
        compared += 1;
        if (safe) expect({ counts, price }).toEqual({ counts, price: cost });
      }
    }
    expect(compared).toBeGreaterThan(400);
  });

  test("has nothing in it that need not be, figure by figure", async () => {
    let tried = 0;
    for (const problem of fc.sample(anyTable, { numRuns: 25, seed: 11 })) {
      const { withheld } = await protect(problem);
      const cover = problem.cells.filter(({ key, status }) => status === "open" && withheld.has(key));
      for (const { key } of cover) {
        const fewer = new Set([...withheld].filter((other) => other !== key));
        expect((await audit(problem, fewer)).some(({ safe }) => !safe)).toBe(true);
        tried += 1;
      }
    }
    expect(tried).toBeGreaterThan(50);
  });

  test("is all that is equal, or none of it", async () => {
    // The second column is all zeros, so that the first is the sum of its row, and all are told by either.
    const problem = tableProblem([
      [3, 0],
      [20, 0],
      [30, 0],
    ]);
    expect(await withheldOf(problem)).toEqual(["0:0", "0:all", "1:0", "1:all"]);
  });

  test("stays the same when it is asked for again with what was chosen", async () => {
    await fc.assert(
      fc.asyncProperty(anyTable, async (problem) => {
        const { withheld } = await protect(problem);
        const cells = problem.cells.map((cell) =>
          withheld.has(cell.key) ? { ...cell, status: "small" as const } : cell,
        );
        expect((await protect({ ...problem, cells })).withheld).toEqual(withheld);
      }),
      { numRuns: 40, seed: 5 },
    );
  });

  test("is named as exposed when an earlier publication tells it", async () => {
    const problem = tableProblem([[3, 40]]);
    const cells = problem.cells.map((cell) =>
      cell.status === "open" ? { ...cell, status: "published" as const } : cell,
    );
    expect((await protect({ ...problem, cells })).exposed).toContain("0:0");
  });
});
