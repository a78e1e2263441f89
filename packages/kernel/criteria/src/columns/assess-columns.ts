import type { CompiledRule } from "../compile/compile.ts";
import { comparisonsIn, keyOf, type Layout, type Reading } from "../packed/layout.ts";
import { countsOfGroup, type OutcomeCounts } from "../packed/outcome-counts.ts";
import { met } from "../packed/two-bit.ts";
import type { CodeColumn } from "./column.ts";
import type { Columns } from "./columns-of.ts";
import { runGenerated } from "./generated.ts";
import { readColumn } from "./read-column.ts";
import { type Run, runWithClosures } from "./run-columns.ts";

/** What can be chosen when a rule is run over columns. */
export interface ColumnOptions {
  /** A column to count outcomes by, such as the sex. */
  readonly by?: CodeColumn;
  /** Where to put the packed outcomes: as many integers as there are people, times the `words` of the rule. */
  readonly into?: Int32Array;
  /** Outcomes on the same columns of a rule that differs in a limit: what both ask is not judged again. */
  readonly previous?: { readonly rule: Pick<CompiledRule, "layout">; readonly packed: Int32Array };
}

/** A rule run over columns. */
export interface ColumnAssessment {
  /** The packed outcomes of everybody: what `outcomeAt` and `explanationAt` of the rule read. */
  readonly packed: Int32Array;
  readonly counts: OutcomeCounts;
  /** The counts for each code of the column to count by, and for those who have none. They add up to the counts of all. */
  readonly byCode: readonly (OutcomeCounts & { readonly code: string | null })[];
}

/**
 * Runs a compiled rule over the columns of a population, and counts the outcomes in the same pass: with generated code if the rule was
 * compiled to it, else without.
 *
 * @throws TypeError when there is no column for a fact, or one of another kind.
 * @example
 * ```ts
 * import { conditions } from "@finsam/criteria";
 * import { assessColumns, codeColumn, columnsOf } from "@finsam/criteria/columns";
 * import { compile } from "@finsam/criteria/compile";
 * const vocabulary = { illHealth: { type: "boolean", label: { sv: "ohälsa", en: "ill health" } } } as const;
 * const setting = { vocabulary, on: "2024-02-29", leapDayBirthday: "1-march" } as const;
 * const rule = compile(conditions(vocabulary).illHealth.is(true), setting);
 * const columns = columnsOf([{ illHealth: true }, {}], vocabulary);
 * const { packed, counts, byCode } = assessColumns(rule, columns, { by: codeColumn(["man", "woman"], (sex) => sex) });
 * rule.outcomeAt(packed, 1); // => "undetermined"
 * counts; // => { met: 1, notMet: 0, undetermined: 1 }
 * byCode[0]; // => { code: "man", met: 1, notMet: 0, undetermined: 0 }
 * ```
 */
export function assessColumns(
  rule: Pick<CompiledRule, "how" | "layout" | "words">,
  columns: Columns,
  { by, into, previous }: ColumnOptions = {},
): ColumnAssessment {
  const { layout, words } = rule;
  const { readings, keep } = toJudge(layout, previous?.rule.layout);
  const run: Run = {
    length: columns.length,
    columns: readings.map((reading) => readColumn(reading, columns, layout)),
    packed: into ?? new Int32Array(columns.length * words),
    known: previous === undefined || keep.every((bits) => bits === 0) ? undefined : { packed: previous.packed, keep },
    groups: by?.numbers,
    counts: new Int32Array(((by?.codes.length ?? 0) + 1) * 4),
  };
  runnerFor(rule, run)(run);

  const byNumber = [null, ...(by?.codes ?? [])].map((code, number) => ({
    code,
    ...countsOfGroup(run.counts, number),
  }));
  const sum = (outcome: keyof OutcomeCounts): number => byNumber.reduce((total, row) => total + row[outcome], 0);
  return {
    packed: run.packed,
    counts: { met: sum("met"), notMet: sum("notMet"), undetermined: sum("undetermined") },
    // Those without a code stand last.
    byCode: by === undefined ? [] : [...byNumber.slice(1), ...byNumber.slice(0, 1)],
  };
}

/** What is to be judged when the outcomes of another rule are known, and which bits of those to keep in each integer. */
function toJudge(layout: Layout, known: Layout | undefined) {
  const same =
    known?.words === layout.words ? new Set(known.readings.map((reading) => questions(reading, known))) : new Set();
  const readings = layout.readings.filter((reading) => !same.has(questions(reading, layout)));
  const keep = new Int32Array(layout.words);
  for (const { word, asked } of layout.readings.filter((reading) => !readings.includes(reading)))
    for (const { shift } of asked) keep[word] = (keep[word] ?? 0) | (met << shift);
  return { readings, keep };
}

/** Readings with equal questions in equal places give equal outcomes. An age is a limit on the birth date, as of a date. */
const questions = (reading: Reading, { setting }: Layout): string =>
  JSON.stringify([
    reading.fact,
    reading.kind,
    reading.word,
    reading.asked.map(({ condition, negated, shift }) => [keyOf(condition, negated), shift]),
    comparisonsIn(reading, setting),
  ]);

type RunRule = (run: Run) => void;

// Generated code is made once for each rule and way to run it; it then runs faster every time.
const made = new WeakMap<Layout, Map<string, RunRule>>();

function runnerFor({ how, layout }: Pick<CompiledRule, "how" | "layout">, run: Run): RunRule {
  const ofRule = made.get(layout) ?? new Map<string, RunRule>();
  made.set(layout, ofRule);
  const readings = run.columns.map(({ reading }) => layout.readings.indexOf(reading));
  const way = how === "closures" ? how : [run.known !== undefined, run.groups !== undefined, ...readings].join();
  const runner = ofRule.get(way) ?? (how === "closures" ? runWithClosures(layout) : runGenerated(layout, run));
  ofRule.set(way, runner);
  return runner;
}
