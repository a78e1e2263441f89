import { Engine as RulesEngine } from "json-rules-engine";
import { ageOnReferenceDate } from "./age-on-reference-date.ts";
import { type Engine, metOrNot } from "./engine.ts";

// It has no dates. Users give it the age as a fact, or as a fact that is worked out on demand, which is slower.
const engine = new RulesEngine([
  {
    name: "target-group",
    conditions: {
      all: [
        { fact: "age", operator: "greaterThanInclusive", value: 16 },
        { fact: "age", operator: "lessThanInclusive", value: 66 },
        { fact: "residentMunicipality", operator: "in", value: ["0180"] },
        {
          any: [
            { fact: "illHealth", operator: "equal", value: true },
            { fact: "disability", operator: "equal", value: true },
          ],
        },
      ],
    },
    event: { type: "target-group" },
  },
  {
    name: "sig0",
    conditions: {
      all: [
        { fact: "workCapacityReducedByIllness", operator: "equal", value: true },
        { fact: "sicknessBenefitIncome", operator: "equal", value: "none" },
      ],
    },
    event: { type: "sig0" },
  },
]);

/** Its results hold every condition with its own result and the value of its fact. */
export const jsonRulesEngine: Engine = {
  name: "json-rules-engine 7.3.1, with its results",
  timedWith: 5_000,
  async judge(people, said) {
    for (const [at, person] of people.entries()) {
      const age = person.birthDate === null ? null : ageOnReferenceDate(person.birthDate);
      const { results, failureResults } = await engine.run({ ...person, age });
      said.targetGroup[at] = metOrNot(results.some(({ name }) => name === "target-group"));
      said.sig0[at] = metOrNot(results.some(({ name }) => name === "sig0"));
      said.reasons += results.length + failureResults.length;
    }
  },
};
