import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import {
  type DuckDBAppender,
  type DuckDBConnection,
  DuckDBDataChunk,
  type DuckDBType,
  type DuckDBValue,
  VARCHAR,
} from "@duckdb/node-api";
import type { PersonId } from "@finsam/model";
import type { RegisterRecord } from "@finsam/store";
import {
  columnNames,
  columnsToRead,
  type Kind,
  kinds,
  layouts,
  type RecordsByKind,
  textToRead,
  typeOf,
} from "./record-layout.ts";
import { quotedPath, type RegisterFolder, rowsOf, writingPrefix } from "./register-folder.ts";
import { SeenIds } from "./seen-ids.ts";
import type { Origin, Shelf } from "./shelf.ts";
import { personOf, WorkingSet } from "./working-set.ts";

/**
 * A change of a register that is being worked out: tables of DuckDB in a folder of their own, which nobody else reads. For each kind
 * there are the records that it adds (`new_…`), and the ids of those in the register that it replaces or removes (`gone_…`).
 */
export interface Staging {
  /** The folder that what is written for the register is prepared in. */
  readonly folder: string;
  /** Batches in which something is replaced or removed. */
  readonly touched: ReadonlySet<string>;
  /** Saves checked records, each with its position in the batch. */
  readonly save: (records: readonly Positioned[], told: Told) => Promise<void>;
  /** What a person takes along when erased. */
  readonly erase: (person: PersonId) => Promise<ReturnType<WorkingSet["erase"]>>;
  /**
   * Ends the change: forgets those of whom nothing else is kept any more, since nobody has consented to keep what is known of them, and
   * has all of it in the tables.
   */
  readonly end: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** A record of a batch, and which one it is, counted from 1. */
export interface Positioned {
  readonly record: RegisterRecord;
  readonly position: number;
}

/** Who is told what came of each record. */
type Told = (record: Positioned, change: ReturnType<WorkingSet["save"]>) => void;

/** Begins a change of what a register holds. */
export async function startStaging(connection: DuckDBConnection, { path, contents }: RegisterFolder): Promise<Staging> {
  const { batches } = contents();
  const folder = join(path, `${writingPrefix}batch`);
  mkdirSync(folder, { mode: 0o700 });
  await connection.run(`
    ATTACH ${quotedPath(join(folder, "staging.db"))} AS staging (ROW_GROUP_SIZE ${mostHeld});
    ${kinds.map(tablesOf).join("\n")}
    CREATE TABLE staging.stated_person (id VARCHAR);
    CREATE TABLE staging.left_person (id VARCHAR);`);
  const touched = new Set<string>();
  // What has been added in this change is searched only for ids that may be among it.
  const added = new SeenIds();
  let hasSpells = batches.some(({ files }) => files.spell !== undefined);
  const mayFind = (kind: Kind, id: string): boolean =>
    batches.some(({ files }) => files[kind] !== undefined) || added.mayHave(kind, id);
  const rows = await connection.runAndReadAll(
    `SELECT ${textToRead("id")} FROM (${rowsOf(path, "person", batches)}) WHERE protected`,
  );
  const protectedIds = new Set(rows.getRows().map(([id]) => String(id)));

  const appending = startAppending(connection);

  /** Loads the records that a query finds, among those added and those in the register that stand. */
  async function load<K extends Kind>(kind: K, shelf: Shelf<RecordsByKind[K]>, isAskedFor: string): Promise<void> {
    appending.flush();
    const result = await connection.runAndReadAll(`
      SELECT ${columnsToRead(kind)}, filename FROM (
        SELECT ${columnNames(kind)}, NULL AS filename FROM staging.new_${kind} WHERE ${isAskedFor}
        UNION ALL
        SELECT * FROM (${rowsOf(path, kind, batches, ", filename")}) WHERE (${isAskedFor})
          AND id NOT IN (SELECT id FROM staging.gone_${kind})
      )`);
    const columns = result.getColumns();
    const origins = columns.at(-1) ?? [];
    for (const [index, record] of layouts[kind].recordsIn(columns.slice(0, -1)).entries())
      shelf.load(record, originOf(origins[index]));
  }

  async function ask(name: string, ids: Iterable<string>): Promise<string> {
    await connection.run(`CREATE OR REPLACE TEMP TABLE ${name} (id VARCHAR)`);
    const appender = await connection.createAppender(name);
    appendColumns(appender, [[...ids]]);
    appender.closeSync();
    return `(SELECT id FROM ${name})`;
  }

  /** Loads all that records to save, and persons who are hidden or erased, have to do with. */
  async function workingSetFor(records: readonly Positioned[], leaving: readonly PersonId[]): Promise<WorkingSet> {
    const set = new WorkingSet(protectedIds);
    const ids = {
      person: new Set(leaving),
      participation: new Set<string>(),
      measurement: new Set<string>(),
      spell: new Set<string>(),
    };
    const hidden = new Set<PersonId>(leaving);
    for (const { record } of records) {
      if (record.kind === "person" && record.person.protectedIdentity) hidden.add(record.person.id);
      if (mayFind(record.kind, idOf(record))) ids[record.kind].add(idOf(record));
      if (record.kind !== "spell") continue;
      hasSpells = true;
      if (mayFind("participation", record.spell.participation)) ids.participation.add(record.spell.participation);
    }
    const ofHidden = hidden.size === 0 ? undefined : await ask("asked_hidden", hidden);
    const wanted = async (asked: ReadonlySet<string>, owner: string, name: string) =>
      [
        ...(asked.size === 0 ? [] : [`id IN ${await ask(name, asked)}`]),
        ...(ofHidden === undefined ? [] : [`${owner} IN ${ofHidden}`]),
      ].join(" OR ");
    const find = async <K extends Kind>(kind: K, shelf: Shelf<RecordsByKind[K]>, isAskedFor: string) =>
      isAskedFor === "" ? undefined : load(kind, shelf, isAskedFor);

    await find("person", set.person, await wanted(ids.person, "id", "asked_person"));
    await find("participation", set.participation, await wanted(ids.participation, "person", "asked_participation"));
    await find("measurement", set.measurement, await wanted(ids.measurement, "person", "asked_measurement"));
    const dropping = new Set([...hidden].flatMap((person) => set.participation.of(person)).map(({ id }) => id));
    for (const { record } of records) {
      if (record.kind !== "participation") continue;
      const person = personOf(record.participation);
      if (person === undefined || protectedIds.has(person) || hidden.has(person)) dropping.add(record.participation.id);
    }
    const spells = [
      ...(ids.spell.size === 0 ? [] : [`id IN ${await ask("asked_spell", ids.spell)}`]),
      ...(dropping.size === 0 || !hasSpells ? [] : [`participation IN ${await ask("asked_dropping", dropping)}`]),
    ];
    await find("spell", set.spell, spells.join(" OR "));
    return set;
  }

  /** Writes what became of a working set. */
  async function write(set: WorkingSet): Promise<void> {
    await writeKind("person", set.person);
    await writeKind("participation", set.participation);
    await writeKind("measurement", set.measurement);
    await writeKind("spell", set.spell);
    await appending.append("left_person", [[...set.left]]);
  }

  async function writeKind<K extends Kind>(kind: K, shelf: Shelf<RecordsByKind[K]>): Promise<void> {
    const { records, outdated } = shelf.changes();
    const [staged, gone]: [string[], string[]] = [[], []];
    for (const { id, origin } of outdated) {
      if (origin === "staged") staged.push(id);
      else {
        gone.push(id);
        touched.add(origin.batch);
      }
    }
    if (staged.length > 0) {
      appending.flush();
      await connection.run(`DELETE FROM staging.new_${kind} WHERE id IN ${await ask("asked_staged", staged)}`);
    }
    await appending.append(`gone_${kind}`, [gone]);
    for (const { id } of records) added.add(kind, id);
    const types = layouts[kind].columns.map(typeOf);
    await appending.append(`new_${kind}`, layouts[kind].columnsOf(records), types);
  }

  async function forgetAlone(candidates: readonly PersonId[]): Promise<void> {
    if (candidates.length === 0) return;
    const set = await workingSetFor([], candidates);
    for (const id of candidates) {
      const isAlone = set.participation.of(id).length === 0 && set.measurement.of(id).length === 0;
      if (isAlone && set.person.get(id)?.protectedIdentity === false) set.person.set(id, undefined);
    }
    await write(set);
  }

  return {
    folder,
    touched,
    save: async (records, told) => {
      const set = await workingSetFor(records, []);
      for (const one of records) told(one, set.save(one.record));
      await write(set);
      const stated = records.flatMap(({ record }) => (record.kind === "person" ? [record.person.id] : []));
      await appending.append("stated_person", [stated]);
    },
    erase: async (person) => {
      const set = await workingSetFor([], [person]);
      const counts = set.erase(person);
      await write(set);
      appending.close();
      return counts;
    },
    end: async () => {
      appending.flush();
      const left = await connection.runAndReadAll(
        `SELECT ${textToRead("id")} FROM (SELECT id FROM staging.left_person EXCEPT SELECT id FROM staging.stated_person)`,
      );
      await forgetAlone(left.getRows().map(([id]) => String(id)));
      appending.close();
    },
    close: async () => {
      appending.close();
      await connection.run("DETACH DATABASE IF EXISTS staging");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const tablesOf = (kind: Kind): string => `
  CREATE TABLE staging.new_${kind} (${layouts[kind].columns.map((column) => `${column.name} ${typeOf(column)}`).join(", ")});
  CREATE TABLE staging.gone_${kind} (id VARCHAR);`;

function idOf(record: RegisterRecord): string {
  switch (record.kind) {
    case "person":
      return record.person.id;
    case "participation":
      return record.participation.id;
    case "measurement":
      return record.measurement.id;
    case "spell":
      return record.spell.id;
  }
}

/** A path of a file in a batch begins with its folder. */
const originOf = (filename: DuckDBValue | undefined): Origin =>
  typeof filename === "string" ? { batch: filename.split("/").at(-2) ?? "" } : "staged";

// What a chunk of DuckDB holds.
const rowsOfChunk = 2048;

// What is appended is held uncompressed until it goes into its table, which is written to the disk in groups of as many rows.
const mostHeld = 10 * rowsOfChunk;

/**
 * Appends to the tables of a change. Their appenders stay open, so that records seldom wait for the engine: what waits lives so long that
 * Node takes it for what stays. Who asks about a table flushes first.
 */
function startAppending(connection: DuckDBConnection) {
  const appenders = new Map<string, DuckDBAppender>();
  let held = 0;
  const flush = () => {
    for (const appender of appenders.values()) appender.flushSync();
    held = 0;
  };
  return {
    flush,
    append: async (
      table: string,
      columns: readonly (readonly DuckDBValue[])[],
      types: readonly DuckDBType[] = [VARCHAR],
    ): Promise<void> => {
      if ((columns[0]?.length ?? 0) === 0) return;
      const appender = appenders.get(table) ?? (await connection.createAppender(table, null, "staging"));
      appenders.set(table, appender);
      held += appendColumns(appender, columns, types);
      if (held >= mostHeld) flush();
    },
    close: () => {
      const open = [...appenders.values()];
      appenders.clear();
      for (const appender of open) appender.closeSync();
    },
  };
}

/** Appends rows, given by column, and tells how many. */
function appendColumns(
  appender: DuckDBAppender,
  columns: readonly (readonly DuckDBValue[])[],
  types: readonly DuckDBType[] = [VARCHAR],
): number {
  const rows = columns[0]?.length ?? 0;
  for (let from = 0; from < rows; from += rowsOfChunk) {
    const chunk = DuckDBDataChunk.create(types, Math.min(rowsOfChunk, rows - from));
    chunk.setColumns(columns.map((column) => column.slice(from, from + rowsOfChunk)));
    appender.appendDataChunk(chunk);
  }
  return rows;
}
