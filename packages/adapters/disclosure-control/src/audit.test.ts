import fc from "fast-check";
import { expect, test } from "vitest";
import { audit } from "./audit.ts";
import { tableProblem } from "./table.fixture.ts";

const rangesOf = async (counts: readonly (readonly number[])[], withheld: readonly string[]) =>
  Object.fromEntries(
    (await audit(tableProblem(counts), new Set(withheld))).map(({ key, lowest, highest }) => [key, [lowest, highest]]),
  );

test("a rectangle of four lies between what its corners can give each other", async () => {
  const counts = [
    [3, 12],
    [10, 11],
  ];
  expect(await rangesOf(counts, ["0:0", "0:1", "1:0", "1:1"])).toEqual({
    "0:0": [1, 12],
    "0:1": [3, 14],
    "1:0": [1, 12],
    "1:1": [9, 20],
  });
});

test("three that share two sums are told as soon as one of them is", async () => {
  expect(
    await rangesOf(
      [
        [3, 12],
        [10, 11],
      ],
      ["0:0", "0:1"],
    ),
  ).toEqual({ "0:0": [3, 3], "0:1": [12, 12] });
});

test("a count whose sums are withheld all the way has no highest", async () => {
  const ranges = await rangesOf(
    [
      [3, 12],
      [10, 11],
    ],
    ["0:0", "0:all", "all:0", "all:all"],
  );
  expect(ranges["0:0"]).toEqual([1, null]);
});

test("something among figures that hang together is under the threshold, or nothing there would be withheld", async () => {
  // By sums alone it could be anything; but all four go up together, and then nothing would be small.
  const problem = tableProblem([[3, 0]]);
  const [first] = await audit(problem, new Set(["0:0", "0:all", "all:0", "all:all"]));
  expect(first).toMatchObject({ lowest: 1, highest: null, explained: { lowest: 1, highest: 4 } });
});

test("withholding more never tells more", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 3, maxLength: 3 }), {
        minLength: 2,
        maxLength: 2,
      }),
      fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
      fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
      async (counts, some, others) => {
        // With nothing small the rule itself tells nothing, and only sums are left.
        const problem = tableProblem(counts, { threshold: 0 });
        const keys = problem.cells.map(({ key }) => key);
        const less = keys.filter((_, index) => some[index]);
        const more = keys.filter((_, index) => some[index] || others[index]);
        const wider = new Map((await audit(problem, new Set(more))).map((figure) => [figure.key, figure]));
        for (const { key, lowest, highest } of await audit(problem, new Set(less))) {
          expect(wider.get(key)?.lowest).toBeLessThanOrEqual(lowest);
          expect(wider.get(key)?.highest ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(
            highest ?? Number.POSITIVE_INFINITY,
          );
        }
      },
    ),
    { numRuns: 100 },
  );
});

test("a withheld figure that the problem does not have is refused", async () => {
  await expect(audit(tableProblem([[3, 4]]), new Set(["9:9"]))).rejects.toThrow(/"9:9"/);
});
