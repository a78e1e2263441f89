import * as z from "zod";
import { ageOnReferenceDate } from "./age-on-reference-date.ts";
import { type Engine, metOrNot } from "./engine.ts";

const TargetGroup = z
  .object({
    birthDate: z.iso.date().transform(ageOnReferenceDate).pipe(z.number().min(16).max(66)),
    residentMunicipality: z.enum(["0180"]),
    illHealth: z.boolean().nullable(),
    disability: z.boolean().nullable(),
  })
  .refine(({ illHealth, disability }) => illHealth === true || disability === true);

const Sig0 = z.object({
  workCapacityReducedByIllness: z.literal(true),
  sicknessBenefitIncome: z.literal("none"),
});

/** It says why somebody does not fit, never why somebody does. */
export const zod: Engine = {
  name: "zod 4.6.7, `safeParse` with issues read",
  timedWith: 50_000,
  judge(people, said) {
    for (const [at, person] of people.entries()) {
      const group = TargetGroup.safeParse(person);
      const zero = Sig0.safeParse(person);
      said.targetGroup[at] = metOrNot(group.success);
      said.sig0[at] = metOrNot(zero.success);
      said.reasons += (group.error?.issues.length ?? 0) + (zero.error?.issues.length ?? 0);
    }
  },
};
