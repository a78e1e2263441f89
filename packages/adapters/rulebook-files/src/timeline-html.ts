import { type CalendarDate, daysBetween, type SourceStatus } from "@finsam/model";
import { type Book, daysText, mark } from "./book.ts";
import { type Html, html } from "./html.ts";

interface Valid {
  readonly validFrom: CalendarDate;
  readonly validTo?: CalendarDate | undefined;
  readonly status: SourceStatus;
}

/** The versions of something side by side, the longer the wider: when each is valid, and how sure it is. The last one may go on. */
export const timelineHtml = (versions: readonly Valid[], book: Book): Html =>
  html`<ol class="timeline">${versions.map(
    (version) =>
      html`<li class="${version.status}${version.validTo === undefined ? " open" : ""}" style="flex-grow:${width(version)}">${daysText(version, book)} ${mark(version.status, book)}</li>`,
  )}</ol>`;

/** Wider for longer, but a version of a month is seen beside one of ten years. */
const width = ({ validFrom, validTo }: Valid): number =>
  validTo === undefined ? 6 : Math.max(2, Math.min(12, Math.round(Math.sqrt(daysBetween(validFrom, validTo) / 30))));
