import type { Capabilities } from "../dialect.ts";

/**
 * An Array cannot be Nullable. The whole query counts against max_query_size (262,144 bytes) and max_ast_elements (50,000), and nesting
 * against max_parser_depth (1,000), of which one pair of parentheses takes several.
 */
export const capabilities: Capabilities = {
  nullableSets: false,
  parameters: 10_000,
  nesting: 100,
  characters: 60_000,
};
