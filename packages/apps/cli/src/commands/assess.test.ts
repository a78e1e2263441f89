import { describe, expect, test } from "vitest";
import { AssessDocument } from "../documents.ts";
import { file, finsam } from "../finsam.fixture.ts";

const assess = async (people: unknown, rule: string, on: string) => {
  const { code, out, err } = await finsam(
    "assess",
    file("people.json", JSON.stringify(people)),
    "--rule",
    rule,
    "--on",
    on,
    "--json",
  );
  return { code, err, document: AssessDocument.parse(JSON.parse(out)) };
};
const complete = { id: "a", birthDate: "1985-04-12", residentMunicipality: "0180", illHealth: true, disability: false };

describe("finsam assess", () => {
  test.each([
    ["1957-03-01", "2024-02-29", "met"],
    ["1957-03-01", "2024-03-01", "notMet"],
    ["1957", "2024-02-29", "undetermined"],
    ["1957", "2024-03-01", "undetermined"],
  ])("someone born %s, asked on %s: %s", async (birthDate, on, outcome) => {
    const { document } = await assess([{ ...complete, birthDate }], "target-group", on);
    expect(document.results[0]).toMatchObject({
      id: "a",
      outcome,
      missing: outcome === "undetermined" ? ["birthDate"] : [],
    });
    expect(document).toMatchObject({ rule: "target-group", on });
  });

  test.each(["birthDate", "residentMunicipality", "illHealth"])(
    "without %s, or with null for it, nothing is settled",
    async (fact) => {
      const { [fact as keyof typeof complete]: _, ...rest } = complete;
      const { document } = await assess([rest, { ...complete, [fact]: null }], "target-group", "2024-03-01");
      for (const { outcome, missing } of document.results) expect([outcome, missing]).toEqual(["undetermined", [fact]]);
    },
  );

  test("judges all four rules, and an unknown income is missing", async () => {
    const person = {
      id: 7,
      workCapacityReducedByIllness: true,
      sicknessBenefitIncome: "none",
      monthsOfSocialAssistance: 10,
      needsCoordinatedRehabilitation: true,
    };
    for (const rule of ["finsam", "sig0", "sig0-jarva"]) {
      const { document } = await assess([person, { ...person, sicknessBenefitIncome: "unknown" }], rule, "2024-03-01");
      expect(document.results.map(({ id, outcome }) => [id, outcome])).toEqual([
        ["7", "met"],
        ["7", rule === "finsam" ? "met" : "undetermined"],
      ]);
    }
  });

  test("lists people that cannot be read, assesses the others, and tells the shell", async () => {
    const { code, document, err } = await assess(
      [complete, { ...complete, id: "b", birthDate: "1985-02-30" }, { birthDate: "1985" }, 5],
      "target-group",
      "2024-03-01",
    );
    expect(code).toBe(2);
    expect(document.results.map(({ id }) => id)).toEqual(["a"]);
    expect(document.refused.map(({ index, problems }) => [index, problems[0]?.fact])).toEqual([
      [1, "birthDate"],
      [2, "id"],
      [3, "id"],
    ]);
    expect(err).not.toContain("1985-02-30");
  });

  test("mentions facts that no rule asks for, so that a misspelling is seen", async () => {
    const { err } = await assess([{ ...complete, ilHealth: true }], "target-group", "2024-03-01");
    expect(err).toContain("ilHealth");
  });

  test("refuses a day that no version covers, with the dates, and a rule that is not there, with the names", async () => {
    const path = file("people.json", JSON.stringify([complete]));
    const early = await finsam("assess", path, "--rule", "target-group", "--on", "2010-01-01");
    expect([early.code, early.err]).toEqual([2, expect.stringMatching(/2010-01-01.*2018-04-12/)]);
    const strange = await finsam("assess", path, "--rule", "targetgroup", "--on", "2024-01-01");
    expect([strange.code, strange.err]).toEqual([2, expect.stringContaining("target-group, finsam, sig0, sig0-jarva")]);
  });

  test.each(["{", "{}", '"people"'])("refuses %s, which is no array of people", async (content) => {
    const { code, out } = await finsam("assess", file("people.json", content), "--rule", "sig0", "--on", "2024-01-01");
    expect([code, out]).toEqual([2, ""]);
  });

  test("speaks plainly to a person, and decides nothing", async () => {
    const path = file("people.json", JSON.stringify([{ ...complete, birthDate: "1957" }]));
    const { out } = await finsam("assess", path, "--rule", "target-group", "--on", "2024-03-01", "--lang", "sv");
    expect(out).toContain(
      "a: Det går ännu inte att säga om personen uppfyller de angivna kriterierna. Personen är 66 eller 67 år.",
    );
    expect(out).toContain("Beslut fattas av människor.");
    expect(out).not.toMatch(/bevilja|avslå/i);
  });
});
