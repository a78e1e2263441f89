import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** What a piece of work leaves, and how many bytes of memory stay in use for it. */
export function keptBy<Value>(work: () => Value): { readonly value: Value; readonly bytes: number } {
  const before = bytesInUse();
  const value = work();
  return { value, bytes: bytesInUse() - before };
}

function bytesInUse(): number {
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

setFlagsFromString("--expose-gc");
const collectGarbage: () => void = runInNewContext("gc");
