import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { OpenStore } from "@finsam/store";
import { afterAll } from "vitest";

const parent = mkdtempSync(join(tmpdir(), "finsam-parquet-"));
afterAll(() => rmSync(parent, { recursive: true }));

let folders = 0;

/** A path where no folder is, in one that goes when the tests are done. */
export function newFolder(): string {
  folders += 1;
  return join(parent, `register-${folders}`);
}

/** All that a store shows, as one text. */
export async function contentsOf(store: OpenStore): Promise<string> {
  const records = [
    ...(await allOf(store.persons())),
    ...(await allOf(store.participations())),
    ...(await allOf(store.measurements())),
    ...(await allOf(store.spells())),
  ];
  return records.map((record) => JSON.stringify(record)).join("\n");
}

export async function allOf<A>(items: AsyncIterable<A>): Promise<readonly A[]> {
  const all: A[] = [];
  for await (const item of items) all.push(item);
  return all;
}
