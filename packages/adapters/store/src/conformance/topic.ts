import type { OpenStore } from "../open-store.ts";

/**
 * One promise of the port, tried on a new, empty store. `reopen` closes the store and opens what lies at the same place; only topics
 * for stores that keep what they hold use it.
 */
export type Case = (store: OpenStore, reopen: () => Promise<OpenStore>) => Promise<void>;

/** A topic of the suite: its cases by the sentence that each one proves. */
export interface Topic {
  readonly name: string;
  /** Only for stores that still hold everything when they are opened again. */
  readonly durable?: true;
  readonly cases: Readonly<Record<string, Case>>;
}
