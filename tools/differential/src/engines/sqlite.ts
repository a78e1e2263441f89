import { DatabaseSync } from "node:sqlite";
import { sqlite } from "@finsam/criteria/sql";
import type { Cell, Engine } from "../engine.ts";

/** SQLite in memory. Texts in double quotes are allowed, as in most builds, since that is where a misspelt column hides. */
export function openSqlite(): Engine {
  const database = new DatabaseSync(":memory:", { enableDoubleQuotedStringLiterals: true });
  const quote = sqlite.syntax.identifier;
  return {
    dialect: sqlite,
    createTable: async (name, columns, rows) => {
      const declared = columns.map((column) => `${quote(column.name)} ${column.type}`);
      database.exec(`CREATE TABLE ${name} (id INTEGER PRIMARY KEY, ${declared.join(", ")}) STRICT`);
      const insert = database.prepare(`INSERT INTO ${name} VALUES (?, ${columns.map(() => "?").join(", ")})`);
      database.exec("BEGIN");
      for (const [id, row] of rows.entries()) insert.run(id, ...row.map(inColumn));
      database.exec("COMMIT");
    },
    query: async (sql, parameters) => {
      const statement = database.prepare(sql);
      statement.setReturnArrays(true);
      return statement.all(...parameters).map((row) => Object.values(row));
    },
    close: async () => database.close(),
  };
}

function inColumn(cell: Cell): string | number | null {
  if (typeof cell === "boolean") return cell ? 1 : 0;
  return typeof cell === "object" && cell !== null ? JSON.stringify(cell) : cell;
}
