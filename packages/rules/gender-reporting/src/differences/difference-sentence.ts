import type { Text } from "@finsam/model";
import type { Share } from "../report.ts";
import type { Bounds } from "./wilson-interval.ts";
import { inEachLanguage, writtenInterval, writtenLevel, writtenPoints, writtenSize } from "./written-points.ts";

interface Compared {
  readonly outcome: Text;
  readonly counted: Text;
  readonly woman: Share;
  readonly man: Share;
  readonly level: number;
  readonly points: number;
  readonly pointsInterval: Bounds;
  readonly excludesZero: boolean;
}

/** What the numbers say about a difference, and not why. */
export function comparedSentence(compared: Compared): Text {
  const { outcome, counted, woman, man, points } = compared;
  const [women, men] = [writtenShare(woman), writtenShare(man)];
  const said = points === 0 ? equalShares(compared) : writtenDifference(compared);
  return {
    sv: `${outcome.sv}: ${women.sv} av kvinnornas ${counted.sv} och ${men.sv} av männens. ${said.sv}`,
    en: `${outcome.en}: ${women.en} of women’s ${counted.en} and ${men.en} of men’s. ${said.en}`,
  };
}

const writtenShare = ({ numerator, denominator, percent }: Share): Text => ({
  sv: `${percent} procent (${numerator} av ${denominator})`,
  en: `${percent} per cent (${numerator} of ${denominator})`,
});

function writtenDifference({ woman, man, points, pointsInterval, level, excludesZero }: Compared): Text {
  const verdict = excludesZero ? seldomByChance : maybeByChance;
  const interval = towardsTheHigher(points, pointsInterval);
  const size = inEachLanguage((language) => writtenSize(points, language));
  // Two rounded shares may lie one point further apart, or nearer, than the difference rounds to.
  const unlike = writtenPoints(Math.abs(points), "en") !== String(Math.abs(woman.percent - man.percent));
  return {
    sv: `Skillnaden${unlike ? ", räknad på oavrundade andelar," : ""} är ${size.sv} (${writtenLevel(level, "sv")} ${writtenInterval(interval, "sv")}). ${verdict.sv}`,
    en: `The difference${unlike ? ", worked out from unrounded shares," : ""} is ${size.en} (${writtenLevel(level, "en")} ${writtenInterval(interval, "en")}). ${verdict.en}`,
  };
}

/** The interval of a difference counted from the lower share to the higher. */
export const towardsTheHigher = (points: number, { lower, upper }: Bounds): Bounds =>
  points >= 0 ? { lower, upper } : { lower: -upper, upper: -lower };

const seldomByChance: Text = {
  sv: "Slumpen ensam ger sällan en så stor skillnad. Vad den beror på visar siffrorna inte.",
  en: "Chance alone seldom makes so large a difference. The figures do not show what causes it.",
};

const maybeByChance: Text = {
  sv: "En sådan skillnad kan bero på slumpen. Siffrorna visar varken att kvinnor och män skiljer sig åt eller att de är lika.",
  en: "Such a difference may be due to chance. The figures show neither that women and men differ nor that they are alike.",
};

const equalShares = ({ pointsInterval, level }: Compared): Text => ({
  sv: `Andelarna är lika stora. ${writtenLevel(level, "sv")} för kvinnornas andel minus männens är ${writtenInterval(pointsInterval, "sv")} procentenheter; slumpen kan dölja en skillnad av den storleken.`,
  en: `The shares are equal. The ${writtenLevel(level, "en")} of women’s share less men’s is ${writtenInterval(pointsInterval, "en")} percentage points; chance may hide a difference of that size.`,
});

/** Why too small groups are not compared. */
export const tooFewSentence = ({
  outcome,
  counted,
  women,
  men,
  fewest,
}: {
  readonly outcome: Text;
  readonly counted: Text;
  readonly women: number;
  readonly men: number;
  readonly fewest: number;
}): Text => ({
  sv: `${outcome.sv}: för få att jämföra, ${women} av kvinnornas ${counted.sv} och ${men} av männens. Minst ${fewest} av vardera behövs.`,
  en: `${outcome.en}: too few to compare, ${women} of women’s ${counted.en} and ${men} of men’s. It takes at least ${fewest} of each.`,
});

/** Why nothing is said where a count is withheld. */
export const notComparedSentence = (outcome: Text): Text => ({
  sv: `${outcome.sv}: kvinnor och män jämförs inte, eftersom ett antal inte visas.`,
  en: `${outcome.en}: women and men are not compared, since a count is withheld.`,
});
