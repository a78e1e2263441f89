// A program that imports `twentyThousand` into a register, and says on standard output how far it has come: `started`, the number of records it
// has handed over (every hundredth), `pulled` when there are no more, `saved`.
import { writeSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import type { RegisterRecord } from "@finsam/store";
import { twentyThousand } from "@finsam/store-trials";
import { openDuckdbStore } from "../src/open-duckdb-store.ts";

const [folder = ""] = process.argv.slice(2);
const say = (word: string | number): void => void writeSync(1, `${word}\n`);

async function* records(): AsyncIterable<RegisterRecord> {
  for (const [index, record] of twentyThousand.entries()) {
    if (index % 100 === 0) {
      say(index);
      await setTimeout(1);
    }
    yield record;
  }
  say("pulled");
}

say("started");
const store = await openDuckdbStore(folder);
await store.save(records());
say("saved");
await store[Symbol.asyncDispose]();
process.exit();
