/** Whether someone has an income that qualifies for sickness benefit (SGI): `none` is known to be none, `unknown` is not known. */
export type SicknessBenefitIncome = "none" | "some" | "unknown";

/**
 * Whether someone has a sickness benefit income, from the income of present work and from protected time. Someone whose income is
 * protected (SGI-skyddad tid: studies, a programme of the employment service, parental leave and more) has one, although there is no
 * present work. Only when both are known to be absent is there none.
 *
 * Source: socialförsäkringsbalken (2010:110) 25 kap. 3 §, 26 kap. 9 and 11–18 §§.
 *
 * @example
 * ```ts
 * import { sicknessBenefitIncome } from "@finsam/sig0";
 * sicknessBenefitIncome({ fromPresentWork: "no", protectedTime: "yes" }); // => "some"
 * sicknessBenefitIncome({ fromPresentWork: "no", protectedTime: "unknown" }); // => "unknown"
 * sicknessBenefitIncome({ fromPresentWork: "no", protectedTime: "no" }); // => "none"
 * ```
 */
export function sicknessBenefitIncome(known: {
  readonly fromPresentWork: "yes" | "no" | "unknown";
  readonly protectedTime: "yes" | "no" | "unknown";
}): SicknessBenefitIncome {
  const answers = [known.fromPresentWork, known.protectedTime];
  if (answers.includes("yes")) return "some";
  return answers.includes("unknown") ? "unknown" : "none";
}
