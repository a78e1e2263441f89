import { columns } from "@finsam/gender-reporting";
import JSONstat from "jsonstat-toolkit";
import { describe, expect, test } from "vitest";
import { allSexes, report2021, withheld2021, withPersons, withSections } from "../report.fixture.ts";
import { reportJsonStat } from "./json-stat.ts";

/** The collection as the JSON-stat toolkit reads it, from text. */
const read = (report: typeof report2021) => JSONstat(JSON.parse(JSON.stringify(reportJsonStat(report, "en"))));

describe("the report as JSON-stat, read by the toolkit of the format", () => {
  test("is a collection with a dataset for each table, those of the interventions last", () => {
    const collection = read(withSections);
    expect([collection.class, collection.length]).toEqual(["collection", withSections.tables.length + 2]);
    expect(collection.Dataset(withSections.tables.length + 1).label).toBe("MIA Vidare: Participations by referrer");
  });

  test("gives every count back by category and sex", () => {
    for (const report of [report2021, allSexes])
      for (const [index, { rows }] of report.tables.entries())
        for (const { category, counts } of rows)
          for (const sex of columns)
            expect(
              read(report).Dataset(index).Data({ line: category, sex, year: "2021", measure: "count" }).value,
            ).toBe(counts[sex]);
  });

  test("says of a withheld count that it is null and why", () => {
    const dataset = read(withheld2021).Dataset(4);
    expect(dataset.Data({ line: "other", sex: "woman", measure: "count" })).toEqual({
      value: null,
      status: "..",
      label: undefined,
    });
    expect(dataset.Data({ line: "other", sex: "total", measure: "count" }).value).toBe(9);
    expect(dataset.Data({ line: "other", sex: "total", measure: "sexDistribution" })).toMatchObject({
      value: null,
      status: ".",
    });
  });

  test("names its time, its measures with their units, its base and its source", () => {
    const dataset = read(report2021).Dataset(4);
    expect(dataset.role).toMatchObject({ time: ["year"], metric: ["measure"] });
    expect(dataset.Dimension("measure").Category("ofBase").unit).toEqual({ label: "per cent", decimals: 0 });
    expect(dataset.source).toBe("Coordination association of the City of Stockholm");
    expect(dataset.note[0]).toBe(
      "Base: Participations that ended 2021-01-01 – 2021-12-31 and are followed up. Unit: participations.",
    );
    const persons = read(withPersons).Dataset(withPersons.tables.length - 1);
    expect(persons.label).toBe("People during the year");
    expect(persons.Dimension("measure").Category("count")).toMatchObject({
      label: "Number of people",
      unit: { label: "people", decimals: 0 },
    });
    expect(persons.note[0]).toMatch(/^Base: People with one or more participations .* Unit: people\.$/u);
  });
});
