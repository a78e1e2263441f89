import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Report } from "@finsam/gender-reporting";
import { describe, expect, test } from "vitest";
import { exitCodes } from "./exit-code.ts";
import { file, finsam, folder, register2021 } from "./finsam.fixture.ts";

/** A folder with two registers, of which the northern holds that of 2021, and the file that lists them. */
async function county(more: object = {}, south = "sqlite:south.db"): Promise<string> {
  const place = folder();
  const path = join(place, "county.json");
  const parts = [
    { id: "north", store: "sqlite:north.db" },
    { id: "south", name: { sv: "Södra förbundet", en: "The southern association" }, store: south },
  ];
  for (const { id } of parts) await finsam("import", emptyRegister(), "--store", `sqlite:${join(place, `${id}.db`)}`);
  writeFileSync(path, JSON.stringify({ parts, ...more }));
  return `federated:${path}`;
}

const emptyRegister = () => file("empty.csv", "deltagande;insats;kön;samtycke\n");
// Nothing answers on port 1.
const nobody = "postgres://me:secret@127.0.0.1:1/register?tenant=south";

async function reportOf(store: string): Promise<Report> {
  const { out } = await finsam("report", "--year", "2021", "--store", store, "--json", "--threshold", "0");
  return Report.parse(JSON.parse(out));
}

describe("--store federated:FILE.json", () => {
  test("imports into the part that is named, and reports on all of them", async () => {
    const store = await county({ saveTo: "south" });
    const { code, out } = await finsam("import", register2021, "--store", store);
    expect([code, out]).toEqual([exitCodes.fine, expect.stringContaining("participations  973")]);
    expect((await reportOf(store)).tables[0]?.rows[0]?.counts).toMatchObject({ woman: 480, man: 493 });
    const [south, north] = ["south", "north"].map((id) =>
      store.replace("federated:", "sqlite:").replace("county.json", `${id}.db`),
    );
    expect((await reportOf(south ?? "")).tables[0]?.base.counts.total).toBe(973);
    expect((await reportOf(north ?? "")).tables[0]?.base.counts.total).toBe(0);
  });

  test("imports nothing where no part is named", async () => {
    const { code, err } = await finsam("import", register2021, "--store", await county());
    expect([code, err]).toEqual([exitCodes.failed, expect.stringContaining("saveTo")]);
  });

  test("makes no report without a part, unless told that it may, and then names it", async () => {
    const { code, err } = await finsam("report", "--year", "2021", "--json", "--store", await county({}, nobody));
    expect([code, err]).toEqual([exitCodes.failed, expect.stringContaining("The southern association:")]);
    expect(err).not.toContain("secret");
    const partial = await county({ partial: true }, nobody);
    const told = await finsam("report", "--year", "2021", "--store", partial, "--json", "--threshold", "0");
    expect(told.err).toContain("The figures are incomplete");
    expect(told.err).toContain("The southern association");
    const report = await reportOf(partial);
    expect(report.notes[0]?.en).toContain("The southern association");
    expect(report.tables.every(({ missing }) => missing?.[0]?.sv === "Södra förbundet")).toBe(true);
  });

  test("names a register that is not there, and does not make it", async () => {
    const { code, err } = await finsam(
      "report",
      "--year",
      "2021",
      "--json",
      "--store",
      await county({}, "sqlite:est.db"),
    );
    expect([code, err]).toEqual([exitCodes.failed, expect.stringContaining("est.db")]);
  });

  test.each([
    [{}, "parts: "],
    [{ parts: [] }, "parts: "],
    [{ parts: [{ id: "a", store: "federated:b.json" }] }, "parts.0.store: a part is one store"],
    [
      {
        parts: [
          { id: "a", store: "sqlite:secret.db" },
          { id: "a", store: "sqlite:b.db" },
        ],
      },
      "parts: two parts",
    ],
    [{ parts: [{ id: "a", store: "sqlite:secret.db" }], saveTo: "b" }, "saveTo: no part has this id"],
  ])("refuses a file that lists no parts as they should be (%j)", async (listed, problem) => {
    const path = file("county.json", JSON.stringify(listed));
    const { code, err } = await finsam("history", "--store", `federated:${path}`);
    expect([code, err]).toEqual([exitCodes.badInput, expect.stringContaining(problem)]);
    expect(err).not.toContain("secret");
  });
});
