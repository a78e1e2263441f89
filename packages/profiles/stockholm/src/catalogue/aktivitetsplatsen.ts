import { all, any, rule } from "@finsam/criteria";
import { entry, inOtherYears, text, version } from "./entry.ts";
import { application } from "./vocabulary.ts";

const followUp = { source: "follow-up-2021", place: "Aktivitetsplatsen, lines 271–436" };
const jarvaMeeting = { source: "jarva-meeting-2023", place: "lines 121–144" };
const slides = { source: "vasterort-meeting-2023", place: "lines 36–64 and 213–400" };

const targetGroup = {
  text: text(
    "Personer med ohälsa eller funktionsnedsättning som är bosatta i Stockholms stad och mellan 16 och 66 år",
    "People with ill health or a disability who live in the City of Stockholm and are between 16 and 66",
  ),
  criterion: rule("target-group"),
};

const individually = {
  period: { from: "2019" },
  summary: text(
    "Stegvis rehabilitering mot arbete eller studier, med arbetskonsulent.",
    "Stepwise rehabilitation towards work or studies, with a work consultant.",
  ),
  owner: "association",
  targetGroup,
  referrers: ["social-insurance-agency", "municipality", "health-care"],
  form: ["individual"],
  length: "unlimited",
  expectedResults: [
    text(
      "100 deltagare under 2021, 60 procent kvinnor och 40 procent män",
      "100 participants in 2021, 60 per cent women and 40 per cent men",
    ),
    text(
      "60 procent till ordinarie insatser hos Arbetsförmedlingen eller Jobbtorg",
      "60 per cent to the ordinary measures of the employment service or the job centre",
    ),
    text("90 procent med ökad aktivitetsförmåga", "90 per cent with more capacity for activity"),
    text("95 procent med ökad egenmakt", "95 per cent with more power over their own lives"),
    text("80 procent som får rätt stöd", "80 per cent who get the right support"),
  ],
  budget: { kronor: 11_000_000, years: 1, about: true },
  // The follow-up prints no target group of its own for it; the slides of 2023 do.
  inferred: ["targetGroup"],
} as const;

/**
 * The collaboration meeting is one of three, or, for referrers of the city, FIA instead. That only the city has FIA is a way to fulfil a
 * precondition; it says nothing about who is admitted.
 */
const beforeApplication = all(
  application.checklistDone.is(true),
  any(
    application.collaborationMeetings.hasAny(["finsam-team", "sip-meeting", "joint-mapping"]),
    all(
      application.fiaDone.is(true),
      application.referrer.isOneOf(["municipality", "social-services", "job-centre-city", "adult-education"]),
    ),
  ),
);

const inGroups = {
  summary: text(
    "Tidsbegränsat gruppprogram med individuellt stöd, inomhus och i naturen: hållbart arbetsliv och en fungerande vardag. Kan byggas ut med måleri och trädgård.",
    "Time-limited group programme with individual support, indoors and in nature: a sustainable working life and an everyday life that works. Painting and gardening can be added.",
  ),
  owner: "association",
  targetGroup,
  preconditions: beforeApplication,
  method: text(
    "Jobbfokus i alla möten tillsammans med sociala, hälso- och kompetenshöjande aktiviteter, utan glapp mellan insatser",
    "Job focus in all meetings together with social, health and competence activities, without gaps between interventions",
  ),
  focus: ["job-focused", "competence", "health", "social"],
  form: ["group", "individual"],
  length: { number: 16, unit: "weeks" },
  sessionsPerWeek: 2,
  places: [{ number: 10, per: "group", about: true }],
  premises: ["Kungsholmen", "Liljeholmen", "Sköndal"],
  expectedResults: [
    text(
      "Förutsättningar att delta hos Arbetsförmedlingen, Jobbtorg eller i förstärkta samarbetet",
      "The preconditions to take part at the employment service, the job centre or in the strengthened cooperation",
    ),
  ],
} as const;

/** Aktivitetsplatsen: individual and unlimited up to the pause in intake of February 2023, in groups of 16 weeks since. */
export const aktivitetsplatsen = entry(
  "aktivitetsplatsen",
  text("Aktivitetsplatsen", "Aktivitetsplatsen (activity centre)"),
  "intervention",
  "individuals",
  [
    version("unverified", jarvaMeeting, "2019-01-01", "2020-12-31", inOtherYears(individually)),
    version("attested", followUp, "2021-01-01", "2021-12-31", individually),
    version("unverified", followUp, "2022-01-01", "2023-02-12", inOtherYears(individually)),
    version("attested", jarvaMeeting, "2023-02-13", "2023-04-16", {
      period: { from: "2019" },
      intake: "paused",
      summary: text(
        "Intaget är pausat medan verksamheten görs om till gruppverksamhet på 16 veckor i tre lokaler.",
        "The intake is paused while it is made into a group programme of 16 weeks in three premises.",
      ),
      owner: "association",
      targetGroup,
      form: ["group"],
      length: { number: 16, unit: "weeks" },
      premises: ["Liljeholmen", "Sköndal", "Fridhemsplan"],
      inferred: ["targetGroup"],
    }),
    version("attested", slides, "2023-04-17", "2023-12-31", { ...inGroups, period: { from: "2019" } }),
    version("unverified", slides, "2024-01-01", undefined, { ...inGroups, period: { from: "2019" } }),
  ],
);
