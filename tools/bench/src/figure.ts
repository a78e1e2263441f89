/** One thing that was measured. */
export interface Figure {
  readonly what: string;
  /** How many people or rows one run took. */
  readonly count: number;
  readonly milliseconds: number;
  /** Time for one person or row as a ratio to the first figure of its section. */
  readonly ratio: number;
  /** Of 10,000 people, how many were judged otherwise than by the plain evaluator; where that was checked. */
  readonly wrong?: number;
}

/** Figures that belong together: the first is the reference of the others. */
export interface Section {
  readonly title: string;
  readonly figures: readonly Figure[];
}

/** A section as a table in Markdown. */
export function sectionText({ title, figures }: Section): string {
  const checked = figures.some(({ wrong }) => wrong !== undefined);
  const rows = figures.map(({ what, count, milliseconds, ratio, wrong }) => [
    what,
    count.toLocaleString("en"),
    milliseconds.toFixed(1),
    Math.round((count / milliseconds) * 1000).toLocaleString("en"),
    ratio.toFixed(2),
    ...(checked ? [wrong?.toLocaleString("en") ?? ""] : []),
  ]);
  const headings = ["what", "people or rows", "ms", "a second", "ratio of times"];
  return [
    `## ${title}`,
    "",
    row([...headings, ...(checked ? ["wrong of 10,000"] : [])]),
    row(["---", ...(rows[0] ?? []).slice(1).map(() => "---:")]),
    ...rows.map(row),
  ].join("\n");
}

const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
