import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { conformanceResults, conformanceTable, tablePage, withTable } from "./conformance-table.ts";

test("the page of the port shows what the last test run of every store gave: node tools/checks/src/conformance-table.ts", () => {
  const page = readFileSync(tablePage, "utf8");
  expect(page).toBe(withTable(page, conformanceTable(conformanceResults())));
});

test("no store fails a case of the suite", () => {
  const failing = conformanceResults().flatMap(({ store, topics }) =>
    Object.entries(topics).flatMap(([topic, { failed }]) => (failed > 0 ? [`${store}: ${topic}`] : [])),
  );
  expect(failing).toEqual([]);
});

test("a topic that does not concern a store is a dash, and a failure stands out", () => {
  const results = [
    { store: "memory", topics: { records: { passed: 3, failed: 0 }, restart: { passed: 0, failed: 0 } } },
    { store: "other", topics: { records: { passed: 2, failed: 1 }, restart: { passed: 5, failed: 0 } } },
  ];
  expect(conformanceTable(results).split("\n").slice(2)).toEqual([
    "| records | 3 | **2 of 3** |",
    "| restart | – | 5 |",
  ]);
});
