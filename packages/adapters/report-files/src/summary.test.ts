import type { Report } from "@finsam/gender-reporting";
import { describe, expect, test } from "vitest";
import { allSexes, emptyReport, report2021, whollyWithheld, withheld2021 } from "./report.fixture.ts";
import { summaryOf } from "./summary.ts";

/** With ordinary spaces, to be read. */
const sentences = (report: Report, language: "sv" | "en") =>
  Object.values(summaryOf(report, language)).map((sentence: string) => sentence.replaceAll(/[\u00a0\u202f]/gu, " "));

/** A report with one row changed. */
const withRow = (
  report: Report,
  table: string,
  category: string,
  counts: Partial<Report["tables"][0]["rows"][0]["counts"]>,
): Report => ({
  ...report,
  tables: report.tables.map((one) =>
    one.id !== table
      ? one
      : {
          ...one,
          rows: one.rows.map((row) =>
            row.category === category ? { ...row, counts: { ...row.counts, ...counts } } : row,
          ),
        },
  ),
});

describe("the summary of a year", () => {
  test("says in Swedish who took part, started, ended, left towards work and is not followed up", () => {
    expect(sentences(report2021, "sv")).toEqual([
      "973 deltaganden pågick under 2021: 480 (49 %) av kvinnor och 493 (51 %) av män.",
      "483 deltaganden började under året: 258 (53 %) av kvinnor och 225 (47 %) av män.",
      "366 deltaganden slutade under året: 166 (45 %) av kvinnor och 200 (55 %) av män.",
      "Av 366 avslutade deltaganden som följs upp slutade 168 (46 %) med orsaken ”Utskrivning till aktivt arbetssökande och/eller arbete och studier”: 60 av 166 (36 %) för kvinnor och 108 av 200 (54 %) för män.",
      "101 av 973 deltaganden (10 %) följs inte upp, eftersom samtycke saknas: 44 av kvinnor och 57 av män.",
    ]);
  });

  test("says the same in English", () => {
    expect(sentences(report2021, "en")).toEqual([
      "973 participations went on during 2021: 480 (49%) by women and 493 (51%) by men.",
      "483 participations started during the year: 258 (53%) by women and 225 (47%) by men.",
      "366 participations ended during the year: 166 (45%) by women and 200 (55%) by men.",
      "Of 366 participations that ended and are followed up, 168 (46%) ended for the reason “Discharged to active job search, work or studies”: 60 of 166 (36%) for women and 108 of 200 (54%) for men.",
      "101 of 973 participations (10%) are not followed up, for want of consent: 44 by women and 57 by men.",
    ]);
  });

  test("names the other sexes where there are any", () => {
    expect(sentences(allSexes, "sv")[0]).toBe(
      "24 989 deltaganden pågick under 2021: 12 480 (50 %) av kvinnor, 11 493 (46 %) av män, 12 (0 %) av personer med annat kön och 1 004 (4 %) av personer med okänt kön.",
    );
  });

  test("has no sentence on a table that the report lacks", () => {
    expect(sentences(allSexes, "en")).toHaveLength(2);
  });

  test("of a year without participations claims nothing more", () => {
    expect(sentences(emptyReport, "en")).toEqual(["0 participations went on during 2021."]);
  });

  test("of a single participation speaks of one", () => {
    const one = withRow(emptyReport, "participants", "all", { woman: 1, total: 1 });
    expect(sentences(one, "sv")).toEqual(["1 deltagande pågick under 2021: 1 av kvinnor."]);
  });
});

describe("what is withheld", () => {
  test("is said to be, and never guessed from the sexes", () => {
    expect(sentences(whollyWithheld, "sv")).toEqual(["Hur många deltaganden som pågick under 2021 visas inte."]);
    expect(sentences(whollyWithheld, "en")).toEqual(["How many participations went on during 2021 is withheld."]);
  });

  test("of the sexes is said beside the total that is shown", () => {
    const sexes = withRow(report2021, "participants", "all", { woman: null, man: null });
    expect(sentences(sexes, "sv")[0]).toBe(
      "973 deltaganden pågick under 2021; antalen av kvinnor och av män visas inte.",
    );
    expect(sentences(sexes, "en")[0]).toBe(
      "973 participations went on during 2021; the counts by women and by men are withheld.",
    );
  });

  test("in another table changes no sentence", () => {
    expect(sentences(withheld2021, "sv")).toEqual(sentences(report2021, "sv"));
  });
});

test("nothing is called most or few: the figures speak", () => {
  for (const language of ["sv", "en"] as const)
    expect(sentences(report2021, language).join(" ")).not.toMatch(/de flesta|majorite|fler|most|major|more|few/iu);
});
