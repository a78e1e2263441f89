import type { Capabilities } from "../dialect.ts";

/** SQLite as it is built by default: SQLITE_MAX_VARIABLE_NUMBER 32766, SQLITE_MAX_EXPR_DEPTH 1000, a million characters on older builds. */
export const capabilities: Capabilities = { nullableSets: true, parameters: 32_766, nesting: 500, characters: 300_000 };
