import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { repositoryExamples, repositoryMissingDocumentation } from "./doc-examples/repository-examples.ts";
import { floorViolations, packagesWithImports } from "./floors.ts";
import { workspacePackages } from "./workspace.ts";

const files = {
  "package.json": `{ "workspaces": ["packages/*/*", "tools/*"] }`,
  "README.md": "# Root\n\n```ts\n1; // => 1\n```\n",
  "packages/kernel/model/package.json": `{ "name": "@finsam/model", "dependencies": { "zod": "4" }, "peerDependencies": { "effect": "4" },
    "exports": { ".": { "types": "./dist/index.d.ts", "default": "./dist/index.js" }, "./internal/*": null } }`,
  "packages/kernel/model/README.md": "```ts\n2; // => 2\n```\n",
  "packages/kernel/model/src/index.ts": `export { age } from "./age.ts";`,
  "packages/kernel/model/src/age.ts": `import "@finsam/cli";\n/**\n * @example\n * \`\`\`ts\n * 3; // => 3\n * \`\`\`\n */\nconst age = 1;\nexport { age };`,
  "packages/kernel/model/src/age.test.ts": `import "../../../../tools/checks/src/it.ts";\n/**\n * @example\n * \`\`\`ts\n * 4;\n * \`\`\`\n */\nconst age = 1;`,
  "packages/kernel/model/dist/index.ts": `import "@finsam/nowhere";`,
  "packages/kernel/model/node_modules/x/package.json": "{}",
  "tools/checks/package.json": `{ "name": "@finsam/checks" }`,
  "packages/apps/cli/package.json": `{ "name": "@finsam/cli", "exports": { ".": "./dist/index.js" } }`,
};

let root = "";
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "finsam-workspace-"));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
});
afterAll(() => rmSync(root, { recursive: true }));

test("the packages of a workspace are read with what they need and open", () => {
  expect(workspacePackages(root)).toEqual([
    { name: "@finsam/cli", folder: "packages/apps/cli", dependencies: [], exports: { ".": "./dist/index.js" } },
    {
      name: "@finsam/model",
      folder: "packages/kernel/model",
      dependencies: ["zod", "effect"],
      exports: { ".": "./dist/index.js", "./internal/*": null },
    },
    { name: "@finsam/checks", folder: "tools/checks", dependencies: [], exports: {} },
  ]);
});

test("the floors are checked on sources, tests and manifests, not on what is built", () => {
  const found = floorViolations(packagesWithImports(root));
  expect(found.map(({ file, line, imported }) => [file, line, imported])).toEqual([
    ["packages/kernel/model/package.json", undefined, "effect"],
    ["packages/kernel/model/src/age.test.ts", 1, "../../../../tools/checks/src/it.ts"],
    ["packages/kernel/model/src/age.ts", 1, "@finsam/cli"],
  ]);
});

test("examples come from sources and READMEs, not from tests", () => {
  expect(repositoryExamples(root).map(({ file, line }) => `${file}:${line}`)).toEqual([
    "packages/kernel/model/src/age.ts:5",
    "README.md:4",
    "packages/kernel/model/README.md:2",
  ]);
});

test("documentation is looked for behind every opened entry", () => {
  expect(repositoryMissingDocumentation(root)).toEqual(["packages/apps/cli/src/index.ts is missing"]);
});
