import type { CodeList, Participation } from "@finsam/model";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ExitReasonRules, exitReasonRules } from "./exit-reason-rules.ts";
import type { ExitRecord } from "./exit-record.ts";
import { countExitResults, exitResult } from "./exit-result.ts";

const ended = (exitReason?: string): ExitRecord => ({ start: "2021-03-01", end: "2021-09-01", exitReason });
const resultOf = (exit: ExitRecord) => exitResult(exit, exitReasonRules);
const times = (count: number, exitReason?: string): readonly ExitRecord[] => Array(count).fill(ended(exitReason));

describe("a positive result", () => {
  test.each(["work-studies-or-active-job-search", "continued-rehabilitation"])("is met by %s", (reason) => {
    expect(resultOf(ended(reason))).toEqual({ counted: true, positive: "met" });
  });

  test.each(["illness", "moved", "not-relevant-for-members", "interrupted-by-participant", "other"])(
    "is not met by %s",
    (reason) => {
      expect(resultOf(ended(reason))).toEqual({ counted: true, positive: "notMet" });
    },
  );

  test.each([undefined, "unknown", "a-reason-nobody-listed", "2", ""])(
    "is undetermined when the reason is %j",
    (reason) => {
      expect(resultOf(ended(reason))).toEqual({ counted: true, positive: "undetermined" });
    },
  );

  test.each(["deceased", "consent-withdrawn"])("is not asked of a participation that ended with %s", (reason) => {
    expect(resultOf(ended(reason))).toEqual({ counted: false, because: "excluded" });
  });

  test("is not asked of a wrong registration, which never was a participation, ended or not", () => {
    const wrong = { counted: false, because: "not-a-participation" };
    expect(resultOf(ended("wrong-registration"))).toEqual(wrong);
    expect(resultOf({ exitReason: "wrong-registration" })).toEqual(wrong);
  });

  test("is not asked of a participation that goes on", () => {
    expect(resultOf({ start: "2021-03-01" })).toEqual({ counted: false, because: "ongoing" });
  });

  test("is not asked of a person returned before the start", () => {
    const returned = { returnedBeforeStart: "substance-use-relapse" };
    expect(resultOf(returned)).toEqual({ counted: false, because: "returned-before-start" });
    expect(resultOf({ ...ended("illness"), ...returned })).toEqual({
      counted: false,
      because: "returned-before-start",
    });
  });

  test("is not asked of a participation without consent to be followed up", () => {
    const withoutConsent: Participation = {
      followUp: "not-followed",
      id: "D1",
      intervention: "mia-vidare",
      sex: "woman",
      sexBasis: "legal-sex",
      start: "2021-03-01",
      end: "2021-09-01",
    };
    const anonymous: Participation = { followUp: "anonymous", id: "D2", sex: "man", startYear: 2021 };
    for (const participation of [withoutConsent, anonymous])
      expect(resultOf(participation)).toEqual({ counted: false, because: "not-followed" });
  });

  test("is decided by the reasons and results of the association that asks", () => {
    const list: CodeList = {
      id: "own-reasons",
      version: "1",
      title: { sv: "Egna orsaker", en: "Own reasons" },
      codes: [{ id: "moved", label: { sv: "Flytt", en: "Moved" }, status: "attested" }],
    };
    const rules: ExitReasonRules = { list, results: { moved: "excluded" } };
    expect(exitResult(ended("moved"), rules)).toEqual({ counted: false, because: "excluded" });
    expect(exitResult(ended("illness"), rules)).toEqual({ counted: true, positive: "undetermined" });
  });
});

describe("counted results", () => {
  const numbered = [
    ...times(168, "work-studies-or-active-job-search"),
    ...times(87, "continued-rehabilitation"),
    ...times(66, "illness"),
  ];

  test("the 366 that ended in 2021, with the rest as other reasons, had 255 positive results", () => {
    const counts = countExitResults([...numbered, ...times(45, "other")], exitReasonRules);
    expect(counts).toMatchObject({ positive: 255, notPositive: 111, baseKnown: 366, baseAll: 366 });
  });

  test("the same 366, with the rest unknown, show 255 of 321 known and 255 of 366 in all", () => {
    const counts = countExitResults([...numbered, ...times(45)], exitReasonRules);
    expect(counts).toMatchObject({ positive: 255, undetermined: 45, baseKnown: 321, baseAll: 366 });
  });

  const reason = fc.option(fc.constantFrom(...exitReasonRules.list.codes.map(({ id }) => id), "not-listed"), {
    nil: undefined,
  });
  const exit: fc.Arbitrary<ExitRecord> = fc.record({
    followUp: fc.constantFrom(undefined, "followed", "not-followed", "anonymous"),
    end: fc.constantFrom(undefined, "2021-09-01"),
    exitReason: reason,
    returnedBeforeStart: fc.constantFrom(undefined, undefined, "substance-use-relapse"),
  });
  const count = (exits: readonly ExitRecord[]) => countExitResults(exits, exitReasonRules);

  test("every participation is counted exactly once", () => {
    fc.assert(
      fc.property(fc.array(exit), (exits) => {
        const { baseAll, notCounted } = count(exits);
        const left = Object.values(notCounted).reduce((sum, number) => sum + number, 0);
        expect(baseAll + left).toBe(exits.length);
      }),
    );
  });

  test("two groups counted apart add up to both counted together", () => {
    const numbers = ({ notCounted, ...counts }: ReturnType<typeof count>) => [
      ...Object.values(counts),
      ...Object.values(notCounted),
    ];
    fc.assert(
      fc.property(fc.array(exit), fc.array(exit), (some, others) => {
        const [a, b] = [numbers(count(some)), numbers(count(others))];
        expect(numbers(count([...others, ...some]))).toEqual(
          a.map((number, index) => number + (b[index] ?? Number.NaN)),
        );
      }),
    );
  });

  test("a participation whose reason is not known never moves the share of the known", () => {
    fc.assert(
      fc.property(fc.array(exit), (exits) => {
        const [before, after] = [count(exits), count([...exits, ended("unknown"), ended()])];
        expect([after.positive, after.baseKnown]).toEqual([before.positive, before.baseKnown]);
        expect(after.baseAll).toBe(before.baseAll + 2);
      }),
    );
  });
});
