import { type SexDifference, writtenInterval, writtenPoints } from "@finsam/gender-reporting";
import type { Language, Text } from "@finsam/model";
import type { TopLevelSpec } from "vega-lite";
import { bareChart, type ChartText, drawn, inPixels, textLayers } from "./drawing.ts";
import { type Html, harmlessText } from "./html.ts";
import { wrapped } from "./wrapped.ts";

/** An outcome that women and men were compared on. */
export interface ComparedOutcome {
  readonly label: string;
  readonly difference: Extract<SexDifference, { readonly state: "compared" }>;
}

const [width, side, labelLine, rowGap, textSize] = [360, 12, 18, 22, 14];

/**
 * Differences between women and men as points with their intervals, in percentage points around a line at no difference. An interval
 * that leaves the line out is drawn filled, one that crosses it hollow, so that nothing depends on colour.
 */
export const intervalChart = (outcomes: readonly ComparedOutcome[], language: Language): Promise<Html> =>
  drawn(specification(outcomes, language));

function specification(outcomes: readonly ComparedOutcome[], language: Language): TopLevelSpec {
  const ends = outcomes.flatMap(({ difference: { pointsInterval } }) => [pointsInterval.lower, pointsInterval.upper]);
  const farthest = Math.max(5, ...ends.map(Math.abs));
  const scale = (width / 2 - side) / farthest;
  const place = (points: number): number => width / 2 + points * scale;

  const texts: ChartText[] = [
    { x: 0, y: 8, text: sides.men[language], align: "left", weight: 400, colour: "var(--muted)" },
    { x: width, y: 8, text: sides.women[language], align: "right", weight: 400, colour: "var(--muted)" },
  ];
  const [bars, rows]: [object[], object[]] = [[], []];
  let y = 34;
  for (const { label, difference } of outcomes) {
    for (const text of wrapped(harmlessText(label), 43)) {
      texts.push({ x: 0, y: y + labelLine / 2, text, align: "left", weight: 400, colour: "currentColor" });
      y += labelLine;
    }
    const { points, pointsInterval, excludesZero } = difference;
    const figures = `${writtenPoints(points, language)} (${writtenInterval(pointsInterval, language)})`;
    y += 12;
    rows.push({ x: width / 2, top: y - 12, bottom: y + 12 });
    bars.push({
      from: place(pointsInterval.lower),
      to: place(pointsInterval.upper),
      at: place(points),
      y,
      inside: excludesZero ? "currentColor" : "var(--paper)",
    });
    // The figures stand on the side where there is more room.
    const [before, after] = [
      Math.min(place(pointsInterval.lower), width / 2),
      Math.max(place(pointsInterval.upper), width / 2),
    ];
    const onRight = width - after > before;
    texts.push({
      x: onRight ? after + 10 : before - 10,
      y,
      text: figures,
      align: onRight ? "left" : "right",
      weight: 600,
      colour: "currentColor",
    });
    y += rowGap;
  }
  const height = y;
  return {
    ...bareChart,
    width,
    height,
    layer: [
      {
        data: { values: rows },
        mark: { type: "rule", stroke: "currentColor", opacity: 0.35 },
        encoding: { x: { ...inPixels, field: "x" }, y: { ...inPixels, field: "top" }, y2: { field: "bottom" } },
      },
      {
        data: { values: bars },
        encoding: { y: { ...inPixels, field: "y" } },
        layer: [
          {
            mark: { type: "rule", stroke: "currentColor", strokeWidth: 2 },
            encoding: { x: { ...inPixels, field: "from" }, x2: { field: "to" } },
          },
          {
            mark: { type: "point", size: 70, strokeWidth: 2, stroke: "currentColor", opacity: 1 },
            encoding: {
              x: { ...inPixels, field: "at" },
              fill: { field: "inside", type: "nominal", scale: null },
            },
          },
        ],
      },
      ...textLayers(texts, textSize - 1),
    ],
  };
}

const sides = {
  men: { sv: "← männens andel högre", en: "← men’s share higher" },
  women: { sv: "kvinnornas andel högre →", en: "women’s share higher →" },
} as const satisfies Readonly<Record<string, Text>>;
