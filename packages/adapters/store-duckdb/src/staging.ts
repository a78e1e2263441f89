import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { PersonId } from "@finsam/model";
import type { RegisterRecord } from "@finsam/store";
import { columnsToRead, type Kind, layouts, type RecordsByKind, textToRead } from "./record-layout.ts";
import { type Batch, batchPrefix, type RegisterFolder, rowsOf, writingPrefix } from "./register-folder.ts";
import { SeenIds } from "./seen-ids.ts";
import type { Shelf } from "./shelf.ts";
import { startStagedRows } from "./staged-rows.ts";
import { personOf, WorkingSet } from "./working-set.ts";

/** A change of a register that is being worked out, beside the register, where nobody else reads it. */
export interface Staging {
  /** The folder that what is written for the register is prepared in. */
  readonly folder: string;
  /** How many records it adds, or more: those that it changes once more may count twice. */
  readonly added: () => number;
  /** The rows of a kind after the change, as a query: those in some batches, without what it replaces or removes, and what it adds. */
  readonly rowsOf: (kind: Kind, batches: readonly Batch[]) => string;
  /** Batches in which something is replaced or removed. */
  readonly touched: ReadonlySet<string>;
  /** Whether records to save have to be looked up, since some with their ids may be there. */
  readonly looksUp: () => boolean;
  /** Saves checked records, each with its position in the batch. */
  readonly save: (records: readonly Positioned[], told: Told) => Promise<void>;
  /** What a person takes along when erased. */
  readonly erase: (person: PersonId) => Promise<ReturnType<WorkingSet["erase"]>>;
  /** Ends the change: forgets those of whom nothing else is kept any more, since nobody has consented to keep what is known of them. */
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
  const staged = await startStagedRows(connection, path, folder);
  await staged.makeTableOfIds("restated_person", []);
  await staged.makeTableOfIds("left_person", []);
  const touched = new Set<string>();
  // What has been added in this change is searched only for ids that may be among it.
  const addedIds = new SeenIds();
  let looksUp = batches.length > 0;
  let hasSpells = batches.some(({ files }) => files.spell !== undefined);
  const mayFind = (kind: Kind, id: string): boolean =>
    batches.some(({ files }) => files[kind] !== undefined) || addedIds.mayHave(kind, id);
  const rows = await connection.runAndReadAll(
    `SELECT ${textToRead("id")} FROM (${rowsOf(path, "person", batches)}) WHERE protected`,
  );
  const protectedIds = new Set(rows.getRows().map(([id]) => String(id)));

  /** Loads the records that a condition finds, among those added and those in the register that stand. */
  async function load<K extends Kind>(kind: K, shelf: Shelf<RecordsByKind[K]>, isAskedFor: string): Promise<void> {
    looksUp = true;
    const result = await connection.runAndReadAll(
      `SELECT ${columnsToRead(kind)}, folder FROM (${staged.rowsOf(kind, batches, isAskedFor)})`,
    );
    const columns = result.getColumns();
    const folders = columns.at(-1) ?? [];
    for (const [index, record] of layouts[kind].recordsIn(columns.slice(0, -1)).entries())
      shelf.load(record, String(folders[index]));
  }

  const ask = async (table: string, ids: Iterable<string>) => `(FROM ${await staged.makeTableOfIds(table, ids)})`;

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
    await staged.addIds("left_person", [...set.left]);
  }

  async function writeKind<K extends Kind>(kind: K, shelf: Shelf<RecordsByKind[K]>): Promise<void> {
    const { records, outdated } = shelf.changes();
    for (const { origin } of outdated) if (origin.startsWith(batchPrefix)) touched.add(origin);
    for (const { id } of records) addedIds.add(kind, id);
    await staged.take(kind, outdated);
    await staged.add(kind, records);
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
    looksUp: () => looksUp,
    added: staged.added,
    rowsOf: staged.rowsOf,
    save: async (records, told) => {
      const set = await workingSetFor(records, []);
      const restated: PersonId[] = [];
      for (const one of records) {
        const change = set.save(one.record);
        told(one, change);
        if (one.record.kind === "person" && change === "unchanged") restated.push(one.record.person.id);
      }
      await write(set);
      await staged.addIds("restated_person", restated);
    },
    erase: async (person) => {
      const set = await workingSetFor([], [person]);
      const counts = set.erase(person);
      await write(set);
      return counts;
    },
    end: async () => {
      const stated = staged.rowsOf("person", []);
      const left = await connection.runAndReadAll(
        `SELECT ${textToRead("id")} FROM (FROM left_person EXCEPT FROM restated_person EXCEPT SELECT id FROM (${stated}))`,
      );
      await forgetAlone(left.getRows().map(([id]) => String(id)));
    },
    close: async () => {
      try {
        staged.close();
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  };
}

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
