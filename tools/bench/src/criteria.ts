import { Criterion } from "@finsam/criteria";
import { assessColumns, type CodeColumn, type Columns, codeColumn, columnsOf } from "@finsam/criteria/columns";
import { type CompiledRule, type CompileOptions, compile } from "@finsam/criteria/compile";
import type { Facts } from "@finsam/model";
import { ruleAt } from "@finsam/policy";
import { stockholm } from "@finsam/stockholm";
import { sig0Reasons, targetGroupReasons, verdicts, verdictsByBirthDate } from "./criteria/by-hand.ts";
import { checkByHand } from "./criteria/check.ts";
import { drawnFacts, drawnRules, drawnSetting } from "./criteria/drawn-rule.ts";
import type { Figure, Section } from "./figure.ts";
import { mediansInTurns } from "./medians.ts";
import { type Asked, people, repeatableNumbers } from "./people.ts";

/** A way to judge everybody by two rules: how often they are met, so that no work is left out. */
interface Way {
  readonly what: string;
  readonly work: () => number;
}

type Rules<Row extends object> = readonly [CompiledRule<Row>, CompiledRule<Row>];

const on = "2024-02-29";
const [targetGroup, sig0] = [ruleAt(stockholm, "target-group", on), ruleAt(stockholm, "sig0", on)];

/** Readers of facts: without generated code they read a record faster than by name. */
const read = {
  birthDate: (person: Asked) => person.birthDate,
  residentMunicipality: (person: Asked) => person.residentMunicipality,
  illHealth: (person: Asked) => person.illHealth,
  disability: (person: Asked) => person.disability,
  workCapacityReducedByIllness: (person: Asked) => person.workCapacityReducedByIllness,
  sicknessBenefitIncome: (person: Asked) => person.sicknessBenefitIncome,
};

const shipped = (options: CompileOptions<Asked>): Rules<Asked> => [
  compile(targetGroup.criterion, targetGroup.setting, options),
  compile(sig0.criterion, sig0.setting, options),
];

const drawn = (seed: number): Rules<Facts> => {
  const { five, two } = drawnRules(seed);
  return [compile(five, drawnSetting), compile(two, drawnSetting)];
};

/** Compiled criteria beside functions written by hand: the target group and SIG 0 for one person are one evaluation. */
export async function benchCriteria(): Promise<readonly Section[]> {
  checkByHand(people(20_000), targetGroup, sig0);
  return [
    { title: "Criteria: 10,000 people, in the cache", figures: await benchWays(people(10_000), 100) },
    { title: "Criteria: a million people", figures: await benchWays(people(1_000_000), 1) },
    { title: "Criteria: every explanation made", figures: await benchExplanations(people(200_000)) },
  ];
}

async function benchWays(everybody: readonly Asked[], rounds: number): Promise<readonly Figure[]> {
  const next = repeatableNumbers(11);
  const by = codeColumn(everybody, () => (next(2) === 0 ? "woman" : "man"), ["woman", "man", "other", "unknown"]);
  const columns = columnsOf(everybody, stockholm.vocabulary);
  const others = everybody.map(drawnFacts);
  const [generated, byReaders, byName] = [
    shipped({}),
    shipped({ generate: false, read }),
    shipped({ generate: false }),
  ];

  const sameAnswer: readonly Way[] = [
    { what: "by hand, yes or no", work: () => sum(everybody, verdicts) },
    { what: "by hand, ages as birth dates", work: () => sum(everybody, verdictsByBirthDate) },
    { what: "generated, explained, batch", work: () => metInBatch(generated, everybody) },
    { what: "generated, explained, one at a time", work: () => metOneByOne(generated, everybody) },
    { what: "generated, outcome only, one at a time", work: () => metOutcomes(generated, everybody) },
    { what: "closures and readers, explained, batch", work: () => metInBatch(byReaders, everybody) },
    { what: "closures and readers, explained, one at a time", work: () => metOneByOne(byReaders, everybody) },
    { what: "closures, explained, batch", work: () => metInBatch(byName, everybody) },
    { what: "closures, explained, one at a time", work: () => metOneByOne(byName, everybody) },
    { what: "columns, generated, explained, by sex", work: metInColumns(generated, columns, by) },
    { what: "columns, closures, explained, by sex", work: metInColumns(byName, columns, by) },
  ];
  refuseDifferences(sameAnswer);
  const otherAnswer: readonly Way[] = [
    { what: "columns, generated, one limit changed", work: metAfterChange({}, columns, by) },
    { what: "columns, closures, one limit changed", work: metAfterChange({ generate: false }, columns, by) },
    ...[1, 2, 3].map((seed) => {
      const rules = drawn(seed);
      return { what: `rule drawn by lot ${seed}, generated, explained, batch`, work: () => metInBatch(rules, others) };
    }),
  ];
  const ways = [...sameAnswer, ...otherAnswer].map(({ what, work }) => ({
    what,
    work: () => {
      for (let round = 0; round < rounds; round += 1) work();
    },
  }));
  return figuresOf(await mediansInTurns(5, ways), everybody.length * rounds);
}

async function benchExplanations(everybody: readonly Asked[]): Promise<readonly Figure[]> {
  const [generated, closures] = [shipped({}), shipped({ generate: false, read })];
  const inBatch = ([a, b]: Rules<Asked>) => {
    const [packedA, packedB] = [a.pack(everybody), b.pack(everybody)];
    let reasons = 0;
    for (const [at, person] of everybody.entries())
      reasons +=
        a.explanationAt(packedA, at, person).because.length + b.explanationAt(packedB, at, person).because.length;
    return reasons;
  };
  const oneByOne = ([a, b]: Rules<Asked>) =>
    sum(
      everybody,
      (person) => a.assess(person).explanation.because.length + b.assess(person).explanation.because.length,
    );
  const ways: readonly Way[] = [
    {
      what: "by hand, reasons without texts",
      work: () =>
        sum(everybody, (person) => targetGroupReasons(person).because.length + sig0Reasons(person).because.length),
    },
    { what: "generated, explanations, batch", work: () => inBatch(generated) },
    { what: "generated, explanations, one at a time", work: () => oneByOne(generated) },
    { what: "closures and readers, explanations, batch", work: () => inBatch(closures) },
    { what: "closures and readers, explanations, one at a time", work: () => oneByOne(closures) },
  ];
  refuseDifferences(ways);
  const yesOrNo = { what: "by hand, yes or no", work: () => sum(everybody, verdicts) };
  return figuresOf(await mediansInTurns(5, [...ways, yesOrNo]), everybody.length);
}

function sum(everybody: readonly Asked[], of: (person: Asked) => number): number {
  let total = 0;
  for (const person of everybody) total += of(person);
  return total;
}

function metInBatch<Row extends object>([a, b]: Rules<Row>, everybody: readonly Row[]): number {
  return a.count(a.pack(everybody)).met + 2 * b.count(b.pack(everybody)).met;
}

function metOneByOne([a, b]: Rules<Asked>, everybody: readonly Asked[]): number {
  return sum(
    everybody,
    (person) => (a.assess(person).outcome === "met" ? 1 : 0) + (b.assess(person).outcome === "met" ? 2 : 0),
  );
}

function metOutcomes([a, b]: Rules<Asked>, everybody: readonly Asked[]): number {
  return sum(everybody, (person) => (a.outcome(person) === "met" ? 1 : 0) + (b.outcome(person) === "met" ? 2 : 0));
}

function metInColumns([a, b]: Rules<Asked>, columns: Columns, by: CodeColumn): () => number {
  const [intoA, intoB] = [new Int32Array(columns.length), new Int32Array(columns.length)];
  return () =>
    assessColumns(a, columns, { by, into: intoA }).counts.met +
    2 * assessColumns(b, columns, { by, into: intoB }).counts.met;
}

/** The highest age is one higher: what else the target group asks is taken over from the outcomes before. */
function metAfterChange(options: CompileOptions<Asked>, columns: Columns, by: CodeColumn): () => number {
  const [rule] = shipped(options);
  const previous = { rule, packed: assessColumns(rule, columns).packed };
  const text = JSON.stringify(targetGroup.criterion).replace('"value":66', '"value":67');
  const changed = compile<Asked>(Criterion.parse(JSON.parse(text)), targetGroup.setting, options);
  const into = new Int32Array(columns.length);
  return () => assessColumns(changed, columns, { by, previous, into }).counts.met;
}

function refuseDifferences(ways: readonly Way[]): void {
  const [expected, ...others] = ways.map(({ work }) => work());
  const differing = others.findIndex((answer) => answer !== expected);
  if (differing >= 0) throw new Error(`"${ways[differing + 1]?.what}" gives another answer than "${ways[0]?.what}"`);
}

function figuresOf(timed: readonly { readonly what: string; readonly milliseconds: number }[], count: number) {
  const [reference] = timed;
  return timed.map(({ what, milliseconds }) => ({
    what,
    count,
    milliseconds,
    ratio: milliseconds / (reference?.milliseconds ?? Number.NaN),
  }));
}
