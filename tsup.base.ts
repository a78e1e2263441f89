import { readFileSync } from "node:fs";
import { defineConfig } from "tsup";

// What a package exports is what is built: "./dist/identity/index.js" comes from "src/identity/index.ts".
const { exports } = JSON.parse(readFileSync("package.json", "utf8")) as {
  exports: Record<string, string | null | { readonly default?: string }>;
};
const entries = Object.values(exports)
  .map((target) => (typeof target === "object" ? target?.default : undefined))
  .filter((path) => path?.startsWith("./dist/"))
  .map((path) => path?.slice("./dist/".length, -".js".length) ?? "");

export default defineConfig({
  entry: Object.fromEntries(entries.map((name) => [name, `src/${name}.ts`])),
  format: ["esm"],
  target: "node22",
  platform: "node",
  // Declarations come from `tsc -p tsconfig.build.json`: tsup's own need the compiler API of TypeScript 6.
  dts: false,
  // Without this, "node:sqlite" is emitted as "sqlite" and cannot be resolved.
  removeNodeProtocol: false,
  sourcemap: true,
  clean: true,
  silent: true,
});
