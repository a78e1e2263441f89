import { anyHistory, besideMemory } from "@finsam/store-trials";
import fc from "fast-check";
import { expect, test } from "vitest";
import { openSqliteStore } from "../src/index.ts";
import { newFile } from "./register-file.ts";

test("whatever is done to a register, it answers and holds what the one in memory does", async () => {
  await fc.assert(
    fc.asyncProperty(anyHistory, fc.boolean(), async (steps, inFile) => {
      await using sqlite = await openSqliteStore(inFile ? newFile() : ":memory:");
      const [here, inMemory] = await besideMemory(sqlite, steps);
      expect(here).toEqual(inMemory);
    }),
    { numRuns: 200 },
  );
});
