import type { Measurement, Participation, Person, Spell } from "@finsam/model";
import type { OpenStore } from "../open-store.ts";
import type { RecordCounts } from "../store.ts";

/** Everything a store shows. */
export interface Contents {
  readonly persons: readonly Person[];
  readonly participations: readonly Participation[];
  readonly measurements: readonly Measurement[];
  readonly spells: readonly Spell[];
  readonly count: RecordCounts;
}

export const contents = async (store: OpenStore): Promise<Contents> => ({
  persons: await all(store.persons()),
  participations: await all(store.participations()),
  measurements: await all(store.measurements()),
  spells: await all(store.spells()),
  count: await store.count(),
});

export async function all<A>(items: AsyncIterable<A>): Promise<readonly A[]> {
  const collected: A[] = [];
  for await (const item of items) collected.push(item);
  return collected;
}

export const idsOf = async (items: AsyncIterable<{ readonly id: string }>): Promise<readonly string[]> =>
  (await all(items)).map(({ id }) => id);
