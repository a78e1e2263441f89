import type { Column } from "@finsam/gender-reporting";
import { sexLabels, type Text } from "@finsam/model";

/** What the columns are called. */
export const columnNames: Readonly<Record<Column, Text>> = { ...sexLabels, total: { sv: "Totalt", en: "Total" } };

/** Every fixed text of the page. */
export const words = {
  title: { sv: "Årsrapport", en: "Yearly report" },
  bySex: { sv: "uppdelad efter kön", en: "by sex" },
  languageName: { sv: "svenska", en: "English" },
  skip: { sv: "Hoppa till innehållet", en: "Skip to the content" },
  period: { sv: "Period", en: "Period" },
  language: { sv: "Språk", en: "Language" },
  policy: { sv: "Regelverk", en: "Policy" },
  version: { sv: "version", en: "version" },
  summary: { sv: "Sammanfattning", en: "Summary" },
  contents: { sv: "Innehåll", en: "Contents" },
  overview: { sv: "Hela året", en: "The whole year" },
  notes: { sv: "Att veta när du läser siffrorna", en: "What to know when reading the figures" },
  checks: { sv: "Kontroll av siffrorna", en: "Checks of the figures" },
  noFindings: {
    sv: "Kontrollen fann inga motsägelser mellan siffrorna i rapporten.",
    en: "The checks found no contradictions between the figures of the report.",
  },
  findings: {
    sv: "Kontrollen fann siffror som motsäger varandra. Inget är rättat: vilken siffra som är fel måste någon ta reda på.",
    en: "The checks found figures that contradict each other. Nothing is corrected: which figure is wrong is for somebody to find out.",
  },
  about: { sv: "Om rapporten", en: "About the report" },
  association: { sv: "Förbund", en: "Association" },
  threshold: { sv: "Skydd av enskilda", en: "Protection of individuals" },
  format: { sv: "Format", en: "Format" },
  base: { sv: "Basen", en: "The base" },
  known: { sv: "Med känt svar", en: "With a known answer" },
  baseIs: { sv: "Bas:", en: "Base:" },
  overviewBase: { sv: "Varje rad är sin egen bas.", en: "Each row is its own base." },
  overviewShares: {
    sv: "Andelen av basen är därför 100 % för kvinnor, för män och för alla.",
    en: "The share of the base is therefore 100% for women, for men and for all.",
  },
  notFollowed: { sv: "Utanför basen: följs inte upp", en: "Outside the base: not followed up" },
  excluded: {
    sv: "Utanför basen: avslut som inte säger något om insatsen",
    en: "Outside the base: exits that say nothing about the intervention",
  },
  category: { sv: "Grupp", en: "Group" },
  counts: { sv: "Antal", en: "Number" },
  countsOf: { sv: "deltaganden", en: "of participations" },
  ofBase: { sv: "Andel av basen", en: "Share of the base" },
  ofBaseOf: { sv: "av kvinnor, av män, av alla", en: "of women, of men, of all" },
  ofBaseOfColumn: { sv: "av alla i kolumnens bas", en: "of all in the base of the column" },
  sexDistribution: { sv: "Könsfördelning", en: "Sex distribution" },
  sexDistributionOf: { sv: "på raden", en: "in the row" },
  withheld: { sv: "visas inte", en: "withheld" },
  none: { sv: "ingen andel", en: "no share" },
  withheldNote: {
    sv: "Två punkter (..) betyder att siffran inte visas, för att skydda enskilda.",
    en: "Two dots (..) mean that the figure is withheld, to protect individuals.",
  },
  noneNote: {
    sv: "Ett streck (–) betyder att det inte finns någon andel, eftersom basen eller raden är 0.",
    en: "A dash (–) means that there is no share, since the base or the row is 0.",
  },
  multipleNote: {
    sv: "Flera svar är möjliga: ett deltagande kan stå på flera rader, så raderna summerar inte till basen.",
    en: "Several answers are possible: a participation can stand in several rows, so the rows do not sum to the base.",
  },
  zeroColumns: { sv: "0 i alla rader:", en: "0 in every row:" },
  zeroRows: { sv: "0 i alla kolumner:", en: "0 in every column:" },
  otherSex: { sv: "annat kön", en: "other sex" },
  unknownSex: { sv: "uppgift om kön saknas", en: "sex not stated" },
  page: { sv: "Sida", en: "Page" },
  pageOf: { sv: "av", en: "of" },
} as const satisfies Readonly<Record<string, Text>>;

/** How the report protects individuals, in words. */
export const thresholdWords = (threshold: number): Text =>
  threshold > 1
    ? {
        sv: `Antal från 1 till ${threshold - 1} visas inte (tröskel ${threshold}), och inte heller antal som de kan räknas ut ur.`,
        en: `Counts from 1 to ${threshold - 1} are withheld (threshold ${threshold}), and so are counts that they could be worked out from.`,
      }
    : { sv: "Ingen tröskel: alla antal visas.", en: "No threshold: all counts are shown." };
