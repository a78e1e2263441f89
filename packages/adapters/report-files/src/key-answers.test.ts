import { type Report, type ReportDifferences, sexDifference } from "@finsam/gender-reporting";
import type { Language } from "@finsam/model";
import { describe, expect, test } from "vitest";
import { keyAnswers } from "./key-answers.ts";
import type { PageFindings } from "./page-findings.ts";
import { report2021, toldTogether2021 } from "./report.fixture.ts";

/** The figure, what it counts and the sentences, with ordinary spaces, to be read. */
const answer = (id: string, language: Language, report: Report, findings: PageFindings = {}) => {
  const found = keyAnswers(report, findings, language).find((one) => one.id === id);
  return (
    found && [found.figure, found.unit, ...found.sentences].map((said) => said?.replaceAll(/[\u00a0\u202f]/gu, " "))
  );
};

describe("who left to work", () => {
  test("is told by the row of that exit reason", () => {
    expect(answer("who-left-to-work", "en", report2021)).toEqual([
      "46%",
      "of those who ended and are followed up",
      expect.stringContaining("168 (46%) ended for the reason “Discharged to active job search, work or studies”"),
    ]);
  });

  test("is told by the row that it stands in with others, by its name, and that this is more than work", () => {
    expect(answer("who-left-to-work", "en", toldTogether2021)).toEqual([
      "70%",
      "of those who ended and are followed up: “Work or rehabilitation”",
      "Of 366 participations that ended and are followed up, 255 (70%) ended for the reason “Work or rehabilitation”: 103 of 166 (62%) for women and 152 of 200 (76%) for men.",
      "How many of them left to work, studies or active job search is not told by itself.",
    ]);
    expect(answer("who-left-to-work", "sv", toldTogether2021)).toEqual([
      "70 %",
      "av dem som slutade och följs upp: ”Arbete eller rehabilitering”",
      "Av 366 avslutade deltaganden som följs upp slutade 255 (70 %) med orsaken ”Arbete eller rehabilitering”: 103 av 166 (62 %) för kvinnor och 152 av 200 (76 %) för män.",
      "Hur många av dem som gick till just arbete, studier eller aktivt arbetssökande visas inte för sig.",
    ]);
  });

  test("is compared between the sexes by the same row", () => {
    const outcome = { sv: "Arbete eller rehabilitering", en: "Work or rehabilitation" };
    const difference = sexDifference(
      {
        outcome,
        counted: { sv: "avslutade deltaganden", en: "ended participations" },
        woman: { n: 103, of: 166 },
        man: { n: 152, of: 200 },
      },
      { level: 95, fewest: 30 },
    );
    const differences: ReportDifferences = {
      rule: null,
      tables: [
        {
          table: "ended-by-exit-reason",
          title: outcome,
          population: "ended",
          rows: [{ category: "work-or-rehabilitation", label: outcome, difference }],
        },
      ],
      sections: [],
      notes: [],
    };
    expect(answer("is-it-real", "en", toldTogether2021, { differences })).toEqual([
      "14 percentage points",
      "between women and men",
      difference.sentence.en,
    ]);
    expect(answer("is-it-real", "en", report2021, { differences })).toBeUndefined();
  });
});
