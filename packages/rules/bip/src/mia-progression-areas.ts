import type { Indicator, Instrument } from "./instrument.ts";

/**
 * The areas in which participants of MIA rate their own steps (stegförflyttning) on its progression card, as Follow-up 2021 lists them.
 * The card and its scale are not public: make an {@link Instrument} of the areas and the scale on your card.
 *
 * @example
 * ```ts
 * import { Instrument, miaProgressionAreas } from "@finsam/bip";
 * const card = {
 *   id: "own-card", version: "1", title: { sv: "Vårt kort", en: "Our card" }, indicators: miaProgressionAreas,
 *   scales: [{ id: "ten-steps", min: 1, max: 10, step: 1, direction: "higher-is-better", status: "attested" }],
 * };
 * Instrument.safeParse(card).success; // => true
 * ```
 */
export const miaProgressionAreas: Instrument["indicators"] = [
  area("understanding-welfare-system", "Förståelse för välfärdssystemet", "Understanding of the welfare system"),
  area("personal-finances", "Fungerande privatekonomi", "Personal finances that work"),
  area("everyday-chores", "Vardagssysslor", "Everyday chores"),
  area("network-private-and-professional", "Privat och professionellt nätverk", "Private and professional network"),
  area("well-being", "Välbefinnande", "Well-being"),
];

function area(id: string, sv: string, en: string): Indicator {
  return {
    id,
    label: { sv, en },
    respondents: ["participant"],
    status: "attested",
    citation: { source: "follow-up-2021", place: "MIA Vidare, lines 765–769" },
  };
}
