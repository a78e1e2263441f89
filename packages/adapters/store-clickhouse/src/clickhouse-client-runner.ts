import type { ClickHouseClient } from "@clickhouse/client";
import type { QueryRunner } from "./query-runner.ts";

/**
 * Runs queries through the official client, with bound parameters only.
 *
 * @example
 * ```ts
 * import { createClient } from "@clickhouse/client";
 * import { clickhouseClientRunner } from "@finsam/store-clickhouse";
 * const runner = clickhouseClientRunner(createClient({ url: "http://localhost:8123" }));
 * Object.keys(runner); // => ["rows", "run", "insert"]
 * ```
 */
export const clickhouseClientRunner = (
  client: Pick<ClickHouseClient, "query" | "command" | "insert">,
): QueryRunner => ({
  rows: async (sql, parameters, signal) => {
    const result = await client.query({
      query: sql,
      query_params: { ...parameters },
      format: "JSONCompactEachRow",
      ...(signal && { abort_signal: signal }),
    });
    return result.json<readonly unknown[]>();
  },
  run: async (sql, parameters = {}) => {
    await client.command({ query: sql, query_params: { ...parameters } });
  },
  insert: async (table, rows) => {
    if (rows.length > 0) await client.insert({ table, values: [...rows], format: "JSONCompactEachRow" });
  },
});
