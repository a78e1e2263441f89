import { readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path/posix";
import { type ImportedModule, importedModules, parseTypeScript } from "./parsed-source.ts";
import { filesMatching, repository, type WorkspacePackage, workspacePackages } from "./workspace.ts";

/** A package with the modules its files name. */
export interface PackageWithImports extends WorkspacePackage {
  readonly imports: readonly (ImportedModule & { readonly file: string })[];
}

/** An import or a dependency that points the wrong way. */
export interface Violation {
  readonly file: string;
  /** Counted from 1; missing for a dependency in package.json. */
  readonly line?: number;
  readonly imported: string;
  readonly rule: string;
}

/** The packages of the kernel from the ground up: each may rest on those before it. */
const kernel = ["model", "criteria", "policy"];

/** Rules that may rest on another rule, because the domain says so. */
const ruleOnRule = [
  {
    from: "bip",
    to: "gender-reporting",
    because:
      "progression and surveys are told as counts by sex, with which of them to withhold, and as shares with intervals",
  },
  {
    from: "gender-reporting",
    to: "exit-reasons",
    because: "the tables of ended participations count by exit reason and name the positive ones",
  },
];

/** Modules outside the workspace that a pure package may use besides zod. */
const outsideOfPure = [
  { from: "model", to: "node:crypto", because: "an identity number becomes a keyed pseudonym by HMAC-SHA-256" },
  { from: "policy", to: "node:crypto", because: "a receipt holds digests of the policy and of the facts" },
];

interface Place {
  readonly floor: string;
  readonly room: string;
}

interface Floor {
  readonly rule: string;
  readonly restsOn: (to: Place, from: Place) => boolean;
  /** A pure package uses nothing from outside the workspace but zod. */
  readonly pure: boolean;
}

const ruleOnRuleInWords = ruleOnRule.map(({ from, to }) => `${from} on ${to}`).join(", ");

const floors: Readonly<Record<string, Floor>> = {
  kernel: {
    rule: `a kernel package rests on zod and on those before it in the order ${kernel.join(", ")}`,
    restsOn: (to, from) =>
      to.floor === "kernel" && kernel.includes(to.room) && kernel.indexOf(to.room) < kernel.indexOf(from.room),
    pure: true,
  },
  rules: {
    rule: `a rule rests on zod, the kernel and the rules listed for it (${ruleOnRuleInWords})`,
    restsOn: (to, from) =>
      to.floor === "kernel" ||
      (to.floor === "rules" && ruleOnRule.some((pair) => pair.from === from.room && pair.to === to.room)),
    pure: true,
  },
  profiles: {
    rule: "a profile rests on zod, the kernel and the rules",
    restsOn: (to) => to.floor === "kernel" || to.floor === "rules",
    pure: true,
  },
  adapters: {
    rule: "an adapter rests on the kernel, the rules and adapters/store",
    restsOn: (to) => to.floor === "kernel" || to.floor === "rules" || (to.floor === "adapters" && to.room === "store"),
    pure: false,
  },
  apps: { rule: "an app rests on any package", restsOn: () => true, pure: false },
  examples: { rule: "an example rests on any package", restsOn: () => true, pure: false },
  tools: { rule: "a tool rests on any package", restsOn: () => true, pure: false },
};

/**
 * Finds what points the wrong way: dependencies and imports against the floors, relative paths out of a package, and subpaths that
 * a package does not open. Tests may import packages of any floor, but may not reach into one either.
 */
export function floorViolations(packages: readonly PackageWithImports[]): readonly Violation[] {
  return packages.flatMap((from) => {
    const floor = floors[place(from).floor];
    const manifest = `${from.folder}/package.json`;
    if (floor === undefined) {
      return [
        { file: manifest, imported: from.name, rule: `a package lies on one of ${Object.keys(floors).join(", ")}` },
      ];
    }
    const broken = (specifier: string): string | undefined => brokenRule(specifier, from, floor, packages);
    return [
      ...from.dependencies.flatMap((imported) => {
        const rule = broken(imported);
        return rule === undefined ? [] : [{ file: manifest, imported, rule }];
      }),
      ...from.imports.flatMap(({ file, line, specifier }) => {
        const rule = reachingIn(file, specifier, from, packages) ?? (isTest(file) ? undefined : broken(specifier));
        return rule === undefined ? [] : [{ file, line, imported: specifier, rule }];
      }),
    ];
  });
}

function brokenRule(
  specifier: string,
  from: PackageWithImports,
  floor: Floor,
  packages: readonly PackageWithImports[],
): string | undefined {
  if (isRelative(specifier)) return undefined;
  const name = packageName(specifier);
  if (name === from.name) return undefined;
  const to = packages.find((one) => one.name === name);
  if (to !== undefined) return floor.restsOn(place(to), place(from)) ? undefined : floor.rule;
  if (name.startsWith("@finsam/")) return "the workspace has no such package";
  const allowed =
    !floor.pure ||
    name === "zod" ||
    outsideOfPure.some((pair) => pair.from === place(from).room && pair.to === specifier);
  return allowed ? undefined : floor.rule;
}

function reachingIn(
  file: string,
  specifier: string,
  from: PackageWithImports,
  packages: readonly PackageWithImports[],
): string | undefined {
  if (isRelative(specifier)) {
    const target = resolve("/", dirname(file), specifier);
    return target.startsWith(`/${from.folder}/`) ? undefined : "a relative path stays inside its package";
  }
  const name = packageName(specifier);
  const to = packages.find((one) => one.name === name);
  if (to === undefined || opens(to.exports, `.${specifier.slice(name.length)}`)) return undefined;
  return `${name} does not open this path in its exports`;
}

/** As Node resolves exports: an exact subpath first, then the pattern with the longest beginning. */
function opens(exports: PackageWithImports["exports"], subpath: string): boolean {
  if (subpath in exports) return exports[subpath] !== null;
  const [pattern] = Object.keys(exports)
    .filter((key) => {
      const [start, end] = key.split("*");
      return end !== undefined && start !== undefined && subpath.startsWith(start) && subpath.endsWith(end);
    })
    .sort((a, b) => b.indexOf("*") - a.indexOf("*"));
  return pattern !== undefined && exports[pattern] !== null;
}

/** `packages/kernel/model` is the room model on the floor kernel; `examples/annual-report` the room annual-report on examples. */
function place({ folder }: { readonly folder: string }): Place {
  const [room = "", floor = ""] = folder.split("/").reverse();
  return { floor, room };
}

function packageName(specifier: string): string {
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}

function isRelative(specifier: string): boolean {
  return specifier.startsWith(".") || specifier.startsWith("/");
}

function isTest(file: string): boolean {
  return /\.(test|fixture)\.ts$/.test(file) || /\/(test|bench)\//.test(file);
}

/** Reads the packages of a repository with the modules that their sources, tests and benchmarks name. */
export function packagesWithImports(root: string): readonly PackageWithImports[] {
  return workspacePackages(root).map((one) => {
    const files = filesMatching(root, [`${one.folder}/{src,test,bench}/**/*.ts`]);
    const imports = files.flatMap((file) => {
      const source = parseTypeScript(file, readFileSync(join(root, file), "utf8"));
      return importedModules(source).map((imported) => ({ file, ...imported }));
    });
    return { ...one, imports };
  });
}

if (import.meta.main) {
  const packages = packagesWithImports(repository);
  const violations = floorViolations(packages);
  for (const { file, line, imported, rule } of violations) {
    console.log(`${line === undefined ? file : `${file}:${line}`}  "${imported}"  ${rule}`);
  }
  const count = packages.reduce((sum, { imports }) => sum + imports.length, 0);
  console.log(`${violations.length} violations in ${count} imports of ${packages.length} packages`);
  process.exitCode = violations.length === 0 ? 0 : 1;
}
