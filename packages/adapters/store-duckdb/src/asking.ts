import type { DuckDBValue } from "@duckdb/node-api";
import { outcomeOfTruth } from "@finsam/criteria/sql";
import { groupPersons, type Screened, type Store, screenPersons } from "@finsam/store";
import { outcomeGroups } from "@finsam/store/sql";
import * as Effect from "effect/Effect";
import * as Stream from "effect/Stream";
import { storeFailure } from "./duckdb-failure.ts";
import { askedOfDuckdb } from "./known-facts.ts";
import type { Reading } from "./reading.ts";
import { shown } from "./reading.ts";
import { DamagedRow, textToRead } from "./record-layout.ts";

/** The operations of the port that ask what rules say of persons. DuckDB answers; what it cannot be asked is asked in process. */
export function askingPersons(
  { rows, stream }: Reading,
  persons: Store["Service"]["persons"],
  path: string,
): Pick<Store["Service"], "screen" | "groupByConditions"> {
  return {
    screen: (rule) =>
      Stream.suspend(() => {
        const asked = askedOfDuckdb([rule]);
        if (asked === undefined) return screenPersons(persons, rule);
        const [outcome] = asked.outcomes;
        return stream(
          (rowsOf) => `
            SELECT ${textToRead("id")}, ${outcome} AS outcome
            FROM (SELECT ${["id", ...asked.facts].join(", ")} FROM ${rowsOf("person")} WHERE ${shown.person})
            ORDER BY id`,
          asked.parameters,
          screenedIn,
        );
      }),
    groupByConditions: (conditions) =>
      Effect.suspend(() => {
        const asked = askedOfDuckdb(conditions.map(({ condition, setting }) => ({ criterion: condition, setting })));
        if (asked === undefined) return groupPersons(persons, conditions);
        const outcomes = asked.outcomes.map((outcome, index) => `${outcome} AS outcome${index}`);
        const counted = rows(
          (rowsOf) => `
            SELECT ${["sex", ...outcomes].join(", ")}, count(*) AS count
            FROM (SELECT ${["sex", ...asked.facts].join(", ")} FROM ${rowsOf("person")} WHERE ${shown.person})
            GROUP BY ALL`,
          asked.parameters,
        );
        return Effect.flatMap(counted, (groups) =>
          Effect.try({
            try: () => {
              const found = outcomeGroups(groups, conditions.length);
              if (found === undefined) throw new DamagedRow();
              return found;
            },
            catch: (error) => storeFailure(path, error),
          }),
        );
      }),
  };
}

const screenedIn = ([ids = [], outcomes = []]: readonly (readonly DuckDBValue[])[]): readonly Screened[] =>
  ids.map((id, index) => ({ person: String(id), outcome: outcomeOfTruth(outcomes[index]) }));
