import { addDays, type CodeList, Participation, Text } from "@finsam/model";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkExit } from "./exit-check.ts";
import { exitReasons } from "./exit-reasons.ts";
import type { ExitRecord } from "./exit-record.ts";

const dated: CodeList = {
  id: "dated-reasons",
  version: "1",
  title: { sv: "Daterade orsaker", en: "Dated reasons" },
  codes: [
    { id: "sus-reason", label: { sv: "SUS", en: "SUS" }, validTo: "2023-04-30", status: "attested" },
    { id: "later-reason", label: { sv: "Senare", en: "Later" }, validFrom: "2023-05-01", status: "attested" },
  ],
};
const codes = (exit: ExitRecord, reasons: CodeList = exitReasons): readonly string[] =>
  checkExit(exit, reasons).map(({ code }) => code);

const [start, end] = ["2021-03-01", "2021-09-01"];

describe("checking an exit", () => {
  test("a participation that waits, goes on, or ended with a reason is fine", () => {
    expect(codes({})).toEqual([]);
    expect(codes({ start })).toEqual([]);
    expect(codes({ start, end, exitReason: "illness" })).toEqual([]);
    expect(codes({ start, end, exitReason: "unknown" })).toEqual([]);
  });

  test("a participation may end on its first day and not the day before", () => {
    expect(codes({ start, end: start, exitReason: "illness" })).toEqual([]);
    expect(codes({ start, end: "2021-02-28", exitReason: "illness" })).toEqual(["end-before-start"]);
  });

  test("a reason needs an end, and an end needs a reason", () => {
    expect(codes({ start, exitReason: "illness" })).toEqual(["reason-without-end"]);
    expect(codes({ start, end })).toEqual(["end-without-reason"]);
  });

  test.each(["holiday", "", "1", "Flyttat"])("the reason %j is not the id of a code in the list", (exitReason) => {
    expect(codes({ start, end, exitReason })).toEqual(["reason-not-in-list"]);
  });

  test("a reason must be valid on the day the participation ended, whenever it started", () => {
    const ended = (day: string, exitReason: string) => codes({ start, end: day, exitReason }, dated);
    expect(ended("2023-04-30", "sus-reason")).toEqual([]);
    expect(ended("2023-05-01", "sus-reason")).toEqual(["reason-not-valid-on-end"]);
    expect(ended("2023-04-30", "later-reason")).toEqual(["reason-not-valid-on-end"]);
    expect(ended("2023-05-01", "later-reason")).toEqual([]);
  });

  test("the reasons of 2021 may be used after SUS closed for Finsam, because they are the association's own", () => {
    expect(codes({ start, end: "2023-05-01", exitReason: "illness" })).toEqual([]);
  });

  test("who was returned before the start has neither an end nor a reason", () => {
    const returnedBeforeStart = "substance-use-relapse";
    expect(codes({ returnedBeforeStart })).toEqual([]);
    for (const exit of [{ start, end }, { exitReason: "illness" }, { start, end, exitReason: "illness" }])
      expect(codes({ ...exit, returnedBeforeStart })).toEqual(["returned-before-start-with-exit"]);
  });

  test("without consent a participation has no reason, and its dates are still checked", () => {
    expect(codes({ followUp: "not-followed", start, end })).toEqual([]);
    expect(codes({ followUp: "anonymous" })).toEqual([]);
    expect(codes({ followUp: "not-followed", start, end: "2021-02-28" })).toEqual(["end-before-start"]);
  });

  test("several mistakes are all found, each with its field and a sentence in both languages", () => {
    const findings = checkExit({ start, end: "2021-02-28", exitReason: "holiday" }, exitReasons);
    expect(findings.map(({ code, field }) => [code, field])).toEqual([
      ["end-before-start", "end"],
      ["reason-not-in-list", "exitReason"],
    ]);
    for (const { message } of findings) expect(Text.parse(message)).toEqual(message);
  });

  const day = fc.integer({ min: 0, max: 2000 }).map((days) => addDays("2019-01-01", days));
  const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

  test("a participation that the model accepts never ends before it starts", () => {
    fc.assert(
      fc.property(maybe(day), maybe(day), (from, to) => {
        const candidate = {
          followUp: "not-followed",
          id: "D1",
          intervention: "mia-vidare",
          sex: "man",
          sexBasis: "legal-sex",
          ...(from === undefined ? {} : { start: from }),
          ...(to === undefined ? {} : { end: to }),
        };
        if (from === undefined && to !== undefined) return; // refused by the model for want of a start
        expect(codes({ followUp: "not-followed", start: from, end: to })).toEqual(
          Participation.safeParse(candidate).success ? [] : ["end-before-start"],
        );
      }),
    );
  });

  test("a finding tells nothing about the person: no date and no reason of the row", () => {
    fc.assert(
      fc.property(maybe(day), maybe(day), maybe(fc.stringMatching(/^[0-9]{8}-[0-9]{4}$/)), (from, to, exitReason) => {
        const text = JSON.stringify(checkExit({ start: from, end: to, exitReason }, exitReasons));
        for (const secret of [from, to, exitReason]) if (secret !== undefined) expect(text).not.toContain(secret);
      }),
    );
  });
});
