import type { Criterion, Setting, Vocabulary } from "@finsam/criteria";
import type { Facts } from "@finsam/model";

/** A criterion to be evaluated on a reference date. */
export interface Case {
  /** Cases of one subject are one rule: together they must tell people apart. */
  readonly subject: string;
  readonly criterion: Criterion;
  readonly setting: Setting;
}

/** How some facts lie in columns, where there is a choice. */
export interface Held {
  /** Numbers that are never intervals, in one column. */
  readonly exactNumbers?: readonly string[];
  /** Sets with a column that says whether they are known, also where a set can be NULL. */
  readonly setsWithPresence?: readonly string[];
}

/** People and what is asked about them. */
export interface Trial {
  readonly name: string;
  readonly vocabulary: Vocabulary;
  readonly held?: Held;
  readonly people: readonly Facts[];
  readonly cases: readonly Case[];
}
