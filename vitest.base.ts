import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

// The type checker and the tests must see the same sources, so the aliases are read from its configuration.
const { compilerOptions } = JSON.parse(readFileSync(new URL("./tsconfig.json", import.meta.url), "utf8")) as {
  compilerOptions: { paths: Record<string, [string]> };
};

/** Tests run against the sources of the workspace packages, not their builds. */
export default defineConfig({
  resolve: {
    alias: Object.entries(compilerOptions.paths).map(([name, [path]]) => ({
      find: new RegExp(`^${name.replaceAll("/", "\\/")}$`),
      replacement: fileURLToPath(new URL(path, import.meta.url)),
    })),
  },
  // Tests judge what is right, not how fast: a busy machine must not fail them.
  test: { include: ["src/**/*.test.ts", "test/**/*.test.ts"], testTimeout: 120_000, hookTimeout: 120_000 },
});
