import type { Language, Text } from "@finsam/model";
import { towardsTheHigher } from "./difference-sentence.ts";
import type { LeftOutStratum } from "./standardised-difference.ts";
import type { Bounds } from "./wilson-interval.ts";
import { writtenInterval, writtenLevel, writtenPoints, writtenSize } from "./written-points.ts";

interface Standardised {
  readonly outcome: Text;
  readonly counted: Text;
  readonly division: Text;
  readonly level: number;
  readonly leftOut: readonly LeftOutStratum[];
  readonly crude: { readonly points: number };
  readonly adjusted: {
    readonly womanPercent: number;
    readonly manPercent: number;
    readonly points: number;
    readonly pointsInterval: Bounds;
  };
}

/** What standardising shows, and what it does not. */
export function standardisedSentence(result: Standardised): Text {
  const write = (language: Language): string =>
    [
      asIfAlike(result, language),
      whatTheMixDoes(result, language),
      whatItDoesNotShow(result, language),
      whoIsLeftOut(result, language),
    ]
      .filter((part) => part !== "")
      .join(" ");
  return { sv: write("sv"), en: write("en") };
}

function asIfAlike({ outcome, division, level, adjusted, crude, leftOut }: Standardised, language: Language): string {
  // The difference of the whole includes those left out, so the one to set beside is of the same groups.
  const sameGroups = leftOut.some(({ why }) => why !== "nobody");
  const percent = (value: number): string => String(Math.round(value + 1e-9));
  const [women, men] = [percent(adjusted.womanPercent), percent(adjusted.manPercent)];
  const confidence = writtenLevel(level, language);
  const interval = writtenInterval(towardsTheHigher(adjusted.points, adjusted.pointsInterval), language);
  const after = writtenSize(adjusted.points, language);
  const before = writtenPoints(Math.abs(crude.points), language);
  return language === "sv"
    ? `${outcome.sv}: om kvinnor och män hade varit fördelade lika efter ${division.sv} hade andelen varit ${women} procent för kvinnor och ${men} procent för män. Skillnaden hade varit ${after} (${confidence} ${interval}) i stället för ${before}${sameGroups ? " i samma grupper" : ""}.`
    : `${outcome.en}: had women and men been divided alike by ${division.en}, the share would have been ${women} per cent for women and ${men} per cent for men. The difference would have been ${after} (${confidence} ${interval}) instead of ${before}${sameGroups ? " in the same groups" : ""}.`;
}

/** What part of the crude difference goes away when both sexes are divided alike: arithmetic, not a cause. */
function whatTheMixDoes({ division, crude, adjusted }: Standardised, language: Language): string {
  const [before, after] = [
    writtenPoints(Math.abs(crude.points), language),
    writtenPoints(Math.abs(adjusted.points), language),
  ];
  const turns = crude.points * adjusted.points < 0 && before !== "0" && after !== "0";
  if (turns)
    return language === "sv"
      ? `Utan olika fördelning efter ${division.sv} hade skillnaden alltså gått åt andra hållet.`
      : `Without the different division by ${division.en} the difference would thus have gone the other way.`;
  if (before === "0" && after === "0") return language === "sv" ? "Det ändrar ingenting." : "That changes nothing.";
  if (before === after)
    return language === "sv"
      ? `Olika fördelning efter ${division.sv} svarar alltså inte för skillnaden.`
      : `A different division by ${division.en} thus does not account for the difference.`;
  const moved = writtenSize(Math.abs(crude.points) - Math.abs(adjusted.points), language);
  if (Math.abs(adjusted.points) < Math.abs(crude.points))
    return language === "sv"
      ? `Olika fördelning efter ${division.sv} svarar alltså för ${moved} av skillnaden.`
      : `A different division by ${division.en} thus accounts for ${moved} of the difference.`;
  return language === "sv"
    ? `Olika fördelning efter ${division.sv} gör alltså att skillnaden ser ${moved} mindre ut än den annars hade varit.`
    : `A different division by ${division.en} thus makes the difference look ${moved} smaller than it would otherwise have been.`;
}

function whatItDoesNotShow({ adjusted }: Standardised, language: Language): string {
  if (writtenPoints(adjusted.points, language) === "0")
    return language === "sv"
      ? "Ingen skillnad är då kvar, men intervallet rymmer en åt båda hållen."
      : "No difference remains then, but the interval has room for one either way.";
  return language === "sv"
    ? "Vad resten beror på visar siffrorna inte: det kan vara hur insatserna fungerar för kvinnor och för män, något som inte räknas här, eller slumpen."
    : "The figures do not show what the rest is due to: it may be how the interventions work for women and for men, something not counted here, or chance.";
}

/** Those who stand outside the arithmetic: counted where they are known, and never told where they are withheld. */
function whoIsLeftOut({ leftOut, counted }: Standardised, language: Language): string {
  const oneSex = leftOut.filter(({ why }) => why === "no-women" || why === "no-men");
  const people = oneSex.map(({ women, men }) => (women === null || men === null ? null : women + men));
  const withheld = leftOut.some(({ why }) => why === "withheld") || people.includes(null);
  const known = people.reduce<number>((sum, one) => sum + (one ?? 0), 0);
  const parts =
    language === "sv"
      ? [
          ...(known > 0
            ? [`${known} ${counted.sv} är inte med: i deras grupp finns bara kvinnor eller bara män.`]
            : []),
          ...(withheld ? ["Grupper där ett antal inte visas är inte heller med."] : []),
        ]
      : [
          ...(known > 0 ? [`${known} ${counted.en} are left out: their group has only women or only men.`] : []),
          ...(withheld ? ["Groups where a count is withheld are left out too."] : []),
        ];
  return parts.join(" ");
}

/** Why too small groups are not standardised. */
export const tooFewInStrataSentence = ({
  outcome,
  counted,
  division,
  women,
  men,
  fewest,
}: {
  readonly outcome: Text;
  readonly counted: Text;
  readonly division: Text;
  readonly women: number;
  readonly men: number;
  readonly fewest: number;
}): Text => ({
  sv: `${outcome.sv}: för få att jämföra efter ${division.sv}. I grupper med både kvinnor och män, och utan dolda antal, finns ${women} av kvinnornas ${counted.sv} och ${men} av männens. Minst ${fewest} av vardera behövs.`,
  en: `${outcome.en}: too few to compare by ${division.en}. Groups with both women and men, and without withheld counts, hold ${women} of women’s ${counted.en} and ${men} of men’s. It takes at least ${fewest} of each.`,
});
