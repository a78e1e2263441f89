import { isCalendarDate } from "@finsam/model";
import type { Comparison, Condition } from "../criterion.ts";
import type { Setting } from "../known-fact.ts";
import type { FactDefinition } from "../vocabulary.ts";
import { type Boundary, boundaryOfDate, boundaryOfYears, partialDatesAround } from "./boundary-day.ts";
import type { Dialect } from "./dialect.ts";
import { type ColumnsOfFacts, definitionIn, numberColumns, oneColumn, setColumns } from "./fact-columns.ts";
import type { Parameters } from "./parameters.ts";
import { Refused } from "./refusal.ts";

/** What a condition is written with. */
export interface Writing {
  readonly setting: Setting;
  readonly columns: ColumnsOfFacts;
  readonly dialect: Dialect;
  readonly parameters: Parameters;
}

/** A condition as an SQL expression that is NULL where the condition is undetermined. */
export function conditionToSql(condition: Condition, writing: Writing): string {
  const { fact, value } = condition;
  const definition = definitionIn(writing.setting.vocabulary, fact);
  if (typeof value === "object" && value !== null && "parameter" in value)
    throw new Refused("unresolved-parameter", { fact, named: value.parameter });
  switch (definition.type) {
    case "boolean":
      if (condition.op === "is" && typeof value === "boolean") return yesOrNo(fact, value, writing);
      break;
    case "code":
      if (condition.op === "in" && isList(value)) return code(fact, value, definition, writing);
      break;
    case "codes":
      if (condition.op === "hasAny" && isList(value)) return codes(fact, value, writing);
      break;
    case "number":
      if (isComparison(condition.op) && isNumber(value)) return number(fact, condition.op, value, writing);
      break;
    case "date":
      if (isComparison(condition.op) && typeof value === "string" && isCalendarDate(value))
        return date(fact, boundaryOfDate(condition.op, value), writing);
      break;
    case "completedYears":
      if (isComparison(condition.op) && isNumber(value))
        return date(definition.since, boundaryOfYears(condition.op, value, writing.setting), writing);
  }
  throw new Refused("unfit-condition", { fact });
}

function yesOrNo(fact: string, wanted: boolean, { columns, dialect }: Writing): string {
  const column = oneColumn(fact, columns, dialect);
  return wanted ? column : `(NOT ${column})`;
}

function code(
  fact: string,
  wanted: readonly string[],
  { missing = [] }: Extract<FactDefinition, { readonly type: "code" }>,
  { columns, dialect, parameters }: Writing,
): string {
  const column = dialect.syntax.text(oneColumn(fact, columns, dialect));
  // An answer such as "unknown", should a column hold it, says nothing: readFacts takes it for missing too.
  const answer = dialect.syntax.unless(column, bindAll(missing, fact, parameters));
  return `(${dialect.syntax.isOneOf(answer, bindAll(wanted, fact, parameters))})`;
}

function codes(fact: string, wanted: readonly string[], { columns, dialect, parameters }: Writing): string {
  const { column, known } = setColumns(fact, columns, dialect);
  const has = dialect.syntax.hasAny(column, bindAll(wanted, fact, parameters));
  return `(${known === undefined ? has : dialect.syntax.whenKnown(known, has)})`;
}

function number(fact: string, op: Comparison, limit: number, { columns, dialect, parameters }: Writing): string {
  const { min, max } = numberColumns(fact, columns, dialect);
  const bound = parameters.bind(limit);
  if (min === max) return `(${min} ${operators[op]} ${bound})`;
  // A lower limit is met for certain when the lowest possible number meets it, an upper one when the highest does.
  const [sure, possible] = op === "atLeast" || op === "moreThan" ? [min, max] : [max, min];
  return `(${dialect.syntax.settled(`${sure} ${operators[op]} ${bound}`, `${possible} ${operators[opposites[op]]} ${bound}`)})`;
}

/** Partial dates are compared as the text they are; those with days on both sides say nothing. */
function date(fact: string, { day, side }: Boundary, { setting, columns, dialect, parameters }: Writing): string {
  if (definitionIn(setting.vocabulary, fact).type !== "date") throw new Refused("unfit-condition", { fact });
  const column = dialect.syntax.text(oneColumn(fact, columns, dialect));
  const onOneSide = dialect.syntax.unless(column, bindAll(partialDatesAround(day), fact, parameters));
  return `(${onOneSide} ${side === "after" ? ">" : "<="} ${parameters.bind(day)})`;
}

const operators: Readonly<Record<Comparison, string>> = { atLeast: ">=", moreThan: ">", atMost: "<=", lessThan: "<" };
const opposites: Readonly<Record<Comparison, Comparison>> = {
  atLeast: "lessThan",
  moreThan: "atMost",
  atMost: "moreThan",
  lessThan: "atLeast",
};

const isComparison = (op: Condition["op"]): op is Comparison => Object.hasOwn(operators, op);

// The criterion may come from a stranger who went past the type checker.
const isList = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === "string");
const isNumber = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value);

function bindAll(texts: readonly string[], fact: string, parameters: Parameters): readonly string[] {
  return texts.map((text) => {
    if (unfit.test(text)) throw new Refused("unfit-text", { fact });
    return parameters.bind(text);
  });
}

// NUL, which PostgreSQL refuses, and half a surrogate pair, which every driver replaces.
const unfit = /\0|\p{Surrogate}/u;
