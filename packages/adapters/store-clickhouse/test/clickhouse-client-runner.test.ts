import { createServer, type IncomingMessage, type Server } from "node:http";
import { createClient } from "@clickhouse/client";
import { memoryStore, type RegisterRecord, Store } from "@finsam/store";
import * as Effect from "effect/Effect";
import * as Stream from "effect/Stream";
import { afterEach, expect, test } from "vitest";
import { clickhouseAnalysis, clickhouseClientRunner, exportToClickhouse, type QueryRunner } from "../src/index.ts";

/** One request as it came over the wire. */
interface Asked {
  readonly method: string | undefined;
  readonly parameters: Readonly<Record<string, string>>;
  readonly sql: string;
  readonly body: string;
}

let server: Server | undefined;
const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
  server?.closeAllConnections();
  server?.close();
});

/** A server that answers as ClickHouse over HTTP would, and keeps what it was asked. */
async function wire(
  answer: (sql: string) => string | { readonly status: number; readonly text: string },
): Promise<{ readonly runner: QueryRunner; readonly asked: readonly Asked[] }> {
  const asked: Asked[] = [];
  server = createServer(async (request, response) => {
    const url = new URL(request.url ?? "/", "http://localhost");
    const body = await textOf(request);
    const sql = url.searchParams.get("query") ?? body;
    asked.push({ method: request.method, parameters: Object.fromEntries(url.searchParams), sql, body });
    const said = answer(sql);
    const { status, text } = typeof said === "string" ? { status: 200, text: said } : said;
    response.writeHead(status, status === 200 ? {} : { "X-ClickHouse-Exception-Code": "60" });
    response.end(text);
  });
  const listening = server;
  await new Promise<void>((resolve) => listening.listen(0, "127.0.0.1", resolve));
  const address = listening.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const client = createClient({ url: `http://127.0.0.1:${port}`, log: { level: 127 } });
  closing.push(() => client.close());
  return { runner: clickhouseClientRunner(client), asked };
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const some of request) text += String(some);
  return text;
}

const hostile = "north'; DROP TABLE finsam_person; --\n{tenant:String}å😀";

test("values go as parameters of the request, and never into the text of the query", async () => {
  const { runner, asked } = await wire(() => '["1","2","3"]\n');
  const { count } = clickhouseAnalysis(runner, { tenant: hostile });
  expect(await Effect.runPromise(count)).toEqual({ persons: 2, participations: 3 });
  expect(asked).toHaveLength(1);
  const [one] = asked;
  expect(one?.method).toBe("POST");
  expect(one?.sql).toContain("tenant = {tenant:String}");
  expect(one?.sql).toMatch(/FORMAT JSONCompactEachRow\s*$/);
  expect(one?.sql).not.toContain("DROP TABLE");
  // A parameter is written as ClickHouse reads one: with a backslash before a line break.
  expect(one?.parameters.param_tenant?.replaceAll("\\n", "\n").replaceAll("\\'", "'")).toBe(hostile);
});

test("an export sends rows of JSON, and says that it is complete when all of it is there", async () => {
  const { runner, asked } = await wire((sql) => (sql.includes("max(snapshot)") ? '["0"]\n' : ""));
  const record: RegisterRecord = {
    kind: "person",
    person: { protectedIdentity: false, id: hostile, sex: "woman", sexBasis: "legal-sex", facts: { illHealth: true } },
  };
  const exporting = Effect.gen(function* () {
    const store = yield* Store;
    yield* store.save(Stream.make<[RegisterRecord]>(record));
    return yield* exportToClickhouse(store, runner, { tenant: "north" });
  });
  await Effect.runPromise(Effect.provide(exporting, memoryStore));
  const inserts = asked.filter(({ sql }) => sql.startsWith("INSERT INTO"));
  expect(inserts.map(({ sql }) => sql.split(/\s+/)[2])).toEqual(["default.finsam_person", "default.finsam_export"]);
  expect(JSON.parse(inserts[0]?.body ?? "")).toEqual(["north", 1, hostile, "woman", null, '{"illHealth":true}']);
  expect(JSON.parse(inserts[1]?.body ?? "")).toEqual(["north", 1, 1, 0]);
  expect(asked.at(-1)?.sql).toContain("finsam_export");
});

test("what ClickHouse refuses is not retryable", async () => {
  const { runner } = await wire(() => ({ status: 404, text: "Code: 60. DB::Exception: Unknown table" }));
  const { count } = clickhouseAnalysis(runner, { tenant: "north" });
  await expect(Effect.runPromise(count)).rejects.toMatchObject({ code: "store-unavailable", retryable: false });
});

test("a server that is not there is a retryable error", async () => {
  const client = createClient({ url: "http://127.0.0.1:1", log: { level: 127 } });
  closing.push(() => client.close());
  const { count } = clickhouseAnalysis(clickhouseClientRunner(client), { tenant: "north" });
  await expect(Effect.runPromise(count)).rejects.toMatchObject({ code: "store-unavailable", retryable: true });
});

test("an export that breaks off is not the one that is asked", async () => {
  let isBroken = false;
  const { runner, asked } = await wire((sql) => {
    if (sql.includes("max(snapshot)")) return '["4"]\n';
    if (!sql.startsWith("INSERT INTO")) return "";
    isBroken = true;
    return { status: 500, text: "Code: 243. DB::Exception: Not enough space" };
  });
  const exporting = Effect.gen(function* () {
    const store = yield* Store;
    yield* store.save(
      Stream.make<[RegisterRecord]>({
        kind: "person",
        person: { protectedIdentity: false, id: "p1", sex: "man", sexBasis: "legal-sex" },
      }),
    );
    return yield* exportToClickhouse(store, runner, { tenant: "north" });
  });
  await expect(Effect.runPromise(Effect.provide(exporting, memoryStore))).rejects.toMatchObject({
    code: "store-unavailable",
  });
  expect(isBroken).toBe(true);
  expect(asked.some(({ sql }) => sql.includes("INSERT INTO default.finsam_export"))).toBe(false);
  // Only what an earlier export left behind under the same number was dropped.
  const dropped = asked.filter(({ sql }) => sql.includes("DROP PARTITION"));
  expect(dropped.map(({ parameters }) => parameters.param_snapshot)).toEqual(["5", "5"]);
});
