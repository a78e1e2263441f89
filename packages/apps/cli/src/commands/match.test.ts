import { fileURLToPath } from "node:url";
import { openSqliteStore } from "@finsam/store-sqlite";
import { describe, expect, test } from "vitest";
import { file, finsam, folder } from "../finsam.fixture.ts";
import { MatchDocument } from "./match.ts";

const shipped = fileURLToPath(new URL("../../../../../examples/intervention-catalogue/people.json", import.meta.url));
const complete = { id: "a", birthDate: "1985-04-12", residentMunicipality: "0180", illHealth: true };

const match = async (people: unknown, on: string, ...more: readonly string[]) => {
  const { code, out, err } = await finsam(
    "match",
    file("people.json", JSON.stringify(people)),
    "--on",
    on,
    "--json",
    ...more,
  );
  return { code, err, document: MatchDocument.parse(JSON.parse(out)) };
};
const outcomes = (document: MatchDocument) =>
  Object.fromEntries((document.results[0]?.matches ?? []).map(({ intervention, outcome }) => [intervention, outcome]));

describe("finsam match", () => {
  test("on the shipped people: someone of 22 in psychosis care meets IPS first in 2021, and Samteamet stays open", async () => {
    const { code, out } = await finsam("match", shipped, "--on", "2021-09-01", "--json");
    const { results } = MatchDocument.parse(JSON.parse(out));
    expect(code).toBe(0);
    expect(results[0]?.matches[0]).toMatchObject({
      intervention: "ips-psychosis-care",
      outcome: "met",
      needsCovered: ["job-focused"],
    });
    expect(results[1]?.matches.find(({ intervention }) => intervention === "joint-mapping")).toMatchObject({
      outcome: "notMet",
      text: { sv: expect.stringContaining("minst 10 timmar i veckan") },
    });
  });

  test.each([
    ["1990-03-01", "2019-02-28", "notMet"],
    ["1990-03-01", "2019-03-01", "undetermined"],
    ["1955-03-02", "2019-03-01", "undetermined"],
    ["1955-03-01", "2019-03-01", "notMet"],
  ])("AMA is for those of 29 to 63: someone born %s on %s: %s", async (birthDate, on, outcome) => {
    const { document } = await match([{ id: "a", birthDate }], on);
    expect(outcomes(document).ama).toBe(outcome);
  });

  test("AMA asks for SIG 0, and sets the income support aside", async () => {
    const sig0 = { workCapacityReducedByIllness: true, sicknessBenefitIncome: "none" };
    const { document } = await match([{ ...complete, ...sig0, incomeSupport: ["sickness-benefit"] }], "2019-03-01");
    const ama = document.results[0]?.matches.find(({ intervention }) => intervention === "ama");
    expect(ama).toMatchObject({ outcome: "met", setAside: [{ en: expect.stringContaining("Social assistance") }] });
  });

  test("neither the income support nor the referrer changes anything in the list", async () => {
    const people = [
      {},
      { incomeSupport: ["social-assistance"], referrer: "social-services" },
      { referrer: "psychiatry" },
    ];
    const { document } = await match(
      people.map((more) => ({ ...complete, ...more })),
      "2023-09-01",
    );
    const [plain, ...others] = document.results;
    for (const other of others) expect(other.matches).toEqual(plain?.matches);
  });

  test("Samteamet is for residents of Hässelby-Vällingby up to 59 with two needs, and the next question is the district", async () => {
    const resident = { district: "hasselby-vallingby", coOccurringConditions: true, complexNeeds: true };
    const samteamet = async (person: object) => {
      const { document } = await match([{ ...complete, ...person }], "2023-09-01");
      return document.results[0]?.matches.find(({ intervention }) => intervention === "samteamet");
    };
    expect((await samteamet({ ...resident, birthDate: "1963-09-02" }))?.outcome).toBe("met");
    expect((await samteamet({ ...resident, birthDate: "1963-09-01" }))?.outcome).toBe("notMet");
    expect((await samteamet({ ...resident, district: "bromma" }))?.outcome).toBe("notMet");
    expect((await samteamet({}))?.askNext).toEqual(["district"]);
  });

  test("needs are taken from the option and from the file", async () => {
    const { document } = await match(
      [{ ...complete, needs: ["health"] }],
      "2023-09-01",
      "--need",
      "social,job-focused",
    );
    expect(document.results[0]?.needs).toEqual(["social", "job-focused", "health"]);
    expect(document.results[0]?.matches[0]?.intervention).toBe("aktivitetsplatsen");
  });

  test("a person of a register is matched by what the register knows", async () => {
    const path = `${folder()}/register.db`;
    {
      await using store = await openSqliteStore(path);
      const person = { protectedIdentity: false, id: "p1", sex: "woman", sexBasis: "legal-sex" } as const;
      await store.save([{ kind: "person", person: { ...person, birthDate: "2000", facts: { newlyArrived: true } } }]);
    }
    const ask = (person: string) =>
      finsam("match", "--store", `sqlite:${path}`, "--person", person, "--on", "2019-06-01", "--json");
    const { code, out } = await ask("p1");
    expect(code).toBe(0);
    expect(outcomes(MatchDocument.parse(JSON.parse(out)))).toMatchObject({ emma: "met", ama: "notMet" });
    const unknown = await ask("p2");
    expect([unknown.code, unknown.out]).toEqual([2, ""]);
  });

  test("tells what is done before an application, apart from the outcome: FIA counts for a referrer of the city", async () => {
    const stepsDone = async (application: object | undefined, on = "2023-09-01") => {
      const { document } = await match([{ ...complete, application }], on);
      const found = document.results[0]?.matches.find(({ intervention }) => intervention === "aktivitetsplatsen");
      expect(found?.outcome).toBe("met");
      return found?.beforeApplication?.outcome;
    };
    const fia = { checklistDone: true, collaborationMeetings: [], fiaDone: true };
    expect(await stepsDone({ ...fia, referrer: "job-centre-city" })).toBe("met");
    expect(await stepsDone({ ...fia, referrer: "social-insurance-agency" })).toBe("notMet");
    expect(await stepsDone({ checklistDone: true, collaborationMeetings: ["joint-mapping"] })).toBe("met");
    expect(await stepsDone(undefined)).toBe("undetermined");
    expect(await stepsDone(fia, "2021-09-01")).toBeUndefined();
  });

  test("says in words what fits and why, what to ask next, and that people decide", async () => {
    const { out } = await finsam("match", shipped, "--on", "2023-09-01", "--lang", "sv");
    expect(out).toContain("Integrering av IPS i psykosvården");
    expect(out).toContain("Personen har kontakt med psykosvården.");
    expect(out).toContain("Personen är 24 år, och åldern ska vara minst 16 och högst 64 år.");
    // The intervention stands under its outcome, which is not said once more.
    expect(out).not.toContain("Personen uppfyller");
    expect(out).toContain("Fråga härnäst: i vilken stadsdel personen bor.");
    expect(out).toContain("(tolkat ur källan)");
    expect(out).toContain("Ingen källa säger vilka insatsen är till för.");
    expect(out).toContain("Intaget är pausat.");
    expect(out).toContain("Beslut fattas av människor.");
    expect(out).not.toMatch(/bevilja|avslå|undefined/i);
    const english = await finsam("match", shipped, "--on", "2023-09-01");
    expect(english.out).toContain("Decisions are made by people.");
    expect(english.out).not.toMatch(/granted|denied|undefined/i);
  });

  test("lists people that cannot be read, matches the others, and repeats none of their values", async () => {
    const { code, document, err } = await match(
      [
        complete,
        { ...complete, birthDate: "1985-02-30" },
        { ...complete, needs: ["money"] },
        { ilHealth: true, id: "d" },
        { ...complete, application: { checklistDone: "done" } },
        { ...complete, application: "done" },
      ],
      "2023-09-01",
    );
    expect(code).toBe(2);
    expect(document.results.map(({ id }) => id)).toEqual(["a", "d"]);
    expect(document.refused.map(({ index, problems }) => [index, problems[0]?.fact])).toEqual([
      [1, "birthDate"],
      [2, "needs"],
      [4, "checklistDone"],
      [5, "application"],
    ]);
    expect(err).toContain("ilHealth");
    expect(err).not.toMatch(/1985-02-30|money/);
  });

  test.each([
    [["--on", "2023-09-01"], /store|JSON/],
    [["--on", "2023-09-01", "--store", "sqlite:register.db"], /--person/],
    [[shipped, "--on", "2023-09-01", "--need", "money"], /job-focused/],
    [[shipped], /--on/],
  ] as const)("refuses %j", async (options, message) => {
    const { code, out, err } = await finsam("match", ...options);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(message);
  });
});
