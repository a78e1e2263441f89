import { type Criterion, evaluate, explain, type Outcome, readFacts, type Setting } from "@finsam/criteria";
import { type Facts, includesDay } from "@finsam/model";
import { daysOf } from "./dated.ts";
import type { Vector, VectorDocument } from "./vector-document.ts";

/** What an implementation says about a person. */
export interface Judgement {
  readonly outcome: Outcome;
  /** The facts that would have to be known to settle it, in any order; empty when it is settled. */
  readonly missing: readonly string[];
}

/** How an implementation judges a criterion. The facts are as read: those that are missing are absent. */
export type Judge = (criterion: Criterion, facts: Facts, setting: Setting) => Judgement;

/** A vector that an implementation fails, and what it said instead. */
export interface FailedVector {
  readonly vector: Vector;
  readonly got: Judgement | { readonly error: "no-version-covers" };
}

/**
 * Runs a document through an implementation and gives the vectors that it fails; none when all is well. Without a judge the plain
 * evaluator runs.
 *
 * @example
 * ```ts
 * import { failingVectors, ruleVectors } from "@finsam/policy";
 * import { stockholm } from "@finsam/stockholm";
 * const document = ruleVectors(stockholm, "finsam");
 * failingVectors(document); // => []
 * failingVectors(document, () => ({ outcome: "met", missing: [] })).length > 0; // => true
 * ```
 */
export function failingVectors(document: VectorDocument, judge: Judge = plainly): readonly FailedVector[] {
  return document.vectors.flatMap((vector) => {
    const got = run(vector, document, judge);
    return agrees(vector, got) ? [] : [{ vector, got }];
  });
}

function run({ on, facts }: Vector, { versions, vocabulary }: VectorDocument, judge: Judge): FailedVector["got"] {
  const version = versions.find((candidate) => includesDay(daysOf(candidate), on));
  if (version === undefined) return { error: "no-version-covers" };
  const { criterion, leapDayBirthday } = version;
  return judge(criterion, readFacts(vocabulary, facts).facts, { vocabulary, on, leapDayBirthday });
}

function agrees(expected: Vector, got: FailedVector["got"]): boolean {
  if ("error" in expected || "error" in got) return "error" in expected && "error" in got;
  return expected.outcome === got.outcome && inOrder(expected.missing) === inOrder(got.missing);
}

const inOrder = (facts: readonly string[]): string => [...facts].sort().join(" ");

/** A settled outcome has nothing missing, so that only an open one is worth explaining. */
const plainly: Judge = (criterion, facts, setting) => {
  const outcome = evaluate(criterion, facts, setting);
  return { outcome, missing: outcome === "undetermined" ? explain(criterion, facts, setting).missing : [] };
};
