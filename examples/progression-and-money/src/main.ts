import { fidelity, ipsFidelityScale, responseRate, type SurveyAnswer, surveyResults } from "@finsam/bip";

// A survey as ids. The wording stays with those who own it.
const survey = {
  id: "training",
  version: "1",
  title: { sv: "Utbildningen", en: "The training" },
  respondents: [{ id: "staff", label: { sv: "Personal", en: "Staff" } }],
  forms: ["exit" as const],
  scales: [{ id: "agree", answers: ["not-at-all", "hardly", "partly", "fully"], top: ["partly", "fully"] }],
  indicators: [{ id: "of-use-at-work", scale: "agree" }],
};

const given = (count: number, answer: string | null): readonly SurveyAnswer[] =>
  Array.from({ length: count }, () => ({ indicator: "of-use-at-work", respondent: "staff", form: "exit", answer }));
const answers = [given(41, "fully"), given(34, "partly"), given(15, "hardly"), given(1, null)].flat();

// 150 were asked, 91 answered.
const response = responseRate(answers.length, 150);
if (response.state === "known") console.log(`Response rate: ${response.rate.percent} %`);

for (const { indicator, top, interval, missing } of surveyResults(answers, survey, 95)) {
  if (top === null || interval === null) continue;
  const [lower, upper] = [interval.lower, interval.upper].map((limit) => Math.round(100 * limit));
  console.log(`${indicator}: ${top.percent} % (${lower} to ${upper}), ${missing} without an answer`);
}

// Twenty-five items, each rated 1 to 5; then the last one rated outside the scale, and not rated.
const ratings = [...Array.from({ length: 23 }, () => 4), 5, 5];
for (const review of [ratings, ratings.with(24, 0), [...ratings.slice(0, 24), null]]) {
  const result = fidelity(review, ipsFidelityScale, "2021-11-15");
  if (result.outcome === "rated") console.log(`Fidelity: ${result.total}, ${result.band?.label.en}`);
  else console.log("Fidelity: no total", { notRated: result.missing, outside: result.outside });
}
