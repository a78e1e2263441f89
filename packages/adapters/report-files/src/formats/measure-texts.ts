import type { Report, Table } from "@finsam/gender-reporting";
import type { Text } from "@finsam/model";
import { figureMarks, type Measure, type TableFigures } from "./table-figures.ts";

/** What each measure of a table is called in files, and what it is counted in. */
export const measureTexts = (
  unit: Table["base"]["unit"],
): Readonly<Record<Measure, { readonly label: Text; readonly unit: Text }>> => ({ count: counts[unit], ...shares });

const counts = {
  participations: {
    label: { sv: "Antal deltaganden", en: "Number of participations" },
    unit: { sv: "deltaganden", en: "participations" },
  },
  persons: { label: { sv: "Antal personer", en: "Number of people" }, unit: { sv: "personer", en: "people" } },
} as const;

const shares = {
  ofBase: {
    label: { sv: "Andel av basen i kolumnen, procent", en: "Share of the base in the column, per cent" },
    unit: { sv: "procent", en: "per cent" },
  },
  ofKnown: {
    label: { sv: "Andel av dem med känt svar, procent", en: "Share of those with a known answer, per cent" },
    unit: { sv: "procent", en: "per cent" },
  },
  sexDistribution: {
    label: { sv: "Könsfördelning på raden, procent", en: "Sex distribution in the row, per cent" },
    unit: { sv: "procent", en: "per cent" },
  },
} as const;

/** What has to be said with a table wherever it stands: its base, its day of reading, its policy, and the marks in it. */
export function tableNotes({ table, lines }: TableFigures, { association, rounding }: Report): readonly Text[] {
  const { base, readOn, within, policy, missing, multiple } = table;
  const { unit } = counts[base.unit];
  const figures = lines.flatMap((line) => Object.values(line.figures).flatMap((of) => Object.values(of)));
  return [
    { sv: `Bas: ${base.label.sv}. Enhet: ${unit.sv}.`, en: `Base: ${base.label.en}. Unit: ${unit.en}.` },
    ...(readOn === null ? [] : [{ sv: `Läst ${lowered(readOn.label.sv)}.`, en: `Read ${lowered(readOn.label.en)}.` }]),
    ...(within === undefined
      ? []
      : [
          {
            sv: `Grupperna är lästa ${lowered(within.readOn.label.sv)}.`,
            en: `The groups are read ${lowered(within.readOn.label.en)}.`,
          },
        ]),
    ...(missing === undefined
      ? []
      : [
          {
            sv: `Svar saknas från: ${missing.map((name) => name.sv).join(", ")}.`,
            en: `No answer came from: ${missing.map((name) => name.en).join(", ")}.`,
          },
        ]),
    ...(multiple
      ? [
          {
            sv: "Flera svar är möjliga: raderna ska inte summeras.",
            en: "Several answers are possible: the rows are not to be summed.",
          },
        ]
      : []),
    ...(figures.includes("withheld")
      ? [
          {
            sv: `Två punkter (${figureMarks.withheld}): siffran visas inte, för att skydda enskilda. Det betyder inte noll.`,
            en: `Two dots (${figureMarks.withheld}): the figure is withheld, to protect individuals. That does not mean zero.`,
          },
        ]
      : []),
    ...(figures.includes("none")
      ? [
          {
            sv: `En punkt (${figureMarks.none}): det finns ingen sådan andel.`,
            en: `One dot (${figureMarks.none}): there is no such share.`,
          },
        ]
      : []),
    ...(rounding === "half-up-to-whole-percent"
      ? [
          {
            sv: "Andelar är avrundade till hela procent, en halv uppåt.",
            en: "Shares are rounded to whole per cent, a half upwards.",
          },
        ]
      : []),
    {
      sv: `Källa: ${association.name.sv}. Regelverk: ${policy.profile}, version ${policy.version}, den ${policy.on}.`,
      en: `Source: ${association.name.en}. Policy: ${policy.profile}, version ${policy.version}, on ${policy.on}.`,
    },
  ];
}

const lowered = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);
