import type { Facts } from "@finsam/model";
import { type Focus, NoVersionCovers, Profile, WrongFacts } from "@finsam/policy";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { association } from "./association.fixture.ts";
import { matchInterventions } from "./match-interventions.ts";
import { NoCatalogue } from "./no-catalogue.ts";

const on = "2022-03-01";
const match = (facts: Facts, needs: readonly Focus[] = []) => matchInterventions(association, facts, { on, needs });
const ranked = (facts: Facts, needs: readonly Focus[] = []) =>
  match(facts, needs).matches.map(({ intervention, outcome }) => [intervention, outcome]);
const one = (id: string, facts: Facts) => match(facts).matches.find(({ intervention }) => intervention === id);

describe("a person matched with the catalogue", () => {
  test("is met, not met or undetermined by each target group, and the met come first", () => {
    expect(ranked({ birthDate: "2000-05-01", illHealth: true, newlyArrived: false })).toEqual([
      ["tradgarden", "met"],
      ["verkstaden", "met"],
      ["samtalet", "undetermined"],
      ["ovisst", "undetermined"],
      ["steget", "notMet"],
    ]);
  });

  test("someone of 30 on the reference date is too old for those of 16 to 29, and was not the day before", () => {
    const outcomeOn = (day: string) =>
      matchInterventions(association, { birthDate: "1992-03-01", illHealth: true }, { on: day }).matches.find(
        ({ intervention }) => intervention === "verkstaden",
      )?.outcome;
    expect([outcomeOn("2022-02-28"), outcomeOn("2022-03-01")]).toEqual(["met", "notMet"]);
  });

  test("a target group that no source states is undetermined, and nothing can be asked to settle it", () => {
    expect(one("ovisst", { illHealth: true })).toMatchObject({
      outcome: "undetermined",
      targetGroup: null,
      explanation: null,
      askNext: [],
    });
  });

  test("what people have to judge is never met by facts alone, and is not met when a fact rules it out", () => {
    expect(one("steget", { newlyArrived: true })).toMatchObject({
      outcome: "undetermined",
      judgement: [{ sv: "behovet av mer stöd" }],
      askNext: [],
    });
    expect(one("steget", { newlyArrived: false })?.outcome).toBe("notMet");
    expect(one("samtalet", {})).toMatchObject({ outcome: "undetermined", judgement: [{ sv: "viljan" }] });
  });

  test("the next question is the one that can settle an intervention, and over all the one that matters in most", () => {
    expect(one("verkstaden", { illHealth: true })?.askNext).toEqual(["birthDate"]);
    expect(match({ newlyArrived: true }).questions).toEqual([
      { fact: "illHealth", interventions: ["tradgarden", "verkstaden"] },
      { fact: "birthDate", interventions: ["verkstaden"] },
    ]);
  });

  test("a dear question is put after a cheap one", () => {
    const cheap = matchInterventions(association, {}, { on, costs: { birthDate: 5 } });
    const dear = matchInterventions(association, {}, { on, costs: { illHealth: 5 } });
    const next = ({ matches }: typeof cheap) =>
      matches.find(({ intervention }) => intervention === "verkstaden")?.askNext;
    expect([next(cheap), next(dear)]).toEqual([["illHealth"], ["birthDate"]]);
  });

  test("with a need stated, what works on it comes before what does not, within the same outcome", () => {
    const facts = { birthDate: "2000-05-01", illHealth: true };
    expect(ranked(facts, ["job-focused"]).slice(0, 2)).toEqual([
      ["verkstaden", "met"],
      ["tradgarden", "met"],
    ]);
    expect(match(facts, ["health", "social"]).matches[0]).toMatchObject({
      intervention: "tradgarden",
      needsCovered: ["health", "social"],
    });
  });

  test("a pause in the intake is told and does not change the outcome", () => {
    expect([one("steget", {})?.intakePaused, one("verkstaden", {})?.intakePaused]).toEqual([true, false]);
  });

  test("what had ended, or had not begun, is listed apart with the reason; what only names a year is not excluded", () => {
    expect(match({}).notThen).toMatchObject([{ intervention: "sommarlaget", because: "ended" }]);
    expect(matchInterventions(association, {}, { on: "2021-05-31" }).notThen.map(({ because }) => because)).toEqual([
      "not-started",
    ]);
    expect(matchInterventions(association, {}, { on: "2021-06-01" }).notThen).toEqual([]);
    expect(
      new Set(matchInterventions(association, {}, { on: "2019-12-31" }).notThen.map(({ because }) => because)),
    ).toEqual(new Set(["not-described"]));
  });

  test("is not matched with training of staff, nor with a method", () => {
    const listed = [...match({}).matches, ...match({}).notThen].map(({ intervention }) => intervention);
    expect(listed).not.toContain("kursen");
    expect(listed).not.toContain("metoden");
  });

  test("the referrer and the income support move nothing: neither an outcome nor a place in the ranking", () => {
    const anyPerson = fc.record({
      birthDate: fc.constantFrom("2000-05-01", "1992", "1970-01-01", null),
      illHealth: fc.constantFrom(true, false, null),
      newlyArrived: fc.constantFrom(true, false, null),
    });
    const withheld = fc.record({
      referrer: fc.constantFrom("city", "agency", null),
      incomeSupport: fc.constantFrom<string[] | null>(["social-assistance"], ["sickness-benefit"], [], null),
    });
    fc.assert(
      fc.property(anyPerson, withheld, (person, more) => {
        expect(match({ ...person, ...more })).toEqual(match(person));
      }),
    );
  });

  test("the ranking does not depend on the order of the catalogue", () => {
    const { catalogue } = association;
    const turned = Profile.parse({
      ...association,
      catalogue: { ...catalogue, interventions: [...(catalogue?.interventions ?? [])].reverse() },
    });
    const facts = { illHealth: true };
    expect(matchInterventions(turned, facts, { on }).matches).toEqual(match(facts).matches);
  });

  test("finding out a missing fact never turns a settled outcome", () => {
    const person = { birthDate: "2000-05-01", illHealth: true, newlyArrived: true } as const;
    fc.assert(
      fc.property(fc.subarray(["birthDate", "illHealth", "newlyArrived"] as const), (known) => {
        const part = Object.fromEntries(known.map((fact) => [fact, person[fact]]));
        const whole = new Map(match(person).matches.map(({ intervention, outcome }) => [intervention, outcome]));
        for (const { intervention, outcome } of match(part).matches)
          if (outcome !== "undetermined") expect(whole.get(intervention)).toBe(outcome);
      }),
    );
  });

  test("wrong facts, a profile without a catalogue and a rule without a version are refused", () => {
    expect(() => match({ illHealth: "yes" })).toThrow(WrongFacts);
    expect(() => matchInterventions({ ...association, catalogue: undefined }, {}, { on })).toThrow(NoCatalogue);
    const late = Profile.parse({
      ...association,
      rules: {
        "in-ill-health": {
          ...association.rules["in-ill-health"],
          versions: association.rules["in-ill-health"]?.versions.map((one) => ({ ...one, validFrom: "2023-01-01" })),
        },
      },
    });
    expect(() => matchInterventions(late, {}, { on })).toThrow(NoVersionCovers);
  });
});
