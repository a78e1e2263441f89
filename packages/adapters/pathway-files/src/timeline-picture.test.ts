import { type Pathway, pathwayTimeline } from "@finsam/pathway";
import { describe, expect, test } from "vitest";
import { timelinePage, timelinePicture } from "./timeline-picture.ts";

const label = { sv: "Arbetsträning <b>& mer", en: "Work training <b>& more" };
const pathway: Pathway = {
  person: "p-4711",
  interventions: [
    { id: "a", label, referred: "2024-01-01", start: "2024-01-22", end: "2024-03-31", focus: ["job-focused"] },
    { id: "b", label: { sv: "Hälsoskola", en: "Health school" }, start: "2024-03-01" },
  ],
  changes: [{ change: "care-centre", left: "2024-02-29" }],
};
const timeline = pathwayTimeline(pathway, { on: "2024-06-30", highlightFrom: 14 });

/** How wide the bars of a colour are. */
const barsIn = (svg: string, colour: string): readonly number[] =>
  [...svg.matchAll(/<path [^>]*d="M([\d.]+),[^"]*?L([\d.]+),[^"]*"[^>]*fill="(#[0-9a-f]{6})"/g)]
    .filter(([, , , fill]) => fill === colour)
    .map(([, from, to]) => Math.round(Number(to) - Number(from)));

describe("the picture of a timeline", () => {
  test("has a title and a description in the language, and nobody's pseudonym", async () => {
    const svg = await timelinePicture(timeline, "sv");
    expect(svg).toMatch(/^<svg role="img" lang="sv" aria-labelledby="timeline-title timeline-desc" /);
    expect(svg).toContain('<title id="timeline-title">Tidslinje till och med 2024-06-30</title>');
    expect(svg).toContain("Insatser: 2. Perioder med parallella insatser: 1. Glapp: 2, det längsta 122 dagar.");
    expect(svg).not.toContain("p-4711");
  });

  test("draws every lane, with a bar or a sign for each line of the table", async () => {
    const svg = await timelinePicture(timeline, "sv");
    for (const lane of ["Hälsoskola", "Parallella insatser", "Glapp: väntan på start", "Byte av vårdcentral"])
      expect(svg).toContain(`>${lane}</text>`);
    expect(barsIn(svg, "#1f6f8b")).toHaveLength(2);
    expect(barsIn(svg, "#6a4c93")).toHaveLength(1);
    expect(barsIn(svg, "#e07a1f")).toHaveLength(2);
  });

  test("writes texts as texts, and refers to nothing outside", async () => {
    const svg = await timelinePicture(timeline, "en");
    expect(svg).toContain("Work training &lt;b&gt;&amp; more");
    expect(svg).not.toMatch(/<b>|<script|href|url\(http/);
  });

  test("is the same every time", async () => {
    expect(await timelinePicture(timeline, "sv")).toBe(await timelinePicture(timeline, "sv"));
  });

  test("of somebody to whom nothing has happened is empty, and still says what it is", async () => {
    const svg = await timelinePicture(pathwayTimeline({ person: "p", interventions: [] }, { on: "2024-06-30" }), "en");
    expect(svg).toContain("Interventions: 0.");
    expect(svg).not.toContain("NaN");
  });
});

test("the page has the picture and the table that says the same in words", async () => {
  const page = await timelinePage(timeline, "sv");
  expect(page).toContain('<html lang="sv">');
  expect(page).toContain('<th scope="col">Anmärkning</th>');
  expect(page.match(/<tr><td>/g)).toHaveLength(timeline.entries.length);
  expect(page).toContain("<td>Arbetsträning &lt;b&gt;&amp; mer</td>");
  expect(page).not.toContain("p-4711");
});
