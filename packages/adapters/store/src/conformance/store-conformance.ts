import type * as Layer from "effect/Layer";
import { type OpenStore, openStore } from "../open-store.ts";
import type { Store } from "../store.ts";
import type { StoreManifest } from "../store-manifest.ts";
import { atomicityTopic } from "./atomicity.ts";
import { cancellationTopic } from "./cancellation.ts";
import { holds, same } from "./claims.ts";
import { closingTopic } from "./closing.ts";
import { concurrencyTopic } from "./concurrency.ts";
import { conflictsTopic } from "./conflicts.ts";
import { countingTopic } from "./counting.ts";
import { datesTopic } from "./dates.ts";
import { erasureTopic } from "./erasure.ts";
import { exportTopic } from "./export.ts";
import { groupingTopic } from "./grouping.ts";
import { historyTopic } from "./history.ts";
import { idempotenceTopic } from "./idempotence.ts";
import { keptTopic } from "./kept.ts";
import { largeBatchesTopic } from "./large-batches.ts";
import { mergingTopic } from "./merging.ts";
import { migrationTopic } from "./migration.ts";
import { nullTopic } from "./null-and-undetermined.ts";
import { orderTopic } from "./order.ts";
import { protectedIdentityTopic } from "./protected-identity.ts";
import { recordsTopic } from "./records.ts";
import { refusedRecordsTopic } from "./refused-records.ts";
import { restartTopic } from "./restart.ts";
import { screeningTopic } from "./screening.ts";
import { spellsTopic } from "./spells.ts";
import { textTopic } from "./text.ts";
import type { Case, KeptRecords, Needs, Place, Topic } from "./topic.ts";

/** What the suite needs of a test runner: vitest, node:test, mocha and jest all have it. */
export interface TestRunner {
  readonly describe: (topic: string, body: () => void) => void;
  readonly it: (sentence: string, run: () => Promise<void>) => void;
}

/** What became of one case. */
export interface CaseResult {
  readonly topic: string;
  readonly sentence: string;
  readonly passed: boolean;
}

type StoreLayer = Layer.Layer<Store, unknown>;

/** The store that the suite tries. */
export interface StoreUnderTest {
  /** The layer of a new, empty store; asked for once in each case. */
  readonly fresh: () => StoreLayer | Promise<StoreLayer>;
  /** Whether the same layer, built again after it was closed, opens the same register. */
  readonly durable: boolean;
  /** What the store is to say of itself. Cases that do not concern such a store are left out by it, and by nothing else. */
  readonly manifest?: StoreManifest;
  /** Reads everything that lies in the store of a layer that `fresh` gave, hidden records too, without the adapter. */
  readonly readBack?: (layer: StoreLayer) => Promise<KeptRecords>;
  /** Alters an entry of the history of the store of a layer that `fresh` gave, without the adapter; the store is closed. */
  readonly tamper?: (layer: StoreLayer) => Promise<void>;
  /** The layer of a store as an earlier version left it, with records in it; asked for once in each case. */
  readonly older?: () => StoreLayer | Promise<StoreLayer>;
  /** Told what became of each case. */
  readonly onResult?: (result: CaseResult) => void;
}

/**
 * The conformance suite: proves that a store keeps the promises of the port. It registers a group for each topic with the runner's
 * `describe`, and a case for each promise with its `it`; a case fails by throwing. It uses nothing but the port and the language.
 *
 * @example
 * ```ts
 * import { memoryStore } from "@finsam/store";
 * import { storeConformance } from "@finsam/store/conformance";
 * const topics: string[] = [];
 * const runner = { describe: (topic: string, body: () => void) => { topics.push(topic); body(); }, it: () => {} };
 * storeConformance(runner, { fresh: () => memoryStore, durable: false });
 * topics.includes("protected identity"); // => true
 * ```
 */
export function storeConformance({ describe, it }: TestRunner, store: StoreUnderTest): void {
  for (const topic of conformanceTopics) {
    const cases = casesFor(topic, store);
    if (cases.length === 0) continue;
    describe(topic.name, () => {
      for (const [sentence, run] of cases) it(sentence, () => runCase(topic.name, sentence, run, store));
    });
  }
}

/**
 * The topics of the suite in their order, with the sentences that each proves.
 *
 * @example
 * ```ts
 * import { conformanceTopics } from "@finsam/store/conformance";
 * conformanceTopics.map(({ name }) => name).slice(0, 2); // => ["records", "atomicity"]
 * ```
 */
export const conformanceTopics: readonly Topic[] = [
  recordsTopic,
  atomicityTopic,
  idempotenceTopic,
  nullTopic,
  mergingTopic,
  conflictsTopic,
  spellsTopic,
  protectedIdentityTopic,
  refusedRecordsTopic,
  orderTopic,
  datesTopic,
  textTopic,
  screeningTopic,
  groupingTopic,
  countingTopic,
  largeBatchesTopic,
  concurrencyTopic,
  cancellationTopic,
  erasureTopic,
  historyTopic,
  exportTopic,
  closingTopic,
  restartTopic,
  migrationTopic,
  keptTopic,
];

/** The cases of a topic that concern a store. */
const casesFor = ({ cases, needs, caseNeeds }: Topic, store: StoreUnderTest): readonly (readonly [string, Case])[] =>
  Object.entries(cases).filter(([sentence]) => concerns(needs, store) && concerns(caseNeeds?.[sentence], store));

function concerns(needs: Needs | undefined, store: StoreUnderTest): boolean {
  if (needs === undefined) return true;
  const { durable, manifest = plainManifest(durable) } = store;
  return (needs.manifest?.(manifest) ?? true) && (needs.hook === undefined || store[needs.hook] !== undefined);
}

/** What is asked of a store that does not say what it is: the least. */
const plainManifest = (durable: boolean): StoreManifest => ({
  name: "unnamed",
  durable,
  writers: "one-process",
  tenants: false,
  pushesDown: { screen: false, groupByConditions: false, tabulate: false },
  appendOnly: false,
  cancels: "between-records",
  refusesText: [],
});

async function runCase(topic: string, sentence: string, run: Case, store: StoreUnderTest): Promise<void> {
  let passed = false;
  try {
    await inPlace(run, store);
    passed = true;
  } finally {
    store.onResult?.({ topic, sentence, passed });
  }
}

async function inPlace(run: Case, { fresh, manifest, readBack, tamper, older }: StoreUnderTest): Promise<void> {
  const layer = await fresh();
  const opened: OpenStore[] = [];
  const close = async () => {
    for (const store of opened.splice(0)) await store[Symbol.asyncDispose]();
  };
  const open = async (what: StoreLayer) => {
    const store = await openStore(what);
    opened.push(store);
    return store;
  };
  const reopen = async () => {
    await close();
    return open(layer);
  };
  const place: Place = {
    reopen,
    another: () => open(layer),
    elsewhere: async () => open(await fresh()),
    readBack: () => brought(readBack, "readBack")(layer),
    tampered: async () => {
      await close();
      await brought(tamper, "tamper")(layer);
      return open(layer);
    },
    older: async () => open(await brought(older, "older")()),
  };
  try {
    const store = await open(layer);
    if (manifest !== undefined) same(store.manifest, manifest, "the manifest");
    await run(store, place);
  } finally {
    await close();
  }
}

function brought<A>(hook: A | undefined, name: string): A {
  holds(hook !== undefined, `the store under test brings ${name}`);
  if (hook === undefined) throw new Error(name);
  return hook;
}
