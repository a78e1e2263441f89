import { expect, test } from "vitest";
import { DamagedRow } from "./record-table.ts";
import { storeFailure } from "./sqlite-failure.ts";

const sqliteError = (errcode: number) =>
  Object.assign(new Error("as SQLite says it"), { code: "ERR_SQLITE_ERROR", errcode });

test.each([
  ["busy", 5, true, "Ett annat program sparar"],
  ["busy with a checkpoint", 261, true, "Ett annat program sparar"],
  ["locked", 6, true, "Ett annat program sparar"],
  ["read-only", 8, false, "skrivskyddat"],
  ["a disk that fails", 10, false, "Kontrollera disken"],
  ["a disk that fails on reading", 266, false, "Kontrollera disken"],
  ["corrupt", 11, false, "skadat"],
  ["full", 13, false, "full"],
  ["a file that cannot be opened", 14, false, "kan inte öppnas"],
  ["no database", 26, false, "skadat"],
])("%s (%i) can be told in plain words", (_, errcode, retryable, words) => {
  const failure = storeFailure("/srv/register.sqlite", sqliteError(errcode));
  expect(failure).toMatchObject({ code: "store-unavailable", retryable });
  expect(failure.text.sv).toContain(words);
  expect(failure.text.sv).toContain("/srv/register.sqlite");
  expect(failure.text.en).not.toBe(failure.text.sv);
});

test("what is not foreseen is told with its cause, and not tried again", () => {
  const cause = sqliteError(19);
  expect(storeFailure("r.sqlite", cause)).toMatchObject({ retryable: false, cause });
  expect(storeFailure("r.sqlite", "no error at all")).toMatchObject({ retryable: false, cause: "no error at all" });
});

test("a row that holds no record means a damaged register", () => {
  expect(storeFailure("r.sqlite", new DamagedRow()).text.en).toContain("damaged");
});
