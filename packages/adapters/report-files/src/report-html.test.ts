import { describe, expect, test } from "vitest";
import { allSexes, emptyReport, hostileReport, report2021, whollyWithheld, withheld2021 } from "./report.fixture.ts";
import { reportHtml } from "./report-html.ts";

const reports = { report2021, withheld2021, allSexes, emptyReport, whollyWithheld, hostileReport };
const pages = Object.entries(reports).flatMap(([name, report]) =>
  (["sv", "en"] as const).map((language) => ({ name, report, language })),
);

/** The text of a part of a page, from the id on to the end of its section. */
function sectionText(page: string, id: string): string {
  const from = page.indexOf(`<section id="${id}"`);
  return textOf(page.slice(from, page.indexOf("</section>", from)));
}
const textOf = (markup: string): string =>
  markup
    .replaceAll(/<svg.*?<\/svg>/gsu, " ")
    .replaceAll(/<[^>]*>/gu, " ")
    .replaceAll(/&#(\d+);/gu, (_, code: string) => String.fromCharCode(Number(code)))
    .replaceAll(/\s+/gu, " ");

describe("the page", () => {
  test.each(pages)(
    "of $name in $language holds everything it needs and fetches nothing",
    async ({ report, language }) => {
      const page = await reportHtml(report, language);
      expect(page.slice(0, 33)).toBe(`<!doctype html>\n<html lang="${language}">\n`);
      const fetched =
        /<(?:script|img|iframe|object|embed|base)|<link(?! rel="icon" href="data:,")|<[a-z][^>]* src="|@import|url\(/giu;
      expect(page.match(fetched) ?? []).toEqual([]);
      expect(page.replaceAll(/xmlns(:xlink)?="http:[^"]*"/gu, "").match(/https?:/gu) ?? []).toEqual([]);
      expect(page.match(/undefined|NaN|\[object/gu) ?? []).toEqual([]);
    },
  );

  test("begins with what it is, of whom, when, and the summary", async () => {
    const text = textOf(await reportHtml(report2021, "sv"));
    expect(text).toContain("Årsrapport 2021 uppdelad efter kön Samordningsförbundet Stockholms stad");
    expect(text).toContain("Period 2021-01-01 – 2021-12-31 Språk svenska Regelverk stockholm, version 2025-03");
    expect(text).toContain("Sammanfattning Hur många? 973 deltaganden pågick under 2021");
  });
});

describe("the tables that nothing divides", () => {
  test("are rows of one table, each found by its own id", async () => {
    const page = await reportHtml(report2021, "en");
    expect(sectionText(page, "overview")).toContain(
      "Participations during the year Participations that went on some day 2021-01-01 – 2021-12-31 480 493 973 49% 51%",
    );
    expect(page).toContain('id="table-started"');
  });

  test("say that their share of the base is 100%, but not where there is no base", async () => {
    expect(sectionText(await reportHtml(report2021, "en"), "overview")).toContain(
      "The share of the base is therefore 100%",
    );
    expect(sectionText(await reportHtml(emptyReport, "en"), "overview")).not.toContain("100%");
  });
});

describe("a table", () => {
  test("states its base in words, the counts, both shares and the base as its last row", async () => {
    const text = sectionText(await reportHtml(report2021, "en"), "table-started-by-age");
    expect(text).toContain("Base: Participations that started 2021-01-01 – 2021-12-31 and are followed up.");
    expect(text).toContain(
      "Number of participations Share of the base of women, of men, of all Sex distribution in the row",
    );
    expect(text).toContain("Women Men Total Women Men Total Women Men Under 30 84 56 140 33% 25% 29% 60% 40%");
    expect(text).toContain("Over 50 61 60 121 24% 27% 25% 50% 50% The base 258 225 483 100% 100% 100% 53% 47%");
  });

  test("says what is zero throughout instead of showing it", async () => {
    const text = sectionText(await reportHtml(report2021, "sv"), "table-started-by-support");
    expect(text).toContain("0 i alla kolumner: A-kassa och Studiestöd.");
    expect(text).toContain("0 i alla rader: annat kön och uppgift om kön saknas.");
  });

  test("says that several answers are possible where they are", async () => {
    const page = await reportHtml(report2021, "en");
    expect(sectionText(page, "table-started-by-support")).toContain("Several answers are possible");
    expect(sectionText(page, "table-started-by-age")).not.toContain("Several answers are possible");
  });

  test("shows who is outside the base below it, without a share of the base", async () => {
    const text = sectionText(await reportHtml(report2021, "en"), "table-participants-by-referrer");
    expect(text).toContain(
      "The base 436 436 872 100% 100% 100% 50% 50% Outside the base: not followed up 44 57 101 44% 56%",
    );
  });

  test("shows a withheld figure as two dots, explained, and tells those who hear it", async () => {
    const page = await reportHtml(withheld2021, "en");
    const text = sectionText(page, "table-ended-by-exit-reason");
    expect(text).toContain("Other reason .. withheld .. withheld 9 .. withheld .. withheld 2% .. withheld .. withheld");
    expect(text).toContain("Two dots (..) mean that the figure is withheld");
    expect(page).toContain('<span aria-hidden="true">..</span><span class="heard">withheld</span>');
    expect(sectionText(page, "table-started-by-age")).not.toContain("Two dots");
  });

  test("has a chart beside it that is described in a sentence, where there is something to compare", async () => {
    const page = await reportHtml(report2021, "en");
    expect(page.match(/<figure>/gu)).toHaveLength(5);
    expect(page).toContain('role="img" aria-label="Bar chart: Started, by age at the start, numbers by sex');
    expect(await reportHtml(emptyReport, "en")).not.toContain("<figure>");
  });

  test("groups thousands as the language does", async () => {
    expect(await reportHtml(allSexes, "sv")).toContain(">12\u202f480<");
    expect(await reportHtml(allSexes, "en")).toContain(">12,480<");
  });
});

describe("what stands below the tables", () => {
  test("are the notes of the report, the checks, the threshold and the policy", async () => {
    const page = await reportHtml(withheld2021, "en");
    expect(sectionText(page, "notes")).toContain("The figures count participations: one person in one intervention.");
    expect(sectionText(page, "checks")).toContain("found no contradictions");
    expect(sectionText(page, "about")).toContain("Counts from 1 to 4 are withheld (threshold 5)");
    expect(sectionText(page, "about")).toContain("stockholm, version 2025-03");
    expect(sectionText(await reportHtml(report2021, "en"), "about")).toContain("No threshold: all counts are shown.");
  });

  test("are how the counts were rounded, where they were", async () => {
    const rounded = { ...report2021, disclosure: { method: "round", base: 5 } } as const;
    const text = sectionText(await reportHtml(rounded, "en"), "about");
    expect(text).toContain("All counts are rounded to multiples of 5");
    expect(text).not.toContain("all counts are shown");
  });

  test("are the findings, each with its place", async () => {
    const text = sectionText(await reportHtml(allSexes, "en"), "checks");
    expect(text).toContain("Nothing is corrected");
    expect(text).toContain("Ended, by exit reason, Discharged because of illness: Women and men make 5 together");
    expect(text).not.toContain("no contradictions");
  });
});

describe("a hostile report", () => {
  test.each(["sv", "en"] as const)("in %s stays text wherever it stands", async (language) => {
    const page = await reportHtml(hostileReport, language);
    expect(page.match(/<script|<img|onerror="|\u202e/gu) ?? []).toEqual([]);
    expect(page.match(/<\/style>/gu)).toHaveLength(1);
    expect(page.match(/<title>/gu)).toHaveLength(1);
    expect(page).toContain(`&#60;script&#62;alert(&#34;${language}&#34;)&#60;/script&#62;`);
  });
});
