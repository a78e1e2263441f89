import type { Facts } from "@finsam/model";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { completeFacts, criteria, names, without } from "../arbitraries.fixture.ts";
import { conditions } from "../conditions.ts";
import type { Criterion } from "../criterion.ts";
import * as english from "../en/index.ts";
import { explain } from "../explain.ts";
import { all, any, not } from "../join-criteria.ts";
import type { Reason } from "../reason.ts";
import { ReasonCode } from "../reason-code.ts";
import * as swedish from "../sv/index.ts";
import { setting as bare } from "../vocabulary.fixture.ts";
import { Vocabulary } from "../vocabulary.ts";
import { whatWouldMake } from "../what-would-make.ts";

const vocabulary = {
  birthDate: {
    type: "date",
    label: { sv: "födelsedatum", en: "date of birth" },
    phrases: {
      is: { sv: "är född {value}", en: "was born {value}" },
      asks: { sv: "när personen är född", en: "when the person was born" },
      measure: { sv: "födelsedagen", en: "the date of birth" },
    },
  },
  age: {
    type: "completedYears",
    since: "birthDate",
    label: { sv: "ålder", en: "age" },
    phrases: {
      is: { sv: "är {value}", en: "is {value} old" },
      asks: { sv: "hur gammal personen är", en: "how old the person is" },
      measure: { sv: "åldern", en: "the age" },
    },
  },
  illHealth: {
    type: "boolean",
    label: { sv: "ohälsa", en: "ill health" },
    phrases: {
      yes: { sv: "har ohälsa", en: "has ill health" },
      no: { sv: "har inte ohälsa", en: "does not have ill health" },
    },
  },
  disability: { type: "boolean", label: { sv: "funktionsnedsättning", en: "disability" } },
  municipality: {
    type: "code",
    label: { sv: "bostadskommun", en: "municipality" },
    codes: {},
    phrases: {
      is: { sv: "bor i {value}", en: "lives in {value}" },
      asks: { sv: "var personen bor", en: "where the person lives" },
      names: { "0180": { sv: "Stockholm", en: "Stockholm" }, "0184": { sv: "Solna", en: "Solna" } },
    },
  },
  months: { type: "number", label: { sv: "tid", en: "time" }, unit: { sv: "månader", en: "months" } },
  support: { type: "codes", label: { sv: "försörjning", en: "support" }, codes: {} },
} as const satisfies Vocabulary;
const { birthDate, age, illHealth, disability, municipality, months, support } = conditions(vocabulary);
const setting = { vocabulary, on: "2024-02-29", leapDayBirthday: "1-march" } as const;

const reasonsOf = (criterion: Criterion, facts: Facts): readonly Reason[] => explain(criterion, facts, setting).because;
const said = (criterion: Criterion, facts: Facts): readonly (readonly [sv: string, en: string])[] =>
  reasonsOf(criterion, facts).map((reason) => [swedish.say(reason, vocabulary), english.say(reason, vocabulary)]);
const told = (criterion: Criterion, facts: Facts): readonly [sv: string, en: string] => {
  const explanation = explain(criterion, facts, setting);
  const ways = whatWouldMake("met", criterion, facts, setting);
  return [swedish.explainInWords(explanation, vocabulary, ways), english.explainInWords(explanation, vocabulary, ways)];
};

/** A reason of every code, with its words in both languages. */
const ofEveryCode: Readonly<Record<ReasonCode, readonly [Criterion, Facts, sv: string, en: string]>> = {
  yes: [illHealth.is(false), { illHealth: true }, "Personen har ohälsa.", "The person has ill health."],
  no: [illHealth.is(true), { illHealth: false }, "Personen har inte ohälsa.", "The person does not have ill health."],
  "answer-missing": [
    illHealth.is(true),
    {},
    "Det är inte känt om personen har ohälsa.",
    "It is not known whether the person has ill health.",
  ],
  code: [
    municipality.is("0180"),
    { municipality: "0184" },
    "Personen bor i Solna, men kriteriet gäller den som bor i Stockholm.",
    "The person lives in Solna, but the criterion is for someone who lives in Stockholm.",
  ],
  "code-missing": [
    not(municipality.isOneOf(["0184", "0186"])),
    {},
    "Det är inte känt var personen bor. Kriteriet gäller inte den som bor i Solna eller 0186.",
    "It is not known where the person lives. The criterion is not for someone who lives in Solna or 0186.",
  ],
  codes: [
    support.hasAny(["student-aid"]),
    { support: ["a-kassa", "activity-support"] },
    "Uppgiften ”försörjning” är a-kassa och activity-support, men ska vara student-aid.",
    "The fact “support” is a-kassa and activity-support, but has to be student-aid.",
  ],
  "no-codes": [
    support.hasAny(["student-aid"]),
    { support: [] },
    "Uppgiften ”försörjning” är tom, men ska vara student-aid.",
    "The fact “support” is empty, but has to be student-aid.",
  ],
  "codes-missing": [
    support.hasAny(["student-aid"]),
    {},
    "Det är inte känt vad som gäller för ”försörjning”. Uppgiften ”försörjning” ska vara student-aid.",
    "It is not known what holds for “support”. The fact “support” has to be student-aid.",
  ],
  amount: [
    age.atMost(66),
    { birthDate: "1957-02-28" },
    "Personen är 67 år, men åldern ska vara högst 66 år.",
    "The person is 67 years old, but the age has to be at most 66 years.",
  ],
  "amount-between": [
    age.atMost(66),
    { birthDate: "1957" },
    "Personen är 66 eller 67 år, och åldern ska vara högst 66 år.",
    "The person is 66 or 67 years old, and the age has to be at most 66 years.",
  ],
  "amount-missing": [
    not(months.atLeast(10.5)),
    {},
    "Det är inte känt vad som gäller för ”tid”. Uppgiften ”tid” ska vara mindre än 10,5 månader.",
    "It is not known what holds for “time”. The fact “time” has to be less than 10.5 months.",
  ],
  date: [
    birthDate.atLeast("1958-01-01"),
    { birthDate: "1957-03-09" },
    "Personen är född den 9 mars 1957, men födelsedagen ska vara tidigast den 1 januari 1958.",
    "The person was born on 9 March 1957, but the date of birth has to be no earlier than 1 January 1958.",
  ],
  "date-in-part": [
    birthDate.atMost("1957-03-09"),
    { birthDate: "1957-03" },
    "Personen är född i mars 1957, och födelsedagen ska vara senast den 9 mars 1957.",
    "The person was born in March 1957, and the date of birth has to be no later than 9 March 1957.",
  ],
  "date-missing": [
    birthDate.lessThan("1957-03-09"),
    {},
    "Det är inte känt när personen är född. Födelsedagen ska vara före den 9 mars 1957.",
    "It is not known when the person was born. The date of birth has to be before 9 March 1957.",
  ],
};

describe("a reason in words", () => {
  test.each(ReasonCode.options)("%s is said in both languages", (code) => {
    const [criterion, facts, sv, en] = ofEveryCode[code];
    expect(reasonsOf(criterion, facts).map((reason) => reason.code)).toEqual([code]);
    expect(said(criterion, facts)).toEqual([[sv, en]]);
  });

  test("an interval that holds more than two years is told by its ends", () => {
    expect(said(months.atMost(12), { months: { min: 8, max: 14 } })[0]?.[0]).toBe(
      "Uppgiften ”tid” är 8 till 14 månader, och ska vara högst 12 månader.",
    );
  });

  test("a fact without phrases is called by its label", () => {
    expect(said(disability.is(true), { disability: false })).toEqual([
      ["Uppgiften ”funktionsnedsättning” är nej.", "The fact “disability” is no."],
    ]);
  });

  test("a phrase without a place for the value is refused", () => {
    const { age: definition } = vocabulary;
    const phrases = { ...definition.phrases, is: { sv: "är gammal", en: "is {value} old" } };
    expect(Vocabulary.safeParse({ ...vocabulary, age: { ...definition, phrases } }).success).toBe(false);
    expect(Vocabulary.safeParse(vocabulary).success).toBe(true);
  });
});

describe("an explanation in words", () => {
  const inTown = municipality.is("0180");
  const unwell = any(illHealth.is(true), months.atLeast(10));

  test("says what decides together, with the limits", () => {
    expect(told(all(age.between(16, 66), inTown), { birthDate: "1990-01-01", municipality: "0180" })[0]).toBe(
      "Personen uppfyller de angivna kriterierna. Två saker avgör tillsammans: personen är 34 år och bor i Stockholm. Åldern ska vara minst 16 och högst 66 år.",
    );
  });

  test("says of alternatives that one would have been enough", () => {
    expect(told(all(inTown, unwell), { municipality: "0180", illHealth: true, months: 12 })[0]).toBe(
      "Personen uppfyller de angivna kriterierna. Personen bor i Stockholm. Dessutom gäller två saker, av vilka en hade räckt: personen har ohälsa och uppgiften ”tid” är 12 månader. Uppgiften ”tid” ska vara minst 10 månader.",
    );
  });

  test("says of several obstacles that each decides on its own, and what it takes to be met", () => {
    expect(told(all(inTown, unwell), { municipality: "0184", illHealth: false, months: 3 })).toEqual([
      "Personen uppfyller inte de angivna kriterierna. Två saker avgör var för sig: personen bor i Solna; personen har inte ohälsa och uppgiften ”tid” är 3 månader. Kriterierna uppfylls om personen bor i Stockholm, och om personen har ohälsa eller uppgiften ”tid” är minst 10 månader.",
      "The person does not meet the stated criteria. Two things decide, each on its own: the person lives in Solna; the person does not have ill health and the fact “time” is 3 months. The criteria are met if the person lives in Stockholm, and if the person has ill health or the fact “time” is at least 10 months.",
    ]);
  });

  test("does not tell the same fact twice when two of its conditions are enough, each alone", () => {
    expect(
      told(any(all(age.atLeast(16), inTown), all(age.atLeast(18), inTown)), {
        birthDate: "1990-01-01",
        municipality: "0180",
      })[0],
    ).toBe(
      "Personen uppfyller de angivna kriterierna. Personen bor i Stockholm. Personen är 34 år. Åldern ska vara minst 16 och minst 18 år.",
    );
  });

  test("says what an open outcome hangs on, and what is known of it in part", () => {
    expect(told(all(age.atMost(66), not(illHealth.is(true))), { birthDate: "1957" })[0]).toBe(
      "Det går ännu inte att säga om personen uppfyller de angivna kriterierna. Personen är 66 eller 67 år. Det behövs en närmare uppgift om födelsedatum. Det är inte känt om personen har ohälsa. Kriterierna uppfylls om åldern är högst 66 år och personen inte har ohälsa.",
    );
    expect(told(not(illHealth.is(true)), {})[1]).toBe(
      "It cannot yet be said whether the person meets the stated criteria. It is not known whether the person has ill health. If not, the criteria are met.",
    );
  });

  test("has words for all it says, in one language at a time, and decides nothing", () => {
    fc.assert(
      fc.property(criteria, completeFacts, fc.subarray([...names]), (criterion, facts, hidden) => {
        const explanation = explain(criterion, without(facts, hidden), bare);
        const ways = whatWouldMake("met", criterion, without(facts, hidden), bare);
        const sv = swedish.explainInWords(explanation, bare.vocabulary, ways);
        const en = english.explainInWords(explanation, bare.vocabulary, ways);
        for (const text of [sv, en]) {
          expect(text).not.toMatch(/undefined|\{|NaN|bevilj|avslag|grant|denied|\.\.|: \.|^$/);
          expect(text).toMatch(/^\p{Lu}.*\.$/u);
        }
        expect(sv).not.toMatch(/\b(the|and|person)\b/);
        expect(en).not.toMatch(/\b(och|personen|uppgiften)\b/);
        for (const label of explanation.missing.map((fact) => bare.vocabulary[fact]?.label)) {
          expect(label === undefined || sv.toLowerCase().includes(label.sv) || sv.includes("ålder")).toBe(true);
        }
      }),
    );
  });
});
