import { describe, expect, it } from "vitest";
import { startConformanceResults, storeConformance } from "./conformance/index.ts";
import { memoryStore } from "./memory-store.ts";

const results = startConformanceResults("memory");

storeConformance(
  { describe, it },
  {
    fresh: () => memoryStore,
    durable: false,
    manifest: {
      name: "memory",
      durable: false,
      writers: "one-process",
      tenants: false,
      pushesDown: { screen: false, groupByConditions: false, tabulate: false },
      appendOnly: false,
      cancels: "between-records",
      refusesText: [],
    },
    onResult: results.onResult,
  },
);

it("passes the suite as its conformance.json says", async () => {
  await expect(results.text()).toMatchFileSnapshot("../conformance.json");
});
