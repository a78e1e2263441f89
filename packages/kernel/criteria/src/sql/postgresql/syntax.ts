import type { Syntax } from "../dialect.ts";
import { standardSyntax } from "../standard-syntax.ts";

export const syntax: Syntax = {
  ...standardSyntax,
  // Without a type, a parameter takes that of the column, and 10.5 is then no limit for an integer.
  parameter: (position, type) => `CAST($${position} AS ${type === "number" ? "double precision" : "text"})`,
  text: (column) => `${column} COLLATE "C"`,
  hasAny: (column, parameters) => `${column} COLLATE "C" && ARRAY[${parameters.join(", ")}]`,
};
