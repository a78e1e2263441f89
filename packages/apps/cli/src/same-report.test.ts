import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { jsonLinesStore } from "@finsam/example-own-store";
import { reportTables } from "@finsam/gender-reporting";
import { startPostgresServer } from "@finsam/postgres-server";
import { importRegisterInto } from "@finsam/register-files";
import { reportJson } from "@finsam/report-files";
import { stockholm } from "@finsam/stockholm";
import { openStore } from "@finsam/store";
import { expect, onTestFinished, test } from "vitest";
import { finsam, folder, register2021 } from "./finsam.fixture.ts";
import { publishedReport } from "./published-report.ts";

/** The main job: `report.json` as `finsam report` writes it, from files or from a store that they are read into first. */
async function reportFrom(...source: readonly string[]): Promise<string> {
  const out = folder();
  const { code, err } = await finsam(
    "report",
    ...source,
    "--year",
    "2021",
    "--out",
    out,
    "--threshold",
    "0",
    "--formats",
    "json",
  );
  if (code !== 0) throw new Error(err);
  return readFileSync(join(out, "report.json"), "utf8");
}

async function imported(register: string, store: string): Promise<string> {
  const { code, err } = await finsam("import", register, "--store", store);
  if (code !== 0) throw new Error(err);
  return store;
}

/** The register as those of three associations, each with all rows of its people. */
function registersOfThree(place: string): readonly string[] {
  const [heading = "", ...rows] = readFileSync(register2021, "utf8").trimEnd().split("\n");
  const numberOf = (row: string): number => Number(/^[^;]*;\D*(\d+)/.exec(row)?.[1] ?? 0);
  return [0, 1, 2].map((part) => {
    const path = join(place, `part-${part}.csv`);
    writeFileSync(path, `${[heading, ...rows.filter((row) => numberOf(row) % 3 === part)].join("\n")}\n`);
    return path;
  });
}

const place = (name: string): string => join(folder(), name);

const stores: Readonly<Record<string, () => Promise<string>>> = {
  sqlite: async () => reportFrom("--store", await imported(register2021, `sqlite:${place("register.db")}`)),

  duckdb: async () => reportFrom("--store", await imported(register2021, `duckdb:${place("register")}`)),

  postgres: async () => {
    const server = await startPostgresServer();
    onTestFinished(() => server.remove());
    return reportFrom("--store", await imported(register2021, server.url));
  },

  federated: async () => {
    const county = folder();
    const parts = ["north", "middle", "south"].map((id) => ({ id, store: `sqlite:${id}.db` }));
    for (const [index, register] of registersOfThree(county).entries())
      await imported(register, `sqlite:${join(county, `${parts[index]?.id}.db`)}`);
    writeFileSync(join(county, "county.json"), JSON.stringify({ parts }));
    return reportFrom("--store", `federated:${join(county, "county.json")}`);
  },

  "own-store": async () => {
    await using store = await openStore(jsonLinesStore(place("register.jsonl")));
    await importRegisterInto(store, [{ name: "register-2021.csv", bytes: readFileSync(register2021) }], stockholm);
    const counted = await store.tabulate(reportTables(stockholm, 2021, { sections: true, persons: true }));
    const { report } = await publishedReport({
      profile: stockholm,
      year: 2021,
      counted,
      options: { persons: true, threshold: 0 },
    });
    return reportJson(report);
  },
};

let fromMemory: Promise<string> | undefined;

test.each(Object.entries(stores))("report.json from %s is the same to the byte as from memory", async (_, make) => {
  fromMemory ??= reportFrom(register2021);
  const expected = await fromMemory;
  expect(JSON.parse(expected).tables[0].rows[0].counts).toEqual({
    woman: 480,
    man: 493,
    other: 0,
    unknown: 0,
    total: 973,
  });
  // As texts, of which a failure does not print a megabyte.
  expect((await make()) === expected).toBe(true);
});
