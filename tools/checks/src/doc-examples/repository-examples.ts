import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type ParsedSource, parseTypeScript } from "../parsed-source.ts";
import { filesMatching, workspacePackages } from "../workspace.ts";
import { type Example, examplesInReadme, examplesInSource } from "./example.ts";
import { entryFiles, missingDocumentation } from "./public-face.ts";

/** Every example of a repository: in doc comments of the packages' sources, in their READMEs and in its own. */
export function repositoryExamples(root: string): readonly Example[] {
  const read = (file: string) => readFileSync(join(root, file), "utf8");
  const sources = filesMatching(root, ["packages/*/*/src/**/*.ts"]).filter((file) => !file.endsWith(".test.ts"));
  const readmes = filesMatching(root, ["README.md", "packages/*/*/README.md"]);
  return [
    ...sources.flatMap((file) => examplesInSource(file, read(file))),
    ...readmes.flatMap((file) => examplesInReadme(file, read(file))),
  ];
}

/** What the packages of a repository open without documentation, one line each. */
export function repositoryMissingDocumentation(root: string): readonly string[] {
  const parsed = new Map<string, ParsedSource | undefined>();
  const read = (file: string) => {
    if (!parsed.has(file)) {
      const path = join(root, file);
      parsed.set(file, existsSync(path) ? parseTypeScript(file, readFileSync(path, "utf8")) : undefined);
    }
    return parsed.get(file);
  };
  const entries = workspacePackages(root).flatMap(({ folder, exports }) => entryFiles(folder, exports));
  return [...new Set(entries.flatMap((entry) => missingDocumentation(entry, read)))];
}
