import type { Language, Text } from "@finsam/model";
import type { CostKey } from "@finsam/policy";
import { inEachLanguage } from "../differences/written-points.ts";
import type { NotSharedReason } from "./cost-by-sex.ts";

interface SexCost {
  readonly cost: number;
  readonly perParticipation: number | null;
  readonly perPositiveExit: number | null;
}

interface Shared {
  readonly period: { readonly from: string; readonly to: string };
  readonly kind: "budget" | "outcome";
  readonly key: CostKey;
  readonly approximate: boolean;
  readonly amount: number;
  readonly woman: SexCost;
  readonly man: SexCost;
  readonly perParticipation: number | null;
}

/** What the money comes to for women and for men, by which key, and that it is no measurement. */
export function costSentence(label: Text, shared: Shared): Text {
  return inEachLanguage((language) =>
    [whole(label, shared, language), perParticipation(shared, language), perPositiveExit(shared, language)]
      .concat(apportioned(shared, language))
      .filter((part) => part !== "")
      .join(" "),
  );
}

function whole(label: Text, { amount, kind, approximate, period }: Shared, language: Language): string {
  const money = kronor(amount, approximate, language);
  if (language === "sv")
    return `${label.sv} ${kind === "budget" ? "hade en budget på" : "kostade"} ${money} ${writtenPeriod(period)}.`;
  return `${label.en} ${kind === "budget" ? "had a budget of" : "cost"} ${money} in ${writtenPeriod(period)}.`;
}

/** A calendar year is called by its number. */
const writtenPeriod = ({ from, to }: Shared["period"]): string =>
  from.slice(0, 4) === to.slice(0, 4) && from.endsWith("-01-01") && to.endsWith("-12-31")
    ? from.slice(0, 4)
    : `${from} – ${to}`;

function perParticipation({ key, perParticipation: all, woman, man, approximate }: Shared, language: Language): string {
  const money = (ore: number): string => kronor(ore, approximate, language);
  if (key === "participation") {
    if (all === null) return "";
    return language === "sv"
      ? `Det är ${money(all)} per deltagande, för kvinnor och män lika, eftersom summan delas lika mellan deltagandena.`
      : `That is ${money(all)} per participation, the same for women and men, since the sum is shared equally between participations.`;
  }
  if (woman.perParticipation === null || man.perParticipation === null) return "";
  return language === "sv"
    ? `Delat efter de dagar som deltagandena pågick är det ${money(woman.perParticipation)} per deltagande för kvinnor och ${money(man.perParticipation)} för män.`
    : `Shared by the days that participations went on, that is ${money(woman.perParticipation)} per participation for women and ${money(man.perParticipation)} for men.`;
}

function perPositiveExit({ key, woman, man, approximate }: Shared, language: Language): string {
  if (woman.perPositiveExit === null || man.perPositiveExit === null) return "";
  const onlyByExits = key === "participation" && woman.perPositiveExit !== man.perPositiveExit;
  const [women, men] = [
    kronor(woman.perPositiveExit, approximate, language),
    kronor(man.perPositiveExit, approximate, language),
  ];
  return language === "sv"
    ? `Per avslut med känt positivt resultat är det ${women} för kvinnor och ${men} för män${onlyByExits ? "; med den nyckeln beror det bara på hur stor del av deltagandena som slutade så" : ""}.`
    : `Per exit with a known positive result that is ${women} for women and ${men} for men${onlyByExits ? "; by that key it depends only on how large a part of the participations ended so" : ""}.`;
}

function apportioned({ kind }: Shared, language: Language): string {
  if (language === "sv")
    return `${kind === "budget" ? "Budgeten" : "Kostnaden"} är fördelad med en nyckel; vad kvinnors och mäns deltagande kostar var för sig är inte mätt.`;
  return `The ${kind === "budget" ? "budget" : "cost"} is apportioned by a key; what women’s and men’s participation costs each has not been measured.`;
}

/** Why there is no cost by sex. */
export function notSharedSentence(label: Text, reason: NotSharedReason): Text {
  const why = reasons[reason];
  return {
    sv: `${label.sv}: kostnaden fördelas inte mellan kvinnor och män, eftersom ${why.sv}.`,
    en: `${label.en}: the cost is not shared between women and men, since ${why.en}.`,
  };
}

const reasons: Readonly<Record<NotSharedReason, Text>> = {
  "period-not-stated": {
    sv: "källan inte säger vilka dagar pengarna gäller",
    en: "the source does not say for which days the money is",
  },
  withheld: { sv: "ett antal som behövs inte visas", en: "a number that it takes is withheld" },
  "days-not-known": {
    sv: "dagarna som deltagandena pågick inte är räknade",
    en: "the days that participations went on were not counted",
  },
  nobody: { sv: "ingen deltog under perioden", en: "nobody took part in the period" },
};

/** Whole kronor, half up, in groups of three; what is made of a round sum is a round sum itself. */
function kronor(ore: number, approximate: boolean, language: Language): string {
  const rounded = Math.floor((ore + 50) / 100);
  const shown = approximate ? twoFigures(rounded) : rounded;
  const grouped = String(shown).replace(/\B(?=(\d{3})+$)/g, language === "sv" ? "\u00a0" : ",");
  if (language === "sv") return `${approximate ? "cirka " : ""}${grouped} kronor`;
  return `${approximate ? "about " : ""}SEK ${grouped}`;
}

/** "About 3 million" shared by 159 is about 19,000, not 18,868. */
function twoFigures(whole: number): number {
  const unit = 10 ** Math.max(0, String(whole).length - 2);
  return Math.round(whole / unit) * unit;
}
