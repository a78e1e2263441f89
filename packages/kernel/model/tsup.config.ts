import { defineConfig } from "tsup";
import base from "../../../tsup.base.ts";

// Identity numbers need a platform with hashing; the rest of the model runs anywhere, so they have an entry of their own.
export default defineConfig({ ...base, entry: { index: "src/index.ts", "identity/index": "src/identity/index.ts" } });
