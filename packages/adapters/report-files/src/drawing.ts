import type { TopLevelSpec } from "vega-lite";
import { type Html, trustedMarkup } from "./html.ts";

/** What every chart has: no frame, no background, the font of the page, and lengths that are laid out already. */
export const bareChart = {
  padding: 0,
  autosize: "none",
  background: "transparent",
  config: { view: { stroke: null }, font: "inherit", aria: false },
} as const satisfies Partial<TopLevelSpec>;

/** A place that is laid out in pixels already. */
export const inPixels = { type: "quantitative", scale: null, axis: null } as const;

/** Words in a chart, where they stand. */
export interface ChartText {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly align: "left" | "right";
  readonly weight: 400 | 600;
  readonly colour: string;
}

/** Words as layers of a chart: a layer for each alignment and weight, since a layer has one of each. */
export const textLayers = (texts: readonly ChartText[], fontSize: number) =>
  (["left", "right"] as const).flatMap((align) =>
    ([400, 600] as const).flatMap((fontWeight) => {
      const values = texts.filter((text) => text.align === align && text.weight === fontWeight);
      if (values.length === 0) return [];
      return [
        {
          data: { values },
          mark: { type: "text" as const, align, baseline: "middle" as const, fontSize, fontWeight },
          encoding: {
            x: { ...inPixels, field: "x" },
            y: { ...inPixels, field: "y" },
            text: { field: "text" },
            fill: { field: "colour", type: "nominal" as const, scale: null },
          },
        },
      ];
    }),
  );

/**
 * A chart as SVG. Colours are custom properties of the page, such as `var(--woman)`, so that the chart follows it into the dark and onto
 * paper. It is hidden from those who hear the page: its figures stand as text beside it.
 */
export async function drawn(specification: TopLevelSpec): Promise<Html> {
  // The two are large: who only wants JSON does not load them.
  const [vega, { compile }] = await Promise.all([import("vega"), import("vega-lite")]);
  const quiet = vega.logger(vega.Error);
  const { spec } = compile(specification, { logger: quiet });
  const view = new vega.View(vega.parse(spec), { renderer: "none", logger: quiet });
  const svg = await view.toSVG();
  view.finalize();
  return trustedMarkup(svg.replace("<svg ", '<svg aria-hidden="true" '));
}
