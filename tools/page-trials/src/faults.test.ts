import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { faultsOf, noBrowser, type PageBrowser, phone, startBrowser, wide } from "./index.ts";

const page = (body: string): string =>
  `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><title>Page</title><main><h1>Page</h1>${body}</main></html>`;

describe.skipIf(noBrowser !== undefined)(
  `the faults of a page${noBrowser === undefined ? "" : ` (${noBrowser})`}`,
  () => {
    let browser: PageBrowser;
    beforeAll(async () => {
      browser = await startBrowser();
    });
    afterAll(() => browser?.[Symbol.asyncDispose]());

    test("are none where all is well", async () => {
      expect(await faultsOf(browser, page("<p>Well.</p>"), phone)).toEqual([]);
    });

    test.each([
      ["a picture that nobody hears", '<img src="data:,">', "image-alt: img"],
      [
        "what is folded and nobody hears",
        '<details><summary>More</summary><img src="data:,"></details>',
        "image-alt: img",
      ],
      ["what sticks out of the screen", '<div style="width: 5000px">wide</div>', "the page is 5008 pixels wide"],
      ["what the browser complains of", "<script>console.error('no')</script>", "complaint: no"],
      [
        "what is fetched",
        '<link rel="stylesheet" href="style.css">',
        expect.stringMatching(/^fetched: file:.*style\.css$/u),
      ],
    ])("are %s", async (_, body, fault) => {
      expect(await faultsOf(browser, page(body), wide)).toContainEqual(fault);
    });
  },
);
