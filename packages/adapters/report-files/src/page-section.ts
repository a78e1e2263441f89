import type { Html } from "./html.ts";

/** A part of the page that the table of contents leads to. */
export interface PageSection {
  readonly id: string;
  readonly title: string;
  readonly content: Html;
}
