import { all, any, type Criterion, conditions, not } from "@finsam/criteria";
import type { ResolvedRule } from "@finsam/policy";

const label = { sv: "uppgift", en: "fact" };

const vocabulary = {
  birthDate: { type: "date", label },
  age: { type: "completedYears", since: "birthDate", label },
  illHealth: { type: "boolean", label },
  disability: { type: "boolean", label },
  municipality: { type: "code", codes: { "0180": label, "0184": label }, label },
  income: { type: "code", codes: { none: label, some: label, unknown: label }, missing: ["unknown"], label },
  months: { type: "number", label },
  languages: { type: "codes", codes: {}, label },
  arrived: { type: "date", label },
} as const;

const { age, arrived, birthDate, disability, illHealth, income, languages, months, municipality } =
  conditions(vocabulary);

const rule = (id: string, criterion: Criterion): ResolvedRule => ({
  id,
  title: { sv: "Prov", en: "Sample" },
  criterion,
  setting: { vocabulary, on: "2024-02-29", leapDayBirthday: "1-march" },
  policy: {
    profile: "sample",
    version: "1",
    validFrom: "2024-01-01",
    status: "attested",
    citation: { source: "sample" },
  },
});

export const illHealthRule: ResolvedRule = rule("ill-health", illHealth.is(true));

/** Rules that together ask every kind of question of every kind of fact. */
export const sampleRules: readonly ResolvedRule[] = [
  illHealthRule,
  rule("age", age.between(16, 66)),
  rule("born", birthDate.lessThan("1985-04-12")),
  rule("arrived", arrived.atLeast("1985-04-12")),
  rule("income", income.is("none")),
  rule("months", months.moreThan(12)),
  rule("months-at-least", not(months.atLeast(10))),
  rule("languages", languages.hasAny(["so", "ar"])),
  rule("target", all(age.between(16, 66), municipality.is("0180"), any(illHealth.is(true), disability.is(true)))),
  rule("either", any(all(illHealth.is(true), income.is("none")), not(municipality.isOneOf(["0180", "0184"])))),
];
