// A program that imports `later` into a register, and says on standard output how far it has come: `started`, the number of records it
// has handed over (every hundredth), `pulled` when there are no more, `saved`. With a second argument it stops at that record until
// it is told to go on; with `large` for a third, it imports `twentyThousand` instead.
import { writeSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import type { RegisterRecord } from "@finsam/store";
import { later, twentyThousand } from "@finsam/store-trials";
import { openSqliteStore } from "../src/open-sqlite-store.ts";

const [file = "", pauseAt, batch] = process.argv.slice(2);
const say = (word: string | number): void => void writeSync(1, `${word}\n`);

async function* records(): AsyncIterable<RegisterRecord> {
  for (const [index, record] of (batch === "large" ? twentyThousand : later).entries()) {
    if (String(index) === pauseAt) {
      say("paused");
      await new Promise((resolve) => process.stdin.once("data", resolve));
    }
    if (index % 100 === 0) {
      say(index);
      await setTimeout(1);
    }
    yield record;
  }
  say("pulled");
}

say("started");
const store = await openSqliteStore(file);
await store.save(records());
say("saved");
await store[Symbol.asyncDispose]();
process.exit();
