import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import { memoryStore, type OpenStore, openStore, type RegisterRecord } from "@finsam/store";
import fc from "fast-check";
import { shownBy } from "./any-history.ts";
import { startImporter } from "./importer.ts";
import { earlier, twentyThousand } from "./sample-batches.ts";

/** A store that imports into are killed. */
export interface KillableStore {
  /** The program that imports into it: see `importWhenTold`. */
  readonly importer: URL;
  /** Makes a register that holds `earlier` and that nobody else uses. */
  readonly fresh: () => Promise<FreshRegister>;
}

/** A register that is removed when it is disposed of. */
export interface FreshRegister extends AsyncDisposable {
  /** What the importer is told. */
  readonly place: readonly string[];
  /** Opens it, when nothing that is killed can change it any more. */
  readonly open: () => Promise<OpenStore>;
}

/** How imports were killed, and how far they had come. */
export interface KilledImports {
  readonly imports: number;
  readonly killed: {
    readonly beforeTheFirstRecord: number;
    readonly amongTheRecords: number;
    readonly afterTheLastRecord: number;
    readonly afterTheCommit: number;
  };
  /** Given again, it draws the same moments. */
  readonly seed: number;
  /** How long an import took that was let be, in milliseconds, from its beginning: the shortest and the longest. */
  readonly whole: readonly [number, number];
}

/**
 * Kills imports of `twentyThousand` with SIGKILL, each into a fresh register: so many at random moments between the beginning and somewhat
 * after the end, and one after each word that they say. Each time the register is opened, verified, and compared with the one in memory:
 * it holds all of the batch or nothing, and everything when the import is run again. Rejects when it does not.
 */
export async function killImports(
  { importer, fresh }: KillableStore,
  { atRandom = 200, seed = Math.floor(Math.random() * 2 ** 31) } = {},
): Promise<KilledImports> {
  const untouched = await inMemory(earlier);
  const imported = await inMemory(earlier, twentyThousand);
  const importedAgain = await inMemory(earlier, twentyThousand, twentyThousand);

  const random = fc.sample(moments, { seed, numRuns: atRandom, unbiased: true });
  const all = ["begun", "pulled", "saved", ...random];
  const cache = mkdtempSync(join(tmpdir(), "finsam-importer-"));
  // It gets ready while the register of the one before it is judged.
  let next = startImporter(importer, cache);
  const readyOne = async () => {
    await next.hears("ready");
    return next;
  };

  /** How long an import takes on this machine at this moment. */
  const timeUndisturbed = async (): Promise<number> => {
    await using register = await fresh();
    const importing = await readyOne();
    const began = performance.now();
    importing.begin({ place: register.place, batch: "twentyThousand" });
    await importing.hears("saved");
    const took = performance.now() - began;
    await importing.ends();
    next = startImporter(importer, cache);
    return took;
  };

  const wholes: number[] = [];
  const killed = { beforeTheFirstRecord: 0, amongTheRecords: 0, afterTheLastRecord: 0, afterTheCommit: 0 };
  try {
    for (const [trial, moment] of all.entries()) {
      // A machine that is busy takes longer than a while ago.
      if (trial % 10 === 0) wholes.push(await timeUndisturbed());
      const when = typeof moment === "string" ? moment : Math.round(moment * (wholes.at(-1) ?? 0));
      const what = `import ${trial} of seed ${seed}, killed after ${when}`;

      await using register = await fresh();
      const importing = await readyOne();
      importing.begin({ place: register.place, batch: "twentyThousand" });
      await (typeof when === "string" ? importing.hears(when) : setTimeout(when));
      assert(await importing.kill(), `${what}: it ended by itself`);
      next = startImporter(importer, cache);

      await using store = await register.open();
      assert.deepEqual(await store.verify(), [], what);
      const left = await shownBy(store);
      const isImported = isDeepStrictEqual(left, imported);
      // Texts of megabytes are not to be printed.
      assert(isImported || isDeepStrictEqual(left, untouched), `${what}: all or nothing is there`);
      assert(isImported || !importing.said("saved"), `${what}: what was said to be saved is there`);
      assert(importing.said("pulled") || !isImported, `${what}: nothing is saved before the last record`);
      if (isImported) killed.afterTheCommit += 1;
      else if (importing.said("pulled")) killed.afterTheLastRecord += 1;
      else if (importing.said("begun")) killed.amongTheRecords += 1;
      else killed.beforeTheFirstRecord += 1;

      await store.save(twentyThousand);
      const completed = await shownBy(store);
      assert(isDeepStrictEqual(completed, isImported ? importedAgain : imported), `${what}: run again, it is complete`);
    }
  } finally {
    await next.kill();
    rmSync(cache, { recursive: true });
  }
  return {
    imports: all.length,
    killed,
    seed,
    whole: [Math.round(Math.min(...wholes)), Math.round(Math.max(...wholes))],
  };
}

/** As parts of the time that an import takes. */
const moments = fc.integer({ min: 0, max: 1_100_000 }).map((drawn) => drawn / 1_000_000);

async function inMemory(...batches: readonly (readonly RegisterRecord[])[]): Promise<unknown> {
  await using memory = await openStore(memoryStore);
  for (const batch of batches) await memory.save(batch);
  return await shownBy(memory);
}
