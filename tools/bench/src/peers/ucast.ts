import { CompoundCondition, type Condition, FieldCondition } from "@ucast/core";
import { interpret } from "@ucast/js";
import { type Engine, metOrNot } from "./engine.ts";

const all = (...conditions: Condition[]) => new CompoundCondition("and", conditions);
const any = (...conditions: Condition[]) => new CompoundCondition("or", conditions);

// It compares stored fields, as a query does: 16 to 66 years on the reference date become the first and last birth date.
const targetGroup = all(
  new FieldCondition("gte", "birthDate", "1957-03-01"),
  new FieldCondition("lte", "birthDate", "2008-02-29"),
  new FieldCondition("in", "residentMunicipality", ["0180"]),
  any(new FieldCondition("eq", "illHealth", true), new FieldCondition("eq", "disability", true)),
);
const sig0 = all(
  new FieldCondition("eq", "workCapacityReducedByIllness", true),
  new FieldCondition("eq", "sicknessBenefitIncome", "none"),
);

export const ucast: Engine = {
  name: "@ucast/js 4.0.1, ages as birth dates",
  timedWith: 1_000_000,
  judge(people, said) {
    for (const [at, person] of people.entries()) {
      said.targetGroup[at] = metOrNot(interpret(targetGroup, person));
      said.sig0[at] = metOrNot(interpret(sig0, person));
    }
  },
};
