import { createHash } from "node:crypto";
import type { Text } from "@finsam/model";
import * as Data from "effect/Data";
import * as Effect from "effect/Effect";
import * as Stream from "effect/Stream";
import * as z from "zod";
import type { Conflict, RefusedRecord, StoreUnavailable } from "./errors.ts";
import type { SaveAccount } from "./save-account.ts";
import type { RecordCounts, RegisterRecord, SaveOptions, Store } from "./store.ts";
import { changedMeanwhile } from "./verify-store.ts";

const format = "finsam-register";
const version = 1;

const count = z.int().min(0);
const Header = z.strictObject({ format: z.literal(format), version: z.literal(version) });
const Counts = z.strictObject({ persons: count, participations: count, measurements: count, spells: count });
const Footer = z.strictObject({ end: z.strictObject({ counts: Counts, sha256: z.string() }) });

/**
 * Lines that are not a whole export of this version: something else, one that was cut off, one that was altered, or one of a newer
 * version. Nothing was restored.
 *
 * @example
 * ```ts
 * import { ExportNotReadable } from "@finsam/store";
 * new ExportNotReadable({ code: "export-incomplete", line: 7 }).message;
 * // => "The export breaks off after line 7. Nothing was restored. Export the register again."
 * ```
 */
export class ExportNotReadable extends Data.TaggedError("ExportNotReadable")<{
  readonly code: "not-an-export" | "export-too-new" | "export-incomplete" | "export-altered";
  /** The line at which it was seen, counted from 1. */
  readonly line: number;
}> {
  readonly text: Text = exportTexts[this.code](this.line);
  override get message(): string {
    return this.text.en;
  }
}

const exportTexts: Readonly<Record<ExportNotReadable["code"], (line: number) => Text>> = {
  "not-an-export": (line) => ({
    sv: `Rad ${line} hör inte till någon export av ett register. Inget återställdes. Välj en fil från finsam export.`,
    en: `Line ${line} is not of an export of a register. Nothing was restored. Choose a file made by finsam export.`,
  }),
  "export-too-new": () => ({
    sv: "Exporten är gjord av en nyare version av finsam. Inget återställdes. Uppdatera finsam och försök igen.",
    en: "The export was made by a newer version of finsam. Nothing was restored. Update finsam and try again.",
  }),
  "export-incomplete": (line) => ({
    sv: `Exporten bryts av efter rad ${line}. Inget återställdes. Exportera registret igen.`,
    en: `The export breaks off after line ${line}. Nothing was restored. Export the register again.`,
  }),
  "export-altered": (line) => ({
    sv: `Exporten har ändrats efter att den gjordes: rad ${line} stämmer inte. Inget återställdes. Exportera registret igen.`,
    en: `The export was altered after it was made: line ${line} does not agree. Nothing was restored. Export the register again.`,
  }),
};

/**
 * A register that an export is restored into holds something already. Nothing was restored.
 *
 * @example
 * ```ts
 * import { StoreNotEmpty } from "@finsam/store";
 * new StoreNotEmpty().code; // => "store-not-empty"
 * ```
 */
export class StoreNotEmpty extends Data.TaggedError("StoreNotEmpty") {
  readonly code = "store-not-empty";
  readonly text: Text = {
    sv: "Registret är inte tomt. Inget återställdes. Återställ till ett nytt register.",
    en: "The register is not empty. Nothing was restored. Restore into a new register.",
  };
  override get message(): string {
    return this.text.en;
  }
}

/**
 * A register as lines of JSON: a header, every record that a stream shows, and an end with the counts and a digest of the lines before.
 * Any store can restore it. What may not be shown is not in it: persons with protected identity, anonymous participations and the
 * history stay, so a copy for the day when the disk breaks is the back end's own backup. Fails as retryable when the register is
 * changed while it is exported.
 *
 * @example
 * ```ts
 * import * as Effect from "effect/Effect";
 * import * as Stream from "effect/Stream";
 * import { exportStore, memoryStore, Store } from "@finsam/store";
 * const lines = Stream.runCollect(Stream.unwrap(Effect.map(Store, exportStore)));
 * const exported = await Effect.runPromise(Effect.provide(lines, memoryStore));
 * exported[0]; // => '{"format":"finsam-register","version":1}'
 * exported.length; // => 2
 * ```
 */
export const exportStore = (
  store: Pick<Store["Service"], "persons" | "participations" | "measurements" | "spells" | "history">,
): Stream.Stream<string, StoreUnavailable> =>
  Stream.suspend(() => {
    const counts = { persons: 0, participations: 0, measurements: 0, spells: 0 };
    const digest = createHash("sha256");
    const written = (line: string): string => {
      digest.update(`${line}\n`);
      return line;
    };
    const lines = <A>(
      kind: keyof RecordCounts,
      records: Stream.Stream<A, StoreUnavailable>,
      of: (one: A) => RegisterRecord,
    ) =>
      Stream.map(records, (one) => {
        counts[kind] += 1;
        return written(JSON.stringify(of(one)));
      });
    return Stream.unwrap(
      Effect.map(Stream.runCount(store.history), (before) => {
        const end = Effect.flatMap(Stream.runCount(store.history), (after) =>
          after === before
            ? Effect.succeed(JSON.stringify({ end: { counts, sha256: digest.digest("hex") } }))
            : Effect.fail(changedMeanwhile()),
        );
        return Stream.sync(() => written(JSON.stringify({ format, version }))).pipe(
          Stream.concat(lines("persons", store.persons, (person) => ({ kind: "person", person }))),
          Stream.concat(
            lines("participations", store.participations, (participation) => ({
              kind: "participation",
              participation,
            })),
          ),
          Stream.concat(
            lines("measurements", store.measurements, (measurement) => ({ kind: "measurement", measurement })),
          ),
          Stream.concat(lines("spells", store.spells, (spell) => ({ kind: "spell", spell }))),
          Stream.concat(Stream.fromEffect(end)),
        );
      }),
    );
  });

/**
 * Restores an export into an empty store: all of it or, when a line is missing or was altered, nothing. The history begins with a
 * `restored` entry. Fails with `StoreNotEmpty` when the store holds anything or ever did.
 *
 * @param lines the lines of the export, without their line ends
 * @example
 * ```ts
 * import * as Effect from "effect/Effect";
 * import * as Stream from "effect/Stream";
 * import { memoryStore, restoreStore, Store } from "@finsam/store";
 * const restoring = Effect.flatMap(Store, (store) => restoreStore(store, Stream.make("Dear all,")));
 * const error = await Effect.runPromise(Effect.flip(Effect.provide(restoring, memoryStore)));
 * error.code; // => "not-an-export"
 * ```
 */
export const restoreStore = <E, R>(
  store: Pick<Store["Service"], "count" | "history" | "save">,
  lines: Stream.Stream<string, E, R>,
  options: Omit<SaveOptions, "restoring"> = {},
): Effect.Effect<
  RecordCounts,
  E | ExportNotReadable | StoreNotEmpty | RefusedRecord | Conflict | StoreUnavailable,
  R
> =>
  Effect.gen(function* () {
    const { persons, participations, measurements, spells } = yield* store.count;
    const events = yield* Stream.runCount(Stream.take(store.history, 1));
    if (persons + participations + measurements + spells + events > 0) return yield* new StoreNotEmpty();
    return countsOf(yield* store.save(recordsIn(lines), { ...options, restoring: true }));
  });

const countsOf = ({ person, participation, measurement, spell }: SaveAccount): RecordCounts => ({
  persons: person.added,
  participations: participation.added,
  measurements: measurement.added,
  spells: spell.added,
});

const plural = {
  person: "persons",
  participation: "participations",
  measurement: "measurements",
  spell: "spells",
} as const satisfies Readonly<Record<RegisterRecord["kind"], keyof RecordCounts>>;

/** The records in the lines of an export, which fail when the end has not come or says something else than what came. */
function recordsIn<E, R>(lines: Stream.Stream<string, E, R>): Stream.Stream<RegisterRecord, E | ExportNotReadable, R> {
  return Stream.suspend(() => {
    const counts = { persons: 0, participations: 0, measurements: 0, spells: 0 };
    const digest = createHash("sha256");
    let line = 0;
    let hasEnded = false;
    const fail = (code: ExportNotReadable["code"]) => Effect.fail(new ExportNotReadable({ code, line }));
    const none: readonly RegisterRecord[] = [];

    const read = (text: string): Effect.Effect<readonly RegisterRecord[], ExportNotReadable> => {
      line += 1;
      const value = json(text);
      if (line === 1) {
        digest.update(`${text}\n`);
        if (Header.safeParse(value).success) return Effect.succeed(none);
        const isNewer = z.object({ format: z.literal(format), version: z.number() }).safeParse(value).success;
        return fail(isNewer ? "export-too-new" : "not-an-export");
      }
      if (hasEnded) return fail("export-altered");
      const footer = Footer.safeParse(value);
      if (footer.success) {
        hasEnded = true;
        const said = footer.data.end;
        const agrees =
          said.sha256 === digest.digest("hex") && plurals.every((kind) => said.counts[kind] === counts[kind]);
        return agrees ? Effect.succeed(none) : fail("export-altered");
      }
      digest.update(`${text}\n`);
      const kind = kindIn(value);
      if (kind === undefined) return fail("export-altered");
      counts[plural[kind]] += 1;
      // What else is in it, the store judges, as with any record.
      return Effect.succeed([value as RegisterRecord]);
    };

    const end = Stream.suspend(() => (hasEnded ? Stream.empty : Stream.fromEffect(fail("export-incomplete"))));
    return Stream.concat(Stream.flattenIterable(Stream.mapEffect(lines, read)), end);
  });
}

const plurals = Object.values(plural);

function kindIn(value: unknown): RegisterRecord["kind"] | undefined {
  const kind = typeof value === "object" && value !== null && "kind" in value ? value.kind : undefined;
  return kind === "person" || kind === "participation" || kind === "measurement" || kind === "spell" ? kind : undefined;
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
