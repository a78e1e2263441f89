/** A person as the target group asks for one; anything may be missing. */
export type Asked = {
  readonly birthDate?: string;
  readonly residentMunicipality?: string;
  readonly illHealth?: boolean;
  readonly disability?: boolean;
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
    ...(known() ? { birthDate: `${1945 + next(70)}-${two(1 + next(12))}-${two(1 + next(28))}` } : {}),
    ...(known() ? { residentMunicipality: next(4) > 0 ? "0180" : "0184" } : {}),
    ...(known() ? { illHealth: next(2) > 0 } : {}),
    ...(known() ? { disability: next(4) === 0 } : {}),
  }));
}
