import type { Participation } from "@finsam/model";
import { stockholm } from "@finsam/stockholm";
import type { RegisterRecord } from "@finsam/store";
import { repeatableNumbers } from "./people.ts";

/** How many participations a made-up person has. */
const each = 2;

/** Made-up records one at a time: persons of all ages with the facts that SIG 0 asks for, and each with two participations. */
export function* storeRecords(participations: number): Iterable<RegisterRecord> {
  const next = repeatableNumbers(13);
  const known = () => next(10) > 0;
  const two = (value: number) => String(value).padStart(2, "0");
  const day = (from: number, years: number) => `${from + next(years)}-${two(1 + next(12))}-${two(1 + next(28))}`;
  const codes = (list: { readonly codes: readonly { readonly id: string }[] } | undefined) =>
    (list?.codes ?? []).map(({ id }) => id);
  const { codeLists } = stockholm;
  const lists = {
    interventions: codes(codeLists.interventions),
    referrers: codes(codeLists.referrers),
    education: codes(codeLists.education),
    exitReasons: codes(codeLists.exitReasons),
    support: codes(codeLists.support).filter((id) => id !== "none"),
  };
  const oneOf = (ids: readonly string[]) => ids[next(ids.length)] ?? "none";
  for (let index = 0; index < participations / each; index += 1) {
    const id = `person-${index}`;
    const sex = next(2) === 0 ? "woman" : "man";
    yield {
      kind: "person",
      person: {
        protectedIdentity: false,
        id,
        sex,
        sexBasis: "legal-sex",
        ...(known() && { birthDate: day(1955, 50) }),
        facts: {
          ...(known() && { disability: next(4) === 0 }),
          ...(known() && { illHealth: next(2) > 0 }),
          ...(known() && { residentMunicipality: next(4) > 0 ? "0180" : "0184" }),
          ...(known() && { sicknessBenefitIncome: next(3) > 0 ? "none" : "some" }),
          ...(known() && { workCapacityReducedByIllness: next(2) > 0 }),
        },
      },
    };
    for (let one = 0; one < each; one += 1) {
      const counted = {
        id: `participation-${index * each + one}`,
        intervention: oneOf(lists.interventions),
        sex,
        sexBasis: "legal-sex",
        start: day(2019, 3),
      } as const;
      const ended = next(3) === 0 ? { end: `2022-${two(1 + next(12))}-15`, exitReason: oneOf(lists.exitReasons) } : {};
      const participation: Participation =
        next(10) === 0
          ? { followUp: "not-followed", ...counted }
          : {
              followUp: "followed",
              ...counted,
              ...ended,
              person: id,
              referrer: oneOf(lists.referrers),
              education: oneOf(lists.education),
              supportAtStart: [oneOf(lists.support)],
              supportSince: day(2005, 13),
            };
      yield { kind: "participation", participation };
    }
  }
}
