import type { Indicator, MeasuringPolicy } from "@finsam/policy";

const area = (id: string, sv: string, en: string): Indicator => ({
  id,
  label: { sv, en },
  respondents: ["participant"],
  status: "attested",
  citation: { source: "follow-up-2021", place: "MIA Vidare, lines 765–769" },
});

/**
 * The progression card (progressionskort) of MIA Vidare, on which participants rate their own steps (stegförflyttning). The follow-up of
 * 2021 names the card and its areas. Neither its scale nor how often it is filled in is public, so it has no scale here, and nothing
 * measured by it can be compared until the scale of the own card is stated.
 */
export const measuring: MeasuringPolicy = {
  instruments: [
    {
      id: "mia-progression-card",
      version: "1",
      title: { sv: "MIA:s progressionskort", en: "The progression card of MIA" },
      indicators: [
        area("understanding-welfare-system", "Förståelse för välfärdssystemet", "Understanding of the welfare system"),
        area("personal-finances", "Fungerande privatekonomi", "Personal finances that work"),
        area("everyday-chores", "Vardagssysslor", "Everyday chores"),
        area(
          "network-private-and-professional",
          "Privat och professionellt nätverk",
          "Private and professional network",
        ),
        area("well-being", "Välbefinnande", "Well-being"),
      ],
      scales: [],
      citation: { source: "follow-up-2021", place: "MIA Vidare, lines 765–769 and 809" },
      open: {
        sv: "Kortets skala och hur ofta det fylls i är inte offentligt. Ange skalan på det egna kortet.",
        en: "The scale of the card, and how often it is filled in, are not public. State the scale of your own card.",
      },
    },
  ],
};
