import type { Explanation } from "../explain.ts";
import type { Outcome } from "../outcome.ts";
import type { CompiledRule } from "./compile.ts";

/** One rule and one person, with the packed outcomes of all conditions. The outcome and the reasons are worked out on demand. */
export class Assessment<Row extends object> {
  readonly rule: CompiledRule<Row>;
  readonly about: Row;
  /** One integer for up to sixteen conditions, so that nothing else is kept; else several. */
  readonly packed: number | Int32Array;

  constructor(rule: CompiledRule<Row>, about: Row, packed: number | Int32Array) {
    this.rule = rule;
    this.about = about;
    this.packed = packed;
  }

  get outcome(): Outcome {
    return this.rule.outcomeAt(asArray(this.packed), 0);
  }

  get explanation(): Explanation {
    return this.rule.explanationAt(asArray(this.packed), 0, this.about);
  }
}

const single = new Int32Array(1);

function asArray(packed: number | Int32Array): Int32Array {
  if (typeof packed !== "number") return packed;
  single[0] = packed;
  return single;
}
