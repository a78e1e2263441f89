import { type Language, sexes, sexLabels, type Text } from "@finsam/model";
import type { ShownTable } from "./shown-table.ts";
import { listed, writtenNumber } from "./written.ts";

/**
 * A chart in a sentence, for those who hear the page: what it shows, and for each sex where the most are. It says so only of counts
 * that are shown.
 */
export function chartDescription({ title, lines, columns }: ShownTable, language: Language): string {
  const shown = sexes.filter((sex) => columns.includes(sex));
  const names = listed(
    shown.map((sex) => sexLabels[sex][language].toLocaleLowerCase(language)),
    language,
  );
  const most = shown.flatMap((sex) => {
    const counts = lines.flatMap(({ counts }) => (typeof counts[sex] === "number" ? [counts[sex]] : []));
    const highest = Math.max(0, ...counts);
    if (highest === 0) return [];
    const labels = lines.filter(({ counts }) => counts[sex] === highest).map(({ label }) => label);
    const name = sexLabels[sex][language];
    const ofShown = counts.length < lines.length;
    return [
      mostOf({ name, highest: writtenNumber(highest, language), labels: listed(labels, language), ofShown })[language],
    ];
  });
  const opening: Text = {
    sv: `Stapeldiagram: ${title}, antal efter kön (${names}) på ${lines.length} rader.`,
    en: `Bar chart: ${title}, numbers by sex (${names}) in ${lines.length} rows.`,
  };
  const table: Text = { sv: "Alla siffror står i tabellen.", en: "The table has all figures." };
  return [opening[language], ...most, table[language]].join(" ");
}

const mostOf = (of: { name: string; highest: string; labels: string; ofShown: boolean }): Text => ({
  sv: `${of.name}: ${of.ofShown ? "högsta antal som visas" : "högst antal"} ${of.highest}, ${of.labels}.`,
  en: `${of.name}: highest number${of.ofShown ? " shown" : ""} ${of.highest}, ${of.labels}.`,
});
