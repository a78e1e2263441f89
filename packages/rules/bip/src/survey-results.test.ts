import type { Survey } from "@finsam/policy";
import { describe, expect, test } from "vitest";
import { responseRate, type SurveyAnswer, surveyResults } from "./survey-results.ts";

const training: Survey = {
  id: "training",
  version: "1",
  title: { sv: "Utbildningen", en: "The training" },
  respondents: [
    { id: "staff", label: { sv: "Personal", en: "Staff" } },
    { id: "managers", label: { sv: "Chefer", en: "Managers" } },
  ],
  forms: ["ongoing", "exit"],
  scales: [
    {
      id: "agree",
      answers: ["not-at-all", "hardly", "partly", "absolutely"],
      top: ["partly", "absolutely"],
      outside: ["not-relevant"],
    },
  ],
  indicators: [{ id: "useful", scale: "agree" }],
};
const answers = (count: number, answer: string | null, more: Partial<SurveyAnswer> = {}): SurveyAnswer[] =>
  Array.from({ length: count }, () => ({ indicator: "useful", respondent: "staff", form: "exit", answer, ...more }));

describe("surveys", () => {
  test("91 answers of 150 asked are a response rate of 61 per cent", () => {
    expect(responseRate(91, 150)).toEqual({
      state: "known",
      rate: { numerator: 91, denominator: 150, percent: 61 },
    });
  });

  test("a response rate is undetermined when nobody was asked, or more answered than were asked", () => {
    expect(responseRate(0, 0).state).toBe("undetermined");
    expect(responseRate(4, 3).state).toBe("undetermined");
  });

  test("the share of top answers has the answers that count as its base, with Wilson's interval", () => {
    const [result] = surveyResults(
      [answers(13, "absolutely"), answers(3, "hardly"), answers(4, "not-relevant"), answers(2, null)].flat(),
      training,
      95,
    );
    expect(result).toMatchObject({ top: { numerator: 13, denominator: 16, percent: 81 }, missing: 2, outside: 4 });
    // R. G. Newcombe's method 3 for 13 of 16.
    expect(result?.interval?.lower).toBeCloseTo(0.5699, 4);
    expect(result?.interval?.upper).toBeCloseTo(0.9341, 4);
  });

  test("no answer that counts is no share, not a share of 0", () => {
    expect(surveyResults(answers(2, null), training, 95)[0]).toMatchObject({ top: null, interval: null, missing: 2 });
  });

  test("answers, respondents and indicators that the survey does not have are refused and counted", () => {
    const odd = [answers(1, "perhaps"), answers(1, "absolutely", { respondent: "neighbours" })].flat();
    expect(surveyResults(odd, training, 95).map(({ refused, top }) => [refused, top])).toEqual([
      [1, null],
      [1, null],
    ]);
  });

  test("respondents and forms are told apart, never added", () => {
    const both = [answers(2, "absolutely"), answers(1, "hardly", { respondent: "managers", form: "ongoing" })].flat();
    expect(
      surveyResults(both, training, 95).map(({ respondent, form, top }) => [respondent, form, top?.percent]),
    ).toEqual([
      ["managers", "ongoing", 0],
      ["staff", "exit", 100],
    ]);
  });
});
