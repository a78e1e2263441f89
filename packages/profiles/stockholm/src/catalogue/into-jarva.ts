import { addDays } from "@finsam/model";
import type { Dated, InterventionDescription } from "@finsam/policy";

type Version = Dated<InterventionDescription>;

const lastDayApart = "2023-06-30";

const isMerged = (id: string | undefined): boolean => id === "rinkeby-kista" || id === "spanga-tensta";

/**
 * On 1 July 2023 Järva took over from the districts Rinkeby-Kista and Spånga-Tensta. A description that names one of them is used to the
 * day before; from then on Järva stands in its place, which is a reading.
 */
export function intoJarva(version: Version): readonly Version[] {
  const { value, validFrom, validTo } = version;
  const { owner, partners, districts } = value;
  const named = [owner, ...(partners ?? []), ...(districts ?? [])].some(isMerged);
  if (!named || (validTo !== undefined && validTo <= lastDayApart)) return [version];
  const now = (id: string) => (isMerged(id) ? "jarva" : id);
  const inJarva: InterventionDescription = {
    ...value,
    ...(owner === undefined ? {} : { owner: now(owner) }),
    ...(partners === undefined ? {} : { partners: [...new Set(partners.map(now))] }),
    ...(districts === undefined
      ? {}
      : {
          districts: [...new Set(districts.map(now))],
          inferred: [...new Set([...(value.inferred ?? []), "districts" as const])],
        }),
  };
  const since: Version = { ...version, status: "unverified", value: inJarva };
  if (validFrom > lastDayApart) return [since];
  return [
    { ...version, validTo: lastDayApart },
    { ...since, validFrom: addDays(lastDayApart, 1) },
  ];
}
