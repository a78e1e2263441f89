import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { OpenStore } from "@finsam/store";
import { afterAll } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "finsam-store-"));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;

/** A path where no file is, in a folder that goes when the tests are done. */
export function newFile(): string {
  files += 1;
  return join(folder, `register-${files}.sqlite`);
}

/** All that a store shows, as one text. */
export async function contentsOf(store: OpenStore): Promise<string> {
  const [persons, participations] = [await allOf(store.persons()), await allOf(store.participations())];
  return [...persons, ...participations, ...(await allOf(store.measurements()))]
    .map((record) => JSON.stringify(record))
    .join("\n");
}

async function allOf<A>(items: AsyncIterable<A>): Promise<readonly A[]> {
  const all: A[] = [];
  for await (const item of items) all.push(item);
  return all;
}

/** Asks SQLite itself, past the store. */
export function rowsOf(file: string, sql: string): readonly Readonly<Record<string, unknown>>[] {
  const database = new DatabaseSync(file);
  try {
    return database
      .prepare(sql)
      .all()
      .map((row) => ({ ...row }));
  } finally {
    database.close();
  }
}
