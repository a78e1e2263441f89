import { describe, expect, test } from "vitest";
import { floorViolations, type PackageWithImports } from "./floors.ts";

const opened = { ".": "./dist/index.js", "./internal/*": null, "./package.json": "./package.json" };

function room(folder: string, change: Partial<PackageWithImports> = {}): PackageWithImports {
  return {
    name: `@finsam/${folder.split("/").at(-1)}`,
    folder,
    dependencies: [],
    exports: opened,
    imports: [],
    ...change,
  };
}

const house = [
  room("packages/kernel/model", { exports: { ...opened, "./identity": "./dist/identity/index.js" } }),
  room("packages/kernel/criteria"),
  room("packages/kernel/policy"),
  room("packages/rules/bip"),
  room("packages/rules/eligibility"),
  room("packages/rules/exit-reasons"),
  room("packages/rules/gender-reporting"),
  room("packages/profiles/stockholm"),
  room("packages/adapters/store"),
  room("packages/adapters/store-sqlite"),
  room("packages/apps/cli"),
  room("examples/annual-report"),
  room("tools/checks"),
];

/** The house with one import written in one package. */
function withImport(folder: string, specifier: string, file = "src/some.ts"): readonly PackageWithImports[] {
  const imports = [{ file: `${folder}/${file}`, line: 3, specifier }];
  return house.map((one) => (one.folder === folder ? { ...one, imports } : one));
}

function withDependency(folder: string, dependency: string): readonly PackageWithImports[] {
  return house.map((one) => (one.folder === folder ? { ...one, dependencies: [dependency] } : one));
}

const downwards = [
  ["packages/kernel/model", "zod"],
  ["packages/kernel/model", "node:crypto"],
  ["packages/kernel/criteria", "@finsam/model"],
  ["packages/kernel/policy", "@finsam/criteria"],
  ["packages/rules/eligibility", "@finsam/policy"],
  ["packages/rules/gender-reporting", "@finsam/exit-reasons"],
  ["packages/rules/bip", "@finsam/gender-reporting"],
  ["packages/profiles/stockholm", "@finsam/model"],
  ["packages/profiles/stockholm", "@finsam/eligibility"],
  ["packages/adapters/store", "@finsam/gender-reporting"],
  ["packages/adapters/store-sqlite", "@finsam/store"],
  ["packages/adapters/store-sqlite", "@finsam/criteria"],
  ["packages/adapters/store-sqlite", "effect"],
  ["packages/apps/cli", "@finsam/store-sqlite"],
  ["packages/apps/cli", "@finsam/stockholm"],
  ["examples/annual-report", "@finsam/cli"],
  ["tools/checks", "vitest"],
] as const;

const wrongWay = [
  ["packages/kernel/model", "@finsam/criteria", "a kernel package rests on"],
  ["packages/kernel/criteria", "@finsam/policy", "a kernel package rests on"],
  ["packages/kernel/criteria", "@finsam/eligibility", "a kernel package rests on"],
  ["packages/kernel/criteria", "effect", "a kernel package rests on"],
  ["packages/kernel/criteria", "node:crypto", "a kernel package rests on"],
  ["packages/rules/eligibility", "@finsam/gender-reporting", "a rule rests on"],
  ["packages/rules/exit-reasons", "@finsam/gender-reporting", "a rule rests on"],
  ["packages/rules/gender-reporting", "@finsam/bip", "a rule rests on"],
  ["packages/rules/eligibility", "@finsam/stockholm", "a rule rests on"],
  ["packages/rules/eligibility", "effect", "a rule rests on"],
  ["packages/profiles/stockholm", "@finsam/store", "a profile rests on"],
  ["packages/profiles/stockholm", "node:fs", "a profile rests on"],
  ["packages/adapters/store-sqlite", "@finsam/stockholm", "an adapter rests on"],
  ["packages/adapters/store", "@finsam/store-sqlite", "an adapter rests on"],
  ["packages/adapters/store", "@finsam/cli", "an adapter rests on"],
  ["packages/apps/cli", "@finsam/nowhere", "the workspace has no such package"],
] as const;

describe("an import only ever points down", () => {
  test.each(downwards)("%s may rest on %s", (folder, specifier) => {
    expect(floorViolations(withImport(folder, specifier))).toEqual([]);
    expect(floorViolations(withDependency(folder, specifier))).toEqual([]);
  });

  test.each(wrongWay)("%s may not rest on %s", (folder, specifier, rule) => {
    expect(floorViolations(withImport(folder, specifier))).toEqual([
      { file: `${folder}/src/some.ts`, line: 3, imported: specifier, rule: expect.stringContaining(rule) },
    ]);
    expect(floorViolations(withDependency(folder, specifier))).toEqual([
      { file: `${folder}/package.json`, imported: specifier, rule: expect.stringContaining(rule) },
    ]);
  });

  test("a test may use packages of any floor", () => {
    expect(floorViolations(withImport("packages/kernel/model", "@finsam/stockholm", "src/some.test.ts"))).toEqual([]);
    expect(floorViolations(withImport("packages/rules/eligibility", "node:fs", "test/data.ts"))).toEqual([]);
    expect(floorViolations(withImport("packages/rules/eligibility", "mitata", "bench/outcomes.ts"))).toEqual([]);
  });

  test("a package on an unknown floor is a violation", () => {
    expect(floorViolations([room("packages/attic/box")])).toEqual([
      {
        file: "packages/attic/box/package.json",
        imported: "@finsam/box",
        rule: expect.stringContaining("lies on one of"),
      },
    ]);
  });

  test("a new kernel package rests on nothing until it has a place in the order", () => {
    const imports = [{ file: "packages/kernel/texts/src/text.ts", line: 1, specifier: "@finsam/model" }];
    expect(floorViolations([...house, room("packages/kernel/texts", { imports })])).toHaveLength(1);
  });
});

describe("no package reaches into another", () => {
  const intoAnother = "a relative path stays inside its package";

  test.each(["src/some.ts", "src/some.test.ts", "test/some.ts"])("by a relative path, not even from %s", (file) => {
    expect(floorViolations(withImport("packages/rules/eligibility", "../../exit-reasons/src/code.ts", file))).toEqual([
      expect.objectContaining({ rule: intoAnother }),
    ]);
  });

  test("a path that only begins like its own folder is another package", () => {
    expect(floorViolations(withImport("packages/adapters/store", "../../store-sqlite/src/index.ts"))).toEqual([
      expect.objectContaining({ rule: intoAnother }),
    ]);
  });

  test("by a subpath that the other does not open, not even from a test", () => {
    for (const specifier of ["@finsam/model/src/age.ts", "@finsam/model/internal/age", "@finsam/criteria/sql"]) {
      expect(floorViolations(withImport("packages/apps/cli", specifier, "src/some.test.ts"))).toEqual([
        expect.objectContaining({ rule: expect.stringContaining("does not open this path") }),
      ]);
    }
  });

  test("a subpath that is opened, by name or by pattern, may be used", () => {
    expect(floorViolations(withImport("packages/kernel/policy", "@finsam/model/identity"))).toEqual([]);
    expect(floorViolations(withImport("packages/kernel/policy", "@finsam/model/package.json"))).toEqual([]);
    const open = { ...opened, "./lists/*": "./dist/lists/*.js", "./lists/secret/*": null };
    const lists = room("packages/kernel/model", { exports: open });
    const using = (specifier: string) =>
      floorViolations([
        lists,
        room("packages/apps/cli", { imports: [{ file: "packages/apps/cli/src/a.ts", line: 1, specifier }] }),
      ]);
    expect(using("@finsam/model/lists/exit")).toEqual([]);
    expect(using("@finsam/model/lists/secret/exit")).toHaveLength(1);
  });

  test("inside a package, files import each other as they like", () => {
    expect(floorViolations(withImport("packages/kernel/model", "../dates/age.ts", "src/people/person.ts"))).toEqual([]);
  });
});
