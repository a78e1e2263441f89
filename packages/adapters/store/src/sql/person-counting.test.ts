import { noCounts } from "@finsam/model";
import { describe, expect, test } from "vitest";
import { personCounting } from "./person-counting.ts";

const syntax = { place: (position: number) => `?${position}`, code: (column: string) => column };
const period = { from: "2021-01-01", to: "2021-12-31" };
const title = { sv: "Personer", en: "People" };
const persons = {
  id: "persons",
  title,
  population: "participants",
  period,
  dimension: { by: "persons" },
  without: [],
} as const;
const started = { ...persons, id: "started", population: "started", dimension: { by: "nothing" } } as const;
const inMia = { ...persons, id: "persons-in-mia", where: { intervention: "mia" } } as const;
const inIps = { ...persons, id: "persons-in-ips", where: { intervention: "ips" } } as const;
const ofStarted = { id: "started", base: noCounts, notFollowed: noCounts, excluded: noCounts, categories: {} };

describe("persons counted by a database", () => {
  test("interventions are one query, and so is the whole; other tables are left to others", () => {
    const { queries, others } = personCounting([inMia, started, persons, inIps], syntax);
    expect(others).toEqual([started]);
    expect(queries.map(({ parameters }) => parameters.slice(1))).toEqual([
      ["2021-12-31", "2021-01-01", "mia", "ips"],
      ["2021-12-31", "2021-01-01"],
    ]);
  });

  test("another period, population or list of what is counted nowhere is another query", () => {
    const wrong = { ...persons, id: "wrong", without: ["wrong-registration"] };
    const before = { ...persons, id: "before", period: { from: "2020-01-01", to: "2020-12-31" } };
    const waiting = { ...persons, id: "waiting", population: "not-started" } as const;
    const { queries } = personCounting([persons, wrong, before, waiting], syntax);
    expect(queries).toHaveLength(4);
    // A database takes no value that no place asks for.
    for (const { sql, parameters } of queries)
      expect(parameters.every((_, index) => sql("t").includes(`?${index + 1}`))).toBe(true);
  });

  test("the counts stand in the order of the tables, each from its own rows", () => {
    const { queries, counts } = personCounting([inMia, started, persons, inIps], syntax);
    const [ofSections, ofAll] = queries.map(({ parameters }) => parameters[0]);
    const row = { key_follow_up: "followed", key_sex: "woman" };
    const found = counts(
      [
        { ...row, tables: ofSections, part: "mia", count: 2n },
        { ...row, tables: ofAll, part: "", count: 3 },
        { ...row, tables: ofAll, part: "", key_follow_up: "not-followed", count: 4 },
      ],
      [ofStarted],
    );
    expect(found?.map(({ id, base, notFollowed }) => [id, base.woman, notFollowed.total])).toEqual([
      ["persons-in-mia", 2, 0],
      ["started", 0, 0],
      ["persons", 3, 4],
      ["persons-in-ips", 0, 0],
    ]);
  });

  test("a row of a sex that there is not, or of no number, is no count", () => {
    const { queries, counts } = personCounting([persons], syntax);
    const row = { tables: queries[0]?.parameters[0], part: "", key_follow_up: "followed", key_sex: "woman", count: 1 };
    expect(counts([row], [])).toBeDefined();
    expect(counts([{ ...row, key_sex: "w" }], [])).toBeUndefined();
    expect(counts([{ ...row, count: "many" }], [])).toBeUndefined();
  });
});
