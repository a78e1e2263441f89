import { anyHistory, besideMemory } from "@finsam/store-trials";
import fc from "fast-check";
import { expect, test } from "vitest";
import { openDuckdbStore } from "../src/index.ts";
import { newFolder } from "./register-folder.ts";

test("whatever is done to a register, it answers and holds what the one in memory does", async () => {
  await fc.assert(
    fc.asyncProperty(anyHistory, async (steps) => {
      await using duckdb = await openDuckdbStore(newFolder());
      const [here, inMemory] = await besideMemory(duckdb, steps);
      expect(here).toEqual(inMemory);
    }),
    { numRuns: 40 },
  );
});
