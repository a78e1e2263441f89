import type { InterventionBudget } from "@finsam/policy";

const year2021 = { from: "2021-01-01", to: "2021-12-31" } as const;

const yearly = (intervention: string, kronor: number, place: string): InterventionBudget => ({
  intervention,
  amount: kronor * 100,
  approximate: true,
  kind: "budget",
  period: year2021,
  key: "participation",
  status: "attested",
  citation: { source: "follow-up-2021", place },
  open: {
    sv: "Källan ger ett rundat belopp per år och ingen fördelningsnyckel. Att dela lika per deltagande är ett val här.",
    en: "The source gives a round sum a year and no key to share it by. Sharing it equally per participation is a choice made here.",
  },
});

/**
 * What the interventions were given in 2021, as the follow-up of that year prints it. The work training places have no sum in it, and no
 * outcome is printed for any.
 */
export const budgets2021: readonly InterventionBudget[] = [
  yearly("finsam-team", 3_000_000, "FINSAM-team, lines 53–270"),
  yearly("aktivitetsplatsen", 11_000_000, "Aktivitetsplatsen, lines 271–436"),
  yearly("mia-vidare", 4_700_000, "MIA Vidare, lines 615–981"),
  {
    intervention: "ratt-stod-for-mig",
    amount: 48_000_000_00,
    kind: "budget",
    key: "participation",
    status: "attested",
    citation: { source: "follow-up-2021", place: "Rätt stöd för mig!, lines 982–1155" },
    open: {
      sv: "48 miljoner kronor från ESF för tre år. Källan säger inte vilka dagar det är.",
      en: "SEK 48 million from the ESF for three years. The source does not say which days those are.",
    },
  },
  yearly("ips-psychosis-care", 3_800_000, "IPS, lines 1156–1402"),
  yearly("samordnat-stod", 700_000, "Samordnat stöd, lines 1403–1661"),
];
