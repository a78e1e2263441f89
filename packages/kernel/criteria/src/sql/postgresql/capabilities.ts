import type { Capabilities } from "../dialect.ts";

/** The protocol counts parameters in 16 bits, and drivers stop one short. Nesting is bounded by max_stack_depth, 2 MB by default. */
export const capabilities: Capabilities = { nullableSets: true, parameters: 65_534, nesting: 500, characters: 300_000 };
