import { inject } from "vitest";
import { openPostgresql } from "./engines/postgresql.ts";
import { engineSuite } from "./suite.ts";

const ignoringCase = "COLLATE pg_temp.ignoring_case";

engineSuite(
  "PostgreSQL",
  async () => {
    const engine = openPostgresql(inject("postgresUrl"));
    await engine.query(
      "CREATE COLLATION pg_temp.ignoring_case (provider = icu, locale = 'und-u-ks-level2', deterministic = false)",
      [],
    );
    return engine;
  },
  { ignoringCase: { code: `text ${ignoringCase}`, codes: `text[] ${ignoringCase}`, date: `text ${ignoringCase}` } },
);
