import { reportTables } from "@finsam/gender-reporting";
import { type PostgresServer, startPostgresServer } from "@finsam/postgres-server";
import { stockholm } from "@finsam/stockholm";
import { type OpenStore, openStore, type RegisterRecord } from "@finsam/store";
import { openPostgresStore, postgresStore } from "@finsam/store-postgres";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type FederatedPart, openFederatedStore } from "../src/index.ts";
import { filledStore } from "./filled-store.ts";
import { holdParticipations } from "./held-table.ts";
import { allOf, contentsOf, oneOf } from "./register.ts";

const tables = reportTables(stockholm, 2021);

/** The people of three associations, of whom the names alternate, so that streams must be merged. */
const people = ["north", "middle", "south"].map((_, part) =>
  Array.from({ length: 40 }, (__, index) =>
    oneOf(String(3 * index + part).padStart(3, "0"), index % 3 ? "woman" : "man"),
  ),
);
const names = {
  north: { sv: "Norra förbundet", en: "The northern association" },
  middle: { sv: "Mellersta förbundet", en: "The association in the middle" },
  south: { sv: "Södra förbundet", en: "The southern association" },
};
const lost = {
  code: "store-unavailable",
  retryable: true,
  text: { en: expect.stringMatching(/^The southern association: /) },
};

describe("three associations, each with a PostgreSQL server of its own", () => {
  let servers: readonly PostgresServer[];
  let parts: readonly FederatedPart[];
  let county: OpenStore;
  const southern = (): PostgresServer => {
    const [, , server] = servers;
    if (server === undefined) throw new Error("there are three servers");
    return server;
  };
  const withoutSouth = () => openStore(filledStore(...people.slice(0, 2).flat(2)));

  beforeAll(async () => {
    servers = await Promise.all([startPostgresServer(), startPostgresServer(), startPostgresServer()]);
    const ids = ["north", "middle", "south"] as const;
    parts = servers.map(({ url }, index) => {
      const id = ids[index] ?? "north";
      return { id, name: names[id], layer: postgresStore({ url, tenant: id }) };
    });
    for (const [index, { url }] of servers.entries()) {
      await using store = await openPostgresStore({ url, tenant: ids[index] ?? "north" });
      await store.save(people[index]?.flat() ?? []);
    }
  });
  afterAll(() => Promise.all(servers.map((server) => server.remove())));
  beforeEach(async () => {
    county = await openFederatedStore(parts, { saveTo: "north" });
    return () => county[Symbol.asyncDispose]();
  });

  test("are read and counted as one register would be", async () => {
    await using one = await openStore(filledStore(...people.flat(2)));
    expect(await contentsOf(county)).toEqual(await contentsOf(one));
    expect(await county.tabulate(tables)).toEqual(await one.tabulate(tables));
    expect(await county.verify()).toEqual([]);
    expect(county.manifest).toMatchObject({ writers: "several", cancels: "at-once", pushesDown: { tabulate: true } });
  });

  test("a server that is killed in the middle of a stream is an error that names its association", async () => {
    // More than lies on the way between two processes.
    const facts = { note: "x".repeat(20_000) };
    const long = Array.from({ length: 2000 }, (_, index): RegisterRecord => {
      const id = `q-${String(index).padStart(4, "0")}`;
      return { kind: "person", person: { protectedIdentity: false, id, sex: "man", sexBasis: "legal-sex", facts } };
    });
    await using south = await openPostgresStore({ url: southern().url, tenant: "long" });
    await south.save(long);
    const longer = { id: "south", name: names.south, layer: postgresStore({ url: southern().url, tenant: "long" }) };
    await using store = await openFederatedStore([...parts.slice(0, 2), longer]);
    const read: string[] = [];
    const reading = async () => {
      for await (const { id } of store.persons()) {
        read.push(id);
        if (id === "q-0000") await southern().crash();
      }
    };
    await expect(reading()).rejects.toMatchObject(lost);
    expect(read.length).toBeGreaterThan(80);
    expect(read.length).toBeLessThan(2080);
    await southern().start();
    expect((await allOf(store.persons())).length).toBe(2080);
  });

  test("a server that is killed in the middle of counting is an error by default", async () => {
    const table = await holdParticipations(southern().url);
    const counting = county.tabulate(tables).catch((error: unknown) => error);
    await table.isWanted();
    await southern().crash();
    expect(await counting).toMatchObject(lost);
    await table.letGo();
    await expect(county.count()).rejects.toMatchObject(lost);
    await southern().start();
    expect((await county.tabulate(tables))[0]?.base.total).toBe(120);
  });

  test("with partial, every table names its association, and the two others are counted", async () => {
    await using partial = await openFederatedStore(parts, { partial: true });
    const whole = await partial.tabulate(tables);
    const table = await holdParticipations(southern().url);
    const counting = partial.tabulate(tables);
    await table.isWanted();
    await southern().crash();
    const some = await counting;
    await table.letGo();
    await using others = await withoutSouth();
    expect(some).toEqual((await others.tabulate(tables)).map((counts) => ({ ...counts, missing: [names.south] })));
    // Whoever opens the register now gets the same.
    await using later = await openFederatedStore(parts, { partial: true });
    expect(await later.tabulate(tables)).toEqual(some);
    await southern().start();
    for (const store of [partial, later]) expect(await store.tabulate(tables)).toEqual(whole);
  });

  test("a server that is killed does not keep another from being saved to, and lets nobody be erased", async () => {
    await southern().crash();
    expect((await county.save(oneOf("new"))).person.added).toBe(1);
    await expect(county.erase("p-new")).rejects.toMatchObject(lost);
    expect((await county.person("p-new")).id).toBe("p-new");
    await southern().start();
    expect(await county.erase("p-new")).toEqual({ persons: 1, participations: 1, measurements: 1, spells: 1 });
    expect(await contentsOf(county)).toMatchObject({ count: { persons: 120, participations: 120 } });
  });
});
