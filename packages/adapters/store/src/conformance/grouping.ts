import { evaluate, readFacts } from "@finsam/criteria";
import { sexes } from "@finsam/model";
import { type AskedCondition, askedConditions, type OutcomeGroup } from "@finsam/policy/compare";
import { holds, same } from "./claims.ts";
import { oddPersons, samplePersons } from "./sample-persons.ts";
import { type OpenPerson, person, protectedPerson, records } from "./sample-records.ts";
import { illHealthRule, sampleRules } from "./sample-rule.ts";
import type { Topic } from "./topic.ts";

const illHealth = askedConditions(illHealthRule);
const everyCondition = askedConditions(...sampleRules);

/** The groups by the plain evaluator, one person and one condition at a time, in the order of women, men, other and unknown. */
function expectedGroups(persons: readonly OpenPerson[], conditions: readonly AskedCondition[]) {
  const outcomesOf = ({ facts, birthDate }: OpenPerson) =>
    conditions.map(({ condition, setting }) =>
      evaluate(condition, readFacts(setting.vocabulary, { ...facts, ...(birthDate && { birthDate }) }).facts, setting),
    );
  const groups = new Map<string, OutcomeGroup>();
  for (const one of persons) {
    const outcomes = outcomesOf(one);
    const key = `${sexes.indexOf(one.sex)} ${outcomes.join(" ")}`;
    groups.set(key, { sex: one.sex, outcomes, count: (groups.get(key)?.count ?? 0) + 1 });
  }
  return [...groups.keys()].sort().map((key) => groups.get(key));
}

export const groupingTopic: Topic = {
  name: "grouping",
  cases: {
    "by every condition of the sample rules, as the plain evaluator would": async (store) => {
      const expected = expectedGroups(samplePersons, everyCondition);
      holds(expected.length > 100 && expected.length < samplePersons.length, "there are groups, and people in them");
      await store.save(records(...samplePersons));
      same(await store.groupByConditions(everyCondition), expected, "the groups");
    },

    "by each condition alone": async (store) => {
      await store.save(records(...samplePersons));
      for (const asked of everyCondition) {
        const expected = expectedGroups(samplePersons, [asked]);
        // An answer that is the same for all would prove nothing.
        holds(new Set(expected.flatMap((group) => group?.outcomes)).size > 1, `${asked.condition.fact} divides people`);
        same(await store.groupByConditions([asked]), expected, `the groups by ${asked.condition.fact}`);
      }
    },

    "what no rule understands is missing": async (store) => {
      await store.save(records(...oddPersons));
      for (const asked of everyCondition)
        same(
          await store.groupByConditions([asked]),
          expectedGroups(oddPersons, [asked]),
          `the groups by ${asked.condition.op} of ${asked.condition.fact}`,
        );
    },

    "each condition is asked on its own day and by its own vocabulary": async (store) => {
      const [age] = askedConditions(...sampleRules.filter(({ id }) => id === "age"));
      holds(age !== undefined, "there is a rule about age");
      if (age === undefined) return;
      const later = { ...age, setting: { ...age.setting, on: "2044-02-29" } };
      const { birthDate, ...rest } = age.setting.vocabulary;
      const blind = { ...age, setting: { ...age.setting, vocabulary: rest } };
      await store.save(records(...samplePersons));
      same(
        await store.groupByConditions([age, later, blind]),
        expectedGroups(samplePersons, [age, later, blind]),
        "the groups",
      );
    },

    "a date of birth among the facts does not overrule the person's own": async (store) => {
      const persons = [
        person("p1", { birthDate: "1985", facts: { birthDate: "1930" } }),
        person("p2", { facts: { birthDate: "1930" } }),
      ];
      await store.save(records(...persons));
      same(await store.groupByConditions(everyCondition), expectedGroups(persons, everyCondition), "the groups");
    },

    "persons with protected identity are in no group, and leave theirs when they get it": async (store) => {
      const man = person("p2", { sex: "man", facts: { illHealth: true } });
      await store.save(records(person("p1", { facts: { illHealth: true } }), man, protectedPerson("p3")));
      same((await store.groupByConditions(illHealth)).length, 2, "the number of groups before");
      await store.save(records(protectedPerson("p1")));
      same(await store.groupByConditions(illHealth), [{ sex: "man", outcomes: ["met"], count: 1 }], "the groups after");
    },

    "what is learnt later counts, and nobody counts twice": async (store) => {
      await store.save(records(person("p1", { birthDate: "1985" }), person("p1")));
      same(
        await store.groupByConditions(illHealth),
        [{ sex: "woman", outcomes: ["undetermined"], count: 1 }],
        "the groups before the fact is known",
      );
      await store.save(records(person("p1", { facts: { illHealth: false } })));
      same(
        await store.groupByConditions(illHealth),
        [{ sex: "woman", outcomes: ["notMet"], count: 1 }],
        "the groups when it is known",
      );
    },

    "no condition asked for, people counted by sex": async (store) => {
      await store.save(records(person("p1"), person("p2"), person("p3", { sex: "man" }), protectedPerson("p4")));
      same(
        await store.groupByConditions([]),
        [
          { sex: "woman", outcomes: [], count: 2 },
          { sex: "man", outcomes: [], count: 1 },
        ],
        "the groups",
      );
    },

    "an empty store has no groups": async (store) => {
      same(await store.groupByConditions(everyCondition), [], "the groups");
    },
  },
};
