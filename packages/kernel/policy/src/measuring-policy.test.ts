import { describe, expect, test } from "vitest";
import { extendPolicy } from "./extend-policy.ts";
import { FidelityLayout } from "./fidelity-scale.ts";
import { citationsInMeasuring, MeasuringPolicy } from "./measuring-policy.ts";
import { readProfile } from "./profile.ts";
import { smallProfile } from "./small-profile.fixture.ts";
import { Survey } from "./survey.ts";

const text = { sv: "Text", en: "Text" };
const card = {
  id: "card",
  version: "1",
  title: text,
  indicators: [{ id: "area", label: text, respondents: ["participant" as const], status: "attested" as const }],
  scales: [],
};
const messages = (candidate: unknown, schema: { safeParse: typeof MeasuringPolicy.safeParse } = MeasuringPolicy) =>
  schema.safeParse(candidate).error?.issues.map(({ message }) => message) ?? [];

describe("what an association measures with", () => {
  test("two instruments with one id are refused", () => {
    expect(messages({ instruments: [card, { ...card, version: "2" }] })).toEqual([
      '"card" stands twice; give each its own id',
    ]);
  });

  test("an overlay states the scale of its own card, which the base does not have", () => {
    const own = { id: "own", min: 1, max: 10, step: 1, direction: "higher-is-better", status: "attested" } as const;
    const extended = extendPolicy(
      { ...smallProfile, measuring: { instruments: [card] } },
      {
        extends: "storkommun",
        id: "lillkommun",
        version: "1",
        author: "Board of Lillkommun",
        reason: text,
        citation: { source: "statutes" },
        measuring: { instruments: [{ ...card, scales: [own] }] },
      },
    );
    expect(
      extended.ok ? extended.profile.measuring?.instruments?.map(({ scales }) => scales) : extended.problems,
    ).toEqual([[own]]);
  });

  test("a citation of a source that the profile does not list is refused, wherever it stands", () => {
    const [area] = card.indicators;
    const cited = { ...card, indicators: [{ ...area, citation: { source: "nowhere" } }] };
    const read = readProfile({ ...smallProfile, measuring: { instruments: [cited] } });
    expect(read.ok ? [] : read.problems.map(({ path, message }) => `${path}: ${message}`)).toEqual([
      'measuring.instruments.0.indicators.0.citation.source: the profile has no source "nowhere"',
    ]);
    expect(citationsInMeasuring({ instruments: [{ ...card, citation: { source: "own" } }] })).toEqual([
      { citation: { source: "own" }, path: ["instruments", 0] },
    ]);
  });
});

describe("surveys as data", () => {
  const survey = {
    id: "survey",
    version: "1",
    title: text,
    respondents: [{ id: "staff", label: text }],
    forms: ["exit"],
    scales: [{ id: "agree", answers: ["no", "yes"], top: ["yes"] }],
    indicators: [{ id: "useful", scale: "agree" }],
  };
  const problems = (change: object) =>
    Survey.safeParse({ ...survey, ...change }).error?.issues.map(({ message }) => message) ?? [];

  test("need no wording", () => {
    expect(problems({})).toEqual([]);
  });

  test("ask only on scales that they have, whose top answers are among the answers", () => {
    expect(problems({ indicators: [{ id: "useful", scale: "often" }] })).toEqual(['the survey has no scale "often"']);
    expect(problems({ scales: [{ id: "agree", answers: ["no", "yes"], top: ["always"] }] })).toEqual([
      'the scale has no answer "always"',
    ]);
    expect(problems({ scales: [{ id: "agree", answers: ["no", "yes"], top: ["yes"], outside: ["no"] }] })).toEqual([
      "each answer of a scale stands once",
    ]);
  });
});

describe("bands of a fidelity scale", () => {
  const band = (id: string, from: number, to: number) => ({ id, label: text, from, to, status: "attested" });
  const problems = (...bands: readonly object[]) =>
    FidelityLayout.safeParse({ items: 25, lowest: 1, highest: 5, bands }).error?.issues.map(({ message }) => message);

  test("share no total, and stay within what the items can give", () => {
    expect(problems(band("good", 100, 114), band("fair", 74, 99))).toBeUndefined();
    expect(problems(band("good", 100, 114), band("fair", 74, 100))).toEqual(['"good" and "fair" share totals']);
    expect(problems(band("low", 24, 73))).toEqual(['"low" lies outside the totals 25 to 125']);
  });
});
