import type { Syntax } from "../dialect.ts";
import { standardSyntax } from "../standard-syntax.ts";

export const syntax: Syntax = {
  ...standardSyntax,
  parameter: (position, type) => `CAST($${position} AS ${type === "number" ? "DOUBLE" : "VARCHAR"})`,
  text: (column) => `${column} COLLATE "C"`,
  hasAny: (column, parameters) => `list_has_any(${column}, [${parameters.join(", ")}])`,
};
