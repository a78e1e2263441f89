import type { Text } from "@finsam/model";
import * as Data from "effect/Data";

/** The store, or the file or server behind it, did not do what was asked. Nothing was changed. */
export class StoreUnavailable extends Data.TaggedError("StoreUnavailable")<{
  readonly code: "store-unavailable";
  /** Whether the same call can succeed later without anything being mended. */
  readonly retryable: boolean;
  readonly text: Text;
  readonly cause?: unknown;
}> {}

/** What was opened is not a store, or one that this version cannot read. The file is left as it was. */
export class StoreNotReadable extends Data.TaggedError("StoreNotReadable")<{
  readonly code: "not-a-store" | "store-too-new";
  readonly text: Text;
}> {}

/** There is no such record, or none that may be shown. */
export class NotFound extends Data.TaggedError("NotFound")<{
  readonly code: "not-found";
  readonly kind: "person" | "participation";
  readonly text: Text;
}> {}

/** A record is not what its schema asks for. Nothing of the batch was saved. */
export class RefusedRecord extends Data.TaggedError("RefusedRecord")<{
  readonly code: "refused-record";
  readonly kind: "person" | "participation" | "measurement";
  /** Paths and messages; never values. */
  readonly issues: readonly string[];
  readonly text: Text;
}> {}
