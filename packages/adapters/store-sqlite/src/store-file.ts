import { closeSync, openSync, readSync } from "node:fs";
import type { DatabaseSync } from "node:sqlite";
import { StoreNotReadable } from "@finsam/store";
import { migrations } from "./migrations.ts";

/** What SQLite calls the application id: "FSAM" in ASCII. It tells a store from any other SQLite file. */
const applicationId = 0x4653414d;

/** The oldest version that is still brought up to date. */
const oldestVersion = 1;

/**
 * Refuses a file that is no store, or one of a version that is too new or too old. It reads the header and nothing else, so that the file stays as it is; SQLite itself
 * would write beside a file in WAL mode, and empty its journal, merely to have a look.
 *
 * @throws StoreNotReadable
 */
export function refuseStrangers(file: string): void {
  const header = headerOf(file);
  if (header.length === 0) return;
  // https://www.sqlite.org/fileformat.html#the_database_header
  const isSqlite = header.length === 100 && header.toString("latin1", 0, 16) === "SQLite format 3\0";
  if (!isSqlite || header.readInt32BE(68) !== applicationId) throw notAStore(file);
  if (header.readInt32BE(60) > migrations.length) throw tooNew(file);
  if (header.readInt32BE(60) < oldestVersion) throw tooOld(file);
}

/** The first hundred bytes of a file, or nothing when there is no file or nothing in it. */
function headerOf(file: string): Buffer {
  const header = Buffer.alloc(100);
  let descriptor: number;
  try {
    descriptor = openSync(file, "r");
  } catch {
    // SQLite will say what is wrong, or make the file.
    return Buffer.alloc(0);
  }
  try {
    return header.subarray(0, readSync(descriptor, header, 0, header.length, 0));
  } catch {
    return Buffer.alloc(0);
  } finally {
    closeSync(descriptor);
  }
}

/**
 * Makes the file of a new register one that only its owner may read and write, and so what SQLite keeps beside it. Who lets others in
 * later is not overruled.
 */
export function makePrivate(file: string): void {
  try {
    closeSync(openSync(file, "ax", 0o600));
  } catch {
    // It is there already, or cannot be made; SQLite will say why.
  }
}

/**
 * Brings an open file to the version of this package, in one transaction; several processes may do it at once. A new file becomes a
 * store before it is put in WAL mode, so that its header says at once what it is.
 *
 * @throws StoreNotReadable when the file is a newer store, which its header may not have told yet
 */
export function migrate(database: DatabaseSync, file: string): void {
  if (versionOf(database) > migrations.length) throw tooNew(file);
  if (versionOf(database) === migrations.length) return;
  database.exec("BEGIN IMMEDIATE");
  try {
    for (const migration of migrations.slice(versionOf(database))) database.exec(migration);
    database.exec(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${migrations.length}; COMMIT`);
  } catch (error) {
    if (database.isTransaction) database.exec("ROLLBACK");
    throw error;
  }
}

const versionOf = (database: DatabaseSync): number =>
  Number(database.prepare("PRAGMA user_version").get()?.user_version);

const notAStore = (file: string): StoreNotReadable =>
  new StoreNotReadable({
    code: "not-a-store",
    text: {
      sv: `Filen ${file} är inget finsam-register. Den är orörd. Välj en annan fil, eller ett namn som inte finns för att skapa ett nytt register.`,
      en: `The file ${file} is not a finsam register. It is left as it was. Choose another file, or a name that does not exist to make a new register.`,
    },
  });

const tooNew = (file: string): StoreNotReadable =>
  new StoreNotReadable({
    code: "store-too-new",
    text: {
      sv: `Registret ${file} är gjort av en nyare version av finsam. Det är orört. Uppdatera finsam och öppna det igen.`,
      en: `The register ${file} was made by a newer version of finsam. It is left as it was. Update finsam and open it again.`,
    },
  });

const tooOld = (file: string): StoreNotReadable =>
  new StoreNotReadable({
    code: "store-too-old",
    text: {
      sv: `Registret ${file} är gjort av en version av finsam som är för gammal. Det är orört. Läs in registerfilerna i ett nytt register.`,
      en: `The register ${file} was made by a version of finsam that is too old. It is left as it was. Import the register files into a new register.`,
    },
  });
