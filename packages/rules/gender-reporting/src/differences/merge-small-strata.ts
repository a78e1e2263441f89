import type { Text } from "@finsam/model";
import type { PublishedProportion } from "./sex-difference.ts";
import type { Stratum } from "./standardised-difference.ts";

/**
 * Merges the groups in which a number from 1 up to one less than the threshold would show (of women or of men, with the outcome or
 * without it) into one, and takes more with it, the smallest first, until no such number shows. All groups together stay what they
 * were, so nothing can be worked out by taking them from the whole. What cannot be protected so is merged into a single group.
 */
export function mergeSmallStrata(strata: readonly Stratum[], threshold: number): readonly Stratum[] {
  const small = strata.filter((stratum) => showsFew(stratum, threshold));
  if (small.length === 0) return strata;
  const others = strata.filter((stratum) => !small.includes(stratum)).toSorted((a, b) => sizeOf(a) - sizeOf(b));
  const merged = [...small];
  while (others.length > 0 && (merged.length < 2 || showsFew(mergeAll(merged), threshold))) {
    const [next] = others.splice(0, 1);
    if (next !== undefined) merged.push(next);
  }
  const kept = strata.filter((stratum) => others.includes(stratum));
  return [...kept, mergeAll(strata.filter((stratum) => merged.includes(stratum)))];
}

/** The numbers that a group tells: with and without the outcome, of each sex. */
const showsFew = ({ woman, man }: Stratum, threshold: number): boolean =>
  [woman, man].flatMap(({ n, of }) => [n ?? 0, (of ?? 0) - (n ?? 0)]).some((count) => count > 0 && count < threshold);

const sizeOf = ({ woman, man }: Stratum): number => (woman.of ?? 0) + (man.of ?? 0);

function mergeAll(strata: readonly Stratum[]): Stratum {
  const [only] = strata;
  if (only !== undefined && strata.length === 1) return only;
  const add = (sex: "woman" | "man"): PublishedProportion => ({
    n: strata.reduce((all, stratum) => all + (stratum[sex].n ?? 0), 0),
    of: strata.reduce((all, stratum) => all + (stratum[sex].of ?? 0), 0),
  });
  const label: Text = {
    sv: strata.map((stratum) => stratum.label.sv).join(" + "),
    en: strata.map((stratum) => stratum.label.en).join(" + "),
  };
  return { stratum: "merged", label, woman: add("woman"), man: add("man") };
}
