import { clickhouse, type SqlParameter } from "@finsam/criteria/sql";
import { Session } from "chdb";
import type { Engine } from "../../tools/differential/src/engine.ts";

/** ClickHouse in process, with settings for the session such as `transform_null_in = 1`. */
export function openChdb(...settings: readonly string[]): Engine {
  const session = new Session();
  for (const setting of settings) session.query(`SET ${setting}`);
  const quote = clickhouse.syntax.identifier;
  return {
    dialect: clickhouse,
    createTable: async (name, columns, rows) => {
      const declared = columns.map((column) => `${quote(column.name)} ${column.type}`);
      session.query(`CREATE TABLE ${name} (id UInt32, ${declared.join(", ")}) ENGINE = MergeTree ORDER BY id`);
      const values = Buffer.from(rows.map((row, id) => JSON.stringify([id, ...row])).join("\n"));
      await session.insert({ table: name, values, format: "JSONCompactEachRow" });
    },
    query: async (sql, parameters) => {
      const text = session.queryBind(sql, bound(parameters), "JSONCompactEachRow");
      return text.split("\n").flatMap((line) => (line === "" ? [] : [JSON.parse(line)]));
    },
    close: async () => session.cleanup(),
  };
}

// Numbers go as text, since the driver takes no whole number beyond 2^53.
const bound = (parameters: readonly SqlParameter[]): Readonly<Record<string, string>> =>
  Object.fromEntries(parameters.map((value, index) => [`p${index + 1}`, String(value)]));
