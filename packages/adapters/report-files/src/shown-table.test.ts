import type { Table } from "@finsam/gender-reporting";
import { describe, expect, test } from "vitest";
import { allSexes, emptyReport, report2021, whollyWithheld, withheld2021 } from "./report.fixture.ts";
import { shownTable } from "./shown-table.ts";

const tableOf = (tables: readonly Table[], id: string) => {
  const table = tables.find((one) => one.id === id);
  if (table === undefined) throw new Error(`the fixture has no table ${id}`);
  return table;
};
const shown = (tables: readonly Table[], id: string) => shownTable(tableOf(tables, id), "sv");

describe("the rows of a table", () => {
  test("that are zero in every column are named instead of shown", () => {
    const { lines, zeroLabels } = shown(report2021.tables, "started-by-support");
    expect(zeroLabels).toEqual(["A-kassa", "Studiestöd"]);
    expect(lines.map(({ label }) => label)).toEqual([
      "Sjuk- eller rehabiliteringspenning",
      "Försörjningsstöd",
      "Ingen offentlig försörjning",
    ]);
  });

  test("that are withheld are not zero", () => {
    const { lines, zeroLabels } = shown(whollyWithheld.tables, "started-by-age");
    expect(lines.map(({ label }) => label)).toEqual(["Under 30 år", "Över 50 år"]);
    expect(zeroLabels).toEqual(["Uppgift saknas"]);
  });

  test("outside the base are shown where they are not zero", () => {
    expect(shown(report2021.tables, "started-by-age").outside).toEqual([]);
    expect(shown(report2021.tables, "participants-by-referrer").outside).toMatchObject([
      { kind: "not-followed", counts: { woman: 44, man: 57, total: 101 }, sexDistribution: { woman: 44, man: 56 } },
    ]);
    expect(shown(allSexes.tables, "ended-by-exit-reason").outside.map(({ kind }) => kind)).toEqual([
      "not-followed",
      "excluded",
    ]);
  });
});

describe("the columns other and unknown", () => {
  test("are named instead of shown where they are zero in every row", () => {
    const { columns, zeroColumns } = shown(report2021.tables, "started-by-age");
    expect(columns).toEqual(["woman", "man", "total"]);
    expect(zeroColumns).toEqual(["other", "unknown"]);
  });

  test("are shown where one row is not zero, inside the base or outside", () => {
    expect(shown(allSexes.tables, "ended-by-exit-reason").columns).toEqual([
      "woman",
      "man",
      "other",
      "unknown",
      "total",
    ]);
    const table = tableOf(report2021.tables, "started-by-age");
    const outside = { ...table.base, notFollowed: { woman: 0, man: 0, other: 0, unknown: 7, total: 7 } };
    expect(shownTable({ ...table, base: outside }, "sv").columns).toEqual(["woman", "man", "unknown", "total"]);
  });

  test("are shown where a count in them is withheld", () => {
    const table = tableOf(report2021.tables, "started-by-age");
    const base = { ...table.base, counts: { ...table.base.counts, other: null } };
    expect(shownTable({ ...table, base }, "sv").columns).toContain("other");
  });
});

describe("the shares of a row", () => {
  test("are those of the report: of the own sex in the base, and of the sexes in the row", () => {
    const [row] = shown(report2021.tables, "ended-by-exit-reason").lines;
    expect(row?.ofBase).toMatchObject({ woman: 36, man: 54, total: 46 });
    expect(row?.sexDistribution).toMatchObject({ woman: 36, man: 64 });
  });

  test("are withheld with the count, and so is the share of a shown total nowhere", () => {
    const other = shown(withheld2021.tables, "ended-by-exit-reason").lines.at(-1);
    expect(other?.counts).toMatchObject({ woman: "withheld", man: "withheld", total: 9 });
    expect(other?.ofBase).toMatchObject({ woman: "withheld", man: "withheld", total: 2 });
    expect(other?.sexDistribution).toMatchObject({ woman: "withheld", man: "withheld" });
  });

  test("of a shown count in a withheld base are withheld", () => {
    const { lines } = shown(whollyWithheld.tables, "started-by-age");
    expect(lines[1]?.counts.man).toBe(0);
    expect(lines[1]?.ofBase.man).toBe("withheld");
  });

  test("of an empty base are none, not withheld and not zero", () => {
    const { base, hasNone, hasWithheld } = shown(emptyReport.tables, "started-by-age");
    expect(base.ofBase).toMatchObject({ woman: "none", man: "none", total: "none" });
    expect([hasNone, hasWithheld]).toEqual([true, false]);
  });
});

test("the base is a line of its own, all of itself", () => {
  expect(shown(report2021.tables, "ended-by-exit-reason").base).toMatchObject({
    counts: { woman: 166, man: 200, total: 366 },
    ofBase: { woman: 100, man: 100, total: 100 },
    sexDistribution: { woman: 45, man: 55 },
  });
});

test("a table says whether it has anything withheld", () => {
  expect(shown(withheld2021.tables, "ended-by-exit-reason").hasWithheld).toBe(true);
  expect(shown(withheld2021.tables, "started-by-age").hasWithheld).toBe(false);
});

test("a table of one row with all is not divided", () => {
  expect(shown(report2021.tables, "started").undivided).toBe(true);
  expect(shown(report2021.tables, "started-by-age").undivided).toBe(false);
});
