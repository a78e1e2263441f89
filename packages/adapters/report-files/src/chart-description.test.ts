import { expect, test } from "vitest";
import { chartDescription } from "./chart-description.ts";
import { allSexes, report2021, withheld2021 } from "./report.fixture.ts";
import { shownTable } from "./shown-table.ts";

const description = (report: typeof report2021, id: string, language: "sv" | "en") =>
  report.tables
    .filter((table) => table.id === id)
    .map((table) => chartDescription(shownTable(table, language), language));

test("a chart is described by what it shows and where each sex has the highest number", () => {
  expect(description(report2021, "started-by-age", "en")).toEqual([
    "Bar chart: Started, by age at the start, numbers by sex (women and men) in 3 rows. Women: highest number 113, 30–50. Men: highest number 109, 30–50. The table has all figures.",
  ]);
  expect(description(report2021, "started-by-age", "sv")).toEqual([
    "Stapeldiagram: Påbörjade efter ålder vid start, antal efter kön (kvinnor och män) på 3 rader. Kvinnor: högst antal 113, 30–50 år. Män: högst antal 109, 30–50 år. Alla siffror står i tabellen.",
  ]);
});

test("the highest is said to be the highest shown where counts are withheld, since one of those may be higher", () => {
  expect(description(withheld2021, "ended-by-exit-reason", "en")[0]).toContain(
    "Women: highest number shown 60, Discharged to",
  );
});

test("rows that share the highest number are all named, and a sex without any is not", () => {
  const [table] = report2021.tables.filter(({ id }) => id === "participants-by-follow-up");
  if (table === undefined) throw new Error("the fixture lacks the table");
  const shown = shownTable(table, "en");
  const lines = shown.lines.map((line) => ({ ...line, counts: { ...line.counts, woman: 5, man: 0 } }));
  expect(chartDescription({ ...shown, lines }, "en")).toContain(
    "Women: highest number 5, Followed up and Not followed up, no consent. The table",
  );
});

test("all sexes of the table are in the chart", () => {
  expect(description(allSexes, "ended-by-exit-reason", "en")[0]).toContain("(women, men, other and unknown)");
});
