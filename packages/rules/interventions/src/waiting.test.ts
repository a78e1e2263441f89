import { addDays, type Sex } from "@finsam/model";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Application, queueOn, waitingTimes } from "./waiting.ts";

const on = "2021-12-31";
const applied = "2021-01-01";
const startedAfter = (days: number, sex: Sex = "woman"): Application => ({
  sex,
  applied,
  started: addDays(applied, days),
});
const waitingSince = (day: string, sex: Sex = "man"): Application => ({ sex, applied: day });

describe("the queue", () => {
  test("holds who has applied, and has neither started nor left", () => {
    const applications: readonly Application[] = [
      startedAfter(10),
      waitingSince("2021-02-01"),
      { sex: "woman", applied: "2021-01-15", left: "2021-03-01" },
      waitingSince("2022-01-01"),
    ];
    expect(queueOn(applications, "2021-01-10").total).toBe(1);
    expect(queueOn(applications, "2021-02-28")).toEqual({ woman: 1, man: 1, other: 0, unknown: 0, total: 2 });
    expect(queueOn(applications, "2021-03-01").total).toBe(1);
  });
});

describe("waiting time", () => {
  test("is counted from the application to the start, for women and for men", () => {
    expect(waitingTimes([startedAfter(10), startedAfter(20), startedAfter(90, "man")], on)).toMatchObject({
      woman: { started: 2, medianDays: 10 },
      man: { started: 1, medianDays: 90 },
      total: { started: 3, medianDays: 20, longestDays: 90 },
    });
  });

  test("those who still wait have waited at least so long: they lengthen the median, and are never counted as zero", () => {
    const three = [startedAfter(10), startedAfter(20), startedAfter(30)];
    expect(waitingTimes(three, on).total.medianDays).toBe(20);
    expect(waitingTimes([...three, waitingSince(applied), waitingSince(applied)], on).total.medianDays).toBe(30);
    expect(waitingTimes([startedAfter(10), waitingSince(applied), waitingSince(applied)], on).total).toEqual({
      started: 1,
      waiting: 2,
      left: 0,
      medianDays: null,
      longestDays: 364,
    });
  });

  test("who left the queue is not taken for somebody who started", () => {
    const left: Application = { sex: "woman", applied, left: addDays(applied, 5) };
    expect(waitingTimes([startedAfter(10), startedAfter(20), left], on).total).toMatchObject({
      left: 1,
      started: 2,
      medianDays: 10,
    });
    expect(waitingTimes([left, left], on).total).toMatchObject({ medianDays: null, longestDays: 5 });
  });

  test("on an earlier day the same people were still waiting", () => {
    expect(waitingTimes([startedAfter(10), startedAfter(200)], addDays(applied, 100)).total).toMatchObject({
      started: 1,
      waiting: 1,
    });
  });

  test("a start before the application is not usable, and said to be so", () => {
    const strange: Application = { sex: "woman", applied, started: "2020-12-31" };
    expect(waitingTimes([strange, startedAfter(10)], on)).toMatchObject({ notUsable: 1, total: { started: 1 } });
  });

  test("nobody has no waiting time, and not one of zero days", () => {
    expect(waitingTimes([], on).total).toMatchObject({ medianDays: null, longestDays: null });
  });

  test("when all have started, the median is the day by which at least half had", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(300), { minLength: 1, maxLength: 30 }), (waits) => {
        const sorted = [...waits].sort((a, b) => a - b);
        const expected = sorted.find((day) => sorted.filter((other) => other <= day).length * 2 >= sorted.length);
        expect(
          waitingTimes(
            waits.map((days) => startedAfter(days)),
            on,
          ).total.medianDays,
        ).toBe(expected);
      }),
    );
  });

  test("one more who still waits never shortens the median", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(300), { minLength: 1, maxLength: 20 }), fc.nat(364), (waits, since) => {
        const people = waits.map((days) => startedAfter(days));
        const before = waitingTimes(people, on).total.medianDays ?? Number.POSITIVE_INFINITY;
        const more = [...people, waitingSince(addDays(applied, since))];
        expect(waitingTimes(more, on).total.medianDays ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(before);
      }),
    );
  });
});
