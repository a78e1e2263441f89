import {
  type CountedRow,
  type Dimension,
  startTabulation,
  type TableCounts,
  type TableSpec,
} from "@finsam/gender-reporting";
import { type LeapDayBirthday, Sex } from "@finsam/model";
import type { GroupRow } from "./outcome-groups.ts";

/** How an engine writes what tables are counted by. What is not said here is SQL that every engine reads. */
export interface CountingSyntax {
  /** What stands for a text parameter in the query, by its number from 1. */
  readonly place: (position: number) => string;
  /** A condition as 1 or 0; NULL where it is unknown. */
  readonly flag: (condition: string) => string;
  /** The year of a day as a whole number; NULL of no day. */
  readonly year: (day: string) => string;
  /** The text of a column of codes. */
  readonly code: (column: string) => string;
  /** The codes of `support_at_start` with a space between them, as one text. */
  readonly supports: string;
}

/** Tables planned to be counted by groups of participations that no table tells apart. */
export interface CountingPlan {
  readonly groupings: readonly PlannedGroups[];
  /** The values for the places in the columns. */
  readonly parameters: readonly string[];
  /**
   * The counts of all tables in their order, from the rows of each grouping; `undefined` when a row counts something that is no
   * participation.
   */
  readonly counts: (rowsOf: (groups: PlannedGroups) => Iterable<GroupRow>) => readonly TableCounts[] | undefined;
}

/**
 * A grouping: what a query is to group participations by. Each of its rows has these columns by name, how many there are (`count`), the
 * least `start_date` and `end_date`, and any `pair` that is not NULL.
 */
export interface PlannedGroups {
  /** Expressions over a participation, by the name of the column. */
  readonly columns: Readonly<Record<string, string>>;
  /** Of whom the day beside the start is: of the person (`birth_date`), or of the participation itself. */
  readonly beside: "nothing" | "birth" | "support";
  /** An expression for the start and another day of the same participation: what an age at the start is told from. */
  readonly pair: string;
  readonly specs: readonly TableSpec[];
}

type Columns = PlannedGroups["columns"];

interface OpenGroups extends PlannedGroups {
  readonly specs: TableSpec[];
}

/**
 * Plans the counting of tables of participations by an SQL engine: for who writes a store. Tables of persons are for
 * {@link personCounting}. The engine groups participations that no table tells apart, and
 * one of each group is counted as often as there are; so what is counted how stays with `startTabulation` of `@finsam/gender-reporting`.
 * Rows are of participations, with the columns `sex`, `follow_up`, `intervention`, `start_date`, `end_date`, `referrer`, `education`,
 * `exit_reason`, `support_at_start`, `support_since`, and `birth_date` where a grouping asks for the birth.
 *
 * @example
 * ```ts
 * import { countingPlan } from "@finsam/store/sql";
 * const syntax = {
 *   place: (position: number) => `?${position}`,
 *   flag: (condition: string) => `(${condition})`,
 *   year: (day: string) => `CAST(substr(${day}, 1, 4) AS INTEGER)`,
 *   code: (column: string) => column,
 *   supports: "support_at_start",
 * };
 * const title = { sv: "Påbörjade", en: "Started" };
 * const period = { from: "2021-01-01", to: "2021-12-31" };
 * const started = { id: "started", title, population: "started", period, dimension: { by: "nothing" }, without: [] } as const;
 * const { groupings, parameters, counts } = countingPlan([started], syntax);
 * groupings[0]?.columns.key_start; // => "(start_date >= ?1) + (start_date > ?2)"
 * parameters; // => ["2021-01-01", "2021-12-31"]
 * const row = { key_sex: "woman", key_follow_up: "followed", start_date: "2021-03-01", count: 3 };
 * counts(() => [row])?.[0]?.base.woman; // => 3
 * ```
 */
export function countingPlan(specs: readonly TableSpec[], syntax: CountingSyntax): CountingPlan {
  const parameters: string[] = [];
  const bind = (text: string): string => syntax.place(parameters.push(text));
  const list = (texts: Iterable<string>): string => [...texts].map(bind).join(", ");

  // What a table asks of a day is on which side of the ends of its period it lies.
  const firstDays = [...new Set(specs.map(({ period }) => period.from))].map(bind);
  const lastDays = [...new Set(specs.map(({ period }) => period.to))].map(bind);
  const sideOf = (day: string): string =>
    [
      ...firstDays.map((first) => syntax.flag(`${day} >= ${first}`)),
      ...lastDays.map((last) => syntax.flag(`${day} > ${last}`)),
    ].join(" + ");
  const always: Columns = {
    key_sex: syntax.code("sex"),
    key_follow_up: syntax.code("follow_up"),
    key_start: sideOf("start_date"),
    key_end: sideOf("end_date"),
  };
  const interventions = list(new Set(specs.flatMap(({ where }) => where?.intervention ?? [])));
  const leftOut = new Map<string, Columns>();
  const leftOutOf = ({ without }: TableSpec): Columns => {
    if (without.length === 0) return {};
    const key = JSON.stringify(without);
    const known = leftOut.get(key) ?? {
      [`key_left_out_${leftOut.size}`]: `coalesce(${syntax.flag(`exit_reason IN (${list(without)})`)}, 0)`,
    };
    leftOut.set(key, known);
    return known;
  };

  const groupings = new Map<string, OpenGroups>();
  for (const spec of specs) {
    const { beside = "nothing", columns } = asked(spec.dimension, syntax);
    const all: Columns = {
      ...always,
      ...leftOutOf(spec),
      ...(spec.where && {
        key_of_intervention: `CASE WHEN intervention IN (${interventions}) THEN ${syntax.code("intervention")} END`,
      }),
      ...columns,
    };
    const key = Object.keys(all).join();
    const known = groupings.get(key) ?? { beside, columns: all, pair: pairs[beside], specs: [] };
    groupings.set(key, known);
    known.specs.push(spec);
  }

  const planned = [...groupings.values()];
  return {
    groupings: planned,
    parameters,
    counts: (rowsOf) => {
      const counted = new Map<TableSpec, TableCounts>();
      for (const groups of planned) {
        const tabulation = startTabulation(groups.specs);
        for (const row of rowsOf(groups)) {
          const one = standIn(row, groups);
          if (one === undefined) return undefined;
          tabulation.add(one, Number(row.count));
        }
        for (const [index, counts] of tabulation.counts().entries()) {
          const spec = groups.specs[index];
          if (spec !== undefined) counted.set(spec, counts);
        }
      }
      return specs.flatMap((spec) => counted.get(spec) ?? []);
    },
  };
}

const pairs: Readonly<Record<PlannedGroups["beside"], string>> = {
  nothing: "NULL",
  birth: "start_date || ' ' || birth_date",
  support: "start_date || ' ' || support_since",
};

/** What a dimension asks of a participation beside what every table does. */
function asked(
  dimension: Dimension,
  syntax: CountingSyntax,
): { readonly beside?: PlannedGroups["beside"]; readonly columns: Columns } {
  switch (dimension.by) {
    case "persons":
      throw new RangeError("groups of participations tell no persons apart: personCounting counts those");
    case "nothing":
    case "followUp":
      return { columns: {} };
    case "intervention":
    case "referrer":
    case "education":
      return { columns: { [`key_${dimension.by}`]: syntax.code(dimension.by) } };
    case "exitReason":
    case "exitResult":
      return { columns: { key_exit_reason: syntax.code("exit_reason") } };
    case "exitResultWithin": {
      const { beside, columns } = asked(dimension.within, syntax);
      return { ...(beside && { beside }), columns: { key_exit_reason: syntax.code("exit_reason"), ...columns } };
    }
    case "supportAtStart":
      return { columns: { key_support: syntax.supports } };
    case "ageAtStart": {
      const { leapDayBirthday } = dimension;
      const name = leapDayBirthday === "1-march" ? "key_age_1_march" : "key_age_28_february";
      return {
        beside: "birth",
        columns: {
          [`${name}_most`]: yearsSince(earliestBirth, leapDayBirthday, syntax),
          [`${name}_least`]: yearsSince(latestBirth(syntax), leapDayBirthday, syntax),
        },
      };
    }
    case "supportYearsAtStart": {
      const wherever = (sql: string): string => `CASE WHEN support_since <= start_date THEN ${sql} END`;
      return {
        beside: "support",
        columns: {
          key_support_years: wherever(yearsSince("support_since", "1-march", syntax)),
          key_anniversary: wherever(isAnniversary(syntax)),
        },
      };
    }
  }
}

const monthAndDay = (day: string): string => `substr(${day}, 6)`;

const isLeap = (year: string): string => `(${year} % 4 = 0 AND (${year} % 100 <> 0 OR ${year} % 400 = 0))`;

/** The first day that a date of birth can be. */
const earliestBirth = "substr(birth_date || '-01-01', 1, 10)";

/** The last one. */
const latestBirth = ({ year }: CountingSyntax): string => `CASE
  WHEN length(birth_date) = 10 THEN birth_date
  WHEN length(birth_date) = 4 THEN birth_date || '-12-31'
  WHEN substr(birth_date, 6) IN ('04', '06', '09', '11') THEN birth_date || '-30'
  WHEN substr(birth_date, 6) <> '02' THEN birth_date || '-31'
  WHEN ${isLeap(year("birth_date"))} THEN birth_date || '-29'
  ELSE birth_date || '-28' END`;

/** The years completed from a day to the start: `completedYears` of `@finsam/model`. */
function yearsSince(day: string, leapDay: LeapDayBirthday, { flag, year }: CountingSyntax): string {
  // Who was born on 29 February has no such day in most years. As text, 1 March is the first day that is not before it.
  const anniversary =
    leapDay === "1-march"
      ? monthAndDay(day)
      : `CASE WHEN ${monthAndDay(day)} = '02-29' AND NOT ${isLeap(year("start_date"))} THEN '02-28' ELSE ${monthAndDay(day)} END`;
  return `(${year("start_date")} - ${year(day)} - ${flag(`${monthAndDay("start_date")} < ${anniversary}`)})`;
}

/** Whether years are completed on the very day of the start. */
const isAnniversary = ({ flag, year }: CountingSyntax): string =>
  flag(`${monthAndDay("start_date")} = ${monthAndDay("support_since")}
    OR (${monthAndDay("support_since")} = '02-29' AND ${monthAndDay("start_date")} = '03-01'
      AND NOT ${isLeap(year("start_date"))})`);

/** One participation of a group: what tables ask of it is the same for all. `undefined` when the row counts none. */
function standIn(row: GroupRow, { beside, columns, specs }: PlannedGroups): CountedRow | undefined {
  const text = (name: string): string | undefined => {
    const value = row[name];
    return typeof value === "string" ? value : undefined;
  };
  // A row may also have the columns of other groupings.
  const by = (name: string): string | undefined => (Object.hasOwn(columns, name) ? text(name) : undefined);
  const sex = Sex.safeParse(row.key_sex);
  if (!sex.success) return undefined;
  const [start = text("start_date"), since] = text("pair")?.split(" ") ?? [];
  const counted = {
    id: "one-of-a-group",
    intervention: by("key_intervention") ?? by("key_of_intervention") ?? "",
    sex: sex.data,
    sexBasis: "self-reported",
    start,
    end: text("end_date"),
  } as const;
  if (row.key_follow_up === "not-followed") return { participation: { followUp: "not-followed", ...counted } };
  const isLeftOut = Object.keys(columns).some((name) => name.startsWith("key_left_out_") && Number(row[name]) === 1);
  return {
    participation: {
      followUp: "followed",
      ...counted,
      person: "one-of-a-group",
      referrer: by("key_referrer"),
      education: by("key_education"),
      exitReason: by("key_exit_reason") ?? (isLeftOut ? specs[0]?.without[0] : undefined),
      supportAtStart: by("key_support")?.split(" "),
      supportSince: beside === "support" ? since : undefined,
    },
    birthDate: beside === "birth" ? since : undefined,
  };
}
