import {
  type CountedRow,
  type Dimension,
  startTabulation,
  type TableCounts,
  type TableSpec,
} from "@finsam/gender-reporting";
import { addDays, type CalendarDate, type LeapDayBirthday, sexes } from "@finsam/model";
import { openParameters } from "./parameters.ts";
import { DamagedRow, type Row } from "./record-table.ts";

/**
 * A query that counts tables in one pass: PostgreSQL groups participations that a table does not tell apart, and one that stands for the
 * group is counted as often as there are. What is counted how is thus said in one place, `@finsam/gender-reporting`. Its first parameter is
 * the tenant, the others come after it.
 */
interface TabulateQuery {
  readonly sql: string;
  readonly parameters: readonly (string | number)[];
  /**
   * The counts of all tables; `undefined` when nothing can stand for a group, such as somebody two thousand years old.
   *
   * @throws DamagedRow when something was counted that is no participation
   */
  readonly countsIn: (rows: readonly Row[]) => readonly TableCounts[] | undefined;
}

/** Tables that tell the same participations apart. */
interface Grouping {
  readonly columns: readonly string[];
  readonly specs: TableSpec[];
}

/** Expressions over a participation, each by the name of its column. */
type Columns = Readonly<Record<string, string>>;

// GROUPING takes no more.
const mostColumns = 31;

/** Writes the query, or gives `undefined` when it cannot: no table, one of persons, or a period that begins on an odd day. */
export function tabulateQuery(specs: readonly TableSpec[]): TabulateQuery | undefined {
  const { values, bind } = openParameters();
  const list = (texts: Iterable<string>): string => [...texts].map(bind).join(", ");

  const sides = sidesOf(specs);
  if (sides === undefined) return undefined;
  const sideOf = (day: string): string => {
    const passed = sides.ends.map((end) => `(${day} >= ${bind(end)})::integer`);
    return `coalesce(${passed.join(" + ")}, ${sides.days.length})`;
  };
  const common = `(${sexNumber} * 2 + (follow_up = 'followed')::integer) * ${sides.base ** 2}
    + ${sideOf("start_date")} * ${sides.base} + ${sideOf("end_date")}`;

  // What no table counts does not come into the groups; reasons that some tables leave out divide them.
  const leftOut = ({ without }: TableSpec): string =>
    without.length === 0 ? "false" : `coalesce(exit_reason IN (${list(without)}), false)`;
  const reasons = [...new Set(specs.map(leftOut))];
  const interventions = new Set(specs.flatMap(({ where }) => where?.intervention ?? []));
  const computed = new Map<string, string>();
  const groupings = new Map<string, Grouping>();
  for (const spec of specs) {
    const asked = columnsOf(spec.dimension);
    if (asked === undefined) return undefined;
    const columns: Columns = {
      common,
      ...(reasons.length > 1 && { [`left_out_${reasons.indexOf(leftOut(spec))}`]: leftOut(spec) }),
      ...(spec.where && {
        of_intervention: `CASE WHEN intervention IN (${list(interventions)}) THEN intervention END`,
      }),
      ...asked,
    };
    const names = Object.keys(columns);
    for (const [name, sql] of Object.entries(columns)) computed.set(name, sql);
    const grouping = groupings.get(names.join()) ?? { columns: names, specs: [] };
    groupings.set(names.join(), grouping);
    grouping.specs.push(spec);
  }
  const all = [...computed.keys()];
  if (all.length > mostColumns || all.length === 0) return undefined;

  const [earliest = "", latest = earliest] = [sides.ends[0], sides.ends.at(-1)];
  const goesOn = `(start_date < ${bind(latest)} AND coalesce(end_date >= ${bind(earliest)}, true))`;
  const isCounted = specs.every(({ population }) => isInPeriod[population])
    ? goesOn
    : `(start_date IS NULL OR ${goesOn})`;
  const persons =
    "LEFT JOIN finsam.person ON person.tenant = $1 AND person.id = participation.person AND NOT person.protected";
  const joined = all.some((name) => name.startsWith("age_")) ? persons : "";
  const sets = [...groupings.values()].map(({ columns }) => `(${columns.join(", ")})`);
  return {
    // OFFSET 0 has each column worked out once, however many groupings it is in.
    sql: `
      SELECT ${all.join(", ")}, GROUPING(${all.join(", ")}) AS grouping, count(*) AS count
      FROM (
        SELECT ${[...computed].map(([name, sql]) => `${sql} AS ${name}`).join(", ")}
        FROM finsam.participation ${joined}
        WHERE participation.tenant = $1 AND follow_up <> 'anonymous' AND ${isCounted}${reasons.length === 1 ? ` AND NOT ${reasons[0]}` : ""}
        OFFSET 0
      ) AS coded
      GROUP BY GROUPING SETS (${sets.join(", ")})`,
    parameters: values,
    countsIn: (rows) => {
      const counted = new Map<TableSpec, TableCounts>();
      for (const { columns, specs: tables } of groupings.values()) {
        const id = groupingId(all, columns);
        const tabulation = startTabulation(tables);
        for (const row of rows) {
          if (row.grouping !== id) continue;
          const one = standIn(row, columns, sides, tables[0]?.without[0]);
          if (one === undefined) return undefined;
          tabulation.add(one, Number(row.count));
        }
        for (const [index, counts] of tabulation.counts().entries()) {
          const spec = tables[index];
          if (spec !== undefined) counted.set(spec, counts);
        }
      }
      return specs.flatMap((spec) => counted.get(spec) ?? []);
    },
  };
}

/** Whether those in a population have a day in the period of the table; who has not has not started. */
const isInPeriod: Readonly<Record<TableSpec["population"], boolean>> = {
  participants: true,
  "carried-over": true,
  started: true,
  ended: true,
  "not-started": false,
};

/** What tables ask of a day: on which side of the ends of their periods it lies. Any day between two of them will do. */
interface Sides {
  readonly ends: readonly CalendarDate[];
  /** A day before the first of the ends, and then the ends. */
  readonly days: readonly CalendarDate[];
  /** How many sides there are, and one more for no day. */
  readonly base: number;
}

function sidesOf(specs: readonly TableSpec[]): Sides | undefined {
  const ends = [...new Set(specs.flatMap(({ period: { from, to } }) => [from, dayAfter(to)]))].sort();
  const [first] = ends;
  const before = first && inYear(first, Number(first.slice(0, 4)) - 1);
  if (before === undefined || ends.some(isOddDay)) return undefined;
  return { ends, days: [before, ...ends], base: ends.length + 2 };
}

const sexNumber = `CASE participation.sex ${sexes.map((sex, index) => `WHEN '${sex}' THEN ${index}`).join(" ")} END`;

/** What a dimension asks of a participation beside what every table does. */
function columnsOf(dimension: Dimension): Columns | undefined {
  switch (dimension.by) {
    case "nothing":
    case "followUp":
      return {};
    case "intervention":
    case "referrer":
    case "education":
      return { [dimension.by]: dimension.by };
    case "exitReason":
    case "exitResult":
      return { exit_reason: "exit_reason" };
    case "exitResultWithin": {
      const within = columnsOf(dimension.within);
      return within && { exit_reason: "exit_reason", ...within };
    }
    case "supportAtStart":
      return { support_at_start: "support_at_start" };
    case "ageAtStart":
      return { [`age_${dimension.leapDayBirthday.replace("-", "_")}`]: ages(dimension.leapDayBirthday) };
    case "supportYearsAtStart":
      return { support_years: supportYears };
    case "persons":
      return undefined;
  }
}

const year = (day: string): string => `left(${day}, 4)::integer`;
const monthAndDay = (day: string): string => `substr(${day}, 6)`;
const isLeapYear = (number: string): string => `(${number} % 4 = 0 AND (${number} % 100 <> 0 OR ${number} % 400 = 0))`;

/** The last day that a date of birth without a day can be. */
const lastDay = `CASE length(birth_date) WHEN 4 THEN birth_date || '-12-31' ELSE birth_date || CASE WHEN right(birth_date, 2) IN ('04', '06', '09', '11') THEN '-30' WHEN right(birth_date, 2) <> '02' THEN '-31'
    WHEN ${isLeapYear(year("birth_date"))} THEN '-29' ELSE '-28' END END`;

/** The years completed from a day to the start: `completedYears` of `@finsam/model`. */
function yearsSince(day: string, leapDay: LeapDayBirthday): string {
  // Who was born on 29 February has no such day in most years. As text, 1 March is the first day that is not before it.
  const anniversary =
    leapDay === "1-march"
      ? monthAndDay(day)
      : `CASE WHEN ${monthAndDay(day)} = '02-29' AND NOT ${isLeapYear(year("start_date"))} THEN '02-28' ELSE ${monthAndDay(day)} END`;
  return `${year("start_date")} - ${year(day)} - (${monthAndDay("start_date")} < ${anniversary})::integer`;
}

/** The highest age at the start, doubled, and one more when a year less is possible, too. */
function ages(leapDay: LeapDayBirthday): string {
  const firstDay = "birth_date || CASE length(birth_date) WHEN 4 THEN '-01-01' ELSE '-01' END";
  const [most, least] = [yearsSince(`(${firstDay})`, leapDay), yearsSince(`(${lastDay})`, leapDay)];
  return `CASE length(birth_date) WHEN 10 THEN 2 * (${yearsSince("birth_date", leapDay)}) ELSE (${most}) * 3 - (${least}) END`;
}

/** The years of support at the start, doubled, and one more between two anniversaries. */
const supportYears = `CASE WHEN support_since <= start_date THEN 2 * (${yearsSince("support_since", "1-march")})
  + (NOT (${monthAndDay("start_date")} = ${monthAndDay("support_since")} OR (${monthAndDay("support_since")} = '02-29'
    AND ${monthAndDay("start_date")} = '03-01' AND NOT ${isLeapYear(year("start_date"))})))::integer END`;

/** What GROUPING says of a grouping: a bit for each column, set where it does not group by it. */
const groupingId = (all: readonly string[], columns: readonly string[]): number =>
  all.reduce((id, name) => id * 2 + (columns.includes(name) ? 0 : 1), 0);

const lastOfAllDays = "9999-12-31";
const dayAfter = (day: CalendarDate): CalendarDate => (day === lastOfAllDays ? day : addDays(day, 1));

/** Whether years cannot be counted back from a day without thinking of leap years, or of a year that is nearly over. */
const isOddDay = (day: CalendarDate): boolean => ["-02-29", "-03-01", "-12-31"].includes(day.slice(4));

/** The same day in another year. */
const inYear = (day: CalendarDate, number: number): CalendarDate | undefined =>
  number >= 1 && number <= 9999 ? `${String(number).padStart(4, "0")}${day.slice(4)}` : undefined;

/**
 * A participation of which tables say what they would of every one in a group; `undefined` when there is none.
 *
 * @throws DamagedRow when the group has no sex that there is
 */
function standIn(
  row: Row,
  columns: readonly string[],
  { days, base }: Sides,
  leftOutReason: string | undefined,
): CountedRow | undefined {
  const by = (name: string): unknown => (columns.includes(name) ? (row[name] ?? undefined) : undefined);
  const text = (name: string): string | undefined => {
    const value = by(name);
    return typeof value === "string" ? value : undefined;
  };
  const common = Number(row.common);
  const sex = sexes[Math.floor(common / base ** 2 / 2)];
  if (row.common === null || sex === undefined) throw new DamagedRow();
  const start = days[Math.floor(common / base) % base];
  const counted = {
    id: "one-of-a-group",
    intervention: text("intervention") ?? text("of_intervention") ?? "",
    sex,
    sexBasis: "self-reported",
    start,
    end: days[common % base],
  } as const;
  const isFollowed = Math.floor(common / base ** 2) % 2 === 1;
  if (!isFollowed) return { participation: { followUp: "not-followed", ...counted } };

  const birthDate = bornBefore(start, by(columns.find((name) => name.startsWith("age_")) ?? ""));
  const supportSince = supportedSince(start, by("support_years"));
  if (birthDate === "nobody" || supportSince === "nobody") return undefined;
  const isLeftOut = columns.some((name) => name.startsWith("left_out_") && row[name] === true);
  const supportAtStart = by("support_at_start");
  return {
    participation: {
      followUp: "followed",
      ...counted,
      person: "one-of-a-group",
      referrer: text("referrer"),
      education: text("education"),
      exitReason: text("exit_reason") ?? (isLeftOut ? leftOutReason : undefined),
      supportAtStart: Array.isArray(supportAtStart) ? supportAtStart.map(String) : undefined,
      supportSince,
    },
    birthDate,
  };
}

/** A date of birth that gives the ages of `ages` on a day: only its year when they are two. */
function bornBefore(day: CalendarDate | undefined, ages: unknown): string | undefined | "nobody" {
  if (day === undefined || typeof ages !== "number") return undefined;
  const born = inYear(day, Number(day.slice(0, 4)) - Math.floor(ages / 2));
  if (born === undefined) return "nobody";
  return ages % 2 === 0 ? born : born.slice(0, 4);
}

/** A first day of support that gives the years of `supportYears` on a day. */
function supportedSince(day: CalendarDate | undefined, years: unknown): CalendarDate | undefined | "nobody" {
  if (day === undefined || typeof years !== "number") return undefined;
  const since = inYear(day, Number(day.slice(0, 4)) - Math.floor(years / 2));
  if (since === undefined || since === "0001-01-01") return "nobody";
  return years % 2 === 0 ? since : addDays(since, -1);
}
