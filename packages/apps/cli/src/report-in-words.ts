import type { PublishedCounts, Report } from "@finsam/gender-reporting";
import { sexes, sexLabels } from "@finsam/model";
import { inColumns } from "./columns.ts";
import type { Session } from "./session.ts";

/** A report in lines for a person, and where its files lie. */
export function reportInWords(report: Report, written: readonly string[], { language }: Session): string {
  const words = {
    sv: { total: "Totalt", notFollowed: "varav inte uppföljda", written: "Rapporten ligger i" },
    en: { total: "Total", notFollowed: "of them not followed up", written: "The report lies in" },
  }[language];
  const table = (id: string) => report.tables.find((candidate) => candidate.id === id);
  const line = (label: string, counts: PublishedCounts | undefined): readonly string[] => [
    label,
    ...[...sexes, "total" as const].map((column) => String(counts?.[column] ?? "..")),
  ];
  const whole = (id: string) => line(table(id)?.title[language] ?? id, table(id)?.rows[0]?.counts);
  const notFollowed = table("participants-by-follow-up")?.rows.find(({ category }) => category === "not-followed");
  const reasons = table("ended-by-exit-reason")?.rows.filter(({ counts }) => counts.total !== 0) ?? [];
  const rows = [
    [
      `${report.association.name[language]}, ${report.year}`,
      ...sexes.map((sex) => sexLabels[sex][language]),
      words.total,
    ],
    whole("participants"),
    line(`  ${words.notFollowed}`, notFollowed?.counts),
    ...(table("persons") === undefined ? [] : [whole("persons")]),
    whole("started"),
    whole("ended"),
    ...reasons.map(({ label, counts }) => line(`  ${label[language]}`, counts)),
  ];
  return [
    inColumns(rows),
    ...(written.length === 0 ? [] : ["", `${words.written}`, ...written.map((path) => `  ${path}`)]),
  ].join("\n");
}
