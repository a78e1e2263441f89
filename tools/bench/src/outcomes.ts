import { assess, outcomeOf, ruleAt } from "@finsam/policy";
import { stockholm } from "@finsam/stockholm";
import type { Figure } from "./figure.ts";
import { median } from "./medians.ts";
import { type Asked, people } from "./people.ts";

/** The target group as somebody would write it by hand: true, false, or undefined when it cannot be told. */
function byHand({ birthDate, residentMunicipality, illHealth, disability }: Asked): boolean | undefined {
  let open = false;
  if (birthDate === null) open = true;
  else {
    // Completed years on 2024-02-29.
    const years = 2024 - Number(birthDate.slice(0, 4)) - (birthDate.slice(5) > "02-29" ? 1 : 0);
    if (years < 16 || years > 66) return false;
  }
  if (residentMunicipality === null) open = true;
  else if (residentMunicipality !== "0180") return false;
  if (illHealth === true || disability === true) return open ? undefined : true;
  if (illHealth === false && disability === false) return false;
  return undefined;
}

/** Outcomes of the target group for many people: by hand, by the plain evaluator, and with the reasons. */
export async function benchOutcomes(count: number): Promise<readonly Figure[]> {
  const everybody = people(count);
  const rule = ruleAt(stockholm, "target-group", "2024-02-29");
  const words = { true: "met", false: "notMet", undefined: "undetermined" } as const;
  const differing = everybody.filter((person) => outcomeOf(rule, person) !== words[`${byHand(person)}`]).length;
  if (differing > 0) throw new Error(`${differing} people are judged otherwise by hand`);

  const times = {
    "by hand, no reasons": await median(5, () =>
      everybody.reduce((met, person) => met + (byHand(person) === true ? 1 : 0), 0),
    ),
    outcomeOf: await median(5, () =>
      everybody.reduce((met, person) => met + (outcomeOf(rule, person) === "met" ? 1 : 0), 0),
    ),
    "assess, with reasons": await median(5, () =>
      everybody.reduce((reasons, person) => reasons + assess(rule, person).because.length, 0),
    ),
  };
  const reference = times["by hand, no reasons"];
  return Object.entries(times).map(([way, milliseconds]) => ({
    what: `target group, ${way}`,
    count,
    milliseconds,
    ratio: milliseconds / reference,
  }));
}
