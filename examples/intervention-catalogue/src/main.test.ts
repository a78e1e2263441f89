import { expect, test, vi } from "vitest";

test("the example prints who fits, how full the places are, and a waiting time that counts those who still wait", async () => {
  const log = vi.spyOn(console, "log").mockImplementation(() => undefined);
  await import("./main.ts");
  expect(log.mock.calls.flat()).toEqual([
    "Meets the stated criteria of aktivitetsplatsen, mia-vidare. To ask next: inPsychosisCare.",
    "the-garden, 2021-07: 0 of 124 place-days taken.",
    "the-garden, 2021-08: 16 of 124 place-days taken.",
    "the-garden, 2021-09: 30 of 120 place-days taken.",
    "the-workshop, 2021-07: 62 of 62 place-days taken.",
    "the-workshop, 2021-08: 62 of 62 place-days taken.",
    "the-workshop, 2021-09: 60 of 60 place-days taken.",
    "2 wait on 2021-07-01.",
    "Half have started after 137 days; who still waits has waited at least so long.",
  ]);
});
