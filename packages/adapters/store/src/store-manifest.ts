/**
 * What a store is and can do, as plain data. Every store gives the same answers; the manifest says what they cost, who may share it,
 * and what of the conformance suite applies. What each value means to who uses the store stands in the README of `@finsam/store`.
 */
export interface StoreManifest {
  /** What people call it: `memory`, `sqlite`. */
  readonly name: string;
  /** Whether everything is still there when it is opened again. */
  readonly durable: boolean;
  /**
   * Who may save at the same time: `one-process` has the store for itself; `one-at-a-time` lets several processes open it, and their
   * saves wait for each other or fail as retryable; `several` takes saves of several processes at once.
   */
  readonly writers: "one-process" | "one-at-a-time" | "several";
  /** Whether several associations can share it without one reading the records of another. */
  readonly tenants: boolean;
  /** What the engine works out itself. The rest runs in process over a stream of records, with the same answer. */
  readonly pushesDown: {
    readonly screen: boolean;
    readonly groupByConditions: boolean;
    readonly tabulate: boolean;
  };
  /** Whether what was replaced or erased lies in earlier batches until the store is compacted. No reading operation shows it. */
  readonly appendOnly: boolean;
  /** Whether a call that is cancelled stops in the middle of a query, or between records. */
  readonly cancels: "at-once" | "between-records";
  /** What no text in it may hold, beside what `readRecord` refuses for every store. */
  readonly refusesText: readonly string[];
}
