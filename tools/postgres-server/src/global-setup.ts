import type { TestProject } from "vitest/node";
import { startPostgresServer } from "./postgres-server.ts";

declare module "vitest" {
  interface ProvidedContext {
    readonly postgresUrl: string;
  }
}

/** Starts a PostgreSQL server for the tests and stops it after them, or uses the one of `TEST_DATABASE_URL`. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL;
  const server = given === undefined ? await startPostgresServer() : undefined;
  project.provide("postgresUrl", given ?? server?.url ?? "");
  return async () => server?.remove();
}
