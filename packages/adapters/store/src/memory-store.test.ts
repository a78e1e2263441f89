import { describe, it } from "vitest";
import { storeConformance } from "./conformance/index.ts";
import { memoryStore } from "./memory-store.ts";

storeConformance({ describe, it }, { fresh: () => memoryStore, durable: false });
