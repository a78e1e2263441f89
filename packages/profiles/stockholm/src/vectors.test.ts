import { readFileSync } from "node:fs";
import { mutationsOf } from "@finsam/criteria/vectors";
import { addDays, type CalendarDate, includesDay } from "@finsam/model";
import { failingVectors, formatVectors, type Profile, ruleAt, ruleVectors, VectorDocument } from "@finsam/policy";
import { afterAll, describe, expect, test } from "vitest";
import { stockholm } from "./stockholm.ts";

/** The package that each rule is shipped in, with its vectors. */
const packageOf: Readonly<Record<string, string>> = {
  "target-group": "eligibility",
  finsam: "eligibility",
  sig0: "sig0",
  "sig0-jarva": "sig0",
  "sig0-jarva-over-12-months": "sig0",
};
const rules = Object.keys(stockholm.rules);
const committed = (rule: string) => `../../../rules/${packageOf[rule]}/vectors/${rule}.json`;
const read = (rule: string): VectorDocument =>
  VectorDocument.parse(JSON.parse(readFileSync(new URL(committed(rule), import.meta.url), "utf8")));

type Version = VectorDocument["versions"][number];

const onDaysOf = ({ validFrom, validTo }: Version, { vectors }: VectorDocument) =>
  vectors.filter(({ on }) => includesDay({ from: validFrom, to: validTo ?? null }, on));

/** Whether any vector that stands in a version tells the version changed from the version as it is. */
const noticed = (document: VectorDocument, version: Version, changed: Partial<Version>): boolean => {
  const versions = document.versions.map((one) => (one === version ? { ...one, ...changed } : one));
  return failingVectors({ ...document, versions, vectors: onDaysOf(version, document) }).length > 0;
};

describe.each(rules)("the vectors of %s", (rule) => {
  test("are committed as the rule and the policy make them", async () => {
    await expect(formatVectors(ruleVectors(stockholm, rule))).toMatchFileSnapshot(committed(rule));
  });

  test("are all passed by the plain evaluator, on the policy as it is", () => {
    const document = read(rule);
    expect(failingVectors(document)).toEqual([]);
    for (const { on, id } of document.vectors)
      expect([id, id.endsWith("no-version-covers")]).toEqual([id, !isCovered(rule, on)]);
  });

  test("are tens to a few hundred, with every outcome in every version", () => {
    const document = read(rule);
    expect(document.vectors.length).toBeLessThan(400);
    for (const version of document.versions) {
      const outcomes = onDaysOf(version, document).map((vector) => ("error" in vector ? vector.error : vector.outcome));
      expect(new Set(outcomes)).toEqual(new Set(["met", "notMet", "undetermined"]));
    }
  });

  test("have ids that tell them apart without a number behind", () => {
    const ids = read(rule).vectors.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => /-\d+$/.test(id) && ids.includes(id.replace(/-\d+$/, "")))).toEqual([]);
  });
});

const isCovered = (rule: string, on: CalendarDate): boolean => {
  try {
    return ruleAt(stockholm, rule, on).id === rule;
  } catch {
    return false;
  }
};

describe("every mistake that a copy of a shipped rule can hold fails a committed vector", () => {
  const counts = new Map<string, { readonly made: number; readonly noticed: number }>();
  const unnoticedAmong = (kind: string, mistakes: readonly (readonly [id: string, isNoticed: boolean])[]) => {
    const unnoticed = mistakes.filter(([, isNoticed]) => !isNoticed).map(([id]) => id);
    const { made, noticed } = counts.get(kind) ?? { made: 0, noticed: 0 };
    counts.set(kind, { made: made + mistakes.length, noticed: noticed + mistakes.length - unnoticed.length });
    return unnoticed;
  };
  afterAll(() => {
    const lines = [...counts].map(([kind, { made, noticed }]) => `${kind}: ${made} made, ${noticed} noticed`);
    console.log(["mistakes", ...lines].join("\n"));
  });

  test.each(rules)("another comparison, join, code, number or date in %s, at every policy version", (rule) => {
    const document = read(rule);
    for (const version of document.versions) {
      const mistakes = mutationsOf(version.criterion, document.vocabulary).map(
        ({ id, criterion }) => [`${version.validFrom} ${id}`, noticed(document, version, { criterion })] as const,
      );
      expect(mistakes.length).toBeGreaterThan(0);
      expect(unnoticedAmong("in the resolved rule", mistakes)).toEqual([]);
    }
  });

  test.each(rules)("a part or a reference to another rule left out of %s as the profile has it", (rule) => {
    const document = read(rule);
    const { title = { sv: rule, en: rule }, versions: written = [] } = stockholm.rules[rule] ?? {};
    const mistakes = written.flatMap((version, index) =>
      mutationsOf(version.value, stockholm.vocabulary).map(({ id, criterion }) => {
        const mutated = { title, versions: written.with(index, { ...version, value: criterion }) };
        const profile = { ...stockholm, rules: { ...stockholm.rules, [rule]: mutated } };
        return [`${version.validFrom} ${id}`, noticedFrom(version.validFrom, document, profile)] as const;
      }),
    );
    expect(mistakes.length).toBeGreaterThan(0);
    expect(unnoticedAmong("in the rule as written", mistakes)).toEqual([]);
  });

  test("another value of a parameter, in the version that has it", () => {
    const mistakes = Object.entries(stockholm.parameters).flatMap(([name, parameter]) =>
      parameter.versions.flatMap((version, index) =>
        otherValues(version.value).map((value) => {
          const versions = parameter.versions.with(index, { ...version, value });
          const profile = { ...stockholm, parameters: { ...stockholm.parameters, [name]: { ...parameter, versions } } };
          const isNoticed = rules.some((rule) => noticedFrom(version.validFrom, read(rule), profile));
          return [`${name} ${version.validFrom} ${JSON.stringify(value)}`, isNoticed] as const;
        }),
      ),
    );
    expect(mistakes.length).toBeGreaterThan(0);
    expect(unnoticedAmong("in the value of a parameter", mistakes)).toEqual([]);
  });

  test("the other leap day birthday, in every version of every rule that asks for an age", () => {
    const asksForAge = ({ vocabulary }: VectorDocument) =>
      Object.values(vocabulary).some(({ type }) => type === "completedYears");
    const mistakes = rules
      .map(read)
      .filter(asksForAge)
      .flatMap((document) =>
        document.versions.map((version) => {
          const leapDayBirthday = version.leapDayBirthday === "1-march" ? "28-february" : "1-march";
          return [`${document.rule} ${version.validFrom}`, noticed(document, version, { leapDayBirthday })] as const;
        }),
      );
    expect(mistakes.length).toBeGreaterThan(0);
    expect(unnoticedAmong("the leap day birthday", mistakes)).toEqual([]);
  });

  test("a policy that starts a day early or a day late", () => {
    const mistakes = rules.map(read).flatMap((document) => {
      const [first, ...later] = document.versions;
      return [-1, 1].map((days) => {
        const versions = first === undefined ? [] : [{ ...first, validFrom: addDays(first.validFrom, days) }, ...later];
        return [`${document.rule} ${days}`, failingVectors({ ...document, versions }).length > 0] as const;
      });
    });
    expect(unnoticedAmong("the first day", mistakes)).toEqual([]);
  });

  /** Whether a document notices that the policy behind it is another, in the versions that start on a day or later. */
  function noticedFrom(day: CalendarDate, document: VectorDocument, profile: Profile): boolean {
    const affected = document.versions.filter(({ validFrom }) => validFrom >= day);
    return affected.some((version) =>
      noticed(document, version, { criterion: ruleAt(profile, document.rule, version.validFrom).criterion }),
    );
  }
});

function otherValues(value: unknown): readonly (number | readonly string[])[] {
  if (typeof value === "number") return [value - 1, value + 1];
  return Array.isArray(value) ? [value.map((code) => `${code}0`)] : [];
}
