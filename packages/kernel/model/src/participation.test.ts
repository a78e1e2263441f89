import { describe, expect, test } from "vitest";
import { anonymise, Participation } from "./participation.ts";

const followed = {
  followUp: "followed",
  id: "D1",
  person: "P1",
  intervention: "mia-vidare",
  sex: "woman",
  sexBasis: "legal-sex",
  start: "2021-03-01",
} as const;

const problems = (candidate: unknown): readonly string[] =>
  Participation.safeParse(candidate).error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`) ?? [];

describe("participations", () => {
  test("a participation may go on without an end", () => {
    expect(Participation.parse(followed)).toEqual(followed);
  });

  test("a participation may start and end on the same day", () => {
    expect(problems({ ...followed, end: "2021-03-01" })).toEqual([]);
  });

  test("a participation that ends before it starts is refused", () => {
    expect(problems({ ...followed, end: "2021-02-28" })).toEqual(["end: the end lies before the start"]);
  });

  test("an end without a start is refused", () => {
    const { start: _, ...waiting } = followed;
    expect(problems({ ...waiting, end: "2021-03-01" })).toEqual(["start: a participation with an end needs a start"]);
  });

  test("the sex other is refused as a legal sex and taken as self-reported", () => {
    expect(problems({ ...followed, sex: "other" })).toEqual([
      "sex: other is not a legal sex; it can only be self-reported",
    ]);
    expect(problems({ ...followed, sex: "other", sexBasis: "self-reported" })).toEqual([]);
  });

  test("without consent, neither person nor exit reason has a place", () => {
    const { person: _, ...withoutPerson } = followed;
    expect(problems({ ...withoutPerson, followUp: "not-followed" })).toEqual([]);
    expect(problems({ ...followed, followUp: "not-followed" })).not.toEqual([]);
    expect(problems({ ...withoutPerson, followUp: "not-followed", exitReason: "illness" })).not.toEqual([]);
  });

  test("an anonymous participation keeps the year and the sex, and nothing else", () => {
    expect(anonymise(Participation.parse({ ...followed, exitReason: "illness", end: "2021-09-01" }))).toEqual({
      followUp: "anonymous",
      id: "D1",
      sex: "woman",
      startYear: 2021,
    });
  });

  test("a participation that has not begun is anonymous without a year", () => {
    const { start: _, ...waiting } = followed;
    expect(anonymise(Participation.parse(waiting))).toEqual({ followUp: "anonymous", id: "D1", sex: "woman" });
  });
});
