import type { Text } from "@finsam/model";

/** How much an analysis takes on before it gives up, and what each limit counts. */
export const limits = {
  /** Conditions and listed codes of the criteria together. */
  size: 2_000,
  /** Answers to one fact that its conditions tell apart. */
  answers: 4_000,
  /** Steps of the decision procedure. */
  steps: 500_000,
  /** Facts that are not known yet and matter. */
  openFacts: 30,
  /** Sets of facts that may settle an outcome, and those compared on the way to them. */
  sets: 20_000,
} as const;

const counted: Readonly<Record<keyof typeof limits, Text>> = {
  size: { sv: "villkor och uppräknade koder", en: "conditions and listed codes" },
  answers: {
    sv: "svar på en uppgift som villkoren skiljer på",
    en: "answers to one fact that its conditions tell apart",
  },
  steps: { sv: "steg i prövningen", en: "steps of the procedure" },
  openFacts: { sv: "uppgifter som saknas och har betydelse", en: "missing facts that matter" },
  sets: { sv: "mängder av uppgifter som kan avgöra", en: "sets of facts that may settle it" },
};

/** A criterion is too large to be analysed exactly. Nothing is analysed by halves: `limit` says which bound it went over. */
export class AnalysisTooLarge extends Error {
  readonly code = "analysis-too-large";
  readonly limit: keyof typeof limits;
  readonly text: Text;
  constructor(limit: keyof typeof limits) {
    const [most, what] = [limits[limit], counted[limit]];
    const text: Text = {
      sv: `Kriteriet är för stort för att analyseras: det blir fler än ${most} ${what.sv}. Dela upp det i flera regler och analysera var och en.`,
      en: `The criterion is too large to analyse: it comes to more than ${most} ${what.en}. Divide it into several rules and analyse each.`,
    };
    super(text.en);
    this.name = "AnalysisTooLarge";
    this.limit = limit;
    this.text = text;
  }
}
