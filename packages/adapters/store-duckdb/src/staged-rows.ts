import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { type DuckDBConnection, VARCHAR } from "@duckdb/node-api";
import { startAppending } from "./appending.ts";
import { columnNames, type Kind, kinds, layouts, type RecordsByKind, typeOf } from "./record-layout.ts";
import { type Batch, copying, filesOf, rowsWithFolder } from "./register-folder.ts";
import type { Origin, Outdated } from "./shelf.ts";

// So many records of a kind are held in memory before they are written to a file.
const mostHeld = 20_480;

// A file of what is staged is searched by ids, and read in ranges of them, so it is divided as finely as Parquet may be.
const rowsOfGroup = 2048;

/**
 * The rows that a change adds to a register and takes from it. Some that were added last are held in tables of DuckDB; the others lie in
 * files beside the register, sorted, since a table of DuckDB takes memory as long as it is there.
 */
export interface StagedRows {
  /** The rows of a kind in some batches and those added, without what was taken, with the `folder` that each lies in. */
  readonly rowsOf: (kind: Kind, batches: readonly Batch[], condition?: string) => string;
  /** How many were added, with those that were taken again once they lay in a file. */
  readonly added: () => number;
  readonly add: <K extends Kind>(kind: K, records: readonly RecordsByKind[K][]) => Promise<void>;
  /** Takes rows from where they lie, which is where they were found: nothing of their kind was added since. */
  readonly take: (kind: Kind, outdated: readonly Outdated[]) => Promise<void>;
  /** Makes a table of ids that can be asked about, in the place of one of that name, and gives its name. */
  readonly makeTableOfIds: (table: string, ids: Iterable<string>) => Promise<string>;
  /** Adds ids to a table made by `makeTableOfIds`. */
  readonly addIds: (table: string, ids: readonly string[]) => Promise<void>;
  readonly close: () => void;
}

/** Where a row lies that is held. */
const held: Origin = "held";

/** Starts without any, for the register in a folder; files go to another folder. */
export async function startStagedRows(
  connection: DuckDBConnection,
  register: string,
  folder: string,
): Promise<StagedRows> {
  const appending = startAppending(connection);
  const files: Record<Kind, string[]> = { person: [], participation: [], measurement: [], spell: [] };
  const counts: Record<Kind, number> = { person: 0, participation: 0, measurement: 0, spell: 0 };
  let written = 0;
  let added = 0;
  for (const kind of kinds)
    await connection.run(`${creating(kind)}; CREATE TABLE gone_${kind} (id VARCHAR, folder VARCHAR)`);

  const makeTableOfIds: StagedRows["makeTableOfIds"] = async (table, some) => {
    appending.close(table);
    await connection.run(`CREATE OR REPLACE TABLE ${table} (id VARCHAR)`);
    await appending.append(table, [[...some]]);
    appending.close(table);
    return table;
  };

  /** Writes what is held of a kind to a file. The table is made anew: an emptied one keeps its memory. */
  async function writeHeld(kind: Kind): Promise<void> {
    written += 1;
    const run = join(folder, `run-${written}`);
    mkdirSync(run, { mode: 0o700 });
    const file = join(run, `${kind}.parquet`);
    appending.close(`held_${kind}`);
    await connection.run(`
      ${copying(`FROM held_${kind} ORDER BY id`, file, rowsOfGroup)};
      DROP TABLE held_${kind};
      ${creating(kind)}`);
    files[kind].push(file);
    counts[kind] = 0;
  }

  return {
    rowsOf: (kind, batches, condition = "true") => {
      // Who asks finds all that was added.
      appending.flush();
      const all = [...filesOf(register, kind, batches), ...files[kind]];
      return `
        SELECT ${columnNames(kind)}, '${held}' AS folder FROM held_${kind} WHERE ${condition}
        UNION ALL
        SELECT * FROM (FROM (${rowsWithFolder(kind, all)}) WHERE ${condition})
          ANTI JOIN gone_${kind} USING (id, folder)`;
    },
    added: () => added,
    add: async (kind, records) => {
      const { columns, columnsOf } = layouts[kind];
      await appending.append(`held_${kind}`, columnsOf(records), columns.map(typeOf));
      added += records.length;
      counts[kind] += records.length;
      if (counts[kind] >= mostHeld) await writeHeld(kind);
    },
    take: async (kind, outdated) => {
      const inFiles = outdated.filter(({ origin }) => origin !== held);
      await appending.append(
        `gone_${kind}`,
        [inFiles.map(({ id }) => id), inFiles.map(({ origin }) => origin)],
        [VARCHAR, VARCHAR],
      );
      const inTable = outdated.filter(({ origin }) => origin === held).map(({ id }) => id);
      if (inTable.length === 0) return;
      appending.flush();
      await connection.run(`DELETE FROM held_${kind} WHERE id IN (FROM ${await makeTableOfIds("outdated", inTable)})`);
      added -= inTable.length;
      counts[kind] -= inTable.length;
    },
    makeTableOfIds,
    addIds: (table, some) => appending.append(table, [some]),
    close: appending.closeAll,
  };
}

const creating = (kind: Kind): string =>
  `CREATE TABLE held_${kind} (${layouts[kind].columns.map((column) => `${column.name} ${typeOf(column)}`).join(", ")})`;
