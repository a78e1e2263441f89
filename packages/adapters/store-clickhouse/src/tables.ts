/** Where the tables lie. */
export interface ClickhouseTables {
  /** The database, a plain identifier; `default` unless given. */
  readonly database?: string;
  /** The cluster to spread the tables over, as the servers' configuration names it; one server unless given. */
  readonly cluster?: string;
}

/** The tables of an association's exports, by what is in them. */
export const tableNames = { person: "finsam_person", participation: "finsam_participation", current: "finsam_export" };

const columns: Readonly<Record<keyof typeof tableNames, readonly string[]>> = {
  person: ["id String", "sex LowCardinality(String)", "birth_date Nullable(String)", "facts String"],
  participation: [
    "id String",
    "person String",
    "follow_up LowCardinality(String)",
    "sex LowCardinality(String)",
    "intervention LowCardinality(String)",
    "start_date Nullable(String)",
    "end_date Nullable(String)",
    "referrer LowCardinality(Nullable(String))",
    "exit_reason LowCardinality(Nullable(String))",
    "education LowCardinality(Nullable(String))",
    "support_at_start LowCardinality(Nullable(String))",
    "support_since Nullable(String)",
    "birth_date Nullable(String)",
  ],
  current: ["snapshot UInt64", "persons UInt64", "participations UInt64"],
};

/** What a row is sharded by: all of one person lies together. */
const shardedBy: Readonly<Record<keyof typeof tableNames, string>> = {
  person: "cityHash64(tenant, id)",
  participation: "cityHash64(tenant, person)",
  current: "cityHash64(tenant)",
};

/**
 * The statements that make the tables, in their order; each changes nothing where its table is there already. Every export is a
 * partition of its own, so that the one before it is dropped as a whole. On a cluster, each table is one `…_local` on every server and a
 * `Distributed` one over them, sharded by association and person.
 *
 * @throws RangeError when the database or the cluster is no plain identifier
 * @example
 * ```ts
 * import { clickhouseTables } from "@finsam/store-clickhouse";
 * clickhouseTables().length; // => 3
 * clickhouseTables({ cluster: "county" }).length; // => 6
 * ```
 */
export function clickhouseTables({ database = "default", cluster }: ClickhouseTables = {}): readonly string[] {
  for (const name of [database, cluster ?? "default"])
    if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name))
      throw new RangeError(`"${name}" is no plain identifier: write letters, digits and _, and begin with a letter`);
  const on = cluster === undefined ? "" : ` ON CLUSTER ${cluster}`;
  return (["person", "participation", "current"] as const).flatMap((kind) => {
    const name = `${database}.${tableNames[kind]}`;
    const declared = ["tenant String", ...(kind === "current" ? [] : ["snapshot UInt64"]), ...columns[kind]].join(", ");
    const layout =
      kind === "current"
        ? "ENGINE = MergeTree ORDER BY (tenant, snapshot)"
        : "ENGINE = MergeTree PARTITION BY (tenant, snapshot) ORDER BY id";
    if (cluster === undefined) return [`CREATE TABLE IF NOT EXISTS ${name} (${declared}) ${layout}`];
    return [
      `CREATE TABLE IF NOT EXISTS ${name}_local${on} (${declared}) ${layout}`,
      `CREATE TABLE IF NOT EXISTS ${name}${on} AS ${name}_local ENGINE = Distributed(${cluster}, ${database}, ${tableNames[kind]}_local, ${shardedBy[kind]})`,
    ];
  });
}
