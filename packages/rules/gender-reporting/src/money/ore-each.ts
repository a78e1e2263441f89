/** Öre for each, rounded half up; `null` when there is none, or the number is withheld or was not counted. */
export function oreEach(amount: number, among: number | null | undefined): number | null {
  if (among === undefined || among === null || among === 0) return null;
  const [doubled, divisor] = [2n * BigInt(amount) + BigInt(among), 2n * BigInt(among)];
  return Number(doubled / divisor);
}
