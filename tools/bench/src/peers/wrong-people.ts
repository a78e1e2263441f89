import { outcomeOf, ruleAt } from "@finsam/policy";
import { stockholm } from "@finsam/stockholm";
import type { Asked } from "../people.ts";
import { referenceDate } from "./age-on-reference-date.ts";
import type { Engine, Said } from "./engine.ts";

/** The people about whom an engine does not say what the plain evaluator says of the target group and SIG 0. */
export async function wrongPeople({ judge }: Engine, people: readonly Asked[]): Promise<readonly Asked[]> {
  const [targetGroup, sig0] = [
    ruleAt(stockholm, "target-group", referenceDate),
    ruleAt(stockholm, "sig0", referenceDate),
  ];
  const said: Said = { targetGroup: [], sig0: [], reasons: 0 };
  await judge(people, said);
  return people.filter(
    (person, at) =>
      said.targetGroup[at] !== outcomeOf(targetGroup, person) || said.sig0[at] !== outcomeOf(sig0, person),
  );
}
