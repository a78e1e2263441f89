import { LogicEngine } from "json-logic-engine";
import { ageOnReferenceDate } from "./age-on-reference-date.ts";
import { type Engine, metOrNot } from "./engine.ts";

const logic = new LogicEngine();
const sig0 = logic.build({
  and: [{ var: "workCapacityReducedByIllness" }, { "===": [{ var: "sicknessBenefitIncome" }, "none"] }],
});

function engine(name: string, ofRightAge: readonly object[]): Engine {
  const targetGroup = logic.build({
    and: [
      ...ofRightAge,
      { in: [{ var: "residentMunicipality" }, ["0180"]] },
      { or: [{ var: "illHealth" }, { var: "disability" }] },
    ],
  });
  return {
    name: `json-logic-engine 5.0.7, compiled, ${name}`,
    timedWith: 1_000_000,
    judge(people, said) {
      for (const [at, person] of people.entries()) {
        said.targetGroup[at] = metOrNot(targetGroup(person));
        said.sig0[at] = metOrNot(sig0(person));
      }
    },
  };
}

// It has no dates: its users add an operation of their own.
logic.addMethod("age", ([birthDate]) => (typeof birthDate === "string" ? ageOnReferenceDate(birthDate) : -1), {
  deterministic: true,
});
const age = { age: [{ var: "birthDate" }] };
export const jsonLogicWithAge = engine("age by an operation", [{ ">=": [age, 16] }, { "<=": [age, 66] }]);

/** The same without ages: somebody has worked out beforehand between which days people of 16 to 66 years were born. */
export const jsonLogicWithBirthDates = engine("ages as birth dates", [
  { "<=": ["1957-03-01", { var: "birthDate" }, "2008-02-29"] },
]);
