import type { Asked } from "../people.ts";

/*
 * The target group and SIG 0 on 2024-02-29 as somebody would write them by hand. They are what rules as data are measured against.
 */

/** Two-valued: what is missing counts as no. Both verdicts as bits, the target group first. */
export function verdicts(person: Asked): number {
  let inTargetGroup = false;
  if (person.birthDate !== null) {
    const years = yearsOf(person.birthDate);
    inTargetGroup =
      years >= 16 &&
      years <= 66 &&
      person.residentMunicipality === "0180" &&
      (person.illHealth === true || person.disability === true);
  }
  return (inTargetGroup ? 1 : 0) | (isSig0(person) ? 2 : 0);
}

/** The same by somebody who works out beforehand on which days one is born. */
export function verdictsByBirthDate(person: Asked): number {
  const inTargetGroup =
    person.birthDate !== null &&
    person.birthDate >= "1957-03-01" &&
    person.birthDate <= "2008-02-29" &&
    person.residentMunicipality === "0180" &&
    (person.illHealth === true || person.disability === true);
  return (inTargetGroup ? 1 : 0) | (isSig0(person) ? 2 : 0);
}

const yearsOf = (birthDate: string): number =>
  2024 - Number(birthDate.slice(0, 4)) - (birthDate.slice(5) > "02-29" ? 1 : 0);

const isSig0 = (person: Asked): boolean =>
  person.workCapacityReducedByIllness === true && person.sicknessBenefitIncome === "none";

interface HandReason {
  readonly fact: string;
  readonly value: string | number | boolean | null;
  readonly outcome: HandOutcome;
}
type HandOutcome = "met" | "notMet" | "undetermined";
interface HandExplanation {
  readonly outcome: HandOutcome;
  readonly because: readonly HandReason[];
  readonly missing: readonly string[];
}

/** Three-valued, with the conditions that decide and the facts that are missing: what `explain` says, but for the texts. */
export function targetGroupReasons(person: Asked): HandExplanation {
  const { birthDate, residentMunicipality, illHealth, disability } = person;
  const reasons = noReasons();
  const years = birthDate === null ? null : yearsOf(birthDate);
  add(reasons, "age", years, years === null ? null : years >= 16);
  add(reasons, "age", years, years === null ? null : years <= 66);
  const resident = residentMunicipality === null ? null : residentMunicipality === "0180";
  add(reasons, "residentMunicipality", residentMunicipality, resident);
  // Of the two alternatives, those that say what both together say.
  const either =
    illHealth === true || disability === true ? true : illHealth === null || disability === null ? null : false;
  if (illHealth === either) add(reasons, "illHealth", illHealth, illHealth);
  if (disability === either) add(reasons, "disability", disability, disability);
  return whole(reasons);
}

export function sig0Reasons({ workCapacityReducedByIllness, sicknessBenefitIncome }: Asked): HandExplanation {
  const reasons = noReasons();
  add(reasons, "workCapacityReducedByIllness", workCapacityReducedByIllness, workCapacityReducedByIllness);
  const none = sicknessBenefitIncome === null ? null : sicknessBenefitIncome === "none";
  add(reasons, "sicknessBenefitIncome", sicknessBenefitIncome, none);
  return whole(reasons);
}

const noReasons = () => ({ met: [] as HandReason[], notMet: [] as HandReason[], open: [] as HandReason[] });

function add(reasons: ReturnType<typeof noReasons>, fact: string, value: HandReason["value"], holds: boolean | null) {
  if (holds === true) reasons.met.push({ fact, value, outcome: "met" });
  else if (holds === false) reasons.notMet.push({ fact, value, outcome: "notMet" });
  else reasons.open.push({ fact, value, outcome: "undetermined" });
}

function whole({ met, notMet, open }: ReturnType<typeof noReasons>): HandExplanation {
  if (notMet.length > 0) return { outcome: "notMet", because: notMet, missing: [] };
  if (open.length === 0) return { outcome: "met", because: met, missing: [] };
  const missing = open.map(({ fact }) => (fact === "age" ? "birthDate" : fact));
  return { outcome: "undetermined", because: open, missing: [...new Set(missing)] };
}
