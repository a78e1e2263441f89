import { readFileSync } from "node:fs";
import type { Language } from "@finsam/model";
import { faultsOf, noBrowser, type PageBrowser, phone, startBrowser, type Way, ways, wide } from "@finsam/page-trials";
import { type Profile, readProfile } from "@finsam/policy";
import { stockholm } from "@finsam/stockholm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ruleBookHtml } from "./rule-book-html.ts";

/** A profile whose every text tries to be markup. */
const hostile: Profile = (() => {
  const read = readProfile(
    JSON.parse(
      JSON.stringify(stockholm, (key, value: unknown) =>
        (key === "sv" || key === "en") && typeof value === "string" && !value.includes("{value}")
          ? `<script>alert("${key}")</script>‮ ${value}`
          : value,
      ),
    ),
  );
  if (!read.ok) throw new Error(JSON.stringify(read.problems.slice(0, 3)));
  return read.profile;
})();

/** An association that states little. */
const small: Profile = (() => {
  const example = new URL("../../../../examples/another-association/eastern-valley.json", import.meta.url);
  const read = readProfile(JSON.parse(readFileSync(example, "utf8")));
  if (!read.ok) throw new Error(read.problems[0]?.message);
  return read.profile;
})();

describe.skipIf(noBrowser !== undefined)(
  `the rule book in a browser${noBrowser === undefined ? "" : ` (${noBrowser})`}`,
  () => {
    let browser: PageBrowser;

    beforeAll(async () => {
      browser = await startBrowser();
    }, 60_000);

    afterAll(() => browser?.[Symbol.asyncDispose]());

    const open = (profile: Profile, language: Language, way: Way) => browser.open(ruleBookHtml(profile, language), way);

    async function expectToBeWell(profile: Profile, language: Language, way: Way): Promise<void> {
      expect(await faultsOf(browser, ruleBookHtml(profile, language), way)).toEqual([]);
    }

    test.each(
      Object.keys(ways).flatMap((way) => [
        [way, "sv" as const],
        [way, "en" as const],
      ]),
    )("has no violation, nothing sticks out and nothing is fetched %s, in %s", async (way, language) =>
      expectToBeWell(stockholm, language, ways[way] ?? wide),
    );

    test("a small profile makes a small book that is as well made", async () => {
      await expectToBeWell(small, "sv", phone);
      await expectToBeWell(small, "en", wide);
    });

    test("a hostile text makes no element", async () => {
      const { page, complaints } = await open(hostile, "sv", wide);
      expect(await page.evaluate("document.querySelectorAll('script, img, iframe, object').length")).toBe(0);
      expect(await page.getByText('<script>alert("sv")</script>').count()).toBeGreaterThan(50);
      expect(complaints).toEqual([]);
      await page.context().close();
    });

    test("every link leads to a place on the page or out of it, and no place has two names", async () => {
      const { page } = await open(stockholm, "en", wide);
      const broken = await page.evaluate(
        `[...document.querySelectorAll('a[href^="#"]')].map((link) => link.getAttribute('href').slice(1)).filter((id) => document.getElementById(id) === null)`,
      );
      expect(broken).toEqual([]);
      expect(
        await page.evaluate(
          "(() => { const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id); return ids.length - new Set(ids).size; })()",
        ),
      ).toBe(0);
      await page.context().close();
    });

    test("paper is white, holds no table of contents, and shows the boundary cases", async () => {
      const { page } = await open(stockholm, "sv", { ...wide, colorScheme: "dark", print: true });
      expect(await page.evaluate("getComputedStyle(document.body).backgroundColor")).toBe("rgb(255, 255, 255)");
      expect(await page.getByRole("navigation").isVisible()).toBe(false);
      expect(await page.locator("table.cases").first().isVisible()).toBe(true);
      await page.context().close();
    });

    test("headings come in order", async () => {
      const { page } = await open(stockholm, "sv", wide);
      const levels = await page.evaluate(
        "[...document.querySelectorAll('header h1, main h2, main h3')].map(({ tagName }) => tagName[1]).join('')",
      );
      expect(levels).toMatch(/^1(23*)+$/u);
      await page.context().close();
    });
  },
);
