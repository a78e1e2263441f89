import { conditions } from "./conditions.ts";
import type { Setting } from "./known-fact.ts";

/** The facts that the tests of this package ask about: one of each type. */
export const vocabulary = {
  birthDate: { type: "date", label: { sv: "födelsedatum", en: "date of birth" } },
  age: { type: "completedYears", since: "birthDate", label: { sv: "ålder", en: "age" } },
  illHealth: { type: "boolean", label: { sv: "ohälsa", en: "ill health" } },
  disability: { type: "boolean", label: { sv: "funktionsnedsättning", en: "disability" } },
  months: {
    type: "number",
    label: { sv: "tid med bistånd", en: "time with assistance" },
    unit: { sv: "månader", en: "months" },
  },
  income: {
    type: "code",
    label: { sv: "inkomst", en: "income" },
    codes: { none: { sv: "ingen", en: "none" }, some: { sv: "någon", en: "some" } },
    missing: ["unknown"],
  },
  support: { type: "codes", label: { sv: "försörjning", en: "support" }, codes: {} },
} as const;

export const { age, birthDate, illHealth, disability, months, income, support } = conditions(vocabulary);

export const setting: Setting = { vocabulary, on: "2024-02-29", leapDayBirthday: "1-march" };
