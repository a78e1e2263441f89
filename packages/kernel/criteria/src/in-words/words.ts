import type { Language } from "@finsam/model";
import type { Comparison } from "../criterion.ts";
import type { Outcome } from "../outcome.ts";

/** Something said of a subject: two clauses in a row about the same subject name it once. */
export interface Clause {
  readonly subject: string;
  readonly predicate: string;
}

/** A calendar date as far as it is known. */
export interface KnownDate {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
}

/** All that a language needs for putting an explanation in words. Sentences are whole; the rest are parts of one. */
export interface Words {
  readonly language: Language;
  readonly outcomes: Readonly<Record<Outcome, string>>;

  /** What explanations are about, as the subject of a clause. */
  readonly person: string;
  /** A fact that has no phrases, as the subject of a clause. */
  readonly factCalled: (label: string) => string;
  readonly is: (value: string) => string;
  readonly hasToBe: (requirement: string) => string;
  /** A fact with no code in it, as a predicate. */
  readonly isEmpty: string;
  /** That somebody is not what the predicate says, for use after "if". */
  readonly isNot: (yes: string, no: string) => Clause;
  /** That a criterion asks for somebody of whom the predicate is true, or is not. */
  readonly criterionIsFor: (predicate: string, negated: boolean) => Clause;
  /** The person as subject, of whom the predicate is not true; for use after "if". */
  readonly otherThanPerson: string;

  readonly yes: string;
  readonly no: string;
  readonly not: (listed: string) => string;
  readonly number: (value: number) => string;
  readonly years: string;
  readonly between: (lowest: string, highest: string) => string;
  /** A date as a name, and as when something was. */
  readonly date: (date: KnownDate) => string;
  readonly onDate: (date: KnownDate) => string;
  readonly comparisons: Readonly<Record<Comparison, string>>;
  readonly dateComparisons: Readonly<Record<Comparison, string>>;
  readonly and: (listed: readonly string[]) => string;
  readonly or: (listed: readonly string[]) => string;
  /** Alternatives to one another, each of which may hold an "and". */
  readonly oneOfSeveral: (sets: readonly string[]) => string;
  /** So many that are not told. */
  readonly andMore: (more: number) => string;

  readonly sentence: {
    /** What is so, and what is asked for: it fits, or it does not. */
    readonly fits: (known: string, required: string) => string;
    readonly fitsNot: (known: string, required: string) => string;
    readonly notKnown: (questions: readonly string[]) => string;
    readonly closerAnswer: (labels: readonly string[]) => string;
    /** Several facts that decide together; several that decide each alone; and, besides those, several of which one is enough. */
    readonly decideTogether: (count: number, facts: string) => string;
    readonly decideAlone: (count: number, facts: string) => string;
    readonly oneIsEnough: (count: number, facts: string) => string;
    /** What makes the criteria met: some conditions, and some alternatives besides; one of the two may be empty. */
    readonly metIf: (conditions: string, besides: string) => string;
    readonly ifSo: string;
    readonly ifNot: string;
  };
  readonly questions: {
    readonly whether: (yes: string) => string;
    readonly whatIs: (label: string) => string;
  };
}
