import type { Text } from "@finsam/model";

/** A column of codes has room for so many different ones; a column of sets of codes, for one bit each. */
export const roomFor = { code: 65_535, codes: 31 } as const;

/** A fact has more different codes than a column has room for. */
export class TooManyCodes extends Error {
  readonly code = "too-many-codes";
  readonly fact: string;
  readonly text: Text;
  constructor(fact: string, kind: keyof typeof roomFor) {
    const most = roomFor[kind];
    const text: Text = {
      sv: `"${fact}" har fler än ${most} olika koder. Räkna med den färdiga regeln person för person, eller slå samman koder.`,
      en: `"${fact}" has more than ${most} different codes. Run the compiled rule person by person, or merge codes.`,
    };
    super(text.en);
    this.name = "TooManyCodes";
    this.fact = fact;
    this.text = text;
  }
}
