import type { SQLOutputValue } from "node:sqlite";
import {
  type CubeDimensionName,
  cubeDimensionsOf,
  startTabulation,
  type TableCounts,
  type TableSpec,
} from "@finsam/gender-reporting";
import { addDays, isCalendarDate, isPartialDate } from "@finsam/model";
import { DamagedRow } from "./record-table.ts";
import { participationTable } from "./tables.ts";

/** The counting of tables over bare rows, without making a record of each. */
export interface RowCounting {
  /** The query whose rows are counted, each as an array. */
  readonly sql: string;
  /**
   * Counts a row.
   *
   * @throws DamagedRow when a date in it is none
   */
  readonly add: (row: readonly SQLOutputValue[]) => void;
  /**
   * The counts of all tables.
   *
   * @throws DamagedRow when what was counted is no participation
   */
  readonly counts: () => readonly TableCounts[];
}

/**
 * Begins to count tables of participations. A table sees of a participation the sex, whether it is followed, whether its days lie before, in or after
 * the period, and what it stands for along one dimension. So rows are counted by just that, and of those that are alike one is given to
 * the tabulation of `@finsam/gender-reporting`, with how many they are: what a table makes of it is decided there alone.
 */
export function startRowCounting(specs: readonly TableSpec[]): RowCounting {
  const asks = (by: CubeDimensionName): boolean => specs.some(({ dimension }) => askedOf(dimension).includes(by));
  const withAge = asks("ageAtStart");
  const read = (column: string, isAsked: boolean): string => (isAsked ? column : "NULL");
  const edges = [...new Set(specs.flatMap(({ period }) => [period.from, afterwards(period.to)]))].sort();
  const dayOf = knownDays(edges);
  const birthOf = knownBirths();
  const [sexes, interventions, reasons] = [interned(), interned(), interned()];
  const [referrers, educations, supports, pairs] = [interned(), interned(), interned(), interned()];
  const withouts = new Map([...new Set(specs.flatMap(({ without }) => without))].map((id, index) => [id, index + 1]));
  const counters = new Map<string, Counter>();
  for (const spec of specs) {
    const key = `${askedOf(spec.dimension).join()} ${spec.where !== undefined}`;
    const counter = counters.get(key) ?? startCounter(spec);
    counter.tables.push(spec);
    counters.set(key, counter);
  }
  const counting = [...counters.values()];

  return {
    sql: `
      SELECT follow_up, participation.sex, start_date, end_date, intervention, exit_reason,
        ${read("referrer", asks("referrer"))}, ${read("education", asks("education"))},
        ${read("support_at_start", asks("supportAtStart"))}, ${read("support_since", asks("supportYearsAtStart"))},
        ${read("person.birth_date", withAge)}
      FROM participation ${withAge ? "LEFT JOIN person ON person.id = participation.person" : ""}
      WHERE follow_up <> 'anonymous'`,
    add: (row) => {
      const [followUp, sex, startText, endText, intervention, reason, referrer, education, support, since, birth] = row;
      const start = dayOf(startText);
      const isFollowed = followUp === "followed" ? 1 : 0;
      let base = isFollowed * 8 + sexes(sex);
      base = base * (edges.length + 2) + (start?.place ?? 0);
      base = base * (edges.length + 2) + (dayOf(endText)?.place ?? 0);
      base = base * (withouts.size + 1) + (typeof reason === "string" ? (withouts.get(reason) ?? 0) : 0);
      const numberOf = (by: CubeDimensionName): number => {
        // Who is not followed has an intervention and nothing else.
        if (isFollowed === 0 && by !== "intervention") return 0;
        switch (by) {
          case "intervention":
            return interventions(intervention);
          case "referrer":
            return referrers(referrer);
          case "education":
            return educations(education);
          case "exitReason":
            return reasons(reason);
          case "supportAtStart":
            return supports(support);
          case "ageAtStart": {
            const born = birthOf(birth);
            if (born === undefined || start === undefined) return 0;
            return isPlain(born) ? 1000 + wholeYears(born, start) : 1_000_000 + pairs(`${birth} ${startText}`);
          }
          case "supportYearsAtStart": {
            const from = dayOf(since);
            if (from === undefined || start === undefined || from.text > start.text) return 0;
            return isPlain(from)
              ? 1000 + 2 * wholeYears(from, start) + (from.monthDay === start.monthDay ? 0 : 1)
              : 1_000_000 + pairs(`${since} ${startText}`);
          }
        }
      };
      for (const { by, byIntervention, count } of counting) {
        const [first, second] = by;
        const value =
          (first === undefined ? 0 : numberOf(first)) * mostCodes + (second === undefined ? 0 : numberOf(second));
        count(base * mostCodes + (byIntervention ? interventions(intervention) : 0), value, row);
      }
    },
    counts: () => {
      const counted = new Map<TableSpec, TableCounts>();
      for (const { tables, alike } of counting) {
        const tabulation = startTabulation(tables);
        for (const { row, times } of alike()) tabulation.add(countedRow(row), times);
        for (const [index, counts] of tabulation.counts().entries()) {
          const table = tables[index];
          if (table !== undefined) counted.set(table, counts);
        }
      }
      return specs.flatMap((spec) => counted.get(spec) ?? []);
    },
  };
}

/** Rows that a table cannot tell apart: one of them, and how many. */
interface Alike {
  readonly row: readonly SQLOutputValue[];
  times: number;
}

/** More codes than any register has of a kind. */
const mostCodes = 2 ** 20;

/** The fields that a dimension asks of a row; what takes the most values comes first. */
const askedOf = (dimension: TableSpec["dimension"]): readonly CubeDimensionName[] =>
  cubeDimensionsOf(dimension).toReversed();

/** What counts the rows for the tables along one dimension, or two crossed. */
interface Counter {
  readonly by: readonly CubeDimensionName[];
  /** Whether its tables are of one intervention each. */
  readonly byIntervention: boolean;
  readonly tables: TableSpec[];
  readonly count: (base: number, value: number, row: readonly SQLOutputValue[]) => void;
  readonly alike: () => Iterable<Alike>;
}

function startCounter({ dimension, where }: TableSpec): Counter {
  const bases = new Map<number, Map<number, Alike>>();
  return {
    by: askedOf(dimension),
    byIntervention: where !== undefined,
    tables: [],
    count: (base, value, row) => {
      let values = bases.get(base);
      if (values === undefined) {
        values = new Map();
        bases.set(base, values);
      }
      const known = values.get(value);
      if (known === undefined) values.set(value, { row, times: 1 });
      else known.times += 1;
    },
    alike: function* () {
      for (const values of bases.values()) yield* values.values();
    },
  };
}

/** Numbers for values, the same for the same. */
function interned(): (value: SQLOutputValue | undefined) => number {
  const numbers = new Map<SQLOutputValue | undefined, number>();
  return (value) => {
    const known = numbers.get(value);
    if (known !== undefined) return known;
    numbers.set(value, numbers.size);
    return numbers.size - 1;
  };
}

/** A day or a date of birth, as far as counting by years needs it. */
interface Known {
  readonly text: string;
  /** How many of the edges of periods it has reached, counted from 1. */
  readonly place: number;
  readonly year: number;
  /** Month and day as one number; 0 where either is unknown. */
  readonly monthDay: number;
}

/** Days as the edges of periods divide them. A register has far fewer days than rows, so each is looked at once. */
function knownDays(edges: readonly string[]): (value: SQLOutputValue | undefined) => Known | undefined {
  return remembered((text) => {
    if (!isCalendarDate(text)) throw new DamagedRow();
    return knownDate(text, 1 + edges.filter((edge) => edge !== never && text >= edge).length);
  });
}

const knownBirths = (): ((value: SQLOutputValue | undefined) => Known | undefined) =>
  remembered((text) => {
    if (!isPartialDate(text)) throw new DamagedRow();
    return knownDate(text, 0);
  });

const knownDate = (text: string, place: number): Known => ({
  text,
  place,
  year: Number(text.slice(0, 4)),
  monthDay: text.length === 10 ? Number(text.slice(5, 7)) * 100 + Number(text.slice(8, 10)) : 0,
});

function remembered(look: (text: string) => Known): (value: SQLOutputValue | undefined) => Known | undefined {
  const known = new Map<string, Known>();
  return (value) => {
    if (value === null || value === undefined) return undefined;
    if (typeof value !== "string") throw new DamagedRow();
    const before = known.get(value);
    if (before !== undefined) return before;
    const looked = look(value);
    known.set(value, looked);
    return looked;
  };
}

/** Whether years from it can be told from months and days alone: the whole day is known, and every year has it. */
const isPlain = ({ monthDay }: Known): boolean => monthDay !== 0 && monthDay !== 229;

const wholeYears = (from: Known, to: Known): number => to.year - from.year - (to.monthDay < from.monthDay ? 1 : 0);

/** After the last day that there is. */
const never = "never";

const afterwards = (day: string): string => (day === "9999-12-31" ? never : addDays(day, 1));

/** A participation that stands for those like it, checked as one that is handed out. */
function countedRow(row: readonly SQLOutputValue[]) {
  const [followUp, sex, start, end, intervention, reason, referrer, education, support, since, birth] = row;
  const isFollowed = followUp === "followed";
  const participation = participationTable.recordIn({
    id: "one of them",
    follow_up: followUp ?? null,
    sex: sex ?? null,
    sex_basis: "self-reported",
    start_date: start ?? null,
    end_date: end ?? null,
    intervention: intervention ?? null,
    ...(isFollowed && {
      person: "somebody",
      exit_reason: reason ?? null,
      referrer: referrer ?? null,
      education: education ?? null,
      support_at_start: support ?? null,
      support_since: since ?? null,
    }),
  });
  return { participation, birthDate: typeof birth === "string" ? birth : undefined };
}
