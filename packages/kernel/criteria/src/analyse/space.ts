import type { Facts } from "@finsam/model";
import type { Criterion } from "../criterion.ts";
import type { Setting } from "../known-fact.ts";
import { always, type Diagram, type DiagramMaker, diagramMaker, never } from "./diagram.ts";
import { conditionKey, type FactRegions, regionsOf } from "./regions.ts";

/** Everybody that criteria can tell apart: one question for every fact, one branch for every region. */
export interface Space {
  readonly facts: readonly FactRegions[];
  readonly diagrams: DiagramMaker;
  /** Who meets a criterion. It may ask for nothing that the criteria of the space do not ask for. */
  readonly diagramOf: (criterion: Criterion) => Diagram;
  /** Someone in a diagram, with an answer to every fact; `undefined` when nobody is. */
  readonly personIn: (diagram: Diagram) => Facts | undefined;
}

/**
 * Everybody that the criteria can tell apart, among those who fit what is known.
 *
 * @throws TypeError, CriterionTooLarge and AnalysisTooLarge as `regionsOf` does.
 */
export function spaceOf(criteria: readonly Criterion[], setting: Setting, known: Facts = {}): Space {
  const facts = regionsOf(criteria, setting, known);
  const diagrams = diagramMaker();
  const conditionDiagrams = new Map(
    facts.flatMap(({ conditions, regions }, place) =>
      conditions.map((condition, number) => {
        const branches = regions.map(({ met }) => (met[number] === true ? always : never));
        return [conditionKey(condition), diagrams.ask(place, branches)];
      }),
    ),
  );

  const diagramOf = (criterion: Criterion): Diagram => {
    switch (criterion.op) {
      case "all":
        return criterion.of.map(diagramOf).reduce(diagrams.both, always);
      case "any":
        return criterion.of.map(diagramOf).reduce(diagrams.either, never);
      case "not":
        return diagrams.opposite(diagramOf(criterion.of));
      case "rule":
        throw new TypeError(`the rule "${criterion.rule}" is only named: resolve the reference against a policy first`);
      default:
        return conditionDiagrams.get(conditionKey(criterion)) ?? never;
    }
  };

  const personIn = (diagram: Diagram): Facts | undefined => {
    if (diagram === never || facts.some(({ regions }) => regions.length === 0)) return undefined;
    const person: Facts = { ...known };
    let rest = diagram;
    for (const [place, { fact, regions }] of facts.entries()) {
      const asked = rest.fact === place;
      // A diagram that is not `never` has a way to `always`.
      const number = asked ? rest.branches.findIndex((branch) => branch !== never) : 0;
      if (asked) rest = rest.branches[number] ?? never;
      person[fact] = regions[number]?.answer ?? null;
    }
    return person;
  };

  return { facts, diagrams, diagramOf, personIn };
}
