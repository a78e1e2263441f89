import { openDuckdb } from "./engines/duckdb.ts";
import { engineSuite } from "./suite.ts";

engineSuite("DuckDB", openDuckdb, { ignoringCase: { code: "VARCHAR COLLATE NOCASE", date: "VARCHAR COLLATE NOCASE" } });
