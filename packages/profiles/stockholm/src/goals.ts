import type { Goal, GoalFigure, Goals } from "@finsam/policy";

const year2021 = { from: "2021-01-01", to: "2021-12-31" } as const;
const cite = (place: string) => ({ source: "follow-up-2021", place });
const places = {
  "finsam-team": cite("FINSAM-team, lines 53–270"),
  aktivitetsplatsen: cite("Aktivitetsplatsen, lines 271–436"),
  "work-training": cite("Arbetsträningsplatser, lines 437–614"),
  "mia-vidare": cite("MIA Vidare, lines 615–981"),
  "ratt-stod-for-mig": cite("Rätt stöd för mig!, lines 982–1155"),
  "ips-psychosis-care": cite("IPS, lines 1156–1402"),
  "samordnat-stod": cite("Samordnat stöd, lines 1403–1661"),
} as const;

type Stated = Pick<Goal, "id" | "measure" | "target"> & Partial<Goal>;

/** A goal of the follow-up of 2021: for that year and at least so much, unless it says otherwise. */
const goalOf =
  (intervention: keyof typeof places) =>
  (sv: string, en: string, stated: Stated): Goal => ({
    intervention,
    title: { sv, en },
    comparator: "at-least",
    status: "attested",
    citation: places[intervention],
    period: year2021,
    ...stated,
  });

/** A goal for the whole of a project, whose days the source does not give. */
const wholeProject = ({ period: _, ...goal }: Goal): Goal => goal;

const finsamTeam = goalOf("finsam-team");
const aktivitetsplatsen = goalOf("aktivitetsplatsen");
const workTraining = goalOf("work-training");
const miaVidare = goalOf("mia-vidare");
const rattStod = goalOf("ratt-stod-for-mig");
const ips = goalOf("ips-psychosis-care");
const samordnatStod = goalOf("samordnat-stod");

const participations = { kind: "count", of: "participations", unit: "participations" } as const;

const goals: readonly Goal[] = [
  finsamTeam("150 erbjuds möte", "150 are offered a meeting", {
    id: "finsam-team-meetings",
    measure: participations,
    target: 150,
    countsOnlyPart: true,
    open: {
      sv: "Målet gäller erbjudna möten. Här räknas deltaganden, som är de möten som blev av.",
      en: "The goal is on meetings offered. Participations are counted here, which are the meetings held.",
    },
  }),
  finsamTeam("Alla får en gemensam plan", "All get a joint plan", {
    id: "finsam-team-joint-plans",
    measure: { kind: "share", of: "joint-plans", within: "meetings-offered", unit: "persons" },
    target: 100,
    open: {
      sv: "Uppföljningen skriver att 159 deltagare fick en gemensam plan, men inte hur många som erbjöds möte.",
      en: "The follow-up says that 159 participants got a joint plan, but not how many were offered a meeting.",
    },
  }),
  finsamTeam(
    "Hälften av aktiviteterna är helt genomförda efter sex månader",
    "Half of the activities are wholly done after six months",
    {
      id: "finsam-team-activities-done",
      measure: { kind: "share", of: "done-wholly", within: "planned", unit: "activities" },
      target: 50,
      open: {
        sv: "Uppföljningen räknar planer, inte aktiviteter, och styrgruppen ändrade tiden till ett år.",
        en: "The follow-up counts plans, not activities, and the steering group changed the time to one year.",
      },
    },
  ),
  finsamTeam(
    "Hälften av aktiviteterna är delvis genomförda efter sex månader",
    "Half of the activities are partly done after six months",
    {
      id: "finsam-team-activities-partly-done",
      measure: { kind: "share", of: "done-partly", within: "planned", unit: "activities" },
      target: 50,
      open: {
        sv: "Uppföljningen räknar planer, inte aktiviteter. Om de helt genomförda ingår i de delvis genomförda framgår inte.",
        en: "The follow-up counts plans, not activities. Whether those wholly done are part of those partly done is not stated.",
      },
    },
  ),
  finsamTeam("80 procent av personalen ser bättre samverkan", "80 per cent of the staff see better collaboration", {
    id: "finsam-team-collaboration",
    measure: { kind: "share", of: "better-collaboration", within: "staff", unit: "answers" },
    target: 80,
    open: {
      sv: "Uppföljningen återger en enkät med 16 svar, men det går inte att läsa vilken fråga de gäller.",
      en: "The follow-up tells of a survey with 16 answers, but which question they are to cannot be read.",
    },
  }),
  aktivitetsplatsen("100 deltagare", "100 participants", {
    id: "aktivitetsplatsen-participants",
    measure: participations,
    target: 100,
    open: {
      sv: "Om 100 är ett lägsta antal framgår inte; det läses så. Här räknas deltaganden.",
      en: "Whether 100 is a lowest number is not stated; it is read so. Participations are counted here.",
    },
  }),
  aktivitetsplatsen("60 procent kvinnor och 40 procent män", "60 per cent women and 40 per cent men", {
    id: "aktivitetsplatsen-women",
    measure: { kind: "sexDistribution", of: "participations", sex: "woman", unit: "participations" },
    comparator: "about",
    target: 60,
    open: {
      sv: "Hur nära fördelningen ska ligga framgår inte.",
      en: "How near the distribution has to be is not stated.",
    },
  }),
  aktivitetsplatsen(
    "60 procent går vidare till Arbetsförmedlingens eller Jobbtorgs ordinarie verksamhet",
    "60 per cent go on to the ordinary work of the employment service or the city job centre",
    {
      id: "aktivitetsplatsen-onwards",
      measure: { kind: "share", of: "to-employment-service-or-job-centre", within: "ended", unit: "participations" },
      target: 60,
      open: {
        sv: "Registret har avslutsorsaken, inte vart deltagaren gick.",
        en: "The register has the exit reason, not where the participant went.",
      },
    },
  ),
  aktivitetsplatsen("90 procent får mer aktivitetsförmåga", "90 per cent gain ability to be active", {
    id: "aktivitetsplatsen-activity",
    measure: { kind: "share", of: "more-able-to-be-active", within: "participants", unit: "answers" },
    target: 90,
  }),
  aktivitetsplatsen("95 procent får mer egenmakt", "95 per cent gain control of their lives", {
    id: "aktivitetsplatsen-empowerment",
    measure: { kind: "share", of: "more-empowered", within: "participants", unit: "answers" },
    target: 95,
  }),
  aktivitetsplatsen("80 procent får rätt stöd", "80 per cent get the right support", {
    id: "aktivitetsplatsen-support",
    measure: { kind: "share", of: "right-support", within: "participants", unit: "answers" },
    target: 80,
  }),
  workTraining("Minst 40 erbjuds arbetsträning", "At least 40 are offered work training", {
    id: "work-training-offered",
    measure: participations,
    target: 40,
    countsOnlyPart: true,
    open: {
      sv: "Målet gäller erbjudna platser. Här räknas deltaganden, som är de platser som togs emot.",
      en: "The goal is on places offered. Participations are counted here, which are the places taken.",
    },
  }),
  miaVidare("90 får en case manager", "90 get a case manager", {
    id: "mia-vidare-case-management",
    measure: { kind: "count", of: "with-case-manager", unit: "participations" },
    target: 90,
    open: {
      sv: "Om 90 är ett lägsta antal framgår inte; det läses så.",
      en: "Whether 90 is a lowest number is not stated; it is read so.",
    },
  }),
  miaVidare("43 i arbetsträning", "43 in work training", {
    id: "mia-vidare-work-training",
    measure: { kind: "count", of: "in-work-training", unit: "participations" },
    target: 43,
    open: {
      sv: "Om 43 är ett lägsta antal framgår inte; det läses så.",
      en: "Whether 43 is a lowest number is not stated; it is read so.",
    },
  }),
  wholeProject(
    rattStod("Cirka 350 i hela projektet", "About 350 in the whole project", {
      id: "ratt-stod-for-mig-participants",
      measure: participations,
      comparator: "about",
      target: 350,
    }),
  ),
  wholeProject(
    ips("200 totalt", "200 in all", {
      id: "ips-participants",
      measure: participations,
      target: 200,
      open: {
        sv: "Målet läses som ett för hela projektet, eftersom källan skriver totalt.",
        en: "The goal is read as one for the whole project, since the source writes in all.",
      },
    }),
  ),
  ips("20 per arbetsspecialist", "20 per employment specialist", {
    id: "ips-per-specialist",
    measure: { kind: "count", of: "participations-per-specialist", unit: "participations-per-worker" },
    comparator: "about",
    target: 20,
    open: {
      sv: "Om det gäller samtidigt eller under hela året framgår inte.",
      en: "Whether it is at one time or over the whole year is not stated.",
    },
  }),
  ips("35 procent till arbete eller etablerade studier", "35 per cent to work or established studies", {
    id: "ips-work-or-studies",
    measure: { kind: "share", of: "to-work-or-established-studies", within: "ended", unit: "participations" },
    target: 35,
    open: {
      sv: "Uppföljningen skriver 36 procent till arbete eller studier 2021 och 23 procent i hela projektet. Om studierna var etablerade framgår inte.",
      en: "The follow-up gives 36 per cent to work or studies in 2021 and 23 per cent in the whole project. Whether the studies were established is not stated.",
    },
  }),
  samordnatStod("Cirka 60 deltagare", "About 60 participants", {
    id: "samordnat-stod-participants",
    measure: participations,
    comparator: "about",
    target: 60,
  }),
];

/** What the follow-up of 2021 counts that a register of participations does not hold. */
const figures: readonly GoalFigure[] = [
  {
    kind: "share",
    of: "done-wholly",
    within: "planned",
    unit: "plans",
    intervention: "finsam-team",
    period: year2021,
    counts: { total: 51 },
    base: { total: 72 },
    citation: places["finsam-team"],
  },
  {
    kind: "share",
    of: "done-partly",
    within: "planned",
    unit: "plans",
    intervention: "finsam-team",
    period: year2021,
    counts: { total: 15 },
    base: { total: 72 },
    citation: places["finsam-team"],
  },
  {
    kind: "count",
    of: "with-case-manager",
    unit: "participations",
    intervention: "mia-vidare",
    period: year2021,
    counts: { woman: 75, man: 42, total: 117 },
    citation: places["mia-vidare"],
  },
  {
    kind: "count",
    of: "in-work-training",
    unit: "participations",
    intervention: "mia-vidare",
    period: year2021,
    counts: { woman: 27, man: 20, total: 47 },
    citation: places["mia-vidare"],
  },
];

/**
 * What each intervention was expected to reach in 2021, as the follow-up of that year states it, and the figures it gives beside the
 * register. Numbers are those of the source; how they are read where it leaves something open stands with each goal.
 */
export const goals2021: Goals = { goals, figures };
