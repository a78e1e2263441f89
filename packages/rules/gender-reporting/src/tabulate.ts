import { type CodeId, countSex, noCounts, type PersonId, type Sex, type SexCounts } from "@finsam/model";
import { type CountableParticipation, categoriesOf, categoriser } from "./category.ts";
import type { CountedRow } from "./counted-row.ts";
import type { TableCounts } from "./table-counts.ts";
import { countsPersons, type TableSpec } from "./table-spec.ts";

/** A tabulation under way: rows go in one at a time, in any order, and the counts of all tables come out at the end. */
export interface Tabulation {
  /**
   * Counts a row, or so many rows that are alike: a store that has grouped its rows adds each group once.
   *
   * @throws RangeError when `times` is not a whole number of at least 0.
   */
  readonly add: (row: CountedRow, times?: number) => void;
  readonly counts: () => readonly TableCounts[];
}

/**
 * Begins to count the tables that the specifications ask for, in one pass over rows that come one at a time.
 *
 * @example
 * ```ts
 * import { reportTables, startTabulation } from "@finsam/gender-reporting";
 * import { stockholm } from "@finsam/stockholm";
 * const tabulation = startTabulation(reportTables(stockholm, 2021));
 * tabulation.add({ participation: { followUp: "not-followed", id: "D1", intervention: "mia-vidare", sex: "woman", sexBasis: "legal-sex", start: "2021-03-01" } });
 * tabulation.counts().find(({ id }) => id === "started")?.base.woman; // => 1
 * ```
 */
export function startTabulation(specs: readonly TableSpec[]): Tabulation {
  const tables = specs.map((spec) => (countsPersons(spec) ? startPersons(spec) : startTable(spec)));
  return {
    add: (row, times = 1) => {
      if (!Number.isSafeInteger(times) || times < 0)
        throw new RangeError(`a row is counted a whole number of times, at least 0, and not ${times}`);
      for (const table of tables) table.add(row, times);
    },
    counts: () => tables.map((table) => table.counts()),
  };
}

/**
 * Counts tables over rows that are already there.
 *
 * @example
 * ```ts
 * import { reportTables, tabulate } from "@finsam/gender-reporting";
 * import { stockholm } from "@finsam/stockholm";
 * tabulate(reportTables(stockholm, 2021), []).length; // => 17
 * ```
 */
export function tabulate(specs: readonly TableSpec[], rows: Iterable<CountedRow>): readonly TableCounts[] {
  const tabulation = startTabulation(specs);
  for (const row of rows) tabulation.add(row);
  return tabulation.counts();
}

interface CountedTable {
  readonly add: (row: CountedRow, times: number) => void;
  readonly counts: () => TableCounts;
}

function startTable(spec: TableSpec): CountedTable {
  let base: SexCounts = noCounts;
  let notFollowed: SexCounts = noCounts;
  let excluded: SexCounts = noCounts;
  const categories = new Map<CodeId, SexCounts>(categoriesOf(spec.dimension).map((id) => [id, noCounts]));
  const categorise = categoriser(spec.dimension);
  return {
    add: ({ participation, birthDate }, times) => {
      if (times === 0) return;
      // Only protected identity, or a register without details, leaves an anonymous record: no table counts it.
      if (participation.followUp === "anonymous" || !belongsTo(spec, participation)) return;
      const found = categorise(participation, birthDate);
      if (found === "excluded") excluded = countSex(excluded, participation.sex, times);
      else if (found === "not-followed") notFollowed = countSex(notFollowed, participation.sex, times);
      else {
        base = countSex(base, participation.sex, times);
        for (const id of found) categories.set(id, countSex(categories.get(id) ?? noCounts, participation.sex, times));
      }
    },
    counts: () => ({ id: spec.id, base, notFollowed, excluded, categories: Object.fromEntries(categories) }),
  };
}

/** Persons, each by the sex that all their participations state; who is stated with different ones is of unknown sex. */
function startPersons(spec: TableSpec): CountedTable {
  const sexOf = new Map<PersonId, Sex>();
  let notFollowed: SexCounts = noCounts;
  return {
    add: ({ participation }, times) => {
      if (times === 0 || participation.followUp === "anonymous" || !belongsTo(spec, participation)) return;
      if (participation.followUp === "not-followed") notFollowed = countSex(notFollowed, participation.sex, times);
      else {
        const { person, sex } = participation;
        sexOf.set(person, (sexOf.get(person) ?? sex) === sex ? sex : "unknown");
      }
    },
    counts: () => {
      const base = [...sexOf.values()].reduce((sum, sex) => countSex(sum, sex, 1), noCounts);
      return { id: spec.id, base, notFollowed, excluded: noCounts, categories: { all: base } };
    },
  };
}

function belongsTo({ population, period, without, where }: TableSpec, participation: CountableParticipation): boolean {
  if (where !== undefined && participation.intervention !== where.intervention) return false;
  if (participation.followUp === "followed" && participation.exitReason !== undefined) {
    if (without.includes(participation.exitReason)) return false;
  }
  const { start, end } = participation;
  if (start === undefined) return population === "not-started";
  switch (population) {
    case "participants":
      return start <= period.to && (end === undefined || end >= period.from);
    case "carried-over":
      return start < period.from && (end === undefined || end >= period.from);
    case "started":
      return start >= period.from && start <= period.to;
    case "ended":
      return end !== undefined && end >= period.from && end <= period.to;
    case "not-started":
      return false;
  }
}
