import { expect, test } from "vitest";
import { exactYears } from "./band.ts";

test("years are whole on an anniversary, and half a year more between two", () => {
  expect(exactYears("2020-03-15", "2021-03-14")).toBe(0.5);
  expect(exactYears("2020-03-15", "2021-03-15")).toBe(1);
  expect(exactYears("2020-03-15", "2021-03-16")).toBe(1.5);
  expect(exactYears("2020-02-29", "2021-03-01")).toBe(1);
});

test("support that began on the day of the start has gone on for no years, on the first of all days too", () => {
  expect(exactYears("2021-03-15", "2021-03-15")).toBe(0);
  expect(exactYears("0001-01-01", "0001-01-01")).toBe(0);
  expect(exactYears("0001-01-01", "0001-01-02")).toBe(0.5);
});
