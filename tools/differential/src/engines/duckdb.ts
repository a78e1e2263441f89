import { DOUBLE, DuckDBInstance, LIST, listValue, VARCHAR } from "@duckdb/node-api";
import { duckdb } from "@finsam/criteria/sql";
import type { Cell, Engine } from "../engine.ts";

/** DuckDB in memory. */
export async function openDuckdb(): Promise<Engine> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const quote = duckdb.syntax.identifier;
  return {
    dialect: duckdb,
    createTable: async (name, columns, rows) => {
      const declared = columns.map((column) => `${quote(column.name)} ${column.type}`);
      await connection.run(`CREATE TABLE ${name} (id INTEGER PRIMARY KEY, ${declared.join(", ")})`);
      const appender = await connection.createAppender(name);
      const append = (cell: Cell): void => {
        if (cell === null) appender.appendNull();
        else if (typeof cell === "boolean") appender.appendBoolean(cell);
        else if (typeof cell === "number") appender.appendDouble(cell);
        else if (typeof cell === "string") appender.appendVarchar(cell);
        else appender.appendList(listValue(cell), LIST(VARCHAR));
      };
      for (const [id, row] of rows.entries()) {
        appender.appendInteger(id);
        for (const cell of row) append(cell);
        appender.endRow();
      }
      appender.closeSync();
    },
    query: async (sql, parameters) => {
      const types = parameters.map((value) => (typeof value === "number" ? DOUBLE : VARCHAR));
      return (await connection.runAndReadAll(sql, [...parameters], types)).getRows();
    },
    close: async () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}
