import { postgresql } from "@finsam/criteria/sql";
import postgres from "postgres";
import type { Engine } from "../engine.ts";

/** A PostgreSQL server, in a schema of its own that goes with the connection. */
export function openPostgresql(url: string): Engine {
  const connection = postgres(url, { max: 1, onnotice: () => {} });
  const quote = postgresql.syntax.identifier;
  return {
    dialect: postgresql,
    createTable: async (name, columns, rows) => {
      const declared = columns.map((column) => `${quote(column.name)} ${column.type}`);
      await connection.unsafe(`CREATE TEMPORARY TABLE ${name} (id integer PRIMARY KEY, ${declared.join(", ")})`);
      const objects = rows.map((row, id) => ({
        id,
        ...Object.fromEntries(columns.map((column, index) => [column.name, row[index]])),
      }));
      await connection.unsafe(
        `INSERT INTO ${name} SELECT * FROM json_populate_recordset(NULL::${name}, $1::text::json)`,
        [JSON.stringify(objects)],
      );
      await connection.unsafe(`ANALYZE ${name}`);
    },
    query: async (sql, parameters) => await connection.unsafe(sql, [...parameters]).values(),
    close: () => connection.end(),
  };
}
