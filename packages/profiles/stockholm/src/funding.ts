import type { FundingPolicy, ShareRule } from "@finsam/policy";

const paysNothing = { party: "employment-service", part: 0 } as const;

const act = { source: "finsam-act", place: "3, 5 and 5 a §§" } as const;

const shareRules: readonly ShareRule[] = [
  {
    id: "ordinary",
    label: { sv: "Hälften, en fjärdedel och en fjärdedel", en: "Half, a quarter and a quarter" },
    place: "5 §",
    parts: [{ party: "state", part: 2 }, { party: "region", part: 1 }, { party: "municipality", part: 1 }, paysNothing],
  },
  {
    id: "without-region",
    label: { sv: "Kommun utanför region: hälften var", en: "Municipality outside any region: half each" },
    place: "5 a §",
    parts: [{ party: "state", part: 1 }, { party: "municipality", part: 1 }, paysNothing],
  },
];

/**
 * Who the parties are and how they share what the association costs, by the act: half from the state through the social insurance agency,
 * a quarter each from region and municipality; the employment service takes part and pays nothing. A forecast is a reckoning of finsam,
 * not attested by a source. That accounts are due on 28 February stands in a report on grants for 2024.
 */
export const funding: FundingPolicy = {
  parties: [
    {
      id: "state",
      label: { sv: "Staten genom Försäkringskassan", en: "The state through the social insurance agency" },
    },
    { id: "region", label: { sv: "Region", en: "Region" } },
    { id: "municipality", label: { sv: "Kommun", en: "Municipality" } },
    { id: "employment-service", label: { sv: "Arbetsförmedlingen", en: "Employment service" } },
  ],
  shareRules: [
    // Both sections were read as worded by lag 2019:914; how they read before it was not.
    { value: shareRules, validFrom: "2004-01-01", validTo: "2019-12-31", status: "unverified", citation: act },
    { value: shareRules, validFrom: "2020-01-01", status: "attested", citation: act },
  ],
  forecast: [
    {
      value: "linear-by-days",
      validFrom: "2004-01-01",
      status: "unverified",
      citation: { source: "proposal" },
    },
  ],
  accountsDue: [
    {
      value: { month: 2, day: 28 },
      validFrom: "2024-01-01",
      status: "attested",
      citation: { source: "jarva-report-2024" },
    },
  ],
};
