import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Report } from "@finsam/gender-reporting";
import { describe, expect, test } from "vitest";
import { file, finsam, finsamIn, folder, register2021 } from "../finsam.fixture.ts";

/** The report of the register, made once for each way of asking. */
const report = (...more: readonly string[]): Promise<Report> => {
  const asked = more.join(" ");
  const made =
    reports.get(asked) ??
    finsam("report", register2021, "--year", "2021", "--json", ...more).then(({ out }) =>
      Report.parse(JSON.parse(out)),
    );
  reports.set(asked, made);
  return made;
};
const reports = new Map<string, Promise<Report>>();
const rowsOf = (made: Report, id: string) => {
  const table = made.tables.find((candidate) => candidate.id === id);
  return Object.fromEntries((table?.rows ?? []).map(({ category, counts }) => [category, counts]));
};
const totalsOf = (made: Report, id: string) =>
  Object.fromEntries(Object.entries(rowsOf(made, id)).map(([category, { total }]) => [category, total]));

describe("the report of 2021 from the register", () => {
  test("shows 973 participations, 480 of women and 493 of men; 483 = 258 + 225 started and 366 = 166 + 200 ended", async () => {
    const made = await report();
    const all = (woman: number, man: number) => ({ woman, man, other: 0, unknown: 0, total: woman + man });
    expect(rowsOf(made, "participants")).toEqual({ all: all(480, 493) });
    expect(rowsOf(made, "started")).toEqual({ all: all(258, 225) });
    expect(rowsOf(made, "ended")).toEqual({ all: all(166, 200) });
    expect(rowsOf(made, "ended-by-exit-reason")).toMatchObject({
      "work-studies-or-active-job-search": all(60, 108),
      "continued-rehabilitation": all(43, 44),
      illness: all(43, 23),
    });
  });

  test("shows education 155, 174, 38, 82 and 34 missing, and age 140, 222, 121", async () => {
    const made = await report();
    expect(totalsOf(made, "started-by-education")).toEqual({
      "no-completed-compulsory": 0,
      compulsory: 155,
      "upper-secondary": 174,
      "post-secondary-under-3-years": 38,
      "post-secondary-3-years-or-more": 82,
      unknown: 34,
    });
    expect(totalsOf(made, "started-by-age")).toEqual({ "under-30": 140, "30-to-50": 222, "over-50": 121, unknown: 0 });
  });

  test("shows the published per cents of support and of years in public support", async () => {
    const made = await report();
    const percentOf = (id: string, category: string) =>
      made.tables.find((table) => table.id === id)?.rows.find((row) => row.category === category)?.shares.total.ofBase
        ?.percent;
    const support = [
      "sickness-or-rehabilitation-benefit",
      "social-assistance",
      "activity-compensation",
      "sickness-compensation",
      "none",
    ];
    expect(support.map((category) => percentOf("started-by-support", category))).toEqual([40, 30, 11, 8, 26]);
    expect(percentOf("started-by-years-of-support", "2-to-5-years")).toBe(38);
    expect(percentOf("started-by-years-of-support", "over-9-years")).toBe(17);
  });

  test("names the 101 that are not followed up", async () => {
    const made = await report();
    expect(totalsOf(made, "participants-by-follow-up")).toEqual({ followed: 872, "not-followed": 101 });
    expect(made.tables.find(({ id }) => id === "participants-by-referrer")?.base.notFollowed.total).toBe(101);
    expect(made.notes.some(({ sv }) => sv.startsWith("101 av 973 deltaganden följs inte upp"))).toBe(true);
  });

  test("withholds counts under 5, under 10 when told so, and none when told 0", async () => {
    const withheld = (made: Report) =>
      made.tables
        .flatMap(({ rows }) => rows.flatMap(({ counts }) => Object.values(counts)))
        .filter((count) => count === null).length;
    const smallest = (made: Report) =>
      Math.min(
        ...(made.tables.flatMap(({ rows }) =>
          rows.flatMap(({ counts }) => Object.values(counts).filter((count) => (count ?? 0) > 0)),
        ) as number[]),
      );
    expect(withheld(await report("--threshold", "0"))).toBe(0);
    expect(withheld(await report())).toBeGreaterThan(0);
    expect(smallest(await report("--threshold", "0"))).toBeLessThan(5);
    expect(smallest(await report())).toBeGreaterThanOrEqual(5);
    expect(smallest(await report("--threshold", "10"))).toBeGreaterThanOrEqual(10);
  });
});

describe("finsam report", () => {
  test("writes report.json and report.html and says where they lie", async () => {
    const out = join(folder(), "report");
    const { code, out: said, err } = await finsam("report", register2021, "--year", "2021", "--out", out);
    expect(code).toBe(0);
    expect(said).toContain(join(out, "report.html"));
    expect(err).toContain("973 rows read, 973 saved, 0 refused");
    expect(Report.safeParse(JSON.parse(readFileSync(join(out, "report.json"), "utf8"))).success).toBe(true);
    expect(readFileSync(join(out, "report.html"), "utf8")).toMatch(/^<!doctype html>\s*<html lang="sv">/);
  });

  test("writes every format, or those asked for", async () => {
    const out = join(folder(), "report");
    await finsam("report", register2021, "--year", "2021", "--out", out, "--threshold", "0");
    expect(readdirSync(out).sort()).toEqual([
      "csv",
      "findings.json",
      "findings.schema.json",
      "px",
      "report.html",
      "report.json",
      "report.json-stat.json",
      "report.schema.json",
      "report.xlsx",
    ]);
    const some = join(folder(), "report");
    await finsam("report", register2021, "--year", "2021", "--out", some, "--formats", "px,html", "--threshold", "0");
    expect(readdirSync(some).sort()).toEqual(["px", "report.html"]);
    const { code, err } = await finsam("report", register2021, "--year", "2021", "--out", some, "--formats", "pdf");
    expect([code, err.includes("Name some of html,json,xlsx,csv,json-stat,px.")]).toEqual([2, true]);
  });

  test("tells on the page of each intervention, the differences and their mix, the goals and the money", async () => {
    const out = folder();
    const asked = ["--year", "2021", "--out", out, "--lang", "en", "--formats", "html", "--threshold", "0"];
    await finsam("report", register2021, ...asked);
    const page = readFileSync(join(out, "report.html"), "utf8");
    for (const text of [
      "18 percentage points",
      "had women and men been divided alike by intervention",
      "had women and men been divided alike by age at the start",
      "150 are offered a meeting: reached.",
      "had a budget of about SEK 3,800,000",
      'id="intervention-mia-vidare"',
      'id="table-participants-by-referrer-in-mia-vidare"',
    ])
      expect(page).toContain(text);
  });

  test("sets the year beside an earlier one", async () => {
    const out = folder();
    const asked = [
      "--year",
      "2021",
      "--compare",
      "2020",
      "--out",
      out,
      "--lang",
      "en",
      "--formats",
      "html",
      "--threshold",
      "0",
    ];
    await finsam("report", register2021, ...asked);
    const page = readFileSync(join(out, "report.html"), "utf8");
    expect(page).toContain("Comparison with 2020");
    expect(page).toContain("Women: 222, 480");
  });

  test("sets the people of the year beside those of an earlier one, each person once", async () => {
    const out = folder();
    const asked = ["--compare", "2020", "--out", out, "--lang", "en", "--formats", "html,json", "--threshold", "0"];
    await finsam("report", register2021, "--year", "2021", ...asked);
    const compared = Report.parse(JSON.parse(readFileSync(join(out, "report.json"), "utf8")));
    expect(rowsOf(compared, "persons").all).toEqual({ woman: 425, man: 427, other: 0, unknown: 0, total: 852 });
    const ofPeople = compared.sections.flatMap(({ tables }) => tables.filter(({ base }) => base.unit === "persons"));
    expect(ofPeople).toHaveLength(compared.sections.length);
    expect(ofPeople.map(({ id }) => id)).toContain("persons-in-mia-vidare");
    const page = readFileSync(join(out, "report.html"), "utf8");
    const [, line = ""] =
      /People during the year<\/th>(.*?)<\/tr>/su.exec(page.slice(page.indexOf('id="comparison"'))) ?? [];
    expect([...line.matchAll(/data-measure="([^"]*)"><span>([^<]*)/gu)].map(([, of, count]) => [of, count])).toEqual([
      ["Women 2020", "174"],
      ["Women 2021", "425"],
      ["Men 2020", "209"],
      ["Men 2021", "427"],
      ["All 2020", "383"],
      ["All 2021", "852"],
      ["Change", "+469"],
    ]);
  });

  test("writes the page in the language asked for", async () => {
    const out = folder();
    await finsam("report", register2021, "--year", "2021", "--out", out, "--lang", "en", "--threshold", "0");
    expect(readFileSync(join(out, "report.html"), "utf8")).toContain('<html lang="en">');
  });

  test("reports on what an earlier import left in a store", async () => {
    const store = `sqlite:${join(folder(), "register.db")}`;
    await finsam("import", register2021, "--store", store);
    const { out } = await finsam("report", "--year", "2021", "--store", store, "--json", "--threshold", "0");
    expect(JSON.parse(out)).toEqual(await report("--threshold", "0"));
  });

  test("uses the ages of another profile", async () => {
    const { out } = await finsam("profile", "stockholm");
    const profile = JSON.parse(out);
    profile.report[0].value.ageBands = [{ id: "everybody", label: { sv: "Alla", en: "Everybody" }, atLeast: 0 }];
    const path = file("other.json", JSON.stringify(profile));
    expect(totalsOf(await report("--profile", path), "started-by-age")).toEqual({ everybody: 483, unknown: 0 });
  });

  test("uses a profile that extends another, and says whose decision it is not when the limits do not fit", async () => {
    const decided = { status: "attested", citation: { source: "board" } };
    const overlay = {
      extends: "stockholm",
      id: "storkommun",
      version: "1",
      author: "Styrelsen",
      reason: { sv: "Lokalt beslut", en: "Local decision" },
      citation: { source: "board" },
      sources: { board: { title: { sv: "Protokoll", en: "Minutes" } } },
      name: { sv: "Storkommun", en: "Storkommun" },
      parameters: { "lowest-age": { versions: [{ value: 18, validFrom: "2018-04-12", ...decided }] } },
    };
    const made = await report("--profile", file("overlay.json", JSON.stringify(overlay)));
    expect(made.association).toMatchObject({ id: "storkommun", name: { sv: "Storkommun" } });
    const { err } = await finsam(
      "report",
      register2021,
      "--year",
      "2021",
      "--json",
      "--profile",
      file("overlay.json", JSON.stringify({ ...overlay, sources: {} })),
    );
    expect(err).toContain('the profile has no source "board"');
  });

  test("lists every problem of a profile with its place, and does nothing", async () => {
    const { out } = await finsam("profile");
    const path = file("bad.json", out.replace('"lowest-age": {', '"lowest-agee": {'));
    const target = join(folder(), "report");
    const { code, err } = await finsam("report", register2021, "--year", "2021", "--out", target, "--profile", path);
    expect(code).toBe(2);
    expect(err).toContain('rules.target-group.versions.0.value.of.0.of.0.value: policy has no value "lowest-age"');
    expect(existsSync(target)).toBe(false);
  });

  test("refuses a store that is not there, instead of a report of nothing", async () => {
    const missing = join(folder(), "nowhere", "register.db");
    const { code, out, err } = await finsam("report", "--year", "2021", "--store", `sqlite:${missing}`, "--json");
    expect([code, out, err.includes("There is no store")]).toEqual([3, "", true]);
    expect(existsSync(dirname(missing))).toBe(false);
  });

  test("says in the report how many rows were refused and are not in it", async () => {
    const [headings, ...lines] = readFileSync(register2021, "utf8").trimEnd().split(/\r?\n/);
    const path = file("one-broken.csv", [headings, ...lines.slice(0, 40), lines[0]?.replace(/[^;,]+/, "")].join("\n"));
    const { code, out } = await finsam("report", path, "--year", "2021", "--json");
    const made = Report.parse(JSON.parse(out));
    expect([code, made.register]).toEqual([2, { refusedRows: 1 }]);
    expect(made.notes.map(({ en }) => en)).toContain(
      "1 row of the register files could not be read in and is not part of any figure.",
    );
  });

  test("agrees with itself on every check, with those carried over from earlier years", async () => {
    const { reconciliation, tables } = await report();
    expect(reconciliation.disagreements).toEqual([]);
    expect(reconciliation.checks.reduce((sum, { made }) => sum + made, 0)).toBeGreaterThan(500);
    expect(tables.find(({ id }) => id === "carried-over")?.rows[0]?.counts).toMatchObject({
      woman: 222,
      man: 268,
      total: 490,
    });
  });

  test("asks about a year in which nothing went on", async () => {
    const { code, err } = await finsam("report", register2021, "--year", "2015", "--json");
    expect([code, err.includes("No participation went on in 2015")]).toEqual([0, true]);
  });

  test("prints one document and nothing else with --json", async () => {
    const { out } = await finsam("report", register2021, "--year", "2021", "--json", "--out", folder());
    expect(() => JSON.parse(out)).not.toThrow();
  });

  test("names the option and the remedy when it is used wrong", async () => {
    const use = async (...argv: readonly string[]) => {
      const { code, err } = await finsam("report", ...argv);
      return [code, err.trim()];
    };
    expect(await use(register2021, "--year", "2021")).toEqual([
      2,
      "--out is missing: name the folder to write the report in.",
    ]);
    expect(await use("--year", "2021", "--out", "x")).toEqual([
      2,
      "There is nothing to report on: name register files, or a store with --store sqlite:PATH.",
    ]);
    expect(await use(register2021, "--out", "x")).toEqual([2, "--year is missing. See finsam report --help."]);
    const [code, said] = await use(register2021, "--year", "2021", "--out", "x", "--store", "register.db");
    expect([code, String(said).startsWith("--store register.db: write sqlite:PATH")]).toEqual([2, true]);
    expect(await use(register2021, "--year", "2021", "--out", "x", "--compare", "2021")).toEqual([
      2,
      "--compare 2021: name a year before 2021.",
    ]);
  });

  test("says it in Swedish where Swedish is spoken", async () => {
    const { err } = await finsamIn({ LANG: "sv_SE.UTF-8" }, "report", "--yaer", "2021");
    expect(err).toBe("Det finns ingen flagga --yaer. Menade du --year? Se finsam --help.\n");
  });
});
