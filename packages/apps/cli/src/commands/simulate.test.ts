import { join } from "node:path";
import { RuleComparison } from "@finsam/policy/compare";
import { describe, expect, test } from "vitest";
import { file, finsam, folder, register2021 } from "../finsam.fixture.ts";

const person = { residentMunicipality: "0180", illHealth: true, disability: false };
const aged = (age: number, sex: string, count: number) =>
  Array.from({ length: count }, (_, id) => ({ ...person, id, sex, birthDate: `${2024 - age}-01-01` }));
/** A file of people for one test: 36 women and 32 men who meet the criteria. */
const people = () =>
  file(
    "people.json",
    JSON.stringify([
      ...aged(17, "woman", 6),
      ...aged(17, "man", 5),
      ...aged(40, "woman", 30),
      ...aged(40, "man", 20),
      ...aged(66, "man", 7),
    ]),
  );

const asked = ["--rule", "target-group", "--on", "2024-03-01"];
const simulate = async (path: string, ...more: readonly string[]) => {
  const { code, out, err } = await finsam("simulate", path, ...asked, "--json", ...more);
  return { code, err, comparison: RuleComparison.parse(JSON.parse(out)) };
};
const row = (woman: number | null, man: number | null, total: number | null) => ({
  woman,
  man,
  other: 0,
  unknown: 0,
  total,
});

describe("finsam simulate", () => {
  test("counts the women and men who would no longer meet the criteria, by the age that decides", async () => {
    const { code, comparison } = await simulate(people(), "--set", "ages=18-65");
    expect(code).toBe(0);
    expect(comparison.outcomes[0]).toEqual({
      outcome: "met",
      before: row(36, 32, 68),
      after: row(30, 20, 50),
      difference: row(-6, -12, -18),
    });
    expect(comparison.moves.map(({ to, text, counts }) => [to, text.sv, counts])).toEqual([
      ["notMet", "Ålder: minst 16 år → minst 18 år", row(6, 5, 11)],
      ["notMet", "Ålder: högst 66 år → högst 65 år", row(0, 7, 7)],
    ]);
    expect(comparison.after.version).toBe("2025-03 (lowest-age=18, highest-age=65)");
  });

  test("shows it as a table, in both languages", async () => {
    const path = people();
    const en = await finsam("simulate", path, ...asked, "--set", "ages=18-65");
    expect(en.out).toContain(
      [
        "                                              Women  Men  Other  Unknown  Total",
        "People                                           36   32      0        0     68",
        "Meet the criteria",
        "  now                                            36   32      0        0     68",
        "  with the change                                30   20      0        0     50",
        "  more or fewer                                  −6  −12      0        0    −18",
      ].join("\n"),
    );
    expect(en.out).toContain(
      [
        "Meet the criteria → Do not meet them",
        "  Age: at least 16 years → at least 18 years      6    5      0        0     11",
        "  Age: at most 66 years → at most 65 years        0    7      0        0      7",
      ].join("\n"),
    );
    const sv = await finsam("simulate", path, ...asked, "--set", "ages=18-65", "--lang", "sv");
    expect(sv.out).toContain("Uppfyller kriterierna → Uppfyller dem inte\n  Ålder: minst 16 år → minst 18 år");
    expect(sv.out).toContain("Beslut fattas av människor.");
    expect(sv.out).not.toContain("..");
  });

  test("withholds counts under the threshold of the profile, or under the one given", async () => {
    const path = file("people.json", JSON.stringify([...aged(17, "woman", 4), ...aged(40, "woman", 30)]));
    const counts = async (...more: readonly string[]) =>
      (await simulate(path, "--set", "lowest-age=18", ...more)).comparison.moves.map((move) => move.counts);
    expect(await counts()).toEqual([row(null, 0, null)]);
    expect(await counts("--threshold", "0")).toEqual([row(4, 0, 4)]);
    const { out } = await finsam("simulate", path, ...asked, "--set", "lowest-age=18", "--lang", "sv");
    expect(out).toContain(".. visas inte: ett antal under 5, eller en summa med ett sådant.");
  });

  test("says that nothing changes when the values are those that hold", async () => {
    const { comparison } = await simulate(people(), "--set", "ages=16-66");
    expect([comparison.changes, comparison.moves]).toEqual([[], []]);
    expect((await finsam("simulate", people(), ...asked, "--set", "ages=16-66")).out).toContain("nothing changes");
  });

  test("takes several values, and codes separated by commas", async () => {
    const path = file("people.json", JSON.stringify([{ ...person, birthDate: "2007", residentMunicipality: "0184" }]));
    const { comparison } = await simulate(path, "--set", "municipalities=0180,0184", "--set", "highest-age=65");
    expect(comparison.moves.map(({ from, to, text, counts }) => [from, to, text.en, counts.unknown])).toEqual([
      ["notMet", "met", "Municipality of residence: Stockholm → Stockholm or Solna", null],
    ]);
  });

  test("gives the same of a register in files and in a store, most of it undetermined since ill health is not known", async () => {
    const set = ["--set", "highest-age=60"];
    const { comparison } = await simulate(register2021, ...set);
    const store = `sqlite:${join(folder(), "register.db")}`;
    await finsam("import", register2021, "--store", store);
    const { out } = await finsam("simulate", "--store", store, ...asked, ...set, "--json");
    expect(JSON.parse(out)).toEqual(comparison);
    const [met, , undetermined] = comparison.outcomes;
    expect(met?.before.total).toBe(0);
    expect(undetermined?.before.woman).toBeGreaterThan(300);
    expect(comparison.moves.map(({ from, to }) => [from, to])).toEqual([["undetermined", "notMet"]]);
  });

  test("counts others when somebody cannot be read, says so without the value, and leaves protected identity out", async () => {
    const path = file(
      "people.json",
      JSON.stringify([
        ...aged(17, "woman", 5),
        { ...person, sex: "kvinna" },
        { ...person, birthDate: "1985-02-30" },
        { ...person, birthDate: "1985-04-12", protectedIdentity: true },
        { ...person, birthDate: "1985-04-12", ilHealth: true },
        7,
      ]),
    );
    const { code, err, comparison } = await simulate(path, "--set", "lowest-age=18", "--threshold", "0");
    expect([code, comparison.people]).toEqual([2, { woman: 5, man: 0, other: 0, unknown: 1, total: 6 }]);
    expect(err).toContain('Person no. 6 in the array was not counted: "sex"');
    expect(err).toContain('Person no. 7 in the array was not counted: "birthDate"');
    expect(err).toContain("ilHealth");
    expect(err).not.toMatch(/kvinna|1985-02-30/);
  });

  test("says when there is nobody to count", async () => {
    const { code, err } = await simulate(file("people.json", "[]"), "--set", "lowest-age=18");
    expect([code, err]).toEqual([0, "There is nobody to count.\n"]);
  });
});

describe("finsam simulate, used wrong, names the remedy", () => {
  const refused = async (...argv: readonly string[]) => {
    const { code, out, err } = await finsam("simulate", ...argv);
    expect(out).toBe("");
    return [code, err.trim()];
  };

  test.each([
    ["ages=18", "--set ages=18: write the lowest and the highest age, for example ages=18-65."],
    ["ages=65-18", "--set ages=65-18: write the lowest and the highest age, for example ages=18-65."],
    ["18", "--set 18: write NAME=VALUE, for example lowest-age=18 or ages=18-65."],
    ["lowest-age=", "--set lowest-age=: write NAME=VALUE, for example lowest-age=18 or ages=18-65."],
    ["lowest-age=eighteen", "--set lowest-age=eighteen: give a value of the same kind."],
    [
      "age=18",
      '--set age=18: the rule target-group has no value "age". It has lowest-age, highest-age, municipalities.',
    ],
  ])("--set %s", async (set, message) => {
    expect(await refused(people(), ...asked, "--set", set)).toEqual([2, message]);
  });

  test("a value that another rule uses, and one given twice", async () => {
    expect(await refused(people(), "--rule", "sig0", "--on", "2024-03-01", "--set", "lowest-age=18")).toEqual([
      2,
      '--set lowest-age=18: the rule sig0 has no value "lowest-age". It has no values to try.',
    ]);
    expect(await refused(people(), ...asked, "--set", "ages=18-65", "--set", "lowest-age=17")).toEqual([
      2,
      '--set lowest-age=17: "lowest-age" is given twice.',
    ]);
  });

  test("a value outside the limits of the profile", async () => {
    const { out } = await finsam("profile");
    const profile = JSON.parse(out);
    profile.parameters["lowest-age"].limits = { lowest: 15, highest: 20 };
    const path = file("profile.json", JSON.stringify(profile));
    expect(await refused(people(), ...asked, "--profile", path, "--set", "lowest-age=21")).toEqual([
      2,
      "--set lowest-age=21: the profile allows 15 or more and 20 or less.",
    ]);
    delete profile.parameters["lowest-age"].limits.lowest;
    const open = file("profile.json", JSON.stringify(profile));
    expect(await refused(people(), ...asked, "--profile", open, "--set", "lowest-age=21", "--lang", "sv")).toEqual([
      2,
      "--set lowest-age=21: profilen tillåter högst 20.",
    ]);
  });

  test("no people, or people from two places", async () => {
    const message =
      "Name the people to count: a JSON file of people, register files, or a store with --store sqlite:PATH.";
    expect(await refused(...asked, "--set", "lowest-age=18")).toEqual([2, message]);
    expect(await refused(people(), ...asked, "--set", "lowest-age=18", "--store", "sqlite:x.db")).toEqual([2, message]);
    expect(await refused(people(), ...asked)).toEqual([2, "--set is missing. See finsam simulate --help."]);
  });
});
