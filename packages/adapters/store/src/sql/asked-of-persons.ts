import { type Criterion, conditionsIn, type FactDefinition, type Setting, type Vocabulary } from "@finsam/criteria";
import { type ColumnsOfFacts, criterionToSql, type Dialect, type FactColumns } from "@finsam/criteria/sql";

/** How an engine reads facts out of the JSON in the column `facts` of the rows of persons. */
export interface FactSyntax {
  readonly dialect: Dialect;
  /**
   * How one fact is read. `bind` takes a text and gives what stands for it in the query. `undefined` for a fact whose name cannot stand
   * in the query.
   */
  readonly stated: (fact: string, bind: (text: string) => string) => StatedFact | undefined;
  /**
   * A truth that nobody knows. Where it is given, a single condition about a fact that its vocabulary lacks is that; else such a condition
   * cannot be asked.
   */
  readonly unknown?: string;
}

/**
 * Expressions for what is stated of a fact, each for one kind that it may be: NULL for what is of another kind, as `readFacts` of
 * `@finsam/criteria` has it.
 */
export interface StatedFact {
  /** True or false. */
  readonly boolean: string;
  /** One of the codes or, where there are none, a text that is written as a code (`CodeId` of `@finsam/model`). */
  readonly code: (codes: readonly string[]) => string | undefined;
  /** Several such codes; where a list cannot be NULL, also whether they are `known`. */
  readonly codes: (codes: readonly string[]) => { readonly list: string; readonly known?: string } | undefined;
  /** The end of an interval, or the number that is both of its ends. */
  readonly number: (end: "min" | "max") => string;
  /** A date of which the day, or the month and the day, may be unknown (`isPartialDate` of `@finsam/model`). */
  readonly date: string;
}

/** Criteria over the rows of persons, each as an expression over columns that hold what is known of the facts that they ask about. */
export interface AskedOfPersons {
  /** For each criterion, an expression that is NULL where it is undetermined. */
  readonly outcomes: readonly string[];
  /** The columns that the expressions are over, each with its name, to be selected from the rows of persons. */
  readonly facts: readonly string[];
  readonly parameters: readonly (string | number)[];
}

/** What the query has beside what is asked. */
export interface AskingOptions {
  /** How many parameters come before these; none unless given. */
  readonly parametersBefore?: number;
  /** What stands for a parameter in the query, by its number from 1; `?1` unless given. */
  readonly place?: (position: number) => string;
}

/**
 * Writes criteria as SQL over rows of persons with the columns `facts` (a JSON object) and `birth_date`: for who writes a store. `undefined`
 * when the engine cannot be asked one of them, because a fact is not in the vocabulary or `criterionToSql` refuses; then it is asked in
 * process (see `screenPersons` and `groupPersons`).
 *
 * @example
 * ```ts
 * import { conditions } from "@finsam/criteria";
 * import { sqlite } from "@finsam/criteria/sql";
 * import { askedOfPersons } from "@finsam/store/sql";
 * const nothing = () => undefined;
 * const stated = (fact: string) => ({ boolean: `facts ->> '${fact}'`, code: nothing, codes: nothing, number: () => "NULL", date: "NULL" });
 * const vocabulary = { illHealth: { type: "boolean", label: { sv: "ohälsa", en: "ill health" } } } as const;
 * const setting = { vocabulary, on: "2024-02-29", leapDayBirthday: "1-march" } as const;
 * const criterion = conditions(vocabulary).illHealth.is(true);
 * const asked = askedOfPersons([{ criterion, setting }], { dialect: sqlite, stated });
 * asked?.facts; // => ["facts ->> 'illHealth' AS fact0"]
 * ```
 */
export function askedOfPersons(
  asked: readonly { readonly criterion: Criterion; readonly setting: Setting }[],
  syntax: FactSyntax,
  { parametersBefore = 0, place = (position) => `?${position}` }: AskingOptions = {},
): AskedOfPersons | undefined {
  const known = new Map<string, KnownFact>();
  const outcomes: string[] = [];
  const parameters: (string | number)[] = [];
  const bind = (text: string): string => place(parametersBefore + parameters.push(text));
  for (const { criterion, setting } of asked) {
    const columns: Record<string, FactColumns> = {};
    const facts = [...statedFactsBehind(criterion, setting.vocabulary)];
    if (syntax.unknown !== undefined && "fact" in criterion && facts.some((fact) => !isIn(setting.vocabulary, fact))) {
      outcomes.push(syntax.unknown);
      continue;
    }
    for (const fact of facts) {
      const definition = definitionIn(setting.vocabulary, fact);
      // Criteria ask about the same few facts again and again.
      const key = JSON.stringify([fact, definition]);
      const found =
        known.get(key) ?? (definition && knownFact(fact, definition, `fact${known.size}`, syntax.stated(fact, bind)));
      if (found === undefined) return undefined;
      known.set(key, found);
      columns[fact] = found.columns;
    }
    const written = criterionToSql(criterion, setting, {
      dialect: syntax.dialect,
      columns,
      parametersBefore: parametersBefore + parameters.length,
    });
    if (!written.ok) return undefined;
    parameters.push(...written.parameters);
    outcomes.push(written.sql);
  }
  return { outcomes, facts: [...known.values()].flatMap(({ sql }) => sql), parameters };
}

/** The facts that are stated of a person where a criterion asks for others: years are counted from a date. */
const statedFactsBehind = (criterion: Criterion, vocabulary: Vocabulary): ReadonlySet<string> =>
  new Set(
    conditionsIn(criterion).map(({ fact }) => {
      const definition = definitionIn(vocabulary, fact);
      return definition?.type === "completedYears" ? definition.since : fact;
    }),
  );

const isIn = (vocabulary: Vocabulary, fact: string): boolean => Object.hasOwn(vocabulary, fact);

const definitionIn = (vocabulary: Vocabulary, fact: string): FactDefinition | undefined =>
  isIn(vocabulary, fact) ? vocabulary[fact] : undefined;

/** What a rule can know of a fact, as columns over the rows of persons. */
interface KnownFact {
  /** Where criteria find it. */
  readonly columns: ColumnsOfFacts[string];
  /** The columns, each with its name. */
  readonly sql: readonly string[];
}

/** What can be known of a fact by what its vocabulary says that it is; `undefined` for a date of birth that is no date. */
function knownFact(
  fact: string,
  definition: FactDefinition,
  name: string,
  stated: StatedFact | undefined,
): KnownFact | undefined {
  if (stated === undefined || (fact === "birthDate" && definition.type !== "date")) return undefined;
  const one = (sql: string | undefined): KnownFact | undefined =>
    sql === undefined ? undefined : { columns: { column: name }, sql: [`${sql} AS ${name}`] };
  switch (definition.type) {
    case "boolean":
      return one(stated.boolean);
    case "code":
      return one(stated.code(Object.keys(definition.codes)));
    case "codes": {
      const { list, known } = stated.codes(Object.keys(definition.codes)) ?? {};
      if (known === undefined) return one(list);
      return {
        columns: { column: name, known: `${name}_known` },
        sql: [`${list} AS ${name}`, `${known} AS ${name}_known`],
      };
    }
    case "number":
      return {
        columns: { min: `${name}_min`, max: `${name}_max` },
        sql: [`${stated.number("min")} AS ${name}_min`, `${stated.number("max")} AS ${name}_max`],
      };
    case "date":
      // The date of birth has its own column, which no other fact overrules.
      return one(fact === "birthDate" ? `coalesce(birth_date, ${stated.date})` : stated.date);
    case "completedYears":
      return undefined;
  }
}
