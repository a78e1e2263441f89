import { type PublishedCounts, Report } from "@finsam/gender-reporting";
import { describe, expect, test } from "vitest";
import { file, finsam, register2021 } from "./finsam.fixture.ts";

const reportOf = async (year: string, ...more: readonly string[]) =>
  Report.parse(JSON.parse((await finsam("report", register2021, "--year", year, "--json", ...more)).out));

const withheldIn = ({ tables, sections }: Report) =>
  [...tables, ...sections.flatMap((section) => section.tables)].flatMap(({ id, rows }) =>
    rows.flatMap(({ category, counts }) =>
      Object.entries(counts).flatMap(([column, count]) => (count === null ? [`${id} ${category} ${column}`] : [])),
    ),
  );

describe("what was published before", () => {
  test("of the year before: the number carried over is not printed where it would tell what was withheld", async () => {
    const before = await reportOf("2021");
    // As if only women had been told apart among those that ended.
    const unlessZero = (count: number | null) => (count === 0 ? 0 : null);
    const withoutMen = (counts: PublishedCounts): PublishedCounts => ({
      ...counts,
      man: unlessZero(counts.man),
      total: unlessZero(counts.total),
    });
    const withheld = (tables: Report["tables"]) =>
      tables.map((table) => {
        if (table.base.population !== "ended") return table;
        const { counts, notFollowed, excluded } = table.base;
        return {
          ...table,
          base: {
            ...table.base,
            counts: withoutMen(counts),
            notFollowed: withoutMen(notFollowed),
            excluded: withoutMen(excluded),
          },
          rows: table.rows.map((row) => ({ ...row, counts: withoutMen(row.counts) })),
        };
      });
    const sections = before.sections.map((section) => ({ ...section, tables: withheld(section.tables) }));
    const path = file("report-2021.json", JSON.stringify({ ...before, tables: withheld(before.tables), sections }));
    const [alone, after] = [await reportOf("2022"), await reportOf("2022", "--earlier", path)];
    expect(withheldIn(alone)).not.toContain("carried-over all man");
    expect(withheldIn(after)).toContain("carried-over all man");
  });

  test("of the same year: a figure that was printed protects nothing any more, so that the same report is made again", async () => {
    const first = await reportOf("2021");
    const again = await reportOf("2021", "--earlier", file("report-2021.json", JSON.stringify(first)));
    const known = new Set(withheldIn(first));
    expect(withheldIn(again).filter((key) => !known.has(key))).toEqual([]);
  });

  test("is refused when it is no report, of others, or parted from the year by one that is not there", async () => {
    const said = async (content: unknown) => {
      const path = file("earlier.json", JSON.stringify(content));
      const { code, err } = await finsam("report", register2021, "--year", "2021", "--json", "--earlier", path);
      return [code, err.trim().replace(path, "FILE")];
    };
    const report = await reportOf("2021", "--threshold", "0");
    expect(await said({ tables: [] })).toEqual([
      2,
      "--earlier FILE is no report. Name the report.json that was published.",
    ]);
    expect(await said({ ...report, year: 2019 })).toEqual([
      2,
      "--earlier FILE is a report of the year 2019, and none of 2020 is named. Name that one too, or neither.",
    ]);
    expect(await said({ ...report, association: { ...report.association, id: "elsewhere" } })).toEqual([
      2,
      "--earlier FILE is a report of elsewhere. Name one of stockholm.",
    ]);
  });
});
