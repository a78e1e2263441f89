import { expect, test } from "vitest";
import { openSqlite } from "./engines/sqlite.ts";
import { faultySyntax } from "./faults.ts";
import { engineSuite } from "./suite.ts";

engineSuite("SQLite", openSqlite, {
  ignoringCase: { code: "TEXT COLLATE NOCASE", date: "TEXT COLLATE NOCASE" },
  faults: [
    faultySyntax("a set is searched without asking whether it is one", ({ isOneOf }) => ({
      hasAny: (column, parameters) =>
        `EXISTS (SELECT 1 FROM (SELECT ${column} AS codes) AS fact, json_each(fact.codes) AS code WHERE ${isOneOf("code.value", parameters)})`,
    })),
  ],
});

test("a misspelt column is an error, not a text to compare with", async () => {
  const engine = openSqlite();
  const { identifier } = engine.dialect.syntax;
  await engine.createTable("people", [{ name: "born", type: "TEXT" }], [["1985"]]);
  expect(await engine.query('SELECT "bron" > ?1 FROM people', ["1957"])).toEqual([[1]]);
  await expect(engine.query(`SELECT ${identifier("bron")} > ?1 FROM people`, ["1957"])).rejects.toThrow(
    /no such column/,
  );
  await engine.close();
});

test("a set that is JSON null or no list at all is not known, and not empty", async () => {
  const engine = openSqlite();
  const { identifier, hasAny, parameter } = engine.dialect.syntax;
  await engine.createTable("people", [{ name: "codes", type: "TEXT" }], [["null"], ['"a"'], ["[]"], ['["a"]']]);
  const asked = hasAny(identifier("codes"), [parameter(1, "text")]);
  expect(await engine.query(`SELECT ${asked} FROM people ORDER BY id`, ["a"])).toEqual([[null], [null], [0], [1]]);
  await engine.close();
});
