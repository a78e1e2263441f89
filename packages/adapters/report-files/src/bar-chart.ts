import { type Language, type Sex, sexes, sexLabels } from "@finsam/model";
import type { TopLevelSpec } from "vega-lite";
import { bareChart, drawn, inPixels } from "./drawing.ts";
import { type Html, harmlessText } from "./html.ts";
import type { ShownTable } from "./shown-table.ts";
import { wrapped } from "./wrapped.ts";
import { withheldMark, writtenNumber } from "./written.ts";

/** In pixels; a page may scale the whole. As wide as a phone, so that the chart reads on one. */
const width = 360;
const [labelSize, barTextSize] = [14, 13];
const [labelLine, labelGap, bar, barGap, groupGap] = [18, 4, 14, 4, 16];
// No text can be measured without a browser, so widths are those of a wide font in bold.
const [labelCharacters, characterWidth, textGap] = [43, 8.6, 7];

/** One bar of a chart with its name before it and its figure behind; `count` is 0 where it is withheld. */
interface Bar {
  readonly sex: Sex;
  readonly count: number;
  readonly name: string;
  readonly figure: string;
  readonly top: number;
  readonly middle: number;
  readonly bottom: number;
}

/** Where everything in a chart stands: groups of bars one below the other, each under its label. */
interface Layout {
  readonly height: number;
  readonly labels: readonly { readonly text: string; readonly y: number }[];
  readonly bars: readonly Bar[];
}

/** Whether a table has something to compare: two rows or more, and a count that is shown. */
export const isWorthAChart = ({ lines, groupsReadOn }: ShownTable): boolean =>
  // Results in groups are compared by their shares, where the mix is told; bars of counts would say nothing of it.
  groupsReadOn === undefined &&
  lines.length > 1 &&
  lines.some(({ counts }) => sexes.some((sex) => typeof counts[sex] === "number" && counts[sex] > 0));

/**
 * The counts of a table as horizontal bars, one for each sex that the table shows, in the order of its columns. The colours are the
 * custom properties `--woman`, `--man`, `--other`, `--unknown` and the colour and font of the text around the chart, so that it follows
 * the page into the dark and onto paper; each bar is named as well, so that nothing depends on colour.
 */
export const barChart = (table: ShownTable, language: Language): Promise<Html> =>
  drawn(specification(layout(table, language)));

function layout({ lines, columns }: ShownTable, language: Language): Layout {
  const labels: { text: string; y: number }[] = [];
  const bars: Bar[] = [];
  let y = 0;
  for (const { label, counts } of lines) {
    if (y > 0) y += groupGap;
    for (const text of wrapped(harmlessText(label), labelCharacters)) {
      labels.push({ text, y: y + labelLine / 2 });
      y += labelLine;
    }
    y += labelGap;
    for (const sex of sexes.filter((sex) => columns.includes(sex))) {
      const count = counts[sex];
      bars.push({
        sex,
        count: typeof count === "number" ? count : 0,
        name: sexLabels[sex][language],
        figure: typeof count === "number" ? writtenNumber(count, language) : withheldMark,
        top: y,
        middle: y + bar / 2,
        bottom: y + bar,
      });
      y += bar + barGap;
    }
    y -= barGap;
  }
  return { height: y, labels, bars };
}

function specification({ height, labels, bars }: Layout): TopLevelSpec {
  const longest = (texts: readonly string[]): number => Math.max(...texts.map((text) => text.length)) * characterWidth;
  const left = Math.ceil(longest(bars.map(({ name }) => name))) + 2 * textGap;
  const right = width - Math.ceil(longest(bars.map(({ figure }) => figure))) - textGap;
  const most = Math.max(...bars.map(({ count }) => count));

  const length = {
    field: "count",
    type: "quantitative" as const,
    scale: { domain: [0, most], range: [left, right], nice: false },
    axis: null,
  };
  const colour = {
    field: "sex",
    type: "nominal" as const,
    scale: { domain: [...sexes], range: sexes.map((sex) => `var(--${sex})`) },
    legend: null,
  };
  const text = { type: "text", align: "left", baseline: "middle", fill: "currentColor" } as const;
  return {
    ...bareChart,
    width,
    height,
    layer: [
      {
        data: { values: [...labels] },
        mark: { ...text, fontSize: labelSize },
        encoding: { x: { value: 0 }, y: { ...inPixels, field: "y" }, text: { field: "text" } },
      },
      {
        data: { values: [...bars] },
        encoding: { y: { ...inPixels, field: "middle" } },
        layer: [
          {
            // The line that the bars stand on; it is all there is where a count is 0 or withheld.
            mark: { type: "rule", stroke: "currentColor", opacity: 0.35 },
            encoding: { x: { value: left - 0.5 }, y: { ...inPixels, field: "top" }, y2: { field: "bottom" } },
          },
          {
            transform: [{ filter: "datum.count > 0" }],
            // The stroke keeps the smallest bar visible.
            mark: { type: "rect", strokeWidth: 1 },
            encoding: {
              x: length,
              x2: { datum: 0 },
              y: { ...inPixels, field: "top" },
              y2: { field: "bottom" },
              fill: colour,
              stroke: colour,
            },
          },
          {
            mark: { ...text, fontSize: barTextSize, fill: "var(--muted)" },
            encoding: { x: { value: 0 }, text: { field: "name" } },
          },
          {
            mark: { ...text, fontSize: barTextSize, fontWeight: 600, dx: textGap },
            encoding: { x: length, text: { field: "figure" } },
          },
        ],
      },
    ],
  };
}
