import type { Facts } from "@finsam/model";
import type { Criterion } from "../criterion.ts";
import type { Explanation } from "../explain.ts";
import type { Setting } from "../known-fact.ts";
import type { Outcome } from "../outcome.ts";
import { mayGenerateCode } from "../packed/code-generation.ts";
import { explainerOf } from "../packed/explainer.ts";
import { type Layout, layOut } from "../packed/layout.ts";
import { countsOfGroup, type OutcomeCounts } from "../packed/outcome-counts.ts";
import { howRead, type Readers } from "../packed/reader.ts";
import { Assessment } from "./assessment.ts";
import { generatedFrom } from "./generated.ts";
import { closuresOf } from "./runner.ts";

/** What can be chosen when a rule is compiled. */
export interface CompileOptions<Row extends object> {
  /** `false` keeps to closures. Otherwise code is generated where the platform allows it. */
  readonly generate?: boolean;
  /** How facts are read from records that are not plain objects of facts by name; or, from those that are, faster than by name. */
  readonly read?: Readers<Row>;
}

/** A rule made ready to be run many times. It says what `evaluate` and `explain` say, always. */
export interface CompiledRule<Row extends object = Facts> {
  /** Whether code was generated, or the platform or the caller kept to closures. */
  readonly how: "generated" | "closures";
  /** How many 32-bit integers hold the outcomes of all conditions for one person: one for up to sixteen conditions. */
  readonly words: number;
  /** Where each outcome stands in the integers: what `@finsam/criteria/columns` runs by. */
  readonly layout: Layout;
  /** What the rule says about a person. */
  readonly outcome: (row: Row) => Outcome;
  /** The same, with the reasons made when somebody asks for them. */
  readonly assess: (row: Row) => Assessment<Row>;
  /** The packed outcomes of many: `words` integers for each, in their order. All that an explanation needs but the person. */
  readonly pack: (rows: readonly Row[], into?: Int32Array) => Int32Array;
  /** What the rule says about the person with this index among the packed. */
  readonly outcomeAt: (packed: Int32Array, index: number) => Outcome;
  /** How many of the packed have each outcome. */
  readonly count: (packed: Int32Array) => OutcomeCounts;
  /** The reasons for the person with this index among the packed: what `explain` gives. */
  readonly explanationAt: (packed: Int32Array, index: number, row: Row) => Explanation;
}

/**
 * Compiles a criterion, once for each rule and version of policy: to generated code where the platform allows it, else to closures. No
 * text of the criterion, the vocabulary or a person becomes part of generated code.
 *
 * @throws CriterionTooLarge when it is nested too deep or has too many parts; TypeError when a condition does not fit the vocabulary, a
 * limit is still a parameter, or a reference to a rule is not resolved.
 * @example
 * ```ts
 * import { any, conditions } from "@finsam/criteria";
 * import { compile } from "@finsam/criteria/compile";
 * const yesOrNo = (name: string) => ({ type: "boolean", label: { sv: name, en: name } }) as const;
 * const vocabulary = { illHealth: yesOrNo("ill health"), disability: yesOrNo("disability") };
 * const { illHealth, disability } = conditions(vocabulary);
 * const setting = { vocabulary, on: "2024-02-29", leapDayBirthday: "1-march" } as const;
 * const rule = compile(any(illHealth.is(true), disability.is(true)), setting);
 * rule.outcome({ illHealth: false, disability: false }); // => "notMet"
 * rule.assess({ illHealth: false }).explanation.missing; // => ["disability"]
 * ```
 */
export function compile<Row extends object = Facts>(
  criterion: Criterion,
  setting: Setting,
  { generate = true, read = {} }: CompileOptions<Row> = {},
): CompiledRule<Row> {
  const layout = layOut(criterion, setting);
  const { words } = layout;
  const closures = closuresOf(layout, read);
  const generated = generate && mayGenerateCode() ? generatedFrom(layout, read, closures) : undefined;
  const { one, all, outcome, outcomeAt, count } = generated ?? closures;
  const explainer = explainerOf(layout, (fact) => howRead(read, fact).read);
  const scratch = new Int32Array(words);

  const rule: CompiledRule<Row> = {
    how: generated === undefined ? "closures" : "generated",
    words,
    layout,
    outcome,
    assess: (row) => {
      one(row, scratch, 0);
      return new Assessment(rule, row, words === 1 ? (scratch[0] ?? 0) : scratch.slice());
    },
    pack: (rows, into = new Int32Array(rows.length * words)) => {
      all(rows, into);
      return into;
    },
    outcomeAt,
    count: (packed) => {
      const counts = new Int32Array(4);
      count(packed, counts);
      return countsOfGroup(counts, 0);
    },
    explanationAt: (packed, index, row) => explainer(packed, index * words, row),
  };
  return rule;
}
