import type { Text } from "@finsam/model";
import type { Goal, GoalFigure, GoalUnit } from "@finsam/policy";
import type { ReasonToldTogether } from "../told-together.ts";
import type { GoalOutcome, GoalReasonCode, GoalResult, Reached } from "./goal-result.ts";

const units: Readonly<Record<GoalUnit, Text>> = {
  participations: { sv: "deltaganden", en: "participations" },
  persons: { sv: "personer", en: "people" },
  plans: { sv: "planer", en: "plans" },
  activities: { sv: "aktiviteter", en: "activities" },
  answers: { sv: "svar", en: "answers" },
  "participations-per-worker": { sv: "deltaganden per medarbetare", en: "participations per worker" },
};

/** Why a goal cannot be judged, with what was found instead of the figure that it is about. */
export type WhyNotJudged =
  | ({ readonly code: "told-together" } & ReasonToldTogether)
  | {
      readonly code: Exclude<GoalReasonCode, "told-together">;
      /** The figure that was found and did not fit. */
      readonly counted?: GoalFigure;
    };

interface JudgedGoal {
  readonly outcome: GoalOutcome;
  readonly reached: Reached | null;
  readonly bySex: GoalResult["bySex"];
  readonly reasons: GoalResult["reasons"];
}

/** The goal, whether it was reached, and by which figures. */
export function goalSentence(goal: Goal, judged: JudgedGoal): Text {
  const reached = judged.reached === null ? null : reachedText(judged.reached, units[goal.measure.unit]);
  const sexes = sexesText(judged.bySex, goal.measure.unit);
  const why = judged.reasons.map(({ text }) => text);
  const write = (language: "sv" | "en"): string => {
    const figures =
      reached === null
        ? ""
        : language === "sv"
          ? ` Resultatet är ${reached.sv}${sexes.sv}.`
          : ` The result is ${reached.en}${sexes.en}.`;
    const reasons = why.map((text) => ` ${text[language]}`).join("");
    return `${goal.title[language]}: ${outcomes[judged.outcome][language]}.${figures}${reasons}`;
  };
  return { sv: write("sv"), en: write("en") };
}

const outcomes: Readonly<Record<GoalOutcome, Text>> = {
  met: { sv: "nått", en: "reached" },
  notMet: { sv: "inte nått", en: "not reached" },
  undetermined: { sv: "kan inte avgöras", en: "cannot be judged" },
};

function reachedText(reached: Reached, unit: Text): Text {
  switch (reached.kind) {
    case "count":
      return { sv: `${reached.count} ${unit.sv}`, en: `${reached.count} ${unit.en}` };
    case "printedShare":
      return { sv: `avrundat ${reached.percent} procent`, en: `${reached.percent} per cent, rounded` };
    case "share": {
      const { numerator, denominator } = reached.share;
      const percent = decimalPercent(numerator, denominator);
      return {
        sv: `${percent.sv} procent (${numerator} av ${denominator} ${unit.sv})`,
        en: `${percent.en} per cent (${numerator} of ${denominator} ${unit.en})`,
      };
    }
  }
}

/** One decimal, half up: near a goal whole per cent says too little. The counts stand beside it. */
function decimalPercent(numerator: number, denominator: number): Text {
  const tenths = Math.floor((2000 * numerator + denominator) / (2 * denominator));
  const en = tenths % 10 === 0 ? String(tenths / 10) : (tenths / 10).toFixed(1);
  return { sv: en.replace(".", ","), en };
}

function sexesText(bySex: GoalResult["bySex"], unit: Goal["measure"]["unit"]): Text {
  if (bySex === null || bySex.woman === null || bySex.man === null) return { sv: "", en: "" };
  const [women, men] = [sexText(bySex.woman.reached), sexText(bySex.man.reached)];
  if (bySex.woman.reached.kind === "count" && unit === "persons")
    return { sv: `, varav ${women.sv} kvinnor och ${men.sv} män`, en: `, of whom ${women.en} women and ${men.en} men` };
  return bySex.woman.reached.kind === "count"
    ? { sv: `, ${women.sv} av kvinnor och ${men.sv} av män`, en: `, ${women.en} by women and ${men.en} by men` }
    : {
        sv: `; för kvinnor är det ${women.sv} och för män ${men.sv}`,
        en: `; for women it is ${women.en} and for men ${men.en}`,
      };
}

function sexText(reached: Reached): Text {
  if (reached.kind === "count") return { sv: String(reached.count), en: String(reached.count) };
  if (reached.kind === "printedShare") return { sv: `${reached.percent} procent`, en: `${reached.percent} per cent` };
  const percent = decimalPercent(reached.share.numerator, reached.share.denominator);
  return { sv: `${percent.sv} procent`, en: `${percent.en} per cent` };
}

/** Why a goal cannot be judged, in words. */
export function reasonText(why: WhyNotJudged, goal: Goal): Text {
  switch (why.code) {
    case "told-together": {
      const [reason, row] = [why.reason.label, why.row.label];
      return {
        sv: `Avslutsorsaken ”${reason.sv}” visas i rapporten bara tillsammans med andra, i raden ”${row.sv}”.`,
        en: `The report tells the exit reason “${reason.en}” only together with others, in the row “${row.en}”.`,
      };
    }
    case "not-counted":
      return { sv: "Det som målet gäller är inte räknat.", en: "What the goal is about was not counted." };
    case "other-unit": {
      const [wanted, had] = [units[goal.measure.unit], units[why.counted?.unit ?? goal.measure.unit]];
      return {
        sv: `Målet gäller ${wanted.sv}, men det som räknades är ${had.sv}.`,
        en: `The goal is on ${wanted.en}, but what was counted is ${had.en}.`,
      };
    }
    case "other-period":
      return why.counted === undefined
        ? { sv: "Målet gäller en annan period.", en: "The goal is for another period." }
        : {
            sv: `Det är räknat för en annan period: ${why.counted.period.from} – ${why.counted.period.to}.`,
            en: `It was counted for another period: ${why.counted.period.from} – ${why.counted.period.to}.`,
          };
    case "period-not-stated":
      return {
        sv: "Källan säger inte vilken period målet gäller.",
        en: "The source does not say for which period the goal is.",
      };
    case "withheld":
      return { sv: "Ett antal som behövs visas inte.", en: "A count that it takes is withheld." };
    case "empty-base":
      return { sv: "Det finns ingen att räkna andelen av.", en: "There is nobody to take the share of." };
    case "tolerance-not-stated":
      return {
        sv: "Källan säger inte hur nära målet som räknas som nått.",
        en: "The source does not say how near the goal counts as reached.",
      };
    case "rounded":
      return {
        sv: "Bara hela procent är kända, och avrundningen avgör.",
        en: "Only whole per cent is known, and the rounding decides.",
      };
    case "only-part-counted":
      return {
        sv: "Bara en del av det som målet gäller är räknad, och den delen räcker inte för att avgöra.",
        en: "Only a part of what the goal is about was counted, and that part does not decide it.",
      };
  }
}
