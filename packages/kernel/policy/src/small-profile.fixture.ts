import type { Profile } from "./profile.ts";

const attested = { status: "attested", citation: { source: "statutes" } } as const;
const text = (name: string) => ({ sv: name, en: name });

/** A fictional association with one rule: the smallest profile that is whole. */
export const smallProfile = {
  id: "storkommun",
  version: "1",
  name: { sv: "Samordningsförbundet Storkommun", en: "Coordination association Storkommun" },
  language: "sv",
  sources: { statutes: { title: text("Förbundsordning") } },
  vocabulary: {
    birthDate: { type: "date", label: { sv: "födelsedatum", en: "date of birth" } },
    age: { type: "completedYears", since: "birthDate", label: { sv: "ålder", en: "age" } },
    resident: { type: "boolean", label: { sv: "bosatt i området", en: "resident in the area" } },
  },
  leapDayBirthday: [{ value: "1-march", validFrom: "2018-01-01", ...attested }],
  parameters: {
    "highest-age": {
      title: { sv: "Högsta ålder", en: "Highest age" },
      limits: { lowest: 60, highest: 70 },
      versions: [
        { value: 64, validFrom: "2020-01-01", validTo: "2023-12-31", ...attested },
        { value: 66, validFrom: "2024-01-01", ...attested },
      ],
    },
  },
  rules: {
    resident: {
      title: text("Bosatt"),
      versions: [{ value: { op: "is", fact: "resident", value: true }, validFrom: "2018-01-01", ...attested }],
    },
    "target-group": {
      title: text("Målgrupp"),
      versions: [
        {
          value: {
            op: "all",
            of: [
              { op: "rule", rule: "resident" },
              { op: "atMost", fact: "age", value: { parameter: "highest-age" } },
            ],
          },
          validFrom: "2018-01-01",
          ...attested,
        },
      ],
    },
  },
  codeLists: {
    interventions: {
      id: "interventions",
      version: "1",
      title: text("Insatser"),
      codes: [{ id: "samspel", label: text("Samspel"), status: "attested" }],
    },
    exitReasons: {
      id: "exit-reasons",
      version: "1",
      title: text("Avslutsorsaker"),
      codes: [{ id: "work", label: text("Arbete"), status: "attested" }],
    },
  },
  exitResults: { work: "positive" },
  register: {
    columns: {
      participation: "id",
      person: "person",
      intervention: "insats",
      start: "start",
      end: "slut",
      consent: "samtycke",
      sex: "kön",
    },
    personIs: "pseudonym",
    sexBasis: "legal-sex",
    sexes: { woman: ["K"], man: ["M"] },
    yes: ["ja"],
    no: ["nej"],
    listSeparator: "|",
    withoutProtectedIdentity: true,
  },
  report: [
    {
      value: {
        threshold: 5,
        ageBands: [
          { id: "under-30", label: text("Under 30"), lessThan: 30 },
          { id: "30-or-more", label: text("30 eller mer"), atLeast: 30 },
        ],
        supportYearsBands: [{ id: "any", label: text("Alla"), atLeast: 0 }],
      },
      validFrom: "2018-01-01",
      ...attested,
    },
  ],
} as const satisfies Profile;
