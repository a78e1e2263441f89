import { describe, expect, test } from "vitest";
import { association } from "./association.fixture.ts";
import { type CatalogueQuestion, findInterventions } from "./find-interventions.ts";

const found = (question: CatalogueQuestion) =>
  findInterventions(association, { on: "2022-03-01", ...question }).map(({ id, open }) => [id, ...open].join(" "));

describe("looking in the catalogue", () => {
  test.each([
    [16, true],
    [29, true],
    [15, false],
    [30, false],
  ])("by age: %i among those of 16 to 29 is %s", (age, fits) => {
    expect(found({ age }).includes("verkstaden")).toBe(fits);
  });

  test("by age: a target group without an age fits anybody, and one that is not stated stays open", () => {
    expect(found({ age: 80 })).toEqual([
      "tradgarden",
      "steget",
      "samtalet age",
      "ovisst age",
      "kursen age",
      "metoden age",
    ]);
  });

  test("by focus: what states another is left out, and what states none stays open, last", () => {
    expect(found({ focus: "health" })).toEqual([
      "tradgarden",
      "steget focus",
      "ovisst focus",
      "kursen focus",
      "metoden focus",
    ]);
  });

  test.each(["norr", "norra ängby", "NORRA ÄNGBY", "ängby"])("by place: %s", (place) => {
    expect(found({ place })).toContain("verkstaden");
    expect(found({ place })).not.toContain("tradgarden");
  });

  test("by place: premises are found by a part of their name", () => {
    expect(found({ place: "åker" })[0]).toBe("tradgarden");
  });

  test("without a day, the latest description of every entry is looked at, also of what has ended", () => {
    expect(findInterventions(association).map(({ id }) => id)).toContain("sommarlaget");
    expect(found({})).not.toContain("sommarlaget");
  });
});
