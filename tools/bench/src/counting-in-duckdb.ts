import { isDeepStrictEqual } from "node:util";
import { DuckDBInstance } from "@duckdb/node-api";
import type { CodedColumns } from "@finsam/gender-reporting";
import { sexes } from "@finsam/model";
import { median } from "./medians.ts";

/**
 * The milliseconds that DuckDB needs for the same cube from a table of texts: grouping sets in one statement, the answers in support as
 * one text. `filled` is what it has to find: the counts of each crossing in order, without that of several answers at once.
 */
export async function countInDuckdb(columns: CodedColumns, filled: readonly (readonly number[])[]): Promise<number> {
  const instance = await DuckDBInstance.create(":memory:", { threads: "1" });
  const connection = await instance.connect();
  try {
    await connection.run(`create table participations (
      sex text, followed text, intervention text, referrer text, education text, exit_reason text, support text,
      first_day usmallint, last_day usmallint, age_from utinyint, age_to utinyint, half_years utinyint)`);
    const appender = await connection.createAppender("participations");
    const text = (value: string | undefined) =>
      value === undefined ? appender.appendNull() : appender.appendVarchar(value);
    for (let row = 0; row < columns.length; row += 1) {
      text(sexes[columns.sex[row] ?? 0]);
      text(columns.followed[row] === 1 ? "followed" : "not-followed");
      for (const { ids, codes } of [columns.intervention, columns.referrer, columns.education, columns.exitReason])
        text(ids[(codes[row] ?? 0) - 1]);
      text(columns.supportAtStart.sets[(columns.supportAtStart.codes[row] ?? 0) - 1]?.join(" "));
      appender.appendUSmallInt(columns.start[row] ?? 0);
      appender.appendUSmallInt(columns.end[row] ?? 0);
      for (const years of [columns.ageFrom, columns.ageTo, columns.supportHalfYears])
        appender.appendUTinyInt(years[row] ?? 0);
      appender.endRow();
    }
    appender.flushSync();
    appender.closeSync();

    const groups = async () => (await connection.runAndReadAll(statement)).getRows();
    const found = await groups();
    const counts = crossings
      .filter((names) => !names.includes("support"))
      .map((names) =>
        found
          .filter(([crossing]) => crossing === groupingOf(names))
          .map(([, count]) => Number(count))
          .sort((a, b) => a - b),
      );
    if (!isDeepStrictEqual(counts, filled)) throw new Error("DuckDB counts others");
    return await median(5, groups);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

const dimensions = ["intervention", "referrer", "education", "exit_reason", "age", "support", "years"];

const crossings = [
  ["intervention", "exit_reason"],
  ["intervention", "referrer"],
  ["intervention", "education"],
  ["intervention", "age"],
  ["exit_reason", "referrer"],
  ["exit_reason", "education"],
  ["exit_reason", "age"],
  ["support"],
  ["years"],
];

/** What grouping() says of a crossing: a number with a 1 for every dimension that is not part of it. */
const groupingOf = (names: readonly string[]): bigint =>
  BigInt(`0b${dimensions.map((dimension) => (names.includes(dimension) ? 0 : 1)).join("")}`);

// 1 January and 31 December 2021 as the columns have days.
const [first, last] = [120 * 372 + 1, 121 * 372];

const statement = `
with spells as (
  select *,
    case when first_day = 0 then 'not-started'
      when first_day < ${first} then case when last_day <= ${last} then 'carried-over-and-ended' else 'carried-over' end
      else case when last_day <= ${last} then 'started-and-ended' else 'started' end end as spell,
    case when age_from = 255 then 'unknown' when age_to < 80 then 'under-30'
      when age_from >= 80 and age_to <= 100 then '30-to-50' when age_from > 100 then 'over-50' else 'undetermined' end as age,
    case when half_years = 255 then 'unknown' when half_years < 4 then 'under-2-years' when half_years < 10 then '2-to-5-years'
      when half_years <= 18 then '5-to-9-years' else 'over-9-years' end as years
  from participations
  where exit_reason is distinct from 'wrong-registration'
    and (first_day = 0 or (first_day <= ${last} and last_day >= ${first}))
)
select grouping(${dimensions.join(", ")}) as crossing, count(*), spell, followed, sex, ${dimensions.join(", ")}
from spells
group by grouping sets (${crossings.map((names) => `(spell, followed, sex, ${names.join(", ")})`).join(", ")})`;
