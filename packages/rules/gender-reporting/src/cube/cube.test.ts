import { addDays } from "@finsam/model";
import { stockholm } from "@finsam/stockholm";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyRegister, followedRow } from "../register-rows.fixture.ts";
import { countRows } from "./count-rows.ts";
import { Cube, CubesDoNotMerge, emptyCube, mergeCubes } from "./cube.ts";

const anyYears = fc.constantFrom([2021], [2020], [2020, 2021], [2022]);
const anyCube = fc.oneof(
  { weight: 1, arbitrary: fc.constant(emptyCube) },
  { weight: 5, arbitrary: fc.tuple(anyYears, anyRegister).map(([years, rows]) => countRows(stockholm, years, rows)) },
);
const runs = { numRuns: 60 };

describe("laws of merging", () => {
  test("the order of two cubes does not matter", () => {
    fc.assert(
      fc.property(anyCube, anyCube, (a, b) => {
        expect(mergeCubes(a, b)).toEqual(mergeCubes(b, a));
      }),
      runs,
    );
  });

  test("of three, it does not matter which two are merged first", () => {
    fc.assert(
      fc.property(anyCube, anyCube, anyCube, (a, b, c) => {
        expect(mergeCubes(mergeCubes(a, b), c)).toEqual(mergeCubes(a, mergeCubes(b, c)));
      }),
      runs,
    );
  });

  test("the empty cube changes nothing", () => {
    fc.assert(
      fc.property(anyCube, (cube) => {
        expect(mergeCubes(cube, emptyCube)).toEqual(cube);
        expect(mergeCubes(emptyCube, cube)).toEqual(cube);
      }),
      runs,
    );
  });

  test("counting parts and merging gives what counting the whole gives", () => {
    fc.assert(
      fc.property(anyYears, anyRegister, anyRegister, (years, first, second) => {
        const merged = mergeCubes(countRows(stockholm, years, first), countRows(stockholm, years, second));
        expect(merged).toEqual(countRows(stockholm, years, [...first, ...second]));
      }),
      runs,
    );
  });

  test("years counted apart and merged are the years counted together", () => {
    fc.assert(
      fc.property(anyRegister, (rows) => {
        const [a, b] = [countRows(stockholm, [2020], rows), countRows(stockholm, [2021], rows)];
        expect(mergeCubes(b, a)).toEqual(countRows(stockholm, [2020, 2021], rows));
      }),
      runs,
    );
  });
});

describe("cubes that do not mean the same", () => {
  const other = {
    ...stockholm,
    id: "storkommun",
    report: stockholm.report.map((version) => ({
      ...version,
      value: { ...version.value, ageBands: version.value.ageBands.map((band) => ({ ...band, atMost: 49 })) },
    })),
  };
  const merge = () => mergeCubes(countRows(stockholm, [2021], []), countRows(other, [2021], []));

  test("do not merge, and it is said what differs and between whom", () => {
    expect(merge).toThrow(CubesDoNotMerge);
    expect(merge).toThrow(
      `stockholm ${stockholm.version} and storkommun ${stockholm.version} were counted by different ageAtStart.`,
    );
    try {
      merge();
    } catch (error) {
      if (!(error instanceof CubesDoNotMerge)) throw error;
      expect([error.code, error.differences.map(({ what }) => what)]).toEqual(["cubes-do-not-merge", ["ageAtStart"]]);
      expect([error.left, error.right].map(([policy]) => policy?.profile)).toEqual(["stockholm", "storkommun"]);
      expect(error.text.sv).toContain("är räknade med olika ageAtStart");
    }
  });

  test("do not merge either when a code list or the meaning of an exit reason is another", () => {
    const [first, ...codes] = stockholm.codeLists.interventions.codes;
    if (first === undefined) throw new Error("no intervention");
    const differing = [
      {
        ...stockholm,
        codeLists: { ...stockholm.codeLists, interventions: { ...stockholm.codeLists.interventions, codes } },
      },
      { ...stockholm, exitResults: { ...stockholm.exitResults, illness: "positive" as const } },
      { ...stockholm, codeLists: { ...stockholm.codeLists, education: undefined } },
    ];
    for (const profile of differing)
      expect(() => mergeCubes(countRows(profile, [2021], []), countRows(stockholm, [2021], []))).toThrow(
        CubesDoNotMerge,
      );
  });

  test("are not made of years with different bands", () => {
    const [version] = other.report;
    const report = [
      { ...stockholm.report[0], validTo: "2020-12-31" },
      { ...version, validFrom: "2021-01-01" },
    ];
    expect(() => countRows({ ...stockholm, report } as typeof stockholm, [2020, 2021], [])).toThrow(CubesDoNotMerge);
  });

  test("merge when another association counts by the same lists and bands, and both are named", () => {
    const merged = mergeCubes(
      countRows(stockholm, [2021], [followedRow()]),
      countRows({ ...stockholm, id: "storkommun" }, [2021], [followedRow()]),
    );
    expect(merged.countedUnder.map(({ profile }) => profile)).toEqual(["stockholm", "storkommun"]);
  });
});

test("a cube is JSON, and holds neither a person nor a day", () => {
  fc.assert(
    fc.property(anyCube, (cube) => {
      expect(Cube.parse(JSON.parse(JSON.stringify(cube)))).toEqual(cube);
    }),
    runs,
  );
  const day = addDays("2021-03-01", 16);
  const cube = countRows(
    stockholm,
    [2021],
    [followedRow({ id: "D77", person: "P4711", start: day, end: day }, "1987-06-05")],
  );
  const text = JSON.stringify(cube.parts);
  for (const trace of ["D77", "P4711", day, "1987"]) expect(text).not.toContain(trace);
});
