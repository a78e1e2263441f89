import type { OpenStore } from "../open-store.ts";
import type { StoreManifest } from "../store-manifest.ts";

/** Everything that lies in a store, hidden records too, read past the adapter: plain JSON in the shapes of `@finsam/model`. */
export interface KeptRecords {
  readonly persons: readonly unknown[];
  readonly participations: readonly unknown[];
  readonly measurements: readonly unknown[];
  readonly spells: readonly unknown[];
}

/** What a case can do beside using the store that it is given. */
export interface Place {
  /** Closes what is open and opens what lies at the same place. */
  readonly reopen: () => Promise<OpenStore>;
  /** Opens the same store once more beside the first, as another program would. */
  readonly another: () => Promise<OpenStore>;
  /** Opens a new, empty store somewhere else. */
  readonly elsewhere: () => Promise<OpenStore>;
  /** Reads what is kept, past the adapter. */
  readonly readBack: () => Promise<KeptRecords>;
  /** Closes the store, alters its history past the adapter, and opens it again. */
  readonly tampered: () => Promise<OpenStore>;
  /** Opens a store as an earlier version left it. */
  readonly older: () => Promise<OpenStore>;
}

/** One promise of the port, tried on a new, empty store. */
export type Case = (store: OpenStore, place: Place) => Promise<void>;

/** What a case needs of the store under test beside the port. */
export interface Needs {
  /** Tried only on stores whose manifest says so. */
  readonly manifest?: (manifest: StoreManifest) => boolean;
  /** Tried only when the store under test brings this. */
  readonly hook?: "readBack" | "tamper" | "older";
}

/** A topic of the suite: its cases by the sentence that each one proves. */
export interface Topic {
  readonly name: string;
  readonly cases: Readonly<Record<string, Case>>;
  /** What all of its cases need. */
  readonly needs?: Needs;
  /** What single cases need. */
  readonly caseNeeds?: Readonly<Record<string, Needs>>;
}
