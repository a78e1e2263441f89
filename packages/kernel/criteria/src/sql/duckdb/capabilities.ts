import type { Capabilities } from "../dialect.ts";

/** max_expression_depth is 1000 by default. No bound on parameters is documented; this is what was tried. */
export const capabilities: Capabilities = { nullableSets: true, parameters: 65_535, nesting: 500, characters: 300_000 };
