import { analyseProfile, at, InterventionCatalogue, Profile } from "@finsam/policy";
import { describe, expect, test } from "vitest";
import { stockholm } from "../stockholm.ts";
import { catalogue } from "./catalogue.ts";
import { namesInTheSources } from "./names-in-the-sources.fixture.ts";

const { interventions } = catalogue;
const described = (id: string, on: string) =>
  at(interventions.find((entry) => entry.id === id)?.versions ?? [], on, id).value;
const versions = interventions.flatMap((entry) => entry.versions.map((version) => ({ id: entry.id, ...version })));

describe("the intervention catalogue of Stockholm", () => {
  test.each(namesInTheSources.flatMap(([source, names]) => names.map((name) => [name, source])))(
    "%s, which %s names, has an entry",
    (name) => {
      expect(interventions.filter((entry) => [entry.name.sv, ...(entry.aliases ?? [])].includes(name))).toHaveLength(1);
    },
  );

  test("every entry is named by a source", () => {
    const named = new Set(namesInTheSources.flatMap(([, names]) => names));
    const extra = interventions.filter(
      (entry) => ![entry.name.sv, ...(entry.aliases ?? [])].some((name) => named.has(name)),
    );
    expect(extra.map(({ id }) => id)).toEqual([]);
  });

  test("the interventions of the register are in it under the same ids", () => {
    const registered = stockholm.codeLists.interventions.codes.map(({ id }) => id);
    expect(registered.filter((id) => !interventions.some((entry) => entry.id === id))).toEqual([]);
  });

  test("fits its schema and the profile around it, and no target group is one that cannot be meant", () => {
    expect(InterventionCatalogue.parse(catalogue)).toEqual(catalogue);
    expect(analyseProfile(stockholm).findings).toEqual([]);
  });

  test("a target group that asks for the referrer or the income support is refused by the analysis, with its place", () => {
    const incomeSupport = { type: "codes", label: { sv: "försörjning", en: "income support" }, codes: {} } as const;
    const referrer = { type: "code", label: { sv: "remittent", en: "referrer" }, codes: {} } as const;
    const seeded = (criterion: object) =>
      Profile.parse({
        ...stockholm,
        vocabulary: { ...stockholm.vocabulary, incomeSupport, referrer },
        catalogue: {
          ...catalogue,
          interventions: interventions.map((entry) =>
            entry.id === "ama"
              ? {
                  ...entry,
                  versions: entry.versions.map((version) => ({
                    ...version,
                    value: { ...version.value, targetGroup: { ...version.value.targetGroup, criterion } },
                  })),
                }
              : entry,
          ),
        },
      });
    const findingsOf = (criterion: object) => analyseProfile(seeded(criterion)).findings;
    const place = `catalogue.interventions.${interventions.findIndex(({ id }) => id === "ama")}.versions.0.value.targetGroup.criterion`;
    expect(findingsOf({ op: "hasAny", fact: "incomeSupport", value: ["social-assistance"] })).toMatchObject([
      { code: "fact-may-not-decide", place },
    ]);
    expect(
      findingsOf({
        op: "all",
        of: [
          { op: "atLeast", fact: "age", value: 29 },
          { op: "in", fact: "referrer", value: ["social-services"] },
        ],
      }),
    ).toMatchObject([{ code: "fact-may-not-decide", place }]);
  });

  test("nothing asks for the referrer or the kind of income support: what a source asks of them is set aside", () => {
    const asked = JSON.stringify(versions.map(({ value }) => value.targetGroup?.criterion));
    expect(asked).not.toMatch(/referrer|support"|assistance/i);
    const aside = versions.filter(({ value }) => value.targetGroup?.setAside !== undefined);
    expect([...new Set(aside.map(({ id }) => id))]).toEqual([
      "sip-coordinator",
      "ama",
      "effect-study",
      "stockholmskraften",
    ]);
  });

  test("what is read into a source and does not stand in it is there, and says so", () => {
    for (const { id, value } of versions)
      for (const part of value.inferred ?? []) expect([id, part, value[part]]).not.toEqual([id, part, undefined]);
  });

  test("Aktivitetsplatsen was individual and without a limit in 2021, and is a group programme of 16 weeks from autumn 2023", () => {
    expect(described("aktivitetsplatsen", "2021-09-01")).toMatchObject({ form: ["individual"], length: "unlimited" });
    expect(described("aktivitetsplatsen", "2023-03-01").intake).toBe("paused");
    expect(described("aktivitetsplatsen", "2023-08-15")).toMatchObject({
      form: ["group", "individual"],
      length: { number: 16, unit: "weeks" },
      sessionsPerWeek: 2,
      premises: ["Kungsholmen", "Liljeholmen", "Sköndal"],
    });
  });

  test.each([
    ["mia", "2019-01-01", 19, 64],
    ["mia-vidare", "2021-01-01", 16, 64],
    ["ungkomp-soderort", "2018-06-01", 16, 24],
    ["ratt-stod-for-mig", "2021-01-01", 16, 35],
    ["jobbtorg-unga-kista", "2023-03-01", 16, 29],
    ["effect-study", "2015-01-01", 19, 29],
  ])("%s on %s is for those aged %i to %i", (id, on, lowest, highest) => {
    expect(described(id, on).targetGroup?.criterion).toEqual({
      op: "all",
      of: [
        { op: "atLeast", fact: "age", value: lowest },
        { op: "atMost", fact: "age", value: highest },
      ],
    });
  });

  test("no description names a district, or its administration, on days when there was none", () => {
    const { codes } = stockholm.codeLists.districts ?? { codes: [] };
    const named = versions.flatMap(({ id, validFrom, validTo = "9999-12-31", value }) =>
      [value.owner, ...(value.partners ?? []), ...(value.districts ?? [])].flatMap((district) => {
        const code = codes.find((one) => one.id === district);
        return code === undefined ? [] : [{ id, district, validFrom, validTo, code }];
      }),
    );
    const outside = named.filter(
      ({ validFrom, validTo, code }) =>
        validFrom < (code.validFrom ?? "0001-01-01") || (code.validTo ?? "9999-12-31") < validTo,
    );
    expect(outside.map(({ id, district, validFrom }) => [id, district, validFrom])).toEqual([]);
    expect(described("fact", "2023-06-30").districts).toEqual(["rinkeby-kista", "spanga-tensta"]);
    expect(described("fact", "2023-07-01").districts).toEqual(["jarva"]);
    expect(described("mia-vidare", "2023-07-01").owner).toBe("jarva");
  });

  test("what was expected of 2021 and what it cost are said of 2021 and of no other year", () => {
    const yearly = (on: string) =>
      interventions.flatMap(({ versions }) => {
        const version = versions.find(({ validFrom, validTo }) => validFrom <= on && on <= (validTo ?? "9999-12-31"));
        return version?.citation.source === "follow-up-2021" &&
          (version.value.expectedResults ?? version.value.budget) !== undefined
          ? [version.validFrom]
          : [];
      });
    expect(yearly("2021-06-01")).toHaveLength(7);
    expect([...yearly("2020-06-01"), ...yearly("2022-06-01"), ...yearly("2026-01-01")]).toEqual([]);
  });

  test("what is planned is announced, and what is carried on past its source is unverified", () => {
    const statusOn = (id: string, on: string) =>
      at(interventions.find((entry) => entry.id === id)?.versions ?? [], on, id).status;
    for (const id of ["lumena", "stockholmskraften", "steg-till-arbete"])
      expect(statusOn(id, "2023-06-01")).toBe("announced");
    expect([statusOn("mia-vidare", "2021-06-01"), statusOn("mia-vidare", "2022-01-01")]).toEqual([
      "attested",
      "unverified",
    ]);
  });
});
