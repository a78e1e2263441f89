/** The tables that hold records, each row of one tenant. */
const recordTables = "finsam.person, finsam.participation, finsam.measurement, finsam.spell";

/** Who may do what with the tables that are there, for the roles that are there. The same statement after every migration. */
export const grants = `
DO $$
BEGIN
  IF to_regclass('finsam.history') IS NULL THEN RETURN; END IF;
  REVOKE ALL ON ALL TABLES IN SCHEMA finsam FROM PUBLIC;
  IF EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'finsam_reader') THEN
    GRANT USAGE ON SCHEMA finsam TO finsam_reader;
    GRANT SELECT ON finsam.store_version, finsam.history, ${recordTables} TO finsam_reader;
  END IF;
  IF EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'finsam_writer') THEN
    GRANT USAGE ON SCHEMA finsam TO finsam_writer;
    GRANT SELECT ON finsam.store_version TO finsam_writer;
    GRANT SELECT, INSERT ON finsam.history TO finsam_writer;
    GRANT SELECT, INSERT, UPDATE, DELETE ON ${recordTables} TO finsam_writer;
  END IF;
END $$`;

/**
 * The statements that make the three roles of a store and give each what it needs and no more, in order; they may be run again. Run them
 * as a superuser (or who else may make roles) in the database of the store, before it is made or after. For `psql`, join them with `;`.
 *
 * - `finsam_reader` reads records and history.
 * - `finsam_writer` reads, saves and erases records, and adds to the history.
 * - `finsam_migrator` owns the schema: it alone makes and changes tables, and says which login sees which tenant.
 *
 * None of them can log in, and none gets around row level security. Make a login and give it one of them with `loginSql`.
 *
 * @example
 * ```ts
 * import { rolesSql } from "@finsam/store-postgres";
 * rolesSql().filter((statement) => statement.includes("CREATE ROLE")).length; // => 3
 * ```
 */
export const rolesSql = (): readonly string[] => [
  ...["reader", "writer", "migrator"].map(roleSql),
  "CREATE SCHEMA IF NOT EXISTS finsam",
  "ALTER SCHEMA finsam OWNER TO finsam_migrator",
  ownership,
  grants,
];

const roleSql = (role: string): string => `
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'finsam_${role}') THEN
    CREATE ROLE finsam_${role} NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS;
  END IF;
END $$`;

// What was made before there were roles changes hands.
const ownership = `
DO $$
DECLARE made record;
BEGIN
  FOR made IN SELECT relname FROM pg_catalog.pg_class WHERE relnamespace = 'finsam'::regnamespace AND relkind = 'r' LOOP
    EXECUTE format('ALTER TABLE finsam.%I OWNER TO finsam_migrator', made.relname);
  END LOOP;
  FOR made IN SELECT oid::regprocedure AS name FROM pg_catalog.pg_proc WHERE pronamespace = 'finsam'::regnamespace LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO finsam_migrator', made.name);
  END LOOP;
END $$`;

/** A login, the role it gets and the tenants it may open. */
export interface StoreLogin {
  /** The name it logs in with; made beforehand, with `CREATE ROLE … LOGIN`. */
  readonly login: string;
  readonly role: "reader" | "writer" | "migrator";
  /** The associations whose register it may open. A login that is given none here or elsewhere may open any. */
  readonly tenants?: readonly string[];
}

/**
 * The statements that give a login a role of the store, and bound it to tenants: it then gets no row of another one, whatever it asks
 * for. Run them as a superuser, once the store has been made.
 *
 * @example
 * ```ts
 * import { loginSql } from "@finsam/store-postgres";
 * loginSql({ login: "uppsala", role: "reader" }); // => ['GRANT finsam_reader TO "uppsala"']
 * ```
 */
export const loginSql = ({ login, role, tenants = [] }: StoreLogin): readonly string[] => [
  `GRANT finsam_${role} TO "${login.replaceAll('"', '""')}"`,
  ...tenants.map(
    (tenant) =>
      `INSERT INTO finsam.login_tenant (login, tenant) VALUES (${literal(login)}, ${literal(tenant)}) ON CONFLICT DO NOTHING`,
  ),
];

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;
