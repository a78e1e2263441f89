import type { RegisterLayout } from "@finsam/policy";
import { foldSpelling } from "./spelling.ts";

/** A column of a file: its heading, as the layout writes it, and where it stands, counted from 0. */
export interface Column {
  readonly heading: string;
  readonly index: number;
}

/** What the columns of a layout hold, by name. */
export type RegisterField = keyof RegisterLayout["columns"];

/** Where a file has what the layout asks for. */
export interface Columns {
  readonly fields: Readonly<Partial<Record<RegisterField, Column>>>;
  readonly facts: readonly (readonly [fact: string, column: Column])[];
  /** The headings of all columns of the file, as an account may show them. */
  readonly headings: readonly string[];
  /** Headings that the layout does not know; one without a text is named by its place, such as `#18`. */
  readonly ignored: readonly string[];
}

type Matching =
  | { readonly ok: true; readonly columns: Columns }
  | {
      readonly ok: false;
      readonly mismatch: {
        readonly code: "headings-missing" | "heading-twice" | "no-headings";
        readonly headings: readonly string[];
        readonly found: readonly string[];
      };
    };

/** Every heading that a layout names, as it writes them. */
export const headingsOf = ({ columns, facts = {} }: RegisterLayout): readonly string[] => [
  ...new Set([...Object.values(columns), ...Object.values(facts)].filter((heading) => heading !== undefined)),
];

/** Finds the columns of a layout among the headings of a file. Every heading that the layout names must be there, once. */
export function matchHeadings(layout: RegisterLayout, headings: readonly string[]): Matching {
  const folded = headings.map(foldSpelling);
  const wanted = headingsOf(layout);
  const missing = wanted.filter((heading) => !folded.includes(foldSpelling(heading)));
  const shown = headings.map(shownHeading);
  // A line with none of them may be a row about a person: nothing of it is repeated.
  if (missing.length === wanted.length)
    return { ok: false, mismatch: { code: "no-headings", headings: missing, found: [] } };
  if (missing.length > 0) return { ok: false, mismatch: { code: "headings-missing", headings: missing, found: shown } };
  const twice = wanted.filter(
    (heading) => folded.indexOf(foldSpelling(heading)) !== folded.lastIndexOf(foldSpelling(heading)),
  );
  if (twice.length > 0) return { ok: false, mismatch: { code: "heading-twice", headings: twice, found: shown } };

  const columnOf = (heading: string): Column => ({ heading, index: folded.indexOf(foldSpelling(heading)) });
  const known = new Set(wanted.map(foldSpelling));
  return {
    ok: true,
    columns: {
      fields: fieldsOf(layout, columnOf),
      facts: Object.entries(layout.facts ?? {}).map(([fact, heading]) => [fact, columnOf(heading)]),
      headings: shown,
      ignored: shown.filter((_, index) => !known.has(folded[index] ?? "")),
    },
  };
}

function fieldsOf({ columns }: RegisterLayout, columnOf: (heading: string) => Column): Columns["fields"] {
  return Object.fromEntries(
    Object.entries(columns).flatMap(([field, heading]) => (heading === undefined ? [] : [[field, columnOf(heading)]])),
  );
}

/** A heading as an account may show it. What has several digits may be a person's data in a file without headings. */
const shownHeading = (heading: string, index: number): string =>
  heading.trim() === "" || /\d.*\d.*\d.*\d.*\d/s.test(heading) || heading.length > 100
    ? `#${index + 1}`
    : heading.trim().replace(/\s+/g, " ");
