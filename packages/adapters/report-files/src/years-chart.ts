import { type Language, sexLabels } from "@finsam/model";
import type { TopLevelSpec } from "vega-lite";
import { bareChart, type ChartText, drawn, inPixels, textLayers } from "./drawing.ts";
import type { Html } from "./html.ts";
import { writtenNumber } from "./written.ts";

/** How many women and men there were in each of two years. */
export interface TwoYears {
  readonly years: readonly [number, number];
  readonly sexes: readonly { readonly sex: "woman" | "man"; readonly counts: readonly [number, number] }[];
}

const [width, height, top, bottom, left, right, textSize, textGap] = [360, 170, 14, 140, 52, 240, 13, 17];

/** The change from one year to another as two lines, from zero up, each named where it ends. */
export const yearsChart = (change: TwoYears, language: Language): Promise<Html> =>
  drawn(specification(change, language));

function specification({ years, sexes }: TwoYears, language: Language): TopLevelSpec {
  const most = Math.max(1, ...sexes.flatMap(({ counts }) => counts));
  const place = (count: number): number => bottom - (count / most) * (bottom - top);
  const points = sexes.flatMap(({ sex, counts }) =>
    [left, right].map((x, index) => ({ sex, x, y: place(counts[index] ?? 0), colour: `var(--${sex})` })),
  );
  const [first, last] = years;
  const texts: ChartText[] = [
    { x: left, y: height - 8, text: String(first), align: "left", weight: 400, colour: "var(--muted)" },
    { x: right, y: height - 8, text: String(last), align: "right", weight: 400, colour: "var(--muted)" },
    ...[0, 1].flatMap((index) =>
      apart(sexes.map(({ counts }) => place(counts[index] ?? 0))).map((y, of): ChartText => {
        const { sex = "woman", counts = [0, 0] } = sexes[of] ?? {};
        const count = writtenNumber(counts[index] ?? 0, language);
        return index === 0
          ? { x: left - 10, y, text: count, align: "right", weight: 600, colour: "currentColor" }
          : {
              x: right + 10,
              y,
              text: `${count} ${sexLabels[sex][language]}`,
              align: "left",
              weight: 600,
              colour: "currentColor",
            };
      }),
    ),
  ];
  const colour = { field: "colour", type: "nominal", scale: null } as const;
  return {
    ...bareChart,
    width,
    height,
    layer: [
      {
        data: { values: [{ x: left, x2: right, y: bottom }] },
        mark: { type: "rule", stroke: "currentColor", opacity: 0.35 },
        encoding: { x: { ...inPixels, field: "x" }, x2: { field: "x2" }, y: { ...inPixels, field: "y" } },
      },
      {
        data: { values: points },
        encoding: { x: { ...inPixels, field: "x" }, y: { ...inPixels, field: "y" }, detail: { field: "sex" } },
        layer: [
          { mark: { type: "line", strokeWidth: 2.5 }, encoding: { stroke: colour } },
          { mark: { type: "point", size: 60, opacity: 1 }, encoding: { fill: colour, stroke: colour } },
        ],
      },
      ...textLayers(texts, textSize),
    ],
  };
}

/** Two words may not stand on each other: they are moved as far apart as a line is high. */
function apart(places: readonly number[]): readonly number[] {
  const [one = 0, other = 0] = places;
  if (Math.abs(one - other) >= textGap) return places;
  const centre = (one + other) / 2;
  const sign = one <= other ? -1 : 1;
  return [centre + (sign * textGap) / 2, centre - (sign * textGap) / 2];
}
