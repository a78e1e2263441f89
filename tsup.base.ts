import { defineConfig } from "tsup";

export default defineConfig({
  entry: ["src/index.ts"],
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
