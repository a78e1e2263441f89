import { Profile } from "@finsam/policy";

const text = (name: string) => ({ sv: name, en: name });
const attested = { status: "attested", citation: { source: "statutes" } } as const;
const yesOrNo = (name: string) => ({ type: "boolean", label: text(name) }) as const;
const is = (fact: string, value: boolean) => ({ op: "is", fact, value });
const aged = (lowest: number, highest: number) => ({
  op: "all",
  of: [
    { op: "atLeast", fact: "age", value: lowest },
    { op: "atMost", fact: "age", value: highest },
  ],
});

/** An entry with one version from 2020 on. */
const entry = (id: string, sv: string, value: object, more: object = {}) => ({
  id,
  name: text(sv),
  kind: "intervention",
  participants: "individuals",
  versions: [{ value, validFrom: "2020-01-01", ...attested }],
  ...more,
});

/** A fictional association with a catalogue in which every kind of entry stands once. */
export const association = Profile.parse({
  id: "storkommun",
  version: "1",
  name: text("Samordningsförbundet Storkommun"),
  language: "sv",
  sources: { statutes: { title: text("Förbundsordning") } },
  vocabulary: {
    birthDate: { type: "date", label: text("födelsedatum") },
    age: { type: "completedYears", since: "birthDate", label: text("ålder") },
    illHealth: yesOrNo("ohälsa"),
    newlyArrived: yesOrNo("nyanländ"),
    complexNeeds: yesOrNo("komplexa behov"),
    // They are known of people, and no target group may ask for them.
    referrer: { type: "code", label: text("remittent"), codes: {} },
    incomeSupport: { type: "codes", label: text("försörjning"), codes: {} },
  },
  leapDayBirthday: [{ value: "1-march", validFrom: "2010-01-01", ...attested }],
  parameters: {},
  rules: {
    "in-ill-health": {
      title: text("Ohälsa"),
      versions: [{ value: is("illHealth", true), validFrom: "2010-01-01", ...attested }],
    },
  },
  codeLists: {
    interventions: {
      id: "interventions",
      version: "1",
      title: text("Insatser"),
      codes: [{ id: "verkstaden", label: text("Verkstaden"), status: "attested" }],
    },
    exitReasons: {
      id: "exit-reasons",
      version: "1",
      title: text("Avslutsorsaker"),
      codes: [{ id: "work", label: text("Arbete"), status: "attested" }],
    },
    districts: {
      id: "districts",
      version: "1",
      title: text("Stadsdelar"),
      codes: [
        { id: "norr", label: { sv: "Norra Ängby", en: "North" }, status: "attested" },
        { id: "soder", label: { sv: "Söder", en: "South" }, status: "attested" },
      ],
    },
    referrers: {
      id: "referrers",
      version: "1",
      title: text("Remittenter"),
      codes: [
        { id: "city", label: text("Kommunen"), status: "attested" },
        { id: "agency", label: text("Försäkringskassan"), status: "attested" },
      ],
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
      consent: "ok",
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
        ageBands: [{ id: "all", label: text("Alla"), atLeast: 0 }],
        supportYearsBands: [{ id: "all", label: text("Alla"), atLeast: 0 }],
      },
      validFrom: "2010-01-01",
      ...attested,
    },
  ],
  catalogue: {
    organisations: { kommunen: text("Storkommun") },
    applicationFacts: {
      checklistDone: yesOrNo("checklista"),
      collaborationMeetings: { type: "codes", label: text("samverkansmöten"), codes: {} },
      fiaDone: yesOrNo("FIA"),
      referrer: { type: "code", label: text("remittent"), codes: {} },
    },
    interventions: [
      entry("verkstaden", "Verkstaden", {
        owner: "kommunen",
        targetGroup: {
          text: text("16–29 år med ohälsa"),
          criterion: { op: "all", of: [aged(16, 29), { op: "rule", rule: "in-ill-health" }] },
        },
        referrers: ["city"],
        focus: ["job-focused"],
        districts: ["norr"],
        preconditions: {
          op: "all",
          of: [
            is("checklistDone", true),
            {
              op: "any",
              of: [
                { op: "hasAny", fact: "collaborationMeetings", value: ["sip-meeting", "joint-mapping"] },
                { op: "all", of: [is("fiaDone", true), { op: "in", fact: "referrer", value: ["city"] }] },
              ],
            },
          ],
        },
      }),
      entry("tradgarden", "Trädgården", {
        targetGroup: { text: text("Ohälsa"), criterion: { op: "rule", rule: "in-ill-health" } },
        focus: ["health", "social"],
        premises: ["Åkergården"],
      }),
      entry("steget", "Steget", {
        targetGroup: {
          text: text("Nyanlända med behov av mer stöd"),
          criterion: is("newlyArrived", true),
          judgement: [text("behovet av mer stöd")],
        },
        intake: "paused",
      }),
      entry("samtalet", "Samtalet", {
        targetGroup: { text: text("Den som vill"), judgement: [text("viljan")] },
        focus: ["social"],
      }),
      entry("ovisst", "Alla vet", {}),
      entry("sommarlaget", "Sommarlaget", {
        period: { from: "2021-06", to: "2021-08" },
        targetGroup: { text: text("Alla unga"), criterion: aged(16, 19) },
      }),
      entry("kursen", "Kursen", { targetGroup: { text: text("Personal") } }, { participants: "staff" }),
      entry("metoden", "Metoden", {}, { kind: "method" }),
    ],
  },
});
