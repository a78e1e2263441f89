import { readFacts } from "@finsam/criteria";
import { outcomeOf } from "@finsam/policy";
import { holds, same } from "./claims.ts";
import { all } from "./contents.ts";
import { samplePersons } from "./sample-persons.ts";
import { person, protectedPerson, records } from "./sample-records.ts";
import { illHealthRule, sampleRules } from "./sample-rule.ts";
import type { Topic } from "./topic.ts";

export const screeningTopic: Topic = {
  name: "screening",
  cases: Object.fromEntries([
    ...sampleRules.map(
      (rule) =>
        [
          `the rule ${rule.id} says of every person what the plain evaluator says`,
          async (store) => {
            await store.save(records(...samplePersons));
            const expected = samplePersons.map(({ id, birthDate, facts }) => ({
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
