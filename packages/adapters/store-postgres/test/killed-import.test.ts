import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { memoryStore, openStore } from "@finsam/store";
import { earlier, twentyThousand } from "@finsam/store-trials";
import { expect, inject, test } from "vitest";
import { openPostgresStore } from "../src/index.ts";
import { ask, contentsOf, newTenant } from "./databases.ts";

const program = fileURLToPath(new URL("./importer.ts", import.meta.url));
const kills = Number(process.env.FINSAM_KILLS ?? 8);

/** Imports in a process of its own, which is killed so long after it began, and tells how far it had come. */
async function importUntil(tenant: string, milliseconds: number) {
  // The packages that it imports must have been built.
  const child = spawn(process.execPath, [program, inject("postgresUrl"), tenant]);
  const ended = once(child, "exit");
  let [said, errors] = ["", ""];
  const started = new Promise<void>((resolve, reject) => {
    child.stdout.on("data", (text) => {
      said += String(text);
      if (said.includes("started")) resolve();
    });
    child.stderr.on("data", (text) => {
      errors += String(text);
    });
    void ended.then(() => reject(new Error(`the importer ended without having begun: ${errors}`)));
  });
  await started;
  const began = performance.now();
  await Promise.race([setTimeout(milliseconds), ended]);
  child.kill("SIGKILL");
  await ended;
  // A commit that was on its way is still carried out, and reading is several looks: they come when the save is over either way.
  await ask(inject("postgresUrl"), `SELECT pg_advisory_xact_lock(hashtextextended('finsam ${tenant}', 0))`);
  return { hadSaved: said.includes("saved"), took: performance.now() - began };
}

test("an import that is killed leaves all of its records or none, and can be run again", {
  timeout: 3_600_000,
}, async () => {
  await using memory = await openStore(memoryStore);
  await memory.save(earlier);
  const before = await contentsOf(memory);
  await memory.save(twentyThousand);
  const after = await contentsOf(memory);
  // Somewhat more than a whole import takes, so that some are killed about the commit and some after it.
  const { took, hadSaved } = await importUntil(newTenant(), 60_000);
  expect(hadSaved).toBe(true);

  const left = { nothing: 0, everything: 0 };
  for (let kill = 0; kill < kills; kill += 1) {
    const tenant = newTenant();
    await using store = await openPostgresStore({ url: inject("postgresUrl"), tenant });
    await store.save(earlier);
    const { hadSaved } = await importUntil(tenant, Math.random() * took * 1.1);

    const contents = await contentsOf(store);
    expect([before, after]).toContain(contents);
    if (hadSaved) expect(contents).toBe(after);
    expect(await store.verify()).toEqual([]);
    left[contents === after ? "everything" : "nothing"] += 1;

    await store.save(twentyThousand);
    expect(await contentsOf(store)).toBe(after);
  }
  console.log(
    `${kills} imports of ${twentyThousand.length} rows killed, each within ${Math.round(took * 1.1)} ms:`,
    left,
  );
  expect(left.nothing).toBeGreaterThan(0);
});
