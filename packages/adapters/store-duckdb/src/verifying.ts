import { statSync } from "node:fs";
import { join } from "node:path";
import { type Store, type StoreProblem, type StoreUnavailable, storeProblem, verifyStore } from "@finsam/store";
import * as Effect from "effect/Effect";
import * as Result from "effect/Result";
import { digestOf } from "./digest.ts";
import { storeFailure } from "./duckdb-failure.ts";
import type { Reading, RowsOf } from "./reading.ts";
import { kinds } from "./record-layout.ts";
import type { RegisterFolder } from "./register-folder.ts";

/** Verifies a register: what the port can see, that the files are those that were written, and that nothing contradicts protection. */
export const verifying = (
  register: RegisterFolder,
  { rows }: Reading,
  records: Parameters<typeof verifyStore>[0],
): Store["Service"]["verify"] =>
  Effect.gen(function* () {
    const damaged = yield* Effect.tryPromise({
      try: () => damagedFiles(register),
      catch: (error) => storeFailure(register.path, error),
    });
    const seen = yield* verifyStore(records);
    return [...damaged, ...seen, ...(yield* contradictions(rows))];
  });

async function damagedFiles({ path, contents }: RegisterFolder): Promise<readonly StoreProblem[]> {
  const problems: StoreProblem[] = [];
  for (const { name, files } of contents().batches)
    for (const kind of kinds) {
      const file = `${name}/${kind}.parquet`;
      const written = files[kind];
      if (written !== undefined && !(await isAsWritten(join(path, file), written)))
        problems.push(storeProblem("storage-damaged", { sv: file, en: file }));
    }
  return problems;
}

async function isAsWritten(
  file: string,
  { bytes, sha256 }: { readonly bytes: number; readonly sha256: string },
): Promise<boolean> {
  try {
    return statSync(file).size === bytes && (await digestOf(file)) === sha256;
  } catch {
    return false;
  }
}

/** How many records there are that protected identity, or a missing consent, should have taken away. */
const contradictions = (rows: Reading["rows"]): Effect.Effect<readonly StoreProblem[], StoreUnavailable> =>
  Effect.map(Effect.result(rows(contradicting)), (counted) => {
    // What cannot be read has been told already.
    const count = Result.isSuccess(counted) ? Number(counted.success[0]?.count) : 0;
    return count === 0 ? [] : [storeProblem("protection-contradicted", { sv: "mappen", en: "the folder" }, count)];
  });

const contradicting = (rowsOf: RowsOf): string => `
  WITH hidden AS (SELECT id FROM ${rowsOf("person")} WHERE protected)
  SELECT
    (SELECT count(*) FROM ${rowsOf("participation")} WHERE person IN (SELECT id FROM hidden)) +
    (SELECT count(*) FROM ${rowsOf("measurement")} WHERE person IN (SELECT id FROM hidden)) +
    (SELECT count(*) FROM ${rowsOf("spell")} WHERE participation IN (
      SELECT id FROM ${rowsOf("participation")} WHERE follow_up <> 'followed')) AS count`;
