import { StoreNotReadable, type StoreUnavailable } from "@finsam/store";
import * as Effect from "effect/Effect";
import type { Database, Session } from "./database.ts";
import { migrations } from "./migrations.ts";
import { grants } from "./roles.ts";

/** Any number that no other program on the server is likely to lock by. */
const migrationLock = 7_305_784_206_102_117;

/** Brings a database to the version of this package. Several programs may do it at once: the first does it, the others wait and see. */
export const migrate = (database: Database): Effect.Effect<void, StoreNotReadable | StoreUnavailable> =>
  database.writing((session) =>
    Effect.gen(function* () {
      yield* session.rows("SELECT pg_advisory_xact_lock($1::bigint)", [BigInt(migrationLock)]);
      const version = yield* versionOf(session, database.place);
      if (version === migrations.length) return;
      if (version > migrations.length) return yield* Effect.fail(tooNew(database.place));
      yield* enterSchema(session);
      for (const statement of migrations.slice(version).flat()) yield* session.run(statement);
      for (let made = version + 1; made <= migrations.length; made += 1)
        yield* session.run("INSERT INTO finsam.store_version (version) VALUES ($1)", [made]);
      yield* session.run(grants);
    }),
  );

/** Fails unless the database has a store of this version. */
export const refuseStrangers = (database: Database): Effect.Effect<void, StoreNotReadable | StoreUnavailable> =>
  Effect.flatMap(currentVersion(database), (version): Effect.Effect<void, StoreNotReadable> => {
    if (version === 0) return Effect.fail(noStore(database.place));
    if (version < migrations.length) return Effect.fail(tooOld(database.place));
    return version > migrations.length ? Effect.fail(tooNew(database.place)) : Effect.void;
  });

/** Whether the database is to be migrated before it can be used. */
export const isBehind = (database: Database): Effect.Effect<boolean, StoreNotReadable | StoreUnavailable> =>
  Effect.map(currentVersion(database), (version) => version < migrations.length);

const currentVersion = (database: Database) =>
  Effect.scoped(Effect.flatMap(database.reading, (session) => versionOf(session, database.place)));

/** How many migrations a database has had. */
const versionOf = (session: Session, place: string): Effect.Effect<number, StoreNotReadable | StoreUnavailable> =>
  Effect.gen(function* () {
    const [found] = yield* session.rowsOnce(`
      SELECT count(*) FILTER (WHERE relname = 'store_version') = 1 AS is_store, count(*) > 0 AS is_used
      FROM pg_catalog.pg_class WHERE relnamespace = to_regnamespace('finsam')`);
    if (found?.is_store === true) {
      const [latest] = yield* session.rowsOnce("SELECT max(version) AS version FROM finsam.store_version");
      return Number(latest?.version ?? 0);
    }
    return found?.is_used === true ? yield* Effect.fail(notAStore(place)) : 0;
  });

/**
 * Makes the schema where there is none. One that the role for migrating owns is changed as that role, whoever migrates, so that the next
 * one may change it, too.
 */
const enterSchema = (session: Session): Effect.Effect<void, StoreUnavailable> =>
  Effect.gen(function* () {
    const [schema] = yield* session.rowsOnce(`
      SELECT role.rolname = 'finsam_migrator' AND pg_has_role(role.oid, 'MEMBER') AS is_of_migrators
      FROM pg_catalog.pg_namespace JOIN pg_catalog.pg_roles AS role ON role.oid = nspowner WHERE nspname = 'finsam'`);
    if (schema === undefined) yield* session.run("CREATE SCHEMA finsam");
    else if (schema.is_of_migrators === true) yield* session.run("SET LOCAL ROLE finsam_migrator");
  });

const notAStore = (place: string): StoreNotReadable =>
  new StoreNotReadable({
    code: "not-a-store",
    text: {
      sv: `Databasen ${place} har redan ett schema finsam som inte är ett register. Det är orört. Välj en annan databas.`,
      en: `The database ${place} already has a schema finsam that is not a register. It is left as it was. Choose another database.`,
    },
  });

const noStore = (place: string): StoreNotReadable =>
  new StoreNotReadable({
    code: "not-a-store",
    text: {
      sv: `Det finns inget register i databasen ${place}. Läs in ett först, eller välj en annan databas.`,
      en: `There is no register in the database ${place}. Import one first, or choose another database.`,
    },
  });

const tooNew = (place: string): StoreNotReadable =>
  new StoreNotReadable({
    code: "store-too-new",
    text: {
      sv: `Registret i databasen ${place} är gjort av en nyare version av finsam. Det är orört. Uppdatera finsam och öppna det igen.`,
      en: `The register in the database ${place} was made by a newer version of finsam. It is left as it was. Update finsam and open it again.`,
    },
  });

const tooOld = (place: string): StoreNotReadable =>
  new StoreNotReadable({
    code: "store-too-old",
    text: {
      sv: `Registret i databasen ${place} är gjort av en äldre version av finsam. Öppna det en gång med en inloggning som får migrera, med migratePostgresStore.`,
      en: `The register in the database ${place} was made by an older version of finsam. Migrate it once with a login that may, by migratePostgresStore.`,
    },
  });
