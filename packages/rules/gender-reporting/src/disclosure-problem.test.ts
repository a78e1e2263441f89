import { stockholm } from "@finsam/stockholm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { DisclosureProblem, disclosureProblem } from "./disclosure-problem.ts";
import { equationsOf } from "./equations.ts";
import { anyRegister, followedRow } from "./register-rows.fixture.ts";
import { reportTables } from "./report-tables.ts";
import { tabulate } from "./tabulate.ts";

const specs = reportTables(stockholm, 2021, { sections: true, persons: true });
const apart = { width: 4, zeros: "publish", otherAndUnknown: "apart" } as const;

test("what a reader is taken to know is true of every register, and nothing of it is left out for being false", () => {
  fc.assert(
    fc.property(anyRegister, fc.constantFrom("apart", "together"), (rows, otherAndUnknown) => {
      const counted = tabulate(specs, rows);
      const problem = disclosureProblem(specs, counted, 5, { ...apart, otherAndUnknown });
      expect(DisclosureProblem.safeParse(problem).success).toBe(true);
      const countOf = new Map(problem.cells.map(({ key, count }) => [key, count]));
      const sums = problem.relations.map(({ terms }) =>
        terms.reduce((sum, { cell, times }) => sum + times * (countOf.get(cell) ?? Number.NaN), 0),
      );
      expect(
        problem.relations.filter(({ atLeast, atMost }, at) => {
          const sum = sums[at] ?? Number.NaN;
          return !(sum >= (atLeast ?? sum) && sum <= (atMost ?? sum));
        }),
      ).toEqual([]);
      const equal = problem.relations.filter(({ atLeast, atMost }) => atLeast === 0 && atMost === 0);
      expect(equal.length).toBeGreaterThanOrEqual(equationsOf(specs, counted).length);
    }),
    { numRuns: 30 },
  );
});

test("tables are linked: sections to the whole, results to their reasons, started and carried over to participants, ended to them", () => {
  const problem = disclosureProblem(specs, tabulate(specs, [followedRow()]), 5, apart);
  const linked = (...keys: readonly string[]) =>
    problem.relations.some(({ terms }) => keys.every((key) => terms.some(({ cell }) => cell === key)));
  expect(linked("started category:all woman", "started-in-mia-vidare category:all woman")).toBe(true);
  expect(
    linked(
      "ended-by-result category:positive man",
      "ended-by-exit-reason category:work-studies-or-active-job-search man",
    ),
  ).toBe(true);
  expect(
    linked("participants category:all total", "started category:all total", "carried-over category:all total"),
  ).toBe(true);
  expect(linked("participants base total", "ended base total")).toBe(true);
  expect(
    linked("participants-in-mia-vidare category:all man", "participants-by-intervention category:mia-vidare man"),
  ).toBe(true);
  expect(
    linked("ended-by-result category:positive man", "ended-by-result-and-age category:positive-within-under-30 man"),
  ).toBe(true);
  expect(linked("persons base total", "persons notFollowed total", "participants base total")).toBe(true);
  expect(linked("persons base total", "persons-in-mia-vidare base total")).toBe(true);
  expect(linked("persons base man", "persons base unknown", "persons-in-mia-vidare base man")).toBe(true);
  expect(linked("persons base man", "persons-in-mia-vidare base man", "persons-in-finsam-team base man")).toBe(true);
});

test("a row of a table with several answers is known not to exceed its base", () => {
  const problem = disclosureProblem(specs, tabulate(specs, [followedRow({ supportAtStart: ["none"] })]), 5, apart);
  const found = problem.relations.find(
    ({ terms, atMost }) =>
      atMost === null && terms.some(({ cell }) => cell === "started-by-support category:none woman"),
  );
  expect(found?.terms.find(({ times }) => times === 1)?.cell).toBe("started-by-support base woman");
});
