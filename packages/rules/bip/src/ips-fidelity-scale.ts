import type { FidelityScale } from "@finsam/policy";

/**
 * The fidelity scale of IPS with 25 items (IPS-25), each rated 1–5. That the band from 74 to 99 is called fair is public, and that 102 is
 * good is printed in Follow-up 2021; the other limits are from memory and `unverified`. There is an older scale of 15 items: do not mix.
 * What its items ask is not here.
 *
 * @example
 * ```ts
 * import { ipsFidelityScale } from "@finsam/bip";
 * ipsFidelityScale.versions[0]?.value.bands.map(({ id, status }) => [id, status]);
 * // => [["exemplary", "unverified"], ["good", "unverified"], ["fair", "attested"], ["not-supported-employment", "unverified"]]
 * ```
 */
export const ipsFidelityScale: FidelityScale = {
  id: "ips-25",
  title: { sv: "Programtrohetsskala för IPS, 25 frågor", en: "IPS fidelity scale, 25 items" },
  versions: [
    {
      value: {
        items: 25,
        lowest: 1,
        highest: 5,
        bands: [
          {
            id: "exemplary",
            label: { sv: "Mycket god programtrohet", en: "Exemplary fidelity" },
            from: 115,
            to: 125,
            status: "unverified",
          },
          {
            id: "good",
            label: { sv: "God programtrohet", en: "Good fidelity" },
            from: 100,
            to: 114,
            status: "unverified",
            citation: { source: "follow-up-2021", place: "IPS, line 1245: 102 is good" },
          },
          {
            id: "fair",
            label: { sv: "Godtagbar programtrohet", en: "Fair fidelity" },
            from: 74,
            to: 99,
            status: "attested",
            citation: { source: "ips-fidelity-form" },
          },
          {
            id: "not-supported-employment",
            label: { sv: "Inte IPS", en: "Not supported employment" },
            from: 25,
            to: 73,
            status: "unverified",
          },
        ],
      },
      validFrom: "2008-01-01",
      status: "attested",
      citation: { source: "ips-fidelity-centre" },
    },
  ],
};
