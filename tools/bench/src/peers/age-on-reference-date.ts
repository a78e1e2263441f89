/** The day on which everybody is judged. */
export const referenceDate = "2024-02-29";

/** Completed years on the reference date, as users of the other engines would compute them themselves. */
export const ageOnReferenceDate = (birthDate: string): number =>
  2024 - Number(birthDate.slice(0, 4)) - (birthDate.slice(5) > "02-29" ? 1 : 0);
