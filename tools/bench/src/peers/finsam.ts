import { type CompiledRule, compile } from "@finsam/criteria/compile";
import { ruleAt } from "@finsam/policy";
import { stockholm } from "@finsam/stockholm";
import type { Asked } from "../people.ts";
import { referenceDate } from "./age-on-reference-date.ts";
import type { Engine } from "./engine.ts";

const compiled = (id: string): CompiledRule<Asked> => {
  const { criterion, setting } = ruleAt(stockholm, id, referenceDate);
  return compile<Asked>(criterion, setting);
};
const targetGroup = compiled("target-group");
const sig0 = compiled("sig0");

export const plain: Engine = {
  name: "finsam, one at a time",
  timedWith: 1_000_000,
  judge(people, said) {
    for (const [at, person] of people.entries()) {
      said.targetGroup[at] = targetGroup.outcome(person);
      said.sig0[at] = sig0.outcome(person);
    }
  },
};

/** All that an explanation needs is there for everybody, in 4 bytes a rule, but none is made. */
export const explainedInBatches: Engine = {
  name: "finsam, in batches, explanations on demand",
  timedWith: 1_000_000,
  judge(people, said) {
    const [packedTargetGroup, packedSig0] = [targetGroup.pack(people), sig0.pack(people)];
    for (const at of people.keys()) {
      said.targetGroup[at] = targetGroup.outcomeAt(packedTargetGroup, at);
      said.sig0[at] = sig0.outcomeAt(packedSig0, at);
    }
  },
};

export const explainedOnDemand: Engine = {
  name: "finsam, one at a time, explanations on demand",
  timedWith: 1_000_000,
  judge(people, said) {
    for (const [at, person] of people.entries()) {
      said.targetGroup[at] = targetGroup.assess(person).outcome;
      said.sig0[at] = sig0.assess(person).outcome;
    }
  },
};

export const explained: Engine = {
  name: "finsam, one at a time, every explanation made",
  timedWith: 200_000,
  judge(people, said) {
    for (const [at, person] of people.entries()) {
      const group = targetGroup.assess(person).explanation;
      const zero = sig0.assess(person).explanation;
      said.targetGroup[at] = group.outcome;
      said.sig0[at] = zero.outcome;
      said.reasons += group.because.length + zero.because.length;
    }
  },
};
