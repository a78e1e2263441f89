import { all, any, type Criterion, conditions, not, type Setting, type Vocabulary } from "@finsam/criteria";
import type { Facts, FactValue } from "@finsam/model";
import fc from "fast-check";
import { expectedOutcomes } from "./compare.ts";
import { hostileTexts, hostileValues } from "./hostile-values.ts";
import type { Case, Trial } from "./trial.ts";

const label = { sv: "uppgift", en: "fact" };

/** Every type of fact there is, with lists of codes that are open and closed. */
const vocabulary = {
  born: { type: "date", label },
  age: { type: "completedYears", since: "born", label },
  ended: { type: "date", label },
  ill: { type: "boolean", label },
  disabled: { type: "boolean", label },
  months: { type: "number", label },
  score: { type: "number", label },
  income: {
    type: "code",
    label,
    codes: { none: label, some: label, unknown: label, "not-asked": label },
    missing: ["unknown", "not-asked"],
  },
  town: { type: "code", label, codes: {} },
  support: { type: "codes", label, codes: {} },
  needs: { type: "codes", label, codes: { work: label, study: label } },
} as const satisfies Vocabulary;

const { age, ended, ill, disabled, months, score, income, town, support, needs } = conditions(vocabulary);

const held = { exactNumbers: ["score"], setsWithPresence: ["needs"] };

const ages = fc.constantFrom(16, 18, 66, 15.5);
const days = fc.constantFrom("1985-04-12", "1985-04-30", "1984-12-31", "1984-02-29", "0001-01-01", "9999-12-31");
const amounts = fc.constantFrom(10, 0, -3.25, 0.1, 2 ** 53, 5e-324, 1.7976931348623157e308);
const texts = fc.uniqueArray(fc.constantFrom("0180", "0184", "a", ...hostileTexts), { minLength: 1, maxLength: 4 });

function ordered<Limit>(
  on: Readonly<Record<"atLeast" | "moreThan" | "atMost" | "lessThan", (limit: Limit) => Criterion>>,
  limits: fc.Arbitrary<Limit>,
): fc.Arbitrary<Criterion> {
  const comparisons = fc.constantFrom("atLeast" as const, "moreThan" as const, "atMost" as const, "lessThan" as const);
  return fc.tuple(comparisons, limits).map(([op, limit]) => on[op](limit));
}

const condition: fc.Arbitrary<Criterion> = fc.oneof(
  ordered(age, ages),
  ordered(ended, days),
  ordered(months, amounts),
  ordered(score, amounts),
  fc.boolean().map(ill.is),
  fc.boolean().map(disabled.is),
  fc.constantFrom("none" as const, "some" as const).map(income.is),
  texts.map(town.isOneOf),
  texts.map(support.hasAny),
  fc.subarray(["work" as const, "study" as const], { minLength: 1 }).map(needs.hasAny),
);

const criterion = fc.letrec<{ node: Criterion }>((tie) => {
  const parts = fc.array(tie("node"), { minLength: 0, maxLength: 3 });
  const joined = (join: typeof all) => fc.tuple(tie("node"), parts).map(([first, rest]) => join(first, ...rest));
  return { node: fc.oneof({ maxDepth: 4 }, condition, joined(all), joined(any), tie("node").map(not)) };
}).node;

const settings: fc.Arbitrary<Setting> = fc.record({
  vocabulary: fc.constant(vocabulary),
  on: fc.constantFrom("2023-02-28", "2024-02-28", "2024-02-29", "2023-03-01", "2023-12-31", "2024-01-01"),
  leapDayBirthday: fc.constantFrom("1-march", "28-february"),
});

/**
 * Rules as nobody would write them, over people of whom anything may be missing. Those that say the same of everyone, or leave nobody
 * open, are passed over: they would prove nothing.
 */
export function generatedRules(count: number, seed: number): Trial {
  const drawn = fc.sample(fc.tuple(criterion, settings), { numRuns: count * 3, seed });
  const candidates = drawn.map(
    ([rule, setting], index): Case => ({ subject: `generated rule ${index}, seed ${seed}`, criterion: rule, setting }),
  );
  const people = peopleFor(candidates, seed);
  const trial: Trial = { name: "generated rules", vocabulary, held, people, cases: candidates };
  const telling: Case[] = [];
  for (const one of candidates) {
    if (telling.length < count && new Set(expectedOutcomes(one, trial)).size === 3) telling.push(one);
  }
  if (telling.length < count) throw new Error(`only ${telling.length} of the generated rules tell people apart`);
  return { ...trial, cases: telling };
}

function peopleFor(cases: readonly Case[], seed: number): readonly Facts[] {
  const values = [...hostileValues(cases, vocabulary)].map(
    ([fact, known]) => [fact, fact === "score" ? known.filter((value) => typeof value !== "object") : known] as const,
  );
  const oneOf = (known: readonly (FactValue | null)[]) =>
    fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...known) }, { weight: 1, arbitrary: fc.constant(null) });
  const anybody = fc.record(Object.fromEntries(values.map(([fact, known]) => [fact, oneOf(known)])));
  // Each fact alone, and each missing alone.
  const known = Object.fromEntries(values.map(([fact, all]) => [fact, all.find((value) => value !== null) ?? null]));
  const lonely = values.flatMap(([fact]) => [{ [fact]: known[fact] ?? null }, { ...known, [fact]: null }]);
  return [{}, ...lonely, ...fc.sample(anybody, { numRuns: 1200, seed })];
}
