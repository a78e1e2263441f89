import { globSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import * as z from "zod";

/** The folder of the whole repository. */
export const repository = resolve(import.meta.dirname, "../../..");

const Target = z.union([z.string(), z.null(), z.object({ default: z.string() })]);
const Manifest = z.object({
  name: z.string(),
  dependencies: z.record(z.string(), z.string()).default({}),
  peerDependencies: z.record(z.string(), z.string()).default({}),
  optionalDependencies: z.record(z.string(), z.string()).default({}),
  exports: z.record(z.string(), Target).default({}),
});
const RootManifest = z.object({ workspaces: z.array(z.string()) });

/** A folder of the workspace with a package.json. */
export interface WorkspacePackage {
  readonly name: string;
  /** From the root of the repository, with forward slashes: `packages/kernel/model`. */
  readonly folder: string;
  /** What it needs at run time: dependencies, peers and optional ones. */
  readonly dependencies: readonly string[];
  /** The subpaths it opens, with the built file behind each; `null` closes one. */
  readonly exports: Readonly<Record<string, string | null>>;
}

/** Every package of the workspace, in order of folder. */
export function workspacePackages(root: string): readonly WorkspacePackage[] {
  const { workspaces } = RootManifest.parse(readJson(resolve(root, "package.json")));
  const manifests = filesMatching(
    root,
    workspaces.map((folder) => `${folder}/package.json`),
  );
  return manifests.map((file) => {
    const manifest = Manifest.parse(readJson(resolve(root, file)));
    return {
      name: manifest.name,
      folder: file.replace(/\/package\.json$/, ""),
      dependencies: Object.keys({
        ...manifest.dependencies,
        ...manifest.peerDependencies,
        ...manifest.optionalDependencies,
      }),
      exports: Object.fromEntries(
        Object.entries(manifest.exports).map(([subpath, target]) => [
          subpath,
          target !== null && typeof target === "object" ? target.default : target,
        ]),
      ),
    };
  });
}

/** Files under `root` that match, as sorted paths from `root` with forward slashes; nothing installed or built. */
export function filesMatching(root: string, patterns: readonly string[]): readonly string[] {
  const exclude = ["**/node_modules/**", "**/dist/**", "**/generated/**"];
  return globSync([...patterns], { cwd: root, exclude })
    .map((file) => file.replaceAll("\\", "/"))
    .sort();
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, "utf8"));
}
