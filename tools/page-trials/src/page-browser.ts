import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium, type Page } from "playwright-core";
import type { Way } from "./ways.ts";

export type { Page };

/** A page that is open, with what the browser complained of and asked for on the way. */
export interface OpenedPage extends AsyncDisposable {
  readonly page: Page;
  readonly complaints: readonly string[];
  readonly requests: readonly string[];
}

/** A browser that opens pages from files of its own. */
export interface PageBrowser extends AsyncDisposable {
  open(markup: string, way: Way): Promise<OpenedPage>;
}

const named = process.env.CHROMIUM_PATH;

/** Why no browser can be started here; `undefined` where one can. */
export const noBrowser: string | undefined =
  named === undefined && process.platform !== "linux" ? "not on Linux, and CHROMIUM_PATH names no browser" : undefined;

/** Starts the browser that `CHROMIUM_PATH` names, or that which comes as a package. */
export async function startBrowser(): Promise<PageBrowser> {
  const folder = await mkdtemp(join(tmpdir(), "finsam-pages-"));
  const browser = await chromium.launch({
    executablePath: named ?? (await (await import("@sparticuz/chromium")).default.executablePath()),
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
  let opened = 0;
  return {
    async open(markup, { print, ...options }) {
      opened += 1;
      const file = join(folder, `page-${opened}.html`);
      await writeFile(file, markup);
      const page = await (await browser.newContext(options)).newPage();
      const [complaints, requests]: [string[], string[]] = [[], []];
      page.on("console", (message) => complaints.push(message.text()));
      page.on("pageerror", (error) => complaints.push(error.message));
      page.on("request", (request) => requests.push(request.url()));
      if (print) await page.emulateMedia({ media: "print" });
      await page.goto(pathToFileURL(file).href);
      return { page, complaints, requests, [Symbol.asyncDispose]: () => page.context().close() };
    },
    async [Symbol.asyncDispose]() {
      await browser.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
