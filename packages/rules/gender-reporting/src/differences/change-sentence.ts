import type { Language, Text } from "@finsam/model";
import { towardsTheHigher } from "./difference-sentence.ts";
import type { Bounds } from "./wilson-interval.ts";
import { inEachLanguage, writtenInterval, writtenLevel, writtenPoints, writtenSize } from "./written-points.ts";

interface Change {
  readonly outcome: Text;
  readonly from: number;
  readonly to: number;
  readonly level: number;
  readonly points: number;
  readonly pointsInterval: Bounds;
  /** The differences, women less men, of the two years. */
  readonly before: number;
  readonly after: number;
}

/** How a difference changed, and whether chance may have done it. */
export function changeSentence({ outcome, from, to, level, points, pointsInterval, before, after }: Change): Text {
  const chance = pointsInterval.lower <= 0 && pointsInterval.upper >= 0;
  return inEachLanguage((language) => {
    const [then, now] = [whoWasAhead(before, language), whoWasAhead(after, language)];
    const size = writtenSize(points, language);
    const confidence = writtenLevel(level, language);
    const interval = writtenInterval(towardsTheHigher(points, pointsInterval), language);
    return language === "sv"
      ? `${outcome.sv}: ${from} var andelen ${then}, ${to} var den ${now}. Förändringen är ${size} (${confidence} ${interval}) och ${chance ? "kan bero på slumpen" : "större än slumpen ensam brukar ge"}.`
      : `${outcome.en}: in ${from} the share was ${then}, in ${to} it was ${now}. The change is ${size} (${confidence} ${interval}) and ${chance ? "may be due to chance" : "larger than chance alone usually makes"}.`;
  });
}

function whoWasAhead(points: number, language: Language): string {
  if (writtenPoints(points, language) === "0")
    return language === "sv" ? "lika stor för kvinnor och män" : "the same for women and men";
  const size = writtenSize(points, language);
  const women = points > 0;
  if (language === "sv") return `${size} högre för ${women ? "kvinnor än för män" : "män än för kvinnor"}`;
  return `${size} higher for ${women ? "women than for men" : "men than for women"}`;
}
