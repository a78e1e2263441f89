import { isCalendarDate } from "@finsam/model";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readDate } from "./date-cell.ts";

const reasonIn = (text: string): string | undefined => {
  const read = readDate(text, "whole");
  return read.ok ? undefined : read.reason.en;
};

describe("a date in a register", () => {
  test.each([
    "2021-03-01",
    "20210301",
    "2021-03-01 00:00",
    "2021-03-01 00:00:00",
    "2021-03-01T00:00:00",
    "2021-03-01 00:00:00.000",
    "2021-03-01 00:00:00.0000000",
  ])("%s is the first of March 2021", (text) => {
    expect(readDate(text, "whole")).toEqual({ ok: true, value: "2021-03-01" });
  });

  test.each([
    ["2021-02-29", "no such day"],
    ["20211301", "no such day"],
    ["2021-03-01 14:30", "time of day"],
    ["2021-03-01 00:00:01", "time of day"],
    ["2021-03-01T00:00:00Z", "time of day"],
    ["01/02/2021", "which part is the day"],
    ["1/2/21", "which part is the day"],
    ["01.02.2021", "which part is the day"],
    ["44256", "day number of a spreadsheet"],
    ["210301", "century"],
    ["2021-3-1", "not a date"],
    ["2021-0301", "not a date"],
    ["2021/03/01", "not a date"],
    ["=TODAY()", "not a date"],
    ["2021", "not a date"],
    ["2021-03", "not a date"],
  ])("%s is refused: %s", (text, reason) => {
    expect(reasonIn(text)).toContain(reason);
  });

  test.each(["1985", "1985-04", "1985-04-12"])("a date of birth may be %s", (text) => {
    expect(readDate(text, "partial")).toEqual({ ok: true, value: text });
  });

  test.each(["198504", "1985-13", "85", "1985-04-00"])("a date of birth may not be %s", (text) => {
    expect(readDate(text, "partial").ok).toBe(false);
  });

  test("whatever text is read, what comes out is a date of the calendar, and no reason repeats the text", () => {
    const digits = fc.stringMatching(/^[0-9]{4}-?[0-9]{2}-?[0-9]{2}( 00:00)?$/);
    fc.assert(
      fc.property(fc.oneof(digits, fc.string({ minLength: 5 })), (text) => {
        const read = readDate(text, "whole");
        if (read.ok) expect(isCalendarDate(read.value)).toBe(true);
        else expect(read.reason.sv + read.reason.en).not.toContain(text);
      }),
    );
  });
});
