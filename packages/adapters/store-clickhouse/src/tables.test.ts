import { expect, test } from "vitest";
import { clickhouseTables } from "./tables.ts";

test("on a cluster, all of one person lies on one server", () => {
  const distributed = clickhouseTables({ cluster: "county", database: "finsam" }).filter((sql) =>
    sql.includes("Distributed"),
  );
  expect(distributed.map((sql) => /cityHash64\(.*?\)/.exec(sql)?.[0])).toEqual([
    "cityHash64(tenant, id)",
    "cityHash64(tenant, person)",
    "cityHash64(tenant)",
  ]);
});

test("a name that is no plain identifier is refused before it is in any statement", () => {
  expect(() => clickhouseTables({ cluster: "x; DROP TABLE y" })).toThrow(RangeError);
  expect(() => clickhouseTables({ database: "a.b" })).toThrow(RangeError);
});
