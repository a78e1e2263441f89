import type { Text } from "@finsam/model";
import type { Column } from "../column.ts";
import { type Disagreement, type ReconcileCheck, type Reconciliation, reconcileChecks } from "./reconciliation.ts";

/**
 * Compares a figure with what it should be. It has to be equal, or at most that, or may not be told at all where the expected one is
 * withheld; `null` is a withheld figure, which else keeps the comparison from being made.
 */
export type Compare = (
  check: ReconcileCheck,
  table: string,
  line: string,
  column: Column,
  expected: number | null,
  actual: number | null,
  rule?: "equal" | "at-most" | "withheld-together",
) => void;

/** Counts comparisons while they are made, and remembers those that fail. There are thousands in a report, so none is kept. */
export function startTally(): { readonly compare: Compare; readonly reconciliation: () => Reconciliation } {
  const checks = reconcileChecks.map((check) => ({ check, made: 0, withheld: 0 }));
  const countOf = new Map(checks.map((count) => [count.check, count]));
  const disagreements: Disagreement[] = [];
  return {
    compare: (check, table, line, column, expected, actual, rule = "equal") => {
      const count = countOf.get(check);
      if (count !== undefined) count[expected === null || actual === null ? "withheld" : "made"] += 1;
      if (actual === null || (expected === null && rule !== "withheld-together")) return;
      if (expected !== null && (rule === "at-most" ? actual <= expected : actual === expected)) return;
      const where = `${table}, ${line}, ${column}`;
      disagreements.push({
        check,
        table,
        line,
        column,
        expected,
        actual,
        difference: expected === null ? null : actual - expected,
        message: expected === null ? givenAway(where) : told(check, where, expected, actual, rule === "at-most"),
      });
    },
    reconciliation: () => ({ checks, disagreements }),
  };
}

const givenAway = (where: string): Text => ({
  sv: `En andel står bredvid ett antal som inte visas, och röjer det. ${where}.`,
  en: `A share stands beside a withheld count, and gives it away. ${where}.`,
});

function told(check: ReconcileCheck, where: string, expected: number, actual: number, isLimit: boolean): Text {
  const { sv, en } = messages[check];
  return {
    sv: `${sv} ${where}: ${actual} i stället för ${isLimit ? "högst " : ""}${expected}.`,
    en: `${en} ${where}: ${actual} instead of ${isLimit ? "at most " : ""}${expected}.`,
  };
}

const messages: Readonly<Record<ReconcileCheck, Text>> = {
  "sexes-make-the-total": {
    sv: "Kvinnor, män, annat och uppgift saknas ger inte totalen.",
    en: "Women, men, other and unknown do not make the total.",
  },
  "rows-make-the-base": { sv: "Raderna ger inte basen.", en: "The rows do not make the base." },
  "answered-and-unanswered-make-the-base": {
    sv: "De med och utan känt svar ger inte basen.",
    en: "Those with and without a known answer do not make the base.",
  },
  "base-and-outside-make-the-population": {
    sv: "Basen och de som står utanför den ger inte alla.",
    en: "The base and those outside it do not make all.",
  },
  "groups-make-the-result": {
    sv: "Grupperna ger inte resultatet.",
    en: "The groups do not make the result.",
  },
  "exits-among-participations": {
    sv: "Fler har avslutats än deltagit.",
    en: "More have ended than taken part.",
  },
  "carried-over-and-started-make-all": {
    sv: "Pågående från tidigare år och påbörjade ger inte alla deltaganden.",
    en: "Carried over and started do not make all participations.",
  },
  "sections-make-the-whole": {
    sv: "Insatsens tabell säger inte detsamma som raden för insatsen.",
    en: "The table of the intervention does not say what its row says.",
  },
  "nobody-counted-twice": {
    sv: "Fler personer räknas än vad deltagandena rymmer.",
    en: "More people are counted than the participations can have.",
  },
  "shares-are-of-their-counts": {
    sv: "Andelen är inte den som antalen bredvid ger.",
    en: "The share is not the one that the counts beside it make.",
  },
};
