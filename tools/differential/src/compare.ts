import { evaluate, type Outcome, type Vocabulary } from "@finsam/criteria";
import { criterionToSql, type Dialect, outcomeOfTruth, type SqlExpression } from "@finsam/criteria/sql";
import type { Facts } from "@finsam/model";
import type { Engine } from "./engine.ts";
import { layoutOf } from "./layout.ts";
import type { Case, Trial } from "./trial.ts";

/** What came of asking an engine and the evaluator the same. */
export interface Comparison {
  /** How many answers were compared: each person of each case, by the value of the expression and by the set that it selects. */
  readonly comparisons: number;
  readonly disagreements: number;
  /** A few of them in words. The people are invented. */
  readonly examples: readonly string[];
  /** Subjects whose cases proved nothing, since one of the three outcomes never came up. */
  readonly provedNothing: readonly string[];
}

/** A fault put in on purpose, to see that the harness finds it. */
export interface Fault {
  readonly name: string;
  readonly dialect?: (dialect: Dialect) => Dialect;
  readonly expression?: (sql: string) => string;
  /** What the columns hold instead of the facts. */
  readonly stored?: (facts: Facts, vocabulary: Vocabulary) => Facts;
}

/** Asks an engine and the evaluator about every person in every case of a trial. */
export async function compare(engine: Engine, trial: Trial, fault?: Fault): Promise<Comparison> {
  const dialect = fault?.dialect?.(engine.dialect) ?? engine.dialect;
  const layout = layoutOf(trial.vocabulary, engine.dialect, trial.held);
  const stored = (facts: Facts): Facts => fault?.stored?.(facts, trial.vocabulary) ?? facts;
  const table = nextTable();
  await engine.createTable(
    table,
    layout.table,
    trial.people.map((facts) => layout.row(stored(facts))),
  );

  const tallies = new Map<string, Set<Outcome>>();
  const examples: string[] = [];
  let [comparisons, disagreements] = [0, 0];
  for (const one of trial.cases) {
    const written = criterionToSql(one.criterion, one.setting, { dialect, columns: layout.columns });
    if (!written.ok) throw new Error(`${one.subject}: ${written.refusal.text.en}`);
    const expression = { ...written, sql: fault?.expression?.(written.sql) ?? written.sql };
    const expected = expectedOutcomes(one, trial);
    const seen = tallies.get(one.subject) ?? new Set();
    tallies.set(one.subject, seen);

    const answers = [await byValue(engine, table, expression), await bySet(engine, table, expression)];
    for (const [id, outcome] of expected.entries()) {
      seen.add(outcome);
      for (const answer of answers) {
        comparisons += 1;
        const got = answer.get(id)?.join(" and ") ?? "nothing";
        if (got === outcome) continue;
        disagreements += 1;
        if (examples.length < 5)
          examples.push(
            `${one.subject} on ${one.setting.on}: ${outcome}, but ${engine.dialect.name} says ${got} of ${JSON.stringify(trial.people[id])}`,
          );
      }
    }
  }
  const provedNothing = [...tallies].filter(([, seen]) => seen.size < 3).map(([subject]) => subject);
  return { comparisons, disagreements, examples, provedNothing };
}

/** What the evaluator, the oracle, says of each person. */
export function expectedOutcomes({ criterion, setting }: Case, { people, vocabulary }: Trial): readonly Outcome[] {
  return people.map((facts) => evaluate(criterion, withoutMissingAnswers(facts, vocabulary), setting));
}

// Facts go through readFacts before they are evaluated, and an answer such as "unknown" does not come through.
function withoutMissingAnswers(facts: Facts, vocabulary: Vocabulary): Facts {
  return Object.fromEntries(
    Object.entries(facts).filter(([fact, value]) => {
      const definition = vocabulary[fact];
      return definition?.type !== "code" || !(definition.missing ?? []).some((answer) => answer === value);
    }),
  );
}

type Answers = ReadonlyMap<number, readonly Outcome[]>;

async function byValue(engine: Engine, table: string, { sql, parameters }: SqlExpression): Promise<Answers> {
  return answersIn(await engine.query(`SELECT id, ${sql} FROM ${table}`, parameters));
}

/** As a store would find the three sets. An engine may simplify a condition differently from a value. */
async function bySet(engine: Engine, table: string, { sql, parameters }: SqlExpression): Promise<Answers> {
  const set = (truth: string, condition: string): string => `SELECT id, ${truth} FROM ${table} WHERE ${condition}`;
  const sets = [set("1", sql), set("0", `NOT ${sql}`), set("NULL", `${sql} IS NULL`)];
  return answersIn(await engine.query(sets.join(" UNION ALL "), parameters));
}

function answersIn(rows: readonly (readonly unknown[])[]): Answers {
  const answers = new Map<number, Outcome[]>();
  for (const [id, truth] of rows) {
    const before = answers.get(Number(id)) ?? [];
    answers.set(Number(id), [...before, outcomeOfTruth(truth)]);
  }
  return answers;
}

let tables = 0;
function nextTable(): string {
  tables += 1;
  return `people_${tables}`;
}
