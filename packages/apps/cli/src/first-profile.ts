import type { Language, Text } from "@finsam/model";

/** What a first profile is written for. */
export interface FirstProfile {
  readonly id: string;
  readonly name: string;
  /** The language of its reports, which stands first in every text. */
  readonly language: Language;
  /** Where an editor finds the schema of profiles. */
  readonly schema: string;
}

/**
 * A small profile that is whole, to be edited: one rule with three values, two interventions, exit reasons with their results, a register
 * and a report. The values are examples that nobody has decided, so they are all marked unverified; they are valid from the day on which the
 * FINSAM act came into force (2004-01-01).
 */
export function firstProfile({ id, name, language, schema }: FirstProfile): Readonly<Record<string, unknown>> {
  const text = (sv: string, en: string): Text => (language === "sv" ? { sv, en } : { en, sv });
  const undecided = { status: "unverified", citation: { source: "decision" } };
  const code = (id: string, label: Text) => ({ id, label });
  const list = (id: string, title: Text, codes: readonly object[]) => ({ id, version: "1", title, codes });
  const words = {
    sv: {
      columns: {
        participation: "deltagande",
        person: "person",
        sex: "kön",
        birthDate: "födelsedatum",
        intervention: "insats",
        start: "start",
        end: "slut",
        exitReason: "avslutsorsak",
        consent: "samtycke",
        protectedIdentity: "skyddade personuppgifter",
      },
      municipality: "kommun",
      sexes: { woman: ["kvinna"], man: ["man"], other: ["annat"], unknown: ["okänt", ""] },
      yes: ["ja"],
      no: ["nej"],
    },
    en: {
      columns: {
        participation: "participation",
        person: "person",
        sex: "sex",
        birthDate: "born",
        intervention: "intervention",
        start: "start",
        end: "end",
        exitReason: "exit reason",
        consent: "consent",
        protectedIdentity: "protected identity",
      },
      municipality: "municipality",
      sexes: { woman: ["woman"], man: ["man"], other: ["other"], unknown: ["unknown", ""] },
      yes: ["yes"],
      no: ["no"],
    },
  }[language];
  return {
    $schema: schema,
    id,
    version: "1",
    name: text(name, name),
    language,
    unlessStated: { validFrom: "2004-01-01", ...undecided },
    sources: { decision: { title: text("Förbundets eget beslut", "Decision of the association") } },
    vocabulary: {
      birthDate: { type: "date", label: text("födelsedatum", "date of birth") },
      age: { type: "completedYears", since: "birthDate", label: text("ålder", "age") },
      municipality: {
        type: "code",
        label: text("bostadskommun", "municipality"),
        codes: {
          northtown: text("Norrstad", "Northtown"),
          southtown: text("Söderstad", "Southtown"),
          elsewhere: text("Annan kommun", "Elsewhere"),
        },
      },
      illHealth: { type: "boolean", label: text("ohälsa", "ill health") },
      disability: { type: "boolean", label: text("funktionsnedsättning", "disability") },
    },
    leapDayBirthday: [{ value: "1-march" }],
    parameters: {
      "lowest-age": { title: text("Lägsta ålder", "Lowest age"), versions: [{ value: 16 }] },
      "highest-age": { title: text("Högsta ålder", "Highest age"), versions: [{ value: 66 }] },
      municipalities: {
        title: text("Kommuner", "Municipalities"),
        versions: [{ value: ["northtown", "southtown"] }],
      },
    },
    rules: {
      "target-group": {
        title: text("Målgrupp", "Target group"),
        versions: [
          {
            value: {
              op: "all",
              of: [
                { op: "atLeast", fact: "age", value: { parameter: "lowest-age" } },
                { op: "atMost", fact: "age", value: { parameter: "highest-age" } },
                { op: "in", fact: "municipality", value: { parameter: "municipalities" } },
                {
                  op: "any",
                  of: [
                    { op: "is", fact: "illHealth", value: true },
                    { op: "is", fact: "disability", value: true },
                  ],
                },
              ],
            },
          },
        ],
      },
    },
    codeLists: {
      interventions: list("interventions", text("Insatser", "Interventions"), [
        code("first-intervention", text("Första insatsen", "First intervention")),
        code("second-intervention", text("Andra insatsen", "Second intervention")),
      ]),
      exitReasons: list("exit-reasons", text("Avslutsorsaker", "Exit reasons"), [
        code("work-or-studies", text("Arbete eller studier", "Work or studies")),
        code("illness", text("Sjukdom", "Illness")),
        code("moved", text("Flyttat", "Moved")),
        code("unknown", text("Okänd", "Unknown")),
        code("wrong-registration", text("Felregistrering", "Wrong registration")),
      ]),
    },
    exitResults: {
      "work-or-studies": "positive",
      illness: "not-positive",
      moved: "not-positive",
      unknown: "unknown",
      "wrong-registration": "not-a-participation",
    },
    register: {
      columns: words.columns,
      facts: { municipality: words.municipality },
      personIs: "pseudonym",
      sexBasis: "legal-sex",
      sexes: words.sexes,
      yes: words.yes,
      no: words.no,
      listSeparator: "|",
    },
    registerComparison: { withinDays: 30, ...undecided },
    report: [
      {
        value: {
          threshold: 5,
          ageBands: [
            { id: "under-30", label: text("Under 30 år", "Under 30"), lessThan: 30 },
            { id: "30-or-more", label: text("30 år eller mer", "30 or more"), atLeast: 30 },
          ],
        },
      },
    ],
  };
}
