/** One thing that was measured. */
export interface Figure {
  readonly what: string;
  /** How many people or rows one run took. */
  readonly count: number;
  readonly milliseconds: number;
  /** Time as a ratio to the first figure of its section. */
  readonly ratio: number;
}

/** Figures that belong together: the first is the reference of the others. */
export interface Section {
  readonly title: string;
  readonly figures: readonly Figure[];
}

/** A section as a table in Markdown. */
export function sectionText({ title, figures }: Section): string {
  const rows = figures.map(({ what, count, milliseconds, ratio }) => {
    const perSecond = Math.round((count / milliseconds) * 1000).toLocaleString("en");
    return `| ${what} | ${count.toLocaleString("en")} | ${milliseconds.toFixed(1)} | ${perSecond} | ${ratio.toFixed(2)} |`;
  });
  return [
    `## ${title}`,
    "",
    "| what | people or rows | ms | a second | ratio of times |",
    "| --- | ---: | ---: | ---: | ---: |",
    ...rows,
  ].join("\n");
}
