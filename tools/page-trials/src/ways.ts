import type { BrowserContextOptions } from "playwright-core";

/** A way to look at a page: a screen, light or dark, or paper. */
export type Way = BrowserContextOptions & { readonly print?: true };

export const wide = { viewport: { width: 1280, height: 900 } };
export const phone = { viewport: { width: 360, height: 740 } };

/** The ways that every page is looked at, by name. */
export const ways: Readonly<Record<string, Way>> = {
  "on a wide screen": wide,
  "on a phone": phone,
  "in the dark": { ...wide, colorScheme: "dark" },
  "on a phone in the dark": { ...phone, colorScheme: "dark" },
  "on paper, from a dark screen": { viewport: { width: 673, height: 1000 }, colorScheme: "dark", print: true },
};
