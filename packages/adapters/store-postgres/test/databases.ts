import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import * as PgConnection from "@effect/sql-pg/PgConnection";
import type { OpenStore } from "@finsam/store";
import * as Effect from "effect/Effect";
import * as Exit from "effect/Exit";
import * as Redacted from "effect/Redacted";
import * as Scope from "effect/Scope";
import { inject, onTestFinished } from "vitest";
import type { Row } from "../src/record-table.ts";

/** The address of a server as another login, or of another database on it. */
export function addressOf(
  url: string,
  { login, database }: { readonly login?: string; readonly database?: string },
): string {
  const address = new URL(url);
  if (login !== undefined) [address.username, address.password] = [login, "secret"];
  if (database !== undefined) address.pathname = `/${database}`;
  return address.href;
}

/** Runs statements past the store, one after the other on one connection, and gives the rows of the last. */
export const ask = (url: string, ...statements: readonly string[]): Promise<readonly Row[]> =>
  Effect.runPromise(
    Effect.scoped(
      Effect.gen(function* () {
        const connection = yield* PgConnection.make({ url: Redacted.make(url) });
        let rows: readonly Row[] = [];
        for (const statement of statements) rows = (yield* connection.query(statement)).rows;
        return rows;
      }),
    ),
  );

/** The SQLSTATE that the last of some statements fails with. */
export async function refusal(url: string, ...statements: readonly string[]): Promise<unknown> {
  try {
    await ask(url, ...statements);
  } catch (error) {
    const { reason } = error as { readonly reason?: { readonly cause?: { readonly code?: unknown } } };
    return reason?.cause?.code ?? error;
  }
  throw new Error("it was not refused");
}

/** A new database on a server, empty or a copy of another. */
export async function makeDatabase(
  server: string,
  original?: string,
): Promise<{ readonly url: string; readonly remove: () => Promise<void> }> {
  const database = `finsam_${randomUUID().replaceAll("-", "")}`;
  const template = original === undefined ? "" : ` TEMPLATE ${new URL(original).pathname.slice(1)}`;
  await ask(server, `CREATE DATABASE ${database}${template}`);
  return {
    url: addressOf(server, { database }),
    remove: async () => {
      await ask(server, `DROP DATABASE ${database} WITH (FORCE)`);
    },
  };
}

/** A new database on the server of the tests, which goes when the test is done. */
export async function newDatabase(): Promise<string> {
  const { url, remove } = await makeDatabase(inject("postgresUrl"));
  onTestFinished(remove);
  return url;
}

/** The statements that made and filled a register with the first version of the store. */
const firstVersion = readFileSync(new URL("./version-1.sql", import.meta.url), "utf8").split(/;\n(?:\n|$)/);

/** A new database with a register of the tenant `uppsala`, as the first version of the store left it; it goes when the test is done. */
export async function olderDatabase(): Promise<string> {
  const url = await newDatabase();
  await ask(url, ...firstVersion.filter((statement) => statement !== ""));
  return url;
}

/** A tenant that nobody else uses. */
export const newTenant = (): string => `tenant-${randomUUID()}`;

/** All that a store shows, as one text; the same for the same records, whatever the order of their fields. */
export async function contentsOf(store: OpenStore): Promise<string> {
  const parts = [store.persons(), store.participations(), store.measurements(), store.spells()];
  const texts: string[] = [];
  for (const part of parts)
    for await (const record of part)
      texts.push(JSON.stringify(Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)))));
  return texts.join("\n");
}

export async function allOf<A>(items: AsyncIterable<A>): Promise<readonly A[]> {
  const all: A[] = [];
  for await (const item of items) all.push(item);
  return all;
}

/** Somebody else's transaction, open until it is released. */
export async function holding(url: string, statement: string): Promise<{ readonly release: () => Promise<void> }> {
  const scope = Scope.makeUnsafe();
  const close = () => Effect.runPromise(Scope.close(scope, Exit.void));
  const connection = await Effect.runPromise(Scope.provide(PgConnection.make({ url: Redacted.make(url) }), scope));
  await Effect.runPromise(connection.query("BEGIN"));
  await Effect.runPromise(connection.query(statement));
  return { release: close };
}

/** Waits until so many connections of stores to this database wait for a lock. */
export async function waitsForLock(url: string, connections = 1): Promise<void> {
  const waiting =
    "SELECT FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'finsam' AND wait_event_type = 'Lock'";
  while ((await ask(url, waiting)).length < connections) await setTimeout(10);
}
