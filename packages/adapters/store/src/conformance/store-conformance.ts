import type * as Layer from "effect/Layer";
import { type OpenStore, openStore } from "../open-store.ts";
import type { Store } from "../store.ts";
import { atomicityTopic } from "./atomicity.ts";
import { closingTopic } from "./closing.ts";
import { countingTopic } from "./counting.ts";
import { durabilityTopic } from "./durability.ts";
import { erasureTopic } from "./erasure.ts";
import { groupingTopic } from "./grouping.ts";
import { idempotenceTopic } from "./idempotence.ts";
import { mergingTopic } from "./merging.ts";
import { orderTopic } from "./order.ts";
import { protectedIdentityTopic } from "./protected-identity.ts";
import { recordsTopic } from "./records.ts";
import { refusedRecordsTopic } from "./refused-records.ts";
import { screeningTopic } from "./screening.ts";
import { textTopic } from "./text.ts";
import type { Case, Topic } from "./topic.ts";

/** What the suite needs of a test runner: vitest, node:test, mocha and jest all have it. */
export interface TestRunner {
  readonly describe: (topic: string, body: () => void) => void;
  readonly it: (sentence: string, run: () => Promise<void>) => void;
}

/** The store that the suite tries. */
export interface StoreUnderTest {
  /** The layer of a new, empty store; asked for once in each case. */
  readonly fresh: () => Layer.Layer<Store, unknown> | Promise<Layer.Layer<Store, unknown>>;
  /** Whether the same layer, built again after it was closed, opens the same register. */
  readonly durable: boolean;
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
  for (const { name, cases } of topics.filter(({ durable }) => !durable || store.durable)) {
    describe(name, () => {
      for (const [sentence, run] of Object.entries(cases)) it(sentence, () => runCase(run, store));
    });
  }
}

const topics: readonly Topic[] = [
  recordsTopic,
  atomicityTopic,
  idempotenceTopic,
  mergingTopic,
  protectedIdentityTopic,
  orderTopic,
  textTopic,
  screeningTopic,
  groupingTopic,
  countingTopic,
  erasureTopic,
  refusedRecordsTopic,
  closingTopic,
  durabilityTopic,
];

async function runCase(run: Case, { fresh }: StoreUnderTest): Promise<void> {
  const layer = await fresh();
  const opened: OpenStore[] = [];
  const close = async () => {
    for (const store of opened.splice(0)) await store[Symbol.asyncDispose]();
  };
  const open = async () => {
    await close();
    const store = await openStore(layer);
    opened.push(store);
    return store;
  };
  try {
    await run(await open(), open);
  } finally {
    await close();
  }
}
