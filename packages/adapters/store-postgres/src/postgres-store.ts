import {
  Store,
  type StoreManifest,
  type StoreNotReadable,
  StoreUnavailable,
  storeProblem,
  verifyStore,
} from "@finsam/store";
import * as Effect from "effect/Effect";
import * as Layer from "effect/Layer";
import type * as Scope from "effect/Scope";
import { type Database, openDatabase } from "./database.ts";
import { isBehind, migrate, refuseStrangers } from "./opening.ts";
import { readingFrom } from "./reading.ts";
import { contradictions } from "./verifying.ts";
import { writingTo } from "./writing.ts";

/** Which register is opened, and how. */
export interface PostgresStoreOptions {
  /** `postgres://user:password@host:5432/database`, with `?sslmode=require` where the way there is not trusted. */
  readonly url: string;
  /** Whose register: the id of an association. One cannot read the records of another. */
  readonly tenant: string;
  /** Whether to make the tables, or bring them up to date, where that is needed; as if `true`. Not for a login that may not. */
  readonly migrate?: boolean;
  /** The most connections at a time; 10 unless given. A stream that is being read, and a save, have one each. */
  readonly maxConnections?: number;
}

const manifest: StoreManifest = {
  name: "postgres",
  durable: true,
  writers: "several",
  tenants: true,
  pushesDown: { screen: true, groupByConditions: true, tabulate: true },
  appendOnly: false,
  cancels: "at-once",
  refusesText: [],
};

/**
 * The register of one tenant in a PostgreSQL database, which is made in the schema `finsam` if it is not there. Several programs may have
 * it open at once: readers get what was there when they began, and saves of a tenant wait for each other. A call that is interrupted
 * stops on the server, too.
 *
 * Fails with `StoreNotReadable` when the schema is of something else, of a newer version, or of an older one and not to be migrated, and
 * with `StoreUnavailable` when the server does not answer or does not let the login in.
 *
 * @example
 * ```ts
 * import * as Effect from "effect/Effect";
 * import { postgresStore } from "@finsam/store-postgres";
 * import { Store } from "@finsam/store";
 * const count = Effect.flatMap(Store, (store) => store.count);
 * const nobodyThere = postgresStore({ url: "postgres://127.0.0.1:1/register", tenant: "uppsala" });
 * const error = await Effect.runPromise(Effect.flip(Effect.provide(count, nobodyThere)));
 * error._tag; // => "StoreUnavailable"
 * ```
 */
export const postgresStore = (options: PostgresStoreOptions): Layer.Layer<Store, StoreNotReadable | StoreUnavailable> =>
  Layer.effect(Store, open(options));

const open = ({
  url,
  tenant,
  migrate: mayMigrate = true,
  maxConnections = 10,
}: PostgresStoreOptions): Effect.Effect<Store["Service"], StoreNotReadable | StoreUnavailable, Scope.Scope> =>
  Effect.gen(function* () {
    if (!isTenant(tenant)) return yield* Effect.fail(noTenant());
    const database = yield* openDatabase({ url, tenant, maxConnections });
    if (mayMigrate && (yield* isBehind(database))) yield* migrate(database);
    yield* refuseStrangers(database);
    yield* refuseOtherTenants(database, tenant);
    const reading = readingFrom(database, tenant);
    return Store.of({
      ...reading,
      ...writingTo(database, tenant),
      manifest,
      verify: Effect.zipWith(verifyStore(reading), contradictions(database, tenant), (problems, contradicting) => {
        const where = { sv: `databasen ${database.place}`, en: `the database ${database.place}` };
        return contradicting === 0
          ? problems
          : [...problems, storeProblem("protection-contradicted", where, contradicting)];
      }),
    });
  });

/**
 * Makes the tables of a store, or brings them up to date, with a login that may: the only thing that `finsam_migrator` is for. Rejects as
 * `openPostgresStore` does. It may be run at any time and by several at once; what is up to date stays as it is.
 *
 * @example
 * ```ts
 * import { migratePostgresStore } from "@finsam/store-postgres";
 * const code = await migratePostgresStore("postgres://127.0.0.1:1/register").catch((error) => error.code);
 * code; // => "store-unavailable"
 * ```
 */
export const migratePostgresStore = (url: string): Promise<void> =>
  Effect.runPromise(Effect.scoped(Effect.flatMap(openDatabase({ url, maxConnections: 1 }), migrate)));

const isTenant = (tenant: string): boolean =>
  tenant.length > 0 && tenant.length <= 200 && !/\0|\p{Surrogate}/u.test(tenant);

const noTenant = (): StoreUnavailable =>
  new StoreUnavailable({
    retryable: false,
    text: {
      sv: "Ange vems register det är: en tenant med 1 till 200 tecken, till exempel förbundets id.",
      en: "Say whose register it is: a tenant of 1 to 200 characters, such as the id of the association.",
    },
  });

/** A login that is bound to other tenants would find an empty register, and take it for the truth. */
const refuseOtherTenants = (database: Database, tenant: string): Effect.Effect<void, StoreUnavailable> =>
  Effect.scoped(
    Effect.gen(function* () {
      const session = yield* database.reading;
      const [row] = yield* session.rows("SELECT finsam.current_tenant() AS tenant");
      if (row?.tenant !== tenant) yield* Effect.fail(otherTenant(database.place));
    }),
  );

const otherTenant = (place: string): StoreUnavailable =>
  new StoreUnavailable({
    retryable: false,
    text: {
      sv: `Inloggningen får inte öppna det här förbundets register i databasen ${place}. Använd förbundets egen inloggning.`,
      en: `The login may not open the register of this association in the database ${place}. Use the association's own login.`,
    },
  });
