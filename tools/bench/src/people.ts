/** A person as the target group and SIG 0 ask for one; anything may be missing. All have the same keys, as rows of a store have. */
export type Asked = {
  readonly birthDate: string | null;
  readonly residentMunicipality: string | null;
  readonly illHealth: boolean | null;
  readonly disability: boolean | null;
  readonly workCapacityReducedByIllness: boolean | null;
  readonly sicknessBenefitIncome: "none" | "some" | null;
};

/** Numbers that look random and are the same in every run (a linear congruential generator). */
export function repeatableNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** People of all ages, with one fact in ten missing. */
export function people(count: number): readonly Asked[] {
  const next = repeatableNumbers(7);
  const known = () => next(10) > 0;
  const two = (value: number) => String(value).padStart(2, "0");
  return Array.from({ length: count }, () => ({
    birthDate: known() ? `${1945 + next(70)}-${two(1 + next(12))}-${two(1 + next(28))}` : null,
    residentMunicipality: known() ? (next(4) > 0 ? "0180" : "0184") : null,
    illHealth: known() ? next(2) > 0 : null,
    disability: known() ? next(4) === 0 : null,
    workCapacityReducedByIllness: known() ? next(2) > 0 : null,
    sicknessBenefitIncome: known() ? (next(3) > 0 ? "none" : "some") : null,
  }));
}
