import type { QueryParameters, QueryRunner } from "@finsam/store-clickhouse";
import { Session } from "chdb";

/** Runs the queries of `@finsam/store-clickhouse` on ClickHouse in process. */
export function chdbRunner(): QueryRunner & { readonly close: () => void } {
  const session = new Session();
  return {
    rows: async (sql, parameters) => {
      const text = session.queryBind(sql, bound(parameters), "JSONCompactEachRow");
      return text.split("\n").flatMap((line) => (line === "" ? [] : [JSON.parse(line)]));
    },
    run: async (sql, parameters = {}) => {
      session.queryBind(sql, bound(parameters), "Null");
    },
    insert: async (table, rows) => {
      if (rows.length === 0) return;
      const values = Buffer.from(rows.map((row) => JSON.stringify(row)).join("\n"));
      await session.insert({ table, values, format: "JSONCompactEachRow" });
    },
    close: () => session.cleanup(),
  };
}

const bound = (parameters: QueryParameters): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, String(value)]));
