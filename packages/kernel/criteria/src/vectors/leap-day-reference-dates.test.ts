import { describe, expect, test } from "vitest";
import { all, not } from "../join-criteria.ts";
import { age, illHealth, vocabulary } from "../vocabulary.fixture.ts";
import { boundaryVectors } from "./boundary-vectors.ts";
import { leapDayReferenceDates } from "./leap-day-reference-dates.ts";

describe("reference dates for a birth on 29 February", () => {
  const from = (from: string, to: string | null = null) => ({ from, to });

  test("are the eve and the day that someone born on it reaches a limit, and the next 29 February", () => {
    const days = leapDayReferenceDates(all(age.between(16, 66)), vocabulary, from("2023-05-12"));
    expect(days).toEqual(["2024-02-29", "2027-02-28", "2027-03-01"]);
  });

  test("lie in the period", () => {
    expect(leapDayReferenceDates(age.atMost(66), vocabulary, from("2020-03-01", "2023-02-28"))).toEqual([]);
    expect(leapDayReferenceDates(age.atMost(66), vocabulary, from("2020-02-29", "2023-03-01"))).toEqual([
      "2020-02-29",
      "2023-02-28",
      "2023-03-01",
    ]);
  });

  test("tell the two ways to celebrate it apart", () => {
    const criterion = not(age.moreThan(17));
    const eve = "2026-02-28";
    expect(leapDayReferenceDates(criterion, vocabulary, from("2023-01-01"))).toContain(eve);
    const vectors = (leapDayBirthday: "1-march" | "28-february") =>
      boundaryVectors(criterion, { vocabulary, on: eve, leapDayBirthday }).map(({ facts, outcome }) =>
        JSON.stringify([facts, outcome]),
      );
    const late = vectors("1-march");
    expect(vectors("28-february").filter((one) => !late.includes(one))).not.toEqual([]);
  });

  test("are none where no age is asked for", () => {
    expect(leapDayReferenceDates(illHealth.is(true), vocabulary, from("2020-01-01"))).toEqual([]);
  });

  test("end with the calendar", () => {
    expect(leapDayReferenceDates(age.atMost(66), vocabulary, from("9999-01-01"))).toEqual(["9999-02-28", "9999-03-01"]);
    expect(leapDayReferenceDates(age.atMost(66), vocabulary, from("9999-03-02"))).toEqual([]);
  });
});
