import { closeSync, openSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { lockFile } from "./register-folder.ts";

/**
 * Locks a folder for who writes to it, and gives what unlocks it. Readers need no lock.
 *
 * The lock is the one that SQLite takes on an empty database: the system lets go of it when the process ends, however it ends, so there is
 * never a lock left behind to wonder about.
 *
 * @throws what `node:sqlite` throws at once when another process, or another store in this one, holds the lock
 */
export function lockForWriting(folder: string): () => void {
  const path = join(folder, lockFile);
  closeSync(openSync(path, "a", 0o600));
  const lock = new DatabaseSync(path, { timeout: 0 });
  try {
    lock.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    lock.close();
    throw error;
  }
  return () => lock.close();
}
