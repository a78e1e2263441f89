import { reportTables, startTabulation } from "@finsam/gender-reporting";
import { type PostgresServer, startPostgresServer } from "@finsam/postgres-server";
import { stockholm } from "@finsam/stockholm";
import type { OpenStore, RegisterRecord } from "@finsam/store";
import { twentyThousand } from "@finsam/store-trials";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openPostgresStore } from "../src/index.ts";
import { contentsOf, holding, newTenant, waitsForLock } from "./databases.ts";

let server: PostgresServer;
let store: OpenStore;
beforeAll(async () => {
  server = await startPostgresServer();
});
afterAll(() => server.remove());
beforeEach(async () => {
  store = await openPostgresStore({ url: server.url, tenant: newTenant() });
  await store.save(twentyThousand);
  return () => store[Symbol.asyncDispose]();
});

const lost = { code: "store-unavailable", retryable: true, text: { sv: expect.stringContaining("Försök igen") } };
const specs = reportTables(stockholm, 2021);

/** Stops the server at once and starts it again, as a machine that goes down and comes back. */
async function stopAndStart(): Promise<void> {
  await server.crash();
  await server.start();
}

describe("a server that is stopped and started", () => {
  test("in the middle of a stream", async () => {
    // More than lies on the way between two processes.
    const long = Array.from({ length: 2000 }, (_, index): RegisterRecord => {
      const facts = { note: "x".repeat(20_000) };
      return {
        kind: "person",
        person: { protectedIdentity: false, id: `q${index}`, sex: "man", sexBasis: "legal-sex", facts },
      };
    });
    await store.save(long);
    let read = 0;
    const reading = async () => {
      for await (const { id } of store.persons()) {
        read += 1;
        if (id === "q0") await server.crash();
      }
    };
    await expect(reading()).rejects.toMatchObject(lost);
    await expect(store.count()).rejects.toMatchObject(lost);
    await server.start();
    const { persons } = await store.count();
    expect(read).toBeLessThan(persons);
    expect(persons).toBe(11_900);
  });

  test("in the middle of an import", async () => {
    const before = await contentsOf(store);
    const more = Array.from({ length: 20_000 }, (_, index): RegisterRecord => {
      const person = { protectedIdentity: false, id: `q${index}`, sex: "man", sexBasis: "legal-sex" } as const;
      return { kind: "person", person };
    });
    let restarting = Promise.resolve();
    async function* broken(): AsyncIterable<RegisterRecord> {
      for (const [index, record] of more.entries()) {
        if (index === 10_000) {
          restarting = stopAndStart();
          await restarting;
        }
        yield record;
      }
    }
    await expect(store.save(broken())).rejects.toMatchObject(lost);
    await restarting;
    expect(await contentsOf(store)).toBe(before);
    expect(await store.verify()).toEqual([]);
    expect((await store.save(more)).person.added).toBe(20_000);
  });

  test("in the middle of a tabulation", async () => {
    const whole = await store.tabulate(specs);
    const lock = await holding(server.url, "LOCK TABLE finsam.participation IN ACCESS EXCLUSIVE MODE");
    const tabulating = store.tabulate(specs).catch((error: unknown) => error);
    await waitsForLock(server.url);
    await server.crash();
    expect(await tabulating).toMatchObject(lost);
    await lock.release();
    await server.start();
    expect(await store.tabulate(specs)).toEqual(whole);
    expect(whole).not.toEqual(startTabulation(specs).counts());
  });

  test("between two calls: the next one may fail, and the one after that does not", async () => {
    await stopAndStart();
    await store.count().catch((error) => expect(error).toMatchObject(lost));
    expect((await store.count()).participations).toBe(9_900);
  });
});
