import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Language } from "@finsam/model";
import { type Profile, readProfile } from "@finsam/policy";
import { stockholm } from "@finsam/stockholm";
import axe from "axe-core";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ruleBookHtml } from "./rule-book-html.ts";

const wide = { viewport: { width: 1280, height: 900 } };
const phone = { viewport: { width: 360, height: 740 } };
type Way = BrowserContextOptions & { readonly print?: true };
const ways: Readonly<Record<string, Way>> = {
  "on a wide screen": wide,
  "on a phone": phone,
  "in the dark": { ...wide, colorScheme: "dark" },
  "on a phone in the dark": { ...phone, colorScheme: "dark" },
  "on paper, from a dark screen": { viewport: { width: 673, height: 1000 }, colorScheme: "dark", print: true },
};

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

// The browser that comes as a package is for Linux only; another can be named.
const named = process.env.CHROMIUM_PATH;
const without = named === undefined && process.platform !== "linux";

describe.skipIf(without)(
  `the rule book in a browser${without ? " (not on Linux, and CHROMIUM_PATH names no browser)" : ""}`,
  () => {
    let browser: Browser;
    let folder: string;

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), "finsam-rule-book-"));
      browser = await chromium.launch({
        executablePath: named ?? (await (await import("@sparticuz/chromium")).default.executablePath()),
        args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"],
      });
    }, 60_000);

    afterAll(async () => {
      await browser?.close();
      await rm(folder, { recursive: true, force: true });
    });

    async function open(profile: Profile, language: Language, { print, ...options }: Way) {
      const file = join(folder, `${profile.id}-${language}.html`);
      await writeFile(file, ruleBookHtml(profile, language));
      const page = await (await browser.newContext(options)).newPage();
      const complaints: string[] = [];
      const requests: string[] = [];
      page.on("console", (message) => complaints.push(message.text()));
      page.on("pageerror", (error) => complaints.push(error.message));
      page.on("request", (request) => requests.push(request.url()));
      if (print) await page.emulateMedia({ media: "print" });
      await page.goto(pathToFileURL(file).href);
      return { page, complaints, requests };
    }

    async function expectToBeWell(profile: Profile, language: Language, way: Way): Promise<void> {
      const { page, complaints, requests } = await open(profile, language, way);
      // Boundary cases are folded on a screen: what is in them is looked at as well.
      await page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })");
      expect(await violations(page)).toEqual([]);
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(way.viewport?.width);
      expect(complaints).toEqual([]);
      expect(requests).toEqual([page.url()]);
      await page.context().close();
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

/** What axe finds wrong: the rule, and where. */
async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const found: axe.AxeResults = JSON.parse(await page.evaluate("axe.run().then((found) => JSON.stringify(found))"));
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(" ")}`));
}
