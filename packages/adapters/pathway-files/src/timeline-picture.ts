import { addDays, daysBetween, type Language } from "@finsam/model";
import { type PathwayTimeline, type TimelineEntry, timelineTable } from "@finsam/pathway";
import type { TopLevelSpec } from "vega-lite";

/** In pixels; a page may scale the whole. */
const [width, lane, bar, textSize] = [640, 34, 18, 13];

/** One bar of the picture: its lane, its days (up to the day after the last), and how it is drawn. */
interface Bar {
  readonly lane: string;
  readonly kind: TimelineEntry["kind"];
  /** A day on which something happened, and no run of days. */
  readonly point: boolean;
  readonly days: number;
  readonly from: string;
  readonly middle: string;
  readonly to: string;
  readonly marked: boolean;
  readonly figure: string;
}

/**
 * The timeline of a person as a picture (SVG): a lane for each intervention, and lanes for parallel days, gaps, absence and changes. It has a
 * title and a description for those who cannot see it, and no name or pseudonym. What it shows stands in words in `timelineTable`;
 * `timelinePage` has both side by side. Colours are told apart by lane, not only by hue.
 *
 * @example
 * ```ts
 * import { pathwayTimeline } from "@finsam/pathway";
 * import { timelinePicture } from "@finsam/pathway-files";
 * const pathway = { person: "p1", interventions: [{ id: "a", label: { sv: "Arbetsträning", en: "Work training" }, start: "2024-01-15" }] };
 * const svg = await timelinePicture(pathwayTimeline(pathway, { on: "2024-03-31" }), "en");
 * svg.includes("<title id=\"timeline-title\">Timeline up to 2024-03-31</title>"); // => true
 * ```
 */
export async function timelinePicture(timeline: PathwayTimeline, language: Language): Promise<string> {
  // The two are large: who only wants a calendar file does not load them.
  const [vega, { compile }] = await Promise.all([import("vega"), import("vega-lite")]);
  const quiet = vega.logger(vega.Error);
  const { spec } = compile(specification(timeline, language), { logger: quiet });
  const view = new vega.View(vega.parse(spec), { renderer: "none", logger: quiet });
  const svg = await view.toSVG();
  view.finalize();
  const { title, description } = inWords(timeline, language);
  return `${svg.replace(
    /<svg ([^>]*)>/,
    (_, attributes: string) =>
      `<svg role="img" lang="${language}" aria-labelledby="timeline-title timeline-desc" ${attributes}>` +
      `<title id="timeline-title">${escaped(title)}</title><desc id="timeline-desc">${escaped(description)}</desc>`,
  )}\n`;
}

/**
 * A page (HTML) with the picture of a timeline and, beside it, the same in words as a table. It loads nothing from anywhere.
 *
 * @example
 * ```ts
 * import { pathwayTimeline } from "@finsam/pathway";
 * import { timelinePage } from "@finsam/pathway-files";
 * const page = await timelinePage(pathwayTimeline({ person: "p1", interventions: [] }, { on: "2024-03-31" }), "sv");
 * page.startsWith("<!doctype html>\n<html lang=\"sv\">"); // => true
 * ```
 */
export async function timelinePage(timeline: PathwayTimeline, language: Language): Promise<string> {
  const [head = [], ...rows] = timelineTable(timeline, language);
  const { title, description } = inWords(timeline, language);
  const cells = (tag: string, row: readonly string[]): string =>
    `<tr>${row.map((cell) => `<${tag}>${escaped(cell)}</${tag.split(" ")[0]}>`).join("")}</tr>`;
  return `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title>
<style>
body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem; color: #1d1d1b; background: #fff }
figure { margin: 0 0 2rem; overflow-x: auto }
table { border-collapse: collapse }
th, td { padding: .25rem .75rem .25rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid #ccc }
td:nth-child(-n + 3) { white-space: nowrap; font-variant-numeric: tabular-nums }
</style>
<h1>${escaped(title)}</h1>
<figure>
${await timelinePicture(timeline, language)}</figure>
<p>${escaped(description)}</p>
<table>
<thead>${cells('th scope="col"', head)}</thead>
<tbody>
${rows.map((row) => cells("td", row)).join("\n")}
</tbody>
</table>
</html>
`;
}

function inWords({ on, entries }: PathwayTimeline, language: Language): { title: string; description: string } {
  const of = (kind: TimelineEntry["kind"]) => entries.filter((entry) => entry.kind === kind);
  const interventions = new Set(of("intervention").map(({ label }) => label[language])).size;
  const gaps = of("gap");
  const longest = Math.max(0, ...gaps.map(({ days }) => days));
  return {
    sv: {
      title: `Tidslinje till och med ${on}`,
      description: `Insatser: ${interventions}. Perioder med parallella insatser: ${of("parallel").length}. Glapp: ${gaps.length}${gaps.length === 0 ? "" : `, det längsta ${longest} dagar`}. Allt i bilden står också i en tabell.`,
    },
    en: {
      title: `Timeline up to ${on}`,
      description: `Interventions: ${interventions}. Periods with parallel interventions: ${of("parallel").length}. Gaps: ${gaps.length}${gaps.length === 0 ? "" : `, the longest ${longest} days`}. All that the picture shows is in a table too.`,
    },
  }[language];
}

function specification({ entries, on }: PathwayTimeline, language: Language): TopLevelSpec {
  const drawn = entries.map((entry) => barOf(entry, language));
  const [first = on] = drawn.map(({ from }) => from).sort();
  const pixelsPerDay = width / (daysBetween(first, on) + 1);
  const bars = drawn.map((one) => ({
    ...one,
    // A figure stands in its bar where there is room, else after it, unless the next bar begins there.
    inside: one.days * pixelsPerDay > one.figure.length * textSize,
    followed: drawn.some((other) => other.lane === one.lane && other.from === one.to),
  }));
  const lanes = [
    ...new Set([
      ...bars.filter(({ kind }) => kind === "intervention" || kind === "pause").map((one) => one.lane),
      ...(["parallel", "gap", "absence", "change"] as const).flatMap((kind) =>
        bars.filter((one) => one.kind === kind).map((one) => one.lane),
      ),
    ]),
  ];
  const x = { field: "from", type: "temporal", scale: { type: "utc" } } as const;
  const y = {
    field: "lane",
    type: "nominal",
    sort: lanes,
    scale: { domain: lanes, paddingInner: 0, paddingOuter: 0 },
    axis: {
      title: null,
      labelLimit: 480,
      labelFontSize: textSize,
      ticks: false,
      domain: false,
      grid: true,
      tickBand: "extent",
    },
  } as const;
  const figure = { type: "text", baseline: "middle", fontSize: textSize - 1 } as const;
  return {
    width,
    height: Math.max(1, lanes.length) * lane,
    padding: 8,
    background: "white",
    config: {
      view: { stroke: null },
      font: "system-ui, sans-serif",
      aria: false,
      axis: { labelColor: "#1d1d1b", gridColor: "#ddd" },
    },
    data: {
      values: [...bars],
      format: { parse: { from: "utc:'%Y-%m-%d'", middle: "utc:'%Y-%m-%d'", to: "utc:'%Y-%m-%d'" } },
    },
    layer: [
      {
        transform: [{ filter: "!datum.point" }],
        mark: { type: "bar", height: bar, cornerRadius: 2 },
        encoding: {
          x: {
            ...x,
            axis: {
              title: null,
              format: "%Y-%m-%d",
              labelFontSize: textSize - 1,
              labelOverlap: true,
              tickCount: 5,
              grid: true,
            },
          },
          x2: { field: "to" },
          y,
          color: {
            field: "kind",
            type: "nominal",
            scale: { domain: Object.keys(colours), range: Object.values(colours) },
            legend: null,
          },
          stroke: { condition: { test: "datum.marked", value: "#1d1d1b" }, value: null },
          strokeWidth: { value: 2 },
        },
      },
      {
        transform: [{ filter: "datum.point" }],
        mark: { type: "point", shape: "diamond", filled: true, size: 140, color: colours.change },
        encoding: { x, y },
      },
      {
        transform: [{ filter: "!datum.inside && !datum.followed" }],
        mark: { ...figure, align: "left", dx: 4, fill: "#1d1d1b" },
        encoding: { x: { ...x, field: "to" }, y, text: { field: "figure" } },
      },
      {
        transform: [{ filter: "datum.inside" }],
        mark: { ...figure, align: "center" },
        encoding: {
          x: { ...x, field: "middle" },
          y,
          text: { field: "figure" },
          color: {
            condition: { test: "datum.kind === 'intervention' || datum.kind === 'parallel'", value: "white" },
            value: "#1d1d1b",
          },
        },
      },
      {
        data: { values: [{ on: addDays(on, 1) }], format: { parse: { on: "utc:'%Y-%m-%d'" } } },
        mark: { type: "rule", strokeDash: [4, 3], color: "#1d1d1b" },
        encoding: { x: { ...x, field: "on" } },
      },
    ],
  };
}

function barOf({ kind, lane, from, to, days, open, highlighted }: TimelineEntry, language: Language): Bar {
  const point = kind === "change" || days === 0;
  return {
    lane: lane[language],
    kind,
    point,
    days,
    from,
    middle: addDays(from, Math.ceil(days / 2)),
    to: point ? from : addDays(to, 1),
    marked: highlighted === true,
    figure: point ? "" : `${days}${open ? " →" : ""}`,
  };
}

/** Dark enough against white, and told apart by those who see no difference between red and green. */
const colours: Readonly<Record<TimelineEntry["kind"], string>> = {
  intervention: "#1f6f8b",
  pause: "#c9c9c9",
  parallel: "#6a4c93",
  gap: "#e07a1f",
  absence: "#8a8a8a",
  change: "#1d1d1b",
};

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
