export { openPostgresStore } from "./open-postgres-store.ts";
export { migratePostgresStore, type PostgresStoreOptions, postgresStore } from "./postgres-store.ts";
export { loginSql, rolesSql, type StoreLogin } from "./roles.ts";
