import { readFacts } from "@finsam/criteria";
import type { FactValue, Person } from "@finsam/model";
import { outcomeOf } from "@finsam/policy";
import { holds, same } from "./claims.ts";
import { all } from "./contents.ts";
import { person, protectedPerson, records } from "./sample-records.ts";
import { illHealthRule, sampleRules } from "./sample-rule.ts";
import type { Topic } from "./topic.ts";

// A missing fact is met at every place; the numbers of answers share no factor with most others, so that combinations do not repeat.
const answers: Readonly<Record<string, readonly (FactValue | null | undefined)[]>> = {
  illHealth: [true, false, undefined],
  disability: [false, true, null, true, undefined],
  municipality: ["0180", "0180", "0184", undefined, "0180", "9999", "0180"],
  income: ["none", "some", "unknown", null, "none", undefined, "none", "none", "some", "unknown", undefined],
  months: [9, 10, { min: 10, max: 12 }, { min: 9, max: 13 }, 13, undefined, 12, 0],
  languages: [["so"], [], ["sv", "ar"], undefined, ["fi"], ["sv"]],
};
// On both sides of the limits on 2024-02-29, whole and partial.
const birthDates = [
  "1957-02-28",
  "1957-03-01",
  "1957-02",
  "1957",
  "2008-02-29",
  "2008-03-01",
  "1985-04-12",
  "1985-04",
  "1985",
  undefined,
];

const persons: readonly Extract<Person, { protectedIdentity: false }>[] = Array.from({ length: 600 }, (_, index) => {
  const facts = Object.entries(answers).map(([name, choice]) => [name, choice[index % choice.length] ?? null]);
  const birthDate = birthDates[(index * 3 + Math.floor(index / 10)) % birthDates.length];
  return person(`p${String(index).padStart(4, "0")}`, {
    facts: Object.fromEntries(facts),
    ...(birthDate && { birthDate }),
  });
});

export const screeningTopic: Topic = {
  name: "screening",
  cases: Object.fromEntries([
    ...sampleRules.map(
      (rule) =>
        [
          `the rule ${rule.id} says of every person what the plain evaluator says`,
          async (store) => {
            await store.save(persons.flatMap((one) => records(one)));
            const expected = persons.map(({ id, birthDate, facts }) => ({
              person: id,
              outcome: outcomeOf(rule, readFacts(rule.setting.vocabulary, { ...facts, birthDate }).facts),
            }));
            // An answer that is the same for all would prove nothing.
            same(new Set(expected.map(({ outcome }) => outcome)).size, 3, "outcomes among the samples");
            same(await all(store.screen(rule)), expected, "the screening");
          },
        ] satisfies [string, Topic["cases"][string]],
    ),

    [
      "a fact of another kind than the rule asks for is missing, and harms nobody else",
      async (store) => {
        const odd = ["yes", 1, ["true"], { min: 0, max: 1 }].map((illHealth, i) =>
          person(`p${i}`, { facts: { illHealth } }),
        );
        await store.save(records(...odd, person("p9", { facts: { illHealth: true } })));
        const outcomes = (await all(store.screen(illHealthRule))).map(({ outcome }) => outcome);
        same(outcomes, [...odd.map(() => "undetermined"), "met"], "the outcomes");
      },
    ],
    [
      "a date of birth among the facts does not overrule the person's own",
      async (store) => {
        const [age] = sampleRules.filter(({ id }) => id === "age");
        holds(age !== undefined, "there is a rule about age");
        await store.save(records(person("p1", { birthDate: "1985", facts: { birthDate: "1930" } })));
        if (age) same(await all(store.screen(age)), [{ person: "p1", outcome: "met" }], "the screening");
      },
    ],
    [
      "an empty store screens nobody",
      async (store) => {
        await store.save(records(protectedPerson("p1")));
        same(await all(store.screen(illHealthRule)), [], "the screening");
      },
    ],
  ] satisfies [string, Topic["cases"][string]][]),
};
