import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, globSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";

const example = fileURLToPath(new URL("..", import.meta.url));
const packages = join(example, "../../packages");
const folder = realpathSync(mkdtempSync(join(tmpdir(), "as-a-stranger-")));
afterAll(() => rmSync(folder, { recursive: true }));

interface Manifest {
  readonly name: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

const manifestIn = (place: string): Manifest => JSON.parse(readFileSync(join(place, "package.json"), "utf8"));

const placeOf = new Map(
  globSync("*/*/package.json", { cwd: packages })
    .map((manifest) => join(packages, dirname(manifest)))
    .map((place) => [manifestIn(place).name, place]),
);

/** A package of this repository and those it rests on, by name. */
function withFoundations(name: string): readonly string[] {
  const place = placeOf.get(name);
  if (place === undefined) return [];
  return [...Object.keys(manifestIn(place).dependencies ?? {}).flatMap(withFoundations), name];
}

const npm = (args: readonly string[], cwd: string): string =>
  execFileSync("npm", [...args], { cwd, encoding: "utf8", stdio: "pipe" });

describe("a store of one's own, in a folder with nothing but the packed packages", () => {
  // It installs packages, and the suite moves megabytes: a busy machine takes its time.
  test("passes the whole suite", { timeout: 900_000 }, async () => {
    const { dependencies = {}, ...manifest } = manifestIn(example);
    const ours = new Set(Object.keys(dependencies).flatMap(withFoundations));
    const tarballs = [...ours].map((name) => {
      const [packed] = JSON.parse(npm(["pack", "--json", "--pack-destination", folder], placeOf.get(name) ?? ""));
      return [name, `file:${packed.filename}`];
    });
    const installed = { ...manifest, dependencies: { ...dependencies, ...Object.fromEntries(tarballs) } };
    writeFileSync(join(folder, "package.json"), JSON.stringify(installed));
    cpSync(join(example, "src"), join(folder, "src"), { recursive: true });
    npm(["install", "--prefer-offline", "--no-audit", "--no-fund"], folder);
    expect(realpathSync(join(folder, "node_modules/@finsam/store")).startsWith(folder)).toBe(true);

    const results = join(folder, "conformance.json");
    const proof = spawnSync("node", ["--test", "--test-reporter=tap", "src/proof.ts"], {
      cwd: folder,
      encoding: "utf8",
      env: { ...process.env, CONFORMANCE_RESULTS: results },
    });

    expect(proof.stdout.match(/^not ok .*$/gm) ?? []).toEqual([]);
    expect(proof.status, proof.stderr).toBe(0);
    expect(Number(/^# pass (\d+)$/m.exec(proof.stdout)?.[1])).toBeGreaterThan(150);
    await expect(readFileSync(results, "utf8")).toMatchFileSnapshot("../conformance.json");
  });
});
