import PublicodesEngine, { type EvaluatedNode } from "publicodes";
import type { Asked } from "../people.ts";
import type { Engine, Verdict } from "./engine.ts";

const yesNo = { type: "booléen" };
const text = { type: "texte" };

const engine = new PublicodesEngine({
  "birth date": { type: "date" },
  age: { durée: { depuis: "birth date", "jusqu'à": "29/02/2024", unité: "an" } },
  municipality: text,
  "ill health": yesNo,
  disability: yesNo,
  "reduced work capacity": yesNo,
  "sickness benefit income": text,
  // Its ages have decimals: the highest age lasts until the next birthday.
  "target group": {
    "toutes ces conditions": [
      "age >= 16",
      "age < 67",
      "municipality = '0180'",
      { "une de ces conditions": ["ill health", "disability"] },
    ],
  },
  sig0: { "toutes ces conditions": ["reduced work capacity", "sickness benefit income = 'none'"] },
});

/** It makes the tree of its evaluation always; the missing variables say what it would ask for. */
export const publicodes: Engine = {
  name: "publicodes 1.10.3, with missing variables",
  timedWith: 3_000,
  judge(people, said) {
    for (const [at, person] of people.entries()) {
      engine.setSituation(situationOf(person));
      const group = engine.evaluate("target group");
      const zero = engine.evaluate("sig0");
      said.targetGroup[at] = verdictOf(group);
      said.sig0[at] = verdictOf(zero);
      said.reasons += Object.keys(group.missingVariables).length + Object.keys(zero.missingVariables).length;
    }
  },
};

function situationOf(person: Asked): Record<string, string> {
  const stated = {
    "birth date": person.birthDate?.split("-").reverse().join("/"),
    municipality: quoted(person.residentMunicipality),
    "ill health": yesOrNo(person.illHealth),
    disability: yesOrNo(person.disability),
    "reduced work capacity": yesOrNo(person.workCapacityReducedByIllness),
    "sickness benefit income": quoted(person.sicknessBenefitIncome),
  };
  return Object.fromEntries(
    Object.entries(stated).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

const quoted = (value: string | null) => (value === null ? undefined : `'${value}'`);
const yesOrNo = (value: boolean | null) => (value === null ? undefined : value ? "oui" : "non");

const verdictOf = ({ nodeValue }: EvaluatedNode): Verdict =>
  nodeValue === undefined ? "undetermined" : nodeValue === true ? "met" : "notMet";
