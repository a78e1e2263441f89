import type { Language } from "@finsam/model";
import type { TopLevelSpec } from "vega-lite";
import { bareChart, type ChartText, drawn, inPixels, textLayers } from "./drawing.ts";
import type { ExitFlow, Stream } from "./exit-flow.ts";
import { type Html, harmlessText } from "./html.ts";
import { wrapped } from "./wrapped.ts";
import { writtenNumber } from "./written.ts";

/** Where things stand across a chart, in pixels. */
interface Across {
  readonly width: number;
  /** The left edges of the three columns of bars. */
  readonly columns: readonly [number, number, number];
  readonly labelCharacters: number;
}

const across = {
  narrow: { width: 360, columns: [0, 118, 206], labelCharacters: 18 },
  wide: { width: 760, columns: [0, 300, 560], labelCharacters: 24 },
} as const satisfies Readonly<Record<string, Across>>;

const [allHeight, barWidth, sourceGap, endGap, line, textSize] = [230, 8, 14, 14, 17, 14];

/** A bar that a stream begins or ends at, with its words. */
interface Node {
  readonly x: number;
  readonly top: number;
  readonly height: number;
  readonly colour: string;
}

/**
 * The flow of a year as ribbons as thick as the counts: from where participations came, over all of them, to how they ended. `narrow`
 * reads on a phone, `wide` beside nothing else.
 */
export const flowChart = (flow: ExitFlow, size: "narrow" | "wide", language: Language): Promise<Html> =>
  drawn(specification(flow, across[size], language));

function specification(flow: ExitFlow, { width, columns, labelCharacters }: Across, language: Language): TopLevelSpec {
  const scale = allHeight / flow.all;
  const textOf = ({ label }: Stream, characters: number) => wrapped(harmlessText(label), characters);
  const ends = flow.ends.map((end) => ({ end, lines: textOf(end, labelCharacters), height: end.count * scale }));
  // A thin ribbon still needs room for its words.
  const slots = ends.map(({ lines, height }) => Math.max(height, (lines.length + 1) * line));
  const height = Math.max(
    slots.reduce((sum, slot) => sum + slot, 0) + endGap * (slots.length - 1),
    allHeight + sourceGap,
  );
  const [left, middle, right] = columns;
  const allTop = (height - allHeight) / 2;

  const nodes: Node[] = [{ x: middle, top: allTop, height: allHeight, colour: "currentColor" }];
  const ribbons: object[] = [];
  const texts: ChartText[] = [];
  const write = (x: number, centre: number, count: number, lines: readonly string[]) => {
    const first = centre - (lines.length * line) / 2;
    texts.push({
      x,
      y: first,
      text: writtenNumber(count, language),
      align: "left",
      weight: 600,
      colour: "currentColor",
    });
    for (const [index, text] of lines.entries())
      texts.push({ x, y: first + (index + 1) * line, text, align: "left", weight: 400, colour: "var(--muted)" });
  };

  let [top, inAll] = [(height - allHeight - sourceGap) / 2, allTop];
  for (const source of flow.sources) {
    const thick = source.count * scale;
    nodes.push({ x: left, top, height: thick, colour: "var(--flow)" });
    ribbons.push(...ribbon(source.id, "var(--flow)", [left + barWidth, top], [middle, inAll], thick));
    if (source.count > 0)
      write(left + barWidth + 8, top + thick / 2, source.count, textOf(source, width < 500 ? 12 : 26));
    top += thick + sourceGap;
    inAll += thick;
  }
  write(middle + barWidth + 6, allTop + allHeight / 2, flow.all, []);

  [top, inAll] = [0, allTop];
  for (const [index, { end, lines, height: thick }] of ends.entries()) {
    const slot = slots[index] ?? thick;
    const colour = end.positive ? "var(--positive)" : end.id === "_goes-on" ? "var(--flow)" : "var(--unknown)";
    const at = top + (slot - thick) / 2;
    nodes.push({ x: right, top: at, height: thick, colour });
    ribbons.push(...ribbon(end.id, colour, [middle + barWidth, inAll], [right, at], thick));
    write(right + barWidth + 8, top + slot / 2, end.count, lines);
    top += slot + endGap;
    inAll += thick;
  }

  return {
    ...bareChart,
    width,
    height,
    layer: [
      {
        data: { values: ribbons },
        mark: { type: "area", opacity: 0.28, strokeWidth: 0 },
        encoding: {
          x: { ...inPixels, field: "x" },
          y: { ...inPixels, field: "top", stack: null },
          y2: { field: "bottom" },
          detail: { field: "id" },
          fill: { field: "colour", type: "nominal", scale: null },
        },
      },
      {
        data: { values: nodes.map((node) => ({ ...node, x2: node.x + barWidth, bottom: node.top + node.height })) },
        mark: { type: "rect" },
        encoding: {
          x: { ...inPixels, field: "x" },
          x2: { field: "x2" },
          y: { ...inPixels, field: "top" },
          y2: { field: "bottom" },
          fill: { field: "colour", type: "nominal", scale: null },
        },
      },
      ...textLayers(texts, textSize),
    ],
  };
}

const steps = 24;

/** The points of a ribbon that leaves one bar level and comes in level at another. */
function ribbon(
  id: string,
  colour: string,
  from: readonly [x: number, top: number],
  to: readonly [x: number, top: number],
  thick: number,
): readonly object[] {
  return Array.from({ length: steps + 1 }, (_, step) => {
    const part = step / steps;
    const bend = part * part * (3 - 2 * part);
    const top = from[1] + (to[1] - from[1]) * bend;
    return { id, colour, x: from[0] + (to[0] - from[0]) * part, top, bottom: top + thick };
  });
}
