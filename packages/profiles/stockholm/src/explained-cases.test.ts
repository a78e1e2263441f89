import { whatWouldMake } from "@finsam/criteria";
import * as english from "@finsam/criteria/en";
import * as swedish from "@finsam/criteria/sv";
import type { Facts } from "@finsam/model";
import { assess, ruleAt } from "@finsam/policy";
import { describe, expect, test } from "vitest";
import { stockholm } from "./stockholm.ts";

const explained = (id: string, facts: Facts) => {
  const rule = ruleAt(stockholm, id, "2024-03-01");
  const { vocabulary } = rule.setting;
  const explanation = assess(rule, facts);
  const ways = whatWouldMake("met", rule.criterion, facts, rule.setting);
  return {
    sv: swedish.explainInWords(explanation, vocabulary, ways),
    en: english.explainInWords(explanation, vocabulary, ways),
  };
};

// Read aloud, each of them; what sounded like a form was rewritten.
describe("explanations as a case worker hears them", () => {
  test("38 years old, living in Stockholm, with ill health", () => {
    const facts = { birthDate: "1985-04-12", residentMunicipality: "0180", illHealth: true, disability: false };
    expect(explained("target-group", facts)).toEqual({
      sv: "Personen uppfyller de angivna kriterierna. Tre saker avgör tillsammans: personen är 38 år, bor i Stockholm och har ohälsa. Åldern ska vara minst 16 och högst 66 år.",
      en: "The person meets the stated criteria. Three things decide together: the person is 38 years old, lives in Stockholm and has ill health. The age has to be at least 16 and at most 66 years.",
    });
  });

  test("the same with a disability as well: one of the two would have been enough", () => {
    const facts = { birthDate: "1985-04-12", residentMunicipality: "0180", illHealth: true, disability: true };
    expect(explained("target-group", facts)).toEqual({
      sv: "Personen uppfyller de angivna kriterierna. Två saker avgör tillsammans: personen är 38 år och bor i Stockholm. Dessutom gäller två saker, av vilka en hade räckt: personen har ohälsa och har en funktionsnedsättning. Åldern ska vara minst 16 och högst 66 år.",
      en: "The person meets the stated criteria. Two things decide together: the person is 38 years old and lives in Stockholm. Two more things hold, of which one would have been enough: the person has ill health and has a disability. The age has to be at least 16 and at most 66 years.",
    });
  });

  test("67 on the day", () => {
    const facts = { birthDate: "1957-03-01", residentMunicipality: "0180", illHealth: true };
    expect(explained("target-group", facts)).toEqual({
      sv: "Personen uppfyller inte de angivna kriterierna. Personen är 67 år, men åldern ska vara högst 66 år.",
      en: "The person does not meet the stated criteria. The person is 67 years old, but the age has to be at most 66 years.",
    });
  });

  test("born in 1957, and nobody knows on which day", () => {
    const facts = { birthDate: "1957", residentMunicipality: "0180", illHealth: true };
    expect(explained("target-group", facts)).toEqual({
      sv: "Det går ännu inte att säga om personen uppfyller de angivna kriterierna. Personen är 66 eller 67 år. Det behövs en närmare uppgift om födelsedatum. Kriterierna uppfylls om åldern är högst 66 år.",
      en: "It cannot yet be said whether the person meets the stated criteria. The person is 66 or 67 years old. More has to be known of the date of birth. The criteria are met if the age is at most 66 years.",
    });
  });

  test("nothing known but the place", () => {
    expect(explained("target-group", { residentMunicipality: "0180" })).toEqual({
      sv: "Det går ännu inte att säga om personen uppfyller de angivna kriterierna. Det är inte känt hur gammal personen är, om personen har ohälsa eller om personen har en funktionsnedsättning. Kriterierna uppfylls om åldern är minst 16 och högst 66 år, och om personen har ohälsa eller har en funktionsnedsättning.",
      en: "It cannot yet be said whether the person meets the stated criteria. It is not known how old the person is, whether the person has ill health or whether the person has a disability. The criteria are met if the age is at least 16 and at most 66 years, and if the person has ill health or has a disability.",
    });
  });

  test("too old, elsewhere and well: three obstacles", () => {
    const facts = { birthDate: "1957-03-01", residentMunicipality: "0184", illHealth: false, disability: false };
    expect(explained("target-group", facts)).toEqual({
      sv: "Personen uppfyller inte de angivna kriterierna. Tre saker avgör var för sig: personen är 67 år; personen bor i Solna; personen har inte ohälsa och har inte någon funktionsnedsättning. Kriterierna uppfylls om åldern är högst 66 år och personen bor i Stockholm, och om personen har ohälsa eller har en funktionsnedsättning.",
      en: "The person does not meet the stated criteria. Three things decide, each on its own: the person is 67 years old; the person lives in Solna; the person does not have ill health and does not have a disability. The criteria are met if the age is at most 66 years and the person lives in Stockholm, and if the person has ill health or has a disability.",
    });
  });

  test("no sickness benefit income, and nobody has asked about the work capacity", () => {
    expect(explained("sig0", { sicknessBenefitIncome: "none" })).toEqual({
      sv: "Det går ännu inte att säga om personen uppfyller de angivna kriterierna. Det är inte känt om personen har nedsatt arbetsförmåga på grund av sjukdom. Om det är så uppfylls kriterierna.",
      en: "It cannot yet be said whether the person meets the stated criteria. It is not known whether the person has a reduced work capacity because of illness. If so, the criteria are met.",
    });
  });

  test("eight months of social assistance in Järva", () => {
    const facts = {
      workCapacityReducedByIllness: true,
      sicknessBenefitIncome: "none",
      monthsOfSocialAssistance: 8,
      needsCoordinatedRehabilitation: true,
    };
    expect(explained("sig0-jarva", facts)).toEqual({
      sv: "Personen uppfyller inte de angivna kriterierna. Personen har haft ekonomiskt bistånd i 8 månader, men tiden med ekonomiskt bistånd ska vara minst 10 månader.",
      en: "The person does not meet the stated criteria. The person has had social assistance for 8 months, but the time with social assistance has to be at least 10 months.",
    });
    expect(explained("sig0-jarva", { ...facts, monthsOfSocialAssistance: 14 }).sv).toBe(
      "Personen uppfyller de angivna kriterierna. Fyra saker avgör tillsammans: personen har nedsatt arbetsförmåga på grund av sjukdom, saknar sjukpenninggrundande inkomst, har haft ekonomiskt bistånd i 14 månader och har behov av samordnad rehabilitering. Tiden med ekonomiskt bistånd ska vara minst 10 månader.",
    );
  });
});
