import { describe, expect, test } from "vitest";
import type { MergeableDimension } from "./category-merge.ts";
import { mergedBand } from "./category-merge.ts";
import { readProfile } from "./profile.ts";
import { smallProfile } from "./small-profile.fixture.ts";

const text = (name: string) => ({ sv: name, en: name });
const listOf = (name: string, ...codes: readonly (string | readonly [string, string])[]) => ({
  id: name,
  version: "1",
  title: text(name),
  codes: codes.map((code) =>
    typeof code === "string"
      ? { id: code, label: text(`the ${code}`), status: "attested" }
      : { id: code[0], label: text(`the ${code[0]}`), status: "attested", reportAs: code[1] },
  ),
});
const [layout] = smallProfile.report;
const bands = [
  { id: "under-30", label: text("Under 30"), lessThan: 30 },
  { id: "30-to-50", label: text("30–50"), atLeast: 30, atMost: 50 },
  { id: "51-to-60", label: text("51–60"), atLeast: 51, atMost: 60 },
  { id: "over-65", label: text("Over 65"), moreThan: 65 },
];
const times = [
  { id: "under-2", label: text("Under 2"), lessThan: 2 },
  { id: "2-to-9", label: text("2–9"), atLeast: 2, atMost: 9 },
  { id: "over-10", label: text("Over 10"), atLeast: 10 },
];

const merge = (dimension: MergeableDimension, categories: readonly string[], id = "together", label = id) => ({
  dimension,
  into: { id, label: text(label) },
  categories,
});

const problems = (...merges: readonly ReturnType<typeof merge>[]) => {
  const read = readProfile({
    ...smallProfile,
    codeLists: {
      ...smallProfile.codeLists,
      exitReasons: listOf("exit-reasons", "work", "studies", ["illness", "work"], "moved", "dead", "wrong", "care"),
      education: listOf("education", "low", "middle", "high", "unknown"),
      support: listOf("support", "none", "benefit", ["part-benefit", "benefit"], "aid"),
    },
    exitResults: {
      work: "positive",
      studies: "positive",
      illness: "positive",
      care: "positive",
      moved: "not-positive",
      dead: "excluded",
      wrong: "not-a-participation",
    },
    report: [
      {
        ...layout,
        value: {
          ...layout.value,
          ageBands: bands,
          supportYearsBands: times,
          disclosure: { method: "round", base: 3, merges },
        },
      },
    ],
  });
  return read.ok
    ? []
    : read.problems.map(({ code, path }) => `${path.replace("report.0.value.disclosure.", "")}: ${code}`);
};

describe("categories that a report tells together", () => {
  test("are codes of one list that reports print, or bands that follow each other", () => {
    expect(
      problems(
        merge("exitReason", ["work", "care"], "well"),
        merge("education", ["low", "middle"]),
        merge("supportAtStart", ["benefit", "aid"]),
        merge("ageAtStart", ["51-to-60", "30-to-50"]),
        merge("supportYearsAtStart", ["under-2", "2-to-9"]),
      ),
    ).toEqual([]);
  });

  test("are refused where the report has no row for one: not listed, reported as another, excluded, or no answer", () => {
    const unknown = ["merges.0.categories.1: merge-unknown-category"];
    expect(problems(merge("education", ["low", "highest"]))).toEqual(unknown);
    expect(problems(merge("referrer", ["low", "high"]))).toEqual([
      "merges.0.categories.0: merge-unknown-category",
      ...unknown,
    ]);
    expect(problems(merge("supportAtStart", ["aid", "part-benefit"]))).toEqual(unknown);
    expect(problems(merge("education", ["low", "unknown"]))).toEqual(unknown);
    expect(problems(merge("exitReason", ["moved", "wrong"]))).toContain(unknown[0]);
    expect(problems(merge("exitReason", ["moved", "dead"]))).toContain(unknown[0]);
  });

  test("are refused where one is named twice, in one merge or in two of the same kind", () => {
    expect(problems(merge("education", ["low", "low"]))).toEqual(["merges.0.categories.1: merge-category-twice"]);
    expect(problems(merge("education", ["low", "middle"]), merge("education", ["high", "low"], "rest"))).toEqual([
      "merges.1.categories.1: merge-category-twice",
    ]);
  });

  test("are refused where their new id or label means something already", () => {
    const taken = ["merges.0.into: merge-id-taken"];
    expect(problems(merge("education", ["low", "middle"], "high"))).toEqual(taken);
    expect(problems(merge("education", ["low", "middle"], "low"))).toEqual(taken);
    expect(problems(merge("education", ["low", "middle"], "lower", "The high"))).toEqual(taken);
    expect(problems(merge("education", ["low", "middle"], "undetermined"))).toEqual(taken);
    expect(problems(merge("ageAtStart", ["30-to-50", "51-to-60"], "over-65"))).toEqual(taken);
    expect(
      problems(
        merge("exitReason", ["work", "studies"], "together"),
        merge("exitReason", ["care", "moved"], "together"),
      ),
    ).toContain("merges.1.into: merge-id-taken");
  });

  test("are refused where they are all, since one row tells nothing", () => {
    expect(problems(merge("education", ["low", "middle", "high"]))).toEqual(["merges.0.categories: merge-of-all"]);
  });

  test("are refused where exit reasons have different results, since the results would not be sums of them", () => {
    expect(problems(merge("exitReason", ["studies", "moved"]))).toEqual([
      "merges.0.categories: merge-of-unlike-results",
    ]);
  });

  test("are refused where years lie between bands: 61 to 65 years of age, or between nine and ten years in support", () => {
    const apart = ["merges.0.categories: merge-of-bands-apart"];
    expect(problems(merge("ageAtStart", ["51-to-60", "over-65"]))).toEqual(apart);
    expect(problems(merge("ageAtStart", ["under-30", "51-to-60"]))).toEqual(apart);
    expect(problems(merge("supportYearsAtStart", ["2-to-9", "over-10"]))).toEqual(apart);
  });
});

test("bands that are told together are one band with their outer limits, in whatever order they are named", () => {
  const into = { id: "30-to-60", label: text("30–60") };
  expect(mergedBand(bands.slice(1, 3).reverse(), into)).toEqual({ ...into, atLeast: 30, atMost: 60 });
  expect(mergedBand(bands.slice(0, 2), into)).toEqual({ ...into, atMost: 50 });
});
