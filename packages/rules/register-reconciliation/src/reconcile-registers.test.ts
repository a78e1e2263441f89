import { daysBetween } from "@finsam/model";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type DifferenceKind, differenceKinds } from "./difference.ts";
import { pairInTime } from "./pair-in-time.ts";
import { type ComparedParticipation, type Reconciliation, reconcileRegisters } from "./reconcile-registers.ts";

const base: ComparedParticipation = {
  id: "D1",
  person: "P1",
  intervention: "aktivitetsplatsen",
  sex: "woman",
  start: "2021-03-01",
};
const reconciled = (here: readonly ComparedParticipation[], there: readonly ComparedParticipation[], withinDays = 30) =>
  reconcileRegisters(here, there, { withinDays });
const kinds = ({ differences }: Reconciliation) => differences.map(({ kind }) => kind);
const many = <Entry>(count: number, make: (number: number) => Entry) =>
  Array.from({ length: count }, (_, n) => make(n));

describe("registers that disagree", () => {
  test("six of eight who ended are not de-registered in the national register: exactly that, and nothing else", () => {
    const own = many(8, (n) => ({ ...base, id: `D${n}`, person: `P${n}`, end: "2021-10-31" }));
    const national = own.map(({ end, ...rest }, n) => ({ ...rest, id: `N${n}`, ...(n < 2 ? { end } : {}) }));
    const { counts, differences } = reconciled(own, national);
    expect(counts.endedHere.total).toBe(8);
    expect(counts.differences["not-ended-there"]).toEqual({ woman: 6, man: 0, other: 0, unknown: 0, total: 6 });
    expect(counts.agree.total).toBe(2);
    expect(new Set(differences.map(({ kind }) => kind))).toEqual(new Set(["not-ended-there"]));
    expect(differences.map(({ here, there }) => [here, there])).toEqual(
      [2, 3, 4, 5, 6, 7].map((n) => [`D${n}`, `N${n}`]),
    );
  });

  test.each<[string, Partial<ComparedParticipation> | null, Partial<ComparedParticipation> | null, DifferenceKind[]]>([
    ["a participation that only the own register has is missing there", {}, null, ["missing-there"]],
    ["a participation that only the other register has is missing here", null, {}, ["missing-here"]],
    ["ended only there is not ended here", {}, { end: "2021-04-30" }, ["not-ended-here"]],
    ["starts some days apart are another date", {}, { start: "2021-03-05" }, ["other-date"]],
    ["ends apart are another date, however far", { end: "2021-05-01" }, { end: "2021-12-01" }, ["other-date"]],
    [
      "a reason that one register lacks is another reason",
      { end: "2021-05-01", exitReason: "illness" },
      { end: "2021-05-01" },
      ["other-reason"],
    ],
    [
      "the reason of an end that the other lacks is no difference of its own",
      { end: "2021-05-01", exitReason: "illness" },
      {},
      ["not-ended-there"],
    ],
    ["another sex is another sex", {}, { sex: "man" }, ["other-sex"]],
    ["starts too far apart are two participations", {}, { start: "2021-06-01" }, ["missing-there", "missing-here"]],
    ["another intervention is another participation", {}, { intervention: "mia" }, ["missing-there", "missing-here"]],
    ["a start that the other register lacks is another date", {}, { start: undefined }, ["other-date"]],
  ])("%s", (_, here, there, expected) => {
    const found = reconciled(
      here === null ? [] : [{ ...base, ...here }],
      there === null ? [] : [{ ...base, id: "N1", ...there }],
    );
    expect(kinds(found)).toEqual(expected);
  });

  test("a participation with other dates at both ends is two things to look into and counts once", () => {
    const found = reconciled(
      [{ ...base, end: "2021-05-01" }],
      [{ ...base, id: "N1", start: "2021-03-02", end: "2021-05-02" }],
    );
    expect(found.differences.map((difference) => ("field" in difference ? difference.field : ""))).toEqual([
      "start",
      "end",
    ]);
    expect(found.counts.differences["other-date"].total).toBe(1);
  });

  test("where the registers state different sexes it counts as unknown, and where one knows it as that", () => {
    const { counts } = reconciled(
      [base, { ...base, id: "D2", person: "P2", sex: "unknown" }],
      [
        { ...base, id: "N1", sex: "man" },
        { ...base, id: "N2", person: "P2", sex: "man" },
      ],
    );
    expect(counts.differences["other-sex"]).toEqual({ woman: 0, man: 1, other: 0, unknown: 1, total: 2 });
  });

  test("someone who takes part twice is paired as time goes, one to one", () => {
    const found = reconciled(
      [base, { ...base, id: "D2", start: "2021-03-25" }],
      [
        { ...base, id: "N2", start: "2021-03-24" },
        { ...base, id: "N1", start: "2021-03-20" },
      ],
    );
    expect(found.differences.map(({ here, there }) => [here, there])).toEqual([
      ["D1", "N1"],
      ["D2", "N2"],
    ]);
  });
});

// Few values, so that the same person, days and answers meet often.
const day = fc.integer({ min: 1, max: 12 }).map((n) => `2021-03-${String(n).padStart(2, "0")}`);
const participations = (prefix: string) =>
  fc
    .array(
      fc.record({
        person: fc.constantFrom("P1", "P2"),
        intervention: fc.constantFrom("mia", "aktivitetsplatsen"),
        sex: fc.constantFrom("woman", "man", "other", "unknown"),
        start: fc.option(day, { nil: undefined, freq: 8 }),
        end: fc.option(day, { nil: undefined, freq: 2 }),
        exitReason: fc.constantFrom(undefined, "illness", "work-or-studies"),
      }),
      { maxLength: 8 },
    )
    .map((list) => list.map((one, n): ComparedParticipation => ({ id: `${prefix}${n}`, ...one })));
const days = fc.integer({ min: 0, max: 6 });

test("a placeholder that stands for many people is paired as well, and does not fill the memory", () => {
  const own = many(2000, (n) => ({ ...base, id: `D${n}`, start: n % 2 === 0 ? "2021-03-01" : "2021-03-02" }));
  const { counts } = reconciled(own, own.slice(0, 1500));
  expect([counts.both.total, counts.differences["missing-there"].total]).toEqual([1500, 500]);
});

describe("laws of comparing registers", () => {
  test("a register compared with itself has no difference", () => {
    fc.assert(
      fc.property(participations("D"), days, (register, withinDays) => {
        expect(reconciled(register, register, withinDays).differences).toEqual([]);
      }),
    );
  });

  test("when the registers change places, here and there do", () => {
    const mirror: Readonly<Record<DifferenceKind, DifferenceKind>> = {
      "missing-there": "missing-here",
      "missing-here": "missing-there",
      "not-ended-there": "not-ended-here",
      "not-ended-here": "not-ended-there",
      "other-date": "other-date",
      "other-reason": "other-reason",
      "other-sex": "other-sex",
    };
    fc.assert(
      fc.property(participations("D"), participations("N"), days, (own, other, withinDays) => {
        const [one, turned] = [reconciled(own, other, withinDays), reconciled(other, own, withinDays)];
        for (const kind of differenceKinds)
          expect(turned.counts.differences[mirror[kind]]).toEqual(one.counts.differences[kind]);
        const lines = ({ differences }: Reconciliation, turn: boolean) =>
          differences
            .map(({ kind, here, there, ...rest }) => {
              const stated = "stated" in rest ? [rest.stated.here, rest.stated.there] : [];
              return JSON.stringify(
                turn ? [mirror[kind], there, here, stated.toReversed()] : [kind, here, there, stated],
              );
            })
            .sort();
        expect(lines(turned, true)).toEqual(lines(one, false));
      }),
      { numRuns: 500 },
    );
  });

  test("the order of the lists does not matter", () => {
    fc.assert(
      fc.property(participations("D"), participations("N"), days, (own, other, withinDays) => {
        expect(reconciled(own.toReversed(), other.toReversed(), withinDays)).toEqual(
          reconciled(own, other, withinDays),
        );
      }),
    );
  });

  test("every participation of both registers is in both or missing in one, and the sexes add up", () => {
    fc.assert(
      fc.property(participations("D"), participations("N"), days, (own, other, withinDays) => {
        const { counts } = reconciled(own, other, withinDays);
        expect(counts.both.total + counts.differences["missing-there"].total).toBe(own.length);
        expect(counts.both.total + counts.differences["missing-here"].total).toBe(other.length);
        for (const { total, ...parts } of [counts.both, counts.agree, ...Object.values(counts.differences)])
          expect(Object.values(parts).reduce((sum, part) => sum + part, 0)).toBe(total);
      }),
    );
  });

  test("no other pairing has more pairs, or as many with fewer days between the starts", () => {
    interface Dated {
      readonly start: string;
    }
    const dated = fc.array(
      day.map((start): Dated => ({ start })),
      { maxLength: 5 },
    );
    const byStart = (one: Dated, other: Dated) => (one.start < other.start ? -1 : one.start > other.start ? 1 : 0);
    const everyPairing = (here: readonly Dated[], there: readonly Dated[], withinDays: number): [number, number][] => {
      const [first, ...others] = here;
      if (first === undefined) return [[0, 0]];
      const without = everyPairing(others, there, withinDays);
      const withIt = there.flatMap((partner, place) => {
        const apart = Math.abs(daysBetween(first.start, partner.start));
        if (apart > withinDays) return [];
        const left = there.filter((_, other) => other !== place);
        return everyPairing(others, left, withinDays).map(([pairs, sum]): [number, number] => [pairs + 1, sum + apart]);
      });
      return [...without, ...withIt];
    };
    fc.assert(
      fc.property(dated, dated, days, (some, others, withinDays) => {
        const [here, there] = [some.toSorted(byStart), others.toSorted(byStart)];
        const pairs = pairInTime(here, there, withinDays, byStart);
        const sum = pairs.reduce(
          (total, [i, j]) => total + Math.abs(daysBetween(here[i]?.start ?? "", there[j]?.start ?? "")),
          0,
        );
        const [best] = everyPairing(here, there, withinDays).sort(
          (one, other) => other[0] - one[0] || one[1] - other[1],
        );
        expect([pairs.length, sum]).toEqual(best);
      }),
    );
  });
});
