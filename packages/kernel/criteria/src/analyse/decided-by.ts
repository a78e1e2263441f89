import type { Facts } from "@finsam/model";
import type { Criterion } from "../criterion.ts";
import { all, not } from "../join-criteria.ts";
import { type Setting, statedFactBehind } from "../known-fact.ts";
import { findPerson } from "./find-person.ts";
import { everybody, leavesOf, nobody, withPart } from "./parts.ts";
import { conditionKey, type FactRegions, type Region, regionsOf } from "./regions.ts";

/**
 * Two people who differ in one fact alone, of whom the first meets a criterion and the second does not: what it means that the fact
 * decides. `undefined` is a proof that it never does.
 *
 * @throws TypeError as `evaluate` does; CriterionTooLarge or AnalysisTooLarge when the criterion is too large.
 * @example
 * ```ts
 * import { all, any, conditions } from "@finsam/criteria";
 * import { decidedBy } from "@finsam/criteria/analyse";
 * const label = { sv: "uppgift", en: "fact" };
 * const vocabulary = { illHealth: { type: "boolean", label }, referrer: { type: "code", label, codes: {} } } as const;
 * const { illHealth, referrer } = conditions(vocabulary);
 * const setting = { vocabulary, on: "2024-02-29", leapDayBirthday: "1-march" } as const;
 * decidedBy("referrer", all(illHealth.is(true), referrer.is("psychiatry")), setting);
 * // => [{ illHealth: true, referrer: "psychiatry" }, { illHealth: true, referrer: "another-code" }]
 * decidedBy("referrer", any(illHealth.is(true), all(illHealth.is(true), referrer.is("psychiatry"))), setting); // => undefined
 * ```
 */
export function decidedBy(
  fact: string,
  criterion: Criterion,
  setting: Setting,
): readonly [met: Facts, notMet: Facts] | undefined {
  const stated = statedFactBehind(fact, setting.vocabulary);
  const asked = regionsOf([criterion], setting).find((one) => one.fact === stated);
  const [first, ...others] = asked?.regions ?? [];
  if (asked === undefined || first === undefined) return undefined;
  const pairs = others.flatMap((other) => [[first, other] as const, [other, first] as const]);
  for (const [met, notMet] of pairs) {
    const rest = findPerson(all(given(criterion, asked, met), not(given(criterion, asked, notMet))), setting);
    if (rest !== undefined)
      return [
        { ...rest, [stated]: met.answer },
        { ...rest, [stated]: notMet.answer },
      ];
  }
  return undefined;
}

/** The criterion for those whose answer lies in a region: it asks for the fact no more. */
function given(criterion: Criterion, { conditions }: FactRegions, region: Region): Criterion {
  const keys = conditions.map(conditionKey);
  return leavesOf(criterion).reduce((rest, { path, part }) => {
    const number = part.op === "rule" ? -1 : keys.indexOf(conditionKey(part));
    return number < 0 ? rest : withPart(rest, path, region.met[number] === true ? everybody : nobody);
  }, criterion);
}
