import { writeSync } from "node:fs";
import { createInterface } from "node:readline";
import type { OpenStore, RegisterRecord } from "@finsam/store";
import { later, twentyThousand } from "./sample-batches.ts";

const batches = { later, twentyThousand };

/** What an importer is told. */
export interface ImportOrder {
  /** Where the register is, as the program of a store understands it: the path of a file, say. */
  readonly place: readonly string[];
  readonly batch: keyof typeof batches;
  /** The record to stop at, counted from 0, until it hears another line. */
  readonly pauseAt?: number;
}

/**
 * The program of an importer: imports into the register that a line of standard input names (`orderLine`), and says on standard output
 * how far it has come: `ready` for the line, `begun` when the first record is asked for, `paused`, `pulled` when there are no more, `saved`.
 * It ends when standard input does.
 */
export async function importWhenTold(open: (...place: readonly string[]) => Promise<OpenStore>): Promise<void> {
  const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
  say("ready");
  const { place, batch, pauseAt }: ImportOrder = JSON.parse((await lines.next()).value ?? "");

  async function* records(): AsyncIterable<RegisterRecord> {
    say("begun");
    for (const [index, record] of batches[batch].entries()) {
      if (index === pauseAt) {
        say("paused");
        await lines.next();
      }
      yield record;
    }
    say("pulled");
  }

  const store = await open(...place);
  await store.save(records());
  say("saved");
  await store[Symbol.asyncDispose]();
}

/** Without a moment in between: who is killed after it has said something has said it. */
const say = (word: string): void => void writeSync(1, `${word}\n`);
