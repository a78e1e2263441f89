import { describe, expect, test } from "vitest";
import { PartialDate, possibleDays } from "./partial-date.ts";

describe("partial dates", () => {
  test("a year stands for all its days", () => {
    expect(possibleDays("1957")).toEqual({ earliest: "1957-01-01", latest: "1957-12-31" });
  });

  test("February of a leap year ends on the 29th", () => {
    expect(possibleDays("2024-02")).toEqual({ earliest: "2024-02-01", latest: "2024-02-29" });
  });

  test.each(["85", "1985-00", "1985-13", "1985-02-30", "1985-4", "april 1985", ""])("%o is refused", (text) => {
    expect(PartialDate.safeParse(text).success).toBe(false);
    expect(() => possibleDays(text)).toThrow(RangeError);
  });
});
