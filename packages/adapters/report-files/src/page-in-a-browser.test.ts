import type { Report } from "@finsam/gender-reporting";
import type { Language } from "@finsam/model";
import {
  faultsOf,
  noBrowser,
  type Page,
  type PageBrowser,
  phone,
  startBrowser,
  type Way,
  ways,
  wide,
} from "@finsam/page-trials";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findings2021 } from "./findings.fixture.ts";
import type { PageFindings } from "./page-findings.ts";
import { allSexes, emptyReport, hostileReport, wholeReport, whollyWithheld, withheld2021 } from "./report.fixture.ts";
import { reportHtml } from "./report-html.ts";

describe.skipIf(noBrowser !== undefined)(
  `the page in a browser${noBrowser === undefined ? "" : ` (${noBrowser})`}`,
  () => {
    let browser: PageBrowser;

    beforeAll(async () => {
      browser = await startBrowser();
    }, 60_000);

    afterAll(() => browser?.[Symbol.asyncDispose]());

    const open = async (report: Report, language: Language, way: Way, findings?: PageFindings) =>
      browser.open(await reportHtml(report, language, findings), way);

    async function expectToBeWell(
      report: Report,
      language: Language,
      way: Way,
      findings?: PageFindings,
    ): Promise<void> {
      expect(await faultsOf(browser, await reportHtml(report, language, findings), way)).toEqual([]);
    }

    describe("has no violation, nothing sticks out and nothing is fetched", () => {
      test.each(
        Object.keys(ways).flatMap((way) => [
          [way, "sv" as const],
          [way, "en" as const],
        ]),
      )(
        "%s, in %s",
        async (way, language) => expectToBeWell(wholeReport(), language, ways[way] ?? wide, findings2021),
        60_000,
      );

      test.each([
        ["all sexes", allSexes],
        ["nothing to count", emptyReport],
        ["everything withheld", whollyWithheld],
        ["hostile texts", hostileReport],
      ])(
        "with %s",
        async (_, report) => {
          await expectToBeWell(report, "sv", phone);
          await expectToBeWell(report, "en", wide);
        },
        30_000,
      );
    });

    test("every figure of a chart is reached by keyboard: each chart has a link to its figures, and all bases open", async () => {
      const { page } = await open(wholeReport(), "en", wide, findings2021);
      const charts = page.locator("figure:has(svg)").filter({ hasNot: page.locator(".charts *") });
      const links = await page
        .locator("figure figcaption a")
        .evaluateAll((all) => all.map((link) => (link.getAttribute("href") ?? "").slice(1)));
      expect(links.length).toBeGreaterThan(5);
      expect(await charts.count()).toBeGreaterThanOrEqual(links.length);
      for (const id of links) expect(await page.locator(`[id="${id}"]`).count()).toBe(1);
      const base = page.locator("details.base").first();
      await base.locator("summary").focus();
      await page.keyboard.press("Enter");
      expect(await base.locator("dl").isVisible()).toBe(true);
      await page.context().close();
    });

    test("a reader finds the answers to the six questions first on the page", async () => {
      const { page } = await open(wholeReport(), "en", wide, findings2021);
      const answers = await page.locator(".answers article").allInnerTexts();
      const said = answers.map((answer) => answer.split(/\n+/u).slice(0, 3).join(" | "));
      expect(said).toEqual([
        "How many? | 973 | participations went on during 2021",
        "How many of them are women’s? | 49% | of the participations are women’s",
        "Who left to work or studies? | 46% | of those who ended and are followed up",
        "Is the difference between the sexes real? | 18 percentage points | between women and men",
        "Which goals were reached? | 1 of 2 | goals were reached",
        "Who is not in these figures? | 101 | participations are not followed up",
      ]);
      await page.context().close();
    });

    test("prints to A4 with all that is folded on the screen, and with page numbers", async () => {
      const { page } = await open(wholeReport(), "en", { ...wide, colorScheme: "dark" }, findings2021);
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
      const sizes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/gu)].map(([, ...size]) => size.map(Number));
      expect(sizes.length).toBeGreaterThan(3);
      for (const [width = 0, height = 0] of sizes)
        expect([Math.floor(width / 10), Math.floor(height / 10)]).toEqual([59, 84]);
      await page.emulateMedia({ media: "print" });
      expect(await page.getByRole("table", { name: "Participations by referrer" }).last().isVisible()).toBe(true);
      await page.context().close();
    });

    test("a hostile text makes no element", async () => {
      const { page } = await open(hostileReport, "sv", wide);
      expect(await page.evaluate("document.querySelectorAll('script, img, iframe, object').length")).toBe(0);
      expect(await page.getByText('<script>alert("sv")</script>').count()).toBeGreaterThan(10);
      await page.context().close();
    });

    test("every bar stands out from the page at 3 to 1, in light and in the dark", async () => {
      for (const colorScheme of ["light", "dark"] as const) {
        const { page } = await open(allSexes, "en", { ...wide, colorScheme });
        const background = await colour(page, "getComputedStyle(document.body).backgroundColor");
        for (const sex of ["woman", "man", "other", "unknown"]) {
          const fill = await colour(page, `getComputedStyle(document.querySelector('[fill="var(--${sex})"]')).fill`);
          expect(contrast(fill, background)).toBeGreaterThanOrEqual(3);
        }
        await page.context().close();
      }
    });

    test("paper is white and holds no table of contents, whatever the screen was", async () => {
      const { page } = await open(withheld2021, "sv", { ...wide, colorScheme: "dark", print: true });
      expect(await colour(page, "getComputedStyle(document.body).backgroundColor")).toEqual([255, 255, 255]);
      expect(await page.getByRole("navigation").isVisible()).toBe(false);
      expect(await page.getByRole("table").count()).toBe(6);
      await page.context().close();
    });

    test("a table stacked on a phone is the same table to those who hear it", async () => {
      const heard = [];
      for (const options of [wide, phone]) {
        const { page } = await open(withheld2021, "en", options);
        heard.push(await tableNodes(page));
        await page.context().close();
      }
      expect(heard[0]?.rowheader).toBeGreaterThan(20);
      expect(heard[1]).toEqual(heard[0]);
    });

    test("numbers of a table that is not stacked stand below each other, to the right", async () => {
      const { page } = await open(wholeReport(), "en", wide, findings2021);
      const cell = "document.querySelector('#table-started-by-age td.first')";
      expect(await page.evaluate(`getComputedStyle(${cell}).display`)).toBe("table-cell");
      expect(await page.evaluate(`getComputedStyle(${cell}).textAlign`)).toBe("right");
      await page.context().close();
    });

    test("a phone shows the name of every measure, a wide screen its heading", async () => {
      for (const [options, before] of [
        [wide, "none"],
        [phone, '"Number"'],
      ] as const) {
        const { page } = await open(withheld2021, "en", options);
        const content =
          "getComputedStyle(document.querySelector('#table-started-by-age td.first'), '::before').content";
        expect(await page.evaluate(content)).toBe(before);
        await page.context().close();
      }
    });

    test("the keyboard skips to the content and follows the table of contents, and the focus is seen", async () => {
      const { page } = await open(withheld2021, "en", phone);
      await page.keyboard.press("Tab");
      expect(await page.evaluate("document.activeElement.textContent")).toBe("Skip to the content");
      expect(await page.evaluate("document.activeElement.getBoundingClientRect().top")).toBeGreaterThanOrEqual(0);
      expect(await page.evaluate("getComputedStyle(document.activeElement).outlineStyle")).toBe("solid");
      await page.keyboard.press("Enter");
      expect(await page.evaluate("document.activeElement.id")).toBe("content");
      await page.keyboard.press("Tab");
      expect(await page.evaluate("document.activeElement.textContent")).toBe("More about this: How many?");
      const contents = page.getByRole("navigation", { name: "Contents" });
      await contents.getByRole("link", { name: "Participations followed up and not followed up" }).focus();
      await page.keyboard.press("Enter");
      expect(
        await page.evaluate(
          "Math.abs(document.querySelector('#table-participants-by-follow-up').getBoundingClientRect().top) < 2",
        ),
      ).toBe(true);
      await page.context().close();
    });

    test("headings come in order and every table is named", async () => {
      const { page } = await open(withheld2021, "sv", wide);
      for (const [report, findings] of [
        [withheld2021, {}],
        [wholeReport(), findings2021],
      ] as const) {
        const { page: other } = await open(report, "sv", wide, findings);
        const levels: readonly number[] = JSON.parse(
          await other.evaluate(
            "JSON.stringify([...document.querySelectorAll('h1, h2, h3, h4')].map(({ tagName }) => Number(tagName[1])))",
          ),
        );
        expect(levels.filter((level) => level === 1)).toHaveLength(1);
        expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([]);
        await other.context().close();
      }
      await expect.poll(() => page.getByRole("table", { name: "Avslutade efter avslutsorsak" }).count()).toBe(1);
      await page.context().close();
    });
  },
);

/** How many parts of tables the browser tells a screen reader of, by role. */
async function tableNodes(page: Page): Promise<Readonly<Record<string, number>>> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  const roles = ["table", "row", "columnheader", "rowheader", "cell"];
  return Object.fromEntries(
    roles.map((role) => [role, nodes.filter((node) => !node.ignored && node.role?.value === role).length]),
  );
}

/** A colour that the page computes, as red, green and blue. */
async function colour(page: Page, expression: string): Promise<readonly number[]> {
  return [...String(await page.evaluate(expression)).matchAll(/\d+/gu)].map(Number);
}

/** The contrast of two colours, as WCAG defines it. */
function contrast(one: readonly number[], other: readonly number[]): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(rgb: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = rgb.map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
