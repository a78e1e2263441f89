import axe from "axe-core";
import type { Page } from "playwright-core";
import type { PageBrowser } from "./page-browser.ts";
import type { Way } from "./ways.ts";

/**
 * All that is wrong with a page, looked at in one way with everything unfolded: what axe finds, what sticks out of the screen, what the
 * browser complains of, and what is fetched besides the page.
 */
export async function faultsOf(browser: PageBrowser, markup: string, way: Way): Promise<readonly string[]> {
  await using opened = await browser.open(markup, way);
  const { page, complaints, requests } = opened;
  await page.evaluate("for (const details of document.querySelectorAll('details')) details.open = true");
  const found = await violations(page);
  const width = Number(await page.evaluate("document.documentElement.scrollWidth"));
  const sticksOut = width !== way.viewport?.width;
  return [
    ...found,
    ...(sticksOut ? [`the page is ${width} pixels wide`] : []),
    ...complaints.map((complaint) => `complaint: ${complaint}`),
    ...requests.filter((url) => url !== page.url()).map((url) => `fetched: ${url}`),
  ];
}

/** What axe finds wrong: the rule, and where. */
async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const found: axe.AxeResults = JSON.parse(await page.evaluate("axe.run().then((found) => JSON.stringify(found))"));
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(" ")}`));
}
