import { all, any, conditions, not, parameter, rule } from "@finsam/criteria";
import { Profile } from "./profile.ts";
import { smallProfile } from "./small-profile.fixture.ts";

const vocabulary = {
  birthDate: { type: "date", label: { sv: "födelsedatum", en: "date of birth" } },
  age: { type: "completedYears", since: "birthDate", label: { sv: "ålder", en: "age" } },
  registered: { type: "date", label: { sv: "anmäld", en: "registered" } },
  consent: { type: "boolean", label: { sv: "samtycke", en: "consent" } },
  months: { type: "number", label: { sv: "tid", en: "time" }, unit: { sv: "månader", en: "months" } },
  municipality: { type: "code", label: { sv: "kommun", en: "municipality" }, codes: {} },
  income: {
    type: "code",
    label: { sv: "inkomst", en: "income" },
    codes: {
      none: { sv: "ingen", en: "none" },
      some: { sv: "någon", en: "some" },
      pending: { sv: "prövas", en: "pending" },
    },
    missing: ["unknown", "not-asked"],
  },
  support: {
    type: "codes",
    label: { sv: "försörjning", en: "support" },
    codes: { a: { sv: "A", en: "A" }, b: { sv: "B", en: "B" }, c: { sv: "C", en: "C" } },
  },
} as const;
const { age, registered, consent, months, municipality, income, support } = conditions(vocabulary);

const ofAge = all(age.atLeast(parameter("lowest-age")), not(age.moreThan(64.5)));
const first = all(
  rule("of-age"),
  registered.moreThan("2019-02-28"),
  any(months.between(10, 24.5), not(consent.is(true))),
);
const second = all(
  any(age.lessThan(parameter("lowest-age")), not(age.atMost(66))),
  not(all(municipality.isOneOf(["0180", "0184"]), income.isOneOf(["some", "pending"]))),
  any(all(support.hasAny(["a"]), support.hasAny(["b", "c"])), registered.atMost("2019-12-31"), months.lessThan(-1)),
);

const attested = { status: "attested", citation: { source: "statutes" } } as const;
const unverified = { status: "unverified", citation: { source: "statutes", place: "2 §" } } as const;

/**
 * A fictional association with a rule that uses every kind of fact, and both leap day birthdays, so that an
 * evaluator in another language can be checked as a whole.
 */
export const everyComparison = Profile.parse({
  ...smallProfile,
  vocabulary,
  leapDayBirthday: [
    { value: "1-march", validFrom: "2018-01-01", validTo: "2021-12-31", ...attested },
    { value: "28-february", validFrom: "2022-01-01", ...attested },
  ],
  parameters: {
    "lowest-age": {
      title: { sv: "Lägsta ålder", en: "Lowest age" },
      versions: [
        { value: 16, validFrom: "2018-01-01", validTo: "2021-12-31", ...unverified },
        { value: 18, validFrom: "2022-01-01", ...attested },
      ],
    },
  },
  rules: {
    "of-age": {
      title: { sv: "Rätt ålder", en: "Of age" },
      versions: [{ value: ofAge, validFrom: "2018-01-01", ...attested }],
    },
    "every-comparison": {
      title: { sv: "Alla slags jämförelser", en: "Every kind of comparison" },
      versions: [
        { value: first, validFrom: "2019-03-01", validTo: "2021-12-31", ...unverified },
        { value: second, validFrom: "2022-01-01", ...attested },
      ],
    },
  },
});
