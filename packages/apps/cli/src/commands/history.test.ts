import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { openSqliteStore } from "@finsam/store-sqlite";
import { beforeEach, describe, expect, test } from "vitest";
import { finsam, folder, register2021 } from "../finsam.fixture.ts";
import { HistoryDocument } from "./history.ts";
import { VerifyDocument } from "./verify.ts";

let path = "";
beforeEach(async () => {
  path = join(folder(), "register.db");
  await finsam("import", register2021, "--store", `sqlite:${path}`);
});

/** Rewrites the history past the store, as somebody would who means to. */
function tamper(): void {
  const database = new DatabaseSync(path);
  database.exec("DROP TRIGGER history_is_not_altered; UPDATE history SET origin = 'other.csv' WHERE position = 1");
  database.close();
}

describe("finsam history", () => {
  test("tells what was imported, when and from which file", async () => {
    const { code, out } = await finsam("history", "--store", `sqlite:${path}`, "--json");
    const { entries } = HistoryDocument.parse(JSON.parse(out));
    expect([code, entries.map(({ event, position }) => [position, event])]).toEqual([0, [[1, "saved"]]]);
    expect(entries[0]).toMatchObject({ origin: "register-2021.csv" });
  });

  test("says it to a person, in their language", async () => {
    const { out } = await finsam("history", "--store", `sqlite:${path}`, "--lang", "sv");
    expect(out).toMatch(/sparat .* register-2021\.csv/);
  });

  test("keeps a note of an erasure, without whom", async () => {
    const store = await openSqliteStore(path);
    const persons = store.persons()[Symbol.asyncIterator]();
    const first = await persons.next();
    await persons.return?.();
    if (!first.done) await store.erase(first.value.id);
    await store[Symbol.asyncDispose]();
    const { out } = await finsam("history", "--store", `sqlite:${path}`);
    expect(out).toContain("erased");
    expect(out).not.toContain(first.done ? "" : first.value.id);
  });
});

describe("finsam verify", () => {
  test("finds nothing wrong with a sound store", async () => {
    const { code, out } = await finsam("verify", "--store", `sqlite:${path}`, "--json");
    expect([code, VerifyDocument.parse(JSON.parse(out))]).toEqual([0, { problems: [] }]);
  });

  test("finds that the history was rewritten, and answers 1", async () => {
    tamper();
    const { code, out } = await finsam("verify", "--store", `sqlite:${path}`, "--json");
    expect([code, JSON.parse(out).problems[0].code]).toEqual([1, "history-broken"]);
    expect((await finsam("verify", "--store", `sqlite:${path}`, "--lang", "sv")).out).toContain("Historiken");
  });
});

describe("finsam export and restore", () => {
  test("bring everything that is shown to a new store, which then reports the same", async () => {
    const [exported, restored] = [join(folder(), "register.jsonl"), join(folder(), "restored.db")];
    const exporting = await finsam("export", exported, "--store", `sqlite:${path}`, "--json");
    const restoring = await finsam("restore", exported, "--store", `sqlite:${restored}`, "--json");
    expect([exporting.code, restoring.code]).toEqual([0, 0]);
    expect(restoring.out).toBe(exporting.out);
    const report = async (from: string) =>
      (await finsam("report", "--year", "2021", "--store", `sqlite:${from}`, "--json")).out;
    expect(JSON.parse(await report(restored)).tables).toEqual(JSON.parse(await report(path)).tables);
    const { out } = await finsam("history", "--store", `sqlite:${restored}`, "--json");
    expect(JSON.parse(out).entries).toMatchObject([{ event: "restored", origin: "register.jsonl" }]);
  });

  test("bring it to a store that takes its time, too", async () => {
    const [exported, restored] = [join(folder(), "register.jsonl"), join(folder(), "parquet")];
    const exporting = await finsam("export", exported, "--store", `sqlite:${path}`, "--json");
    const restoring = await finsam("restore", exported, "--store", `duckdb:${restored}`, "--json");
    expect([restoring.code, restoring.out]).toEqual([0, exporting.out]);
  });

  test("refuse a store that holds something, and leave it as it was", async () => {
    const exported = join(folder(), "register.jsonl");
    await finsam("export", exported, "--store", `sqlite:${path}`);
    const { code, err } = await finsam("restore", exported, "--store", `sqlite:${path}`);
    expect([code, err]).toEqual([2, expect.stringContaining("not empty")]);
  });

  test("restore nothing from a file that was cut off", async () => {
    const [exported, restored] = [join(folder(), "register.jsonl"), join(folder(), "restored.db")];
    await finsam("export", exported, "--store", `sqlite:${path}`);
    const lines = readFileSync(exported, "utf8").split("\n");
    writeFileSync(exported, lines.slice(0, 100).join("\n"));
    const { code, err } = await finsam("restore", exported, "--store", `sqlite:${restored}`);
    expect([code, err]).toEqual([2, expect.stringContaining("breaks off")]);
    await using store = await openSqliteStore(restored);
    expect((await store.count()).participations).toBe(0);
  });

  test("leave no half a file behind when it cannot be written", async () => {
    const into = folder();
    mkdirSync(join(into, "register.jsonl"));
    const { code } = await finsam("export", join(into, "register.jsonl"), "--store", `sqlite:${path}`);
    expect([code, readdirSync(into)]).toEqual([3, ["register.jsonl"]]);
  });
});
