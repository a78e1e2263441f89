import type { PathwayPolicy, ProgrammeGroup } from "@finsam/policy";
import { text } from "./catalogue/entry.ts";

const slides = (place: string) => ({ source: "vasterort-meeting-2023", place });
const report = (place: string) => ({ source: "jarva-report-2024", place });

type Session = ProgrammeGroup["sessions"][number];
const day = (weekday: number, part: "morning" | "afternoon"): Session => ({ weekday, part });
const [monday, tuesday, wednesday, thursday, friday] = [1, 2, 3, 4, 5];

const group = (site: string, week: number, sessions: readonly Session[]): ProgrammeGroup => ({
  id: `${site.toLowerCase().replaceAll("ö", "o")}-2023-w${week}`,
  site: text(site, site),
  start: { year: 2023, week },
  sessions,
  citation: slides("lines 362–377"),
});

/**
 * The groups of autumn 2023. Where the slides print one part of the day after two weekdays ("tis + fre fm"), it is read as the part of both.
 */
const autumn2023: readonly ProgrammeGroup[] = [
  group("Kungsholmen", 33, [day(tuesday, "morning"), day(friday, "morning")]),
  group("Liljeholmen", 34, [day(monday, "afternoon"), day(thursday, "afternoon")]),
  group("Sköndal", 34, [day(tuesday, "morning"), day(friday, "morning")]),
  group("Kungsholmen", 35, [day(tuesday, "afternoon"), day(thursday, "afternoon")]),
  group("Sköndal", 35, [day(monday, "afternoon"), day(thursday, "morning")]),
  group("Liljeholmen", 37, [day(wednesday, "morning"), day(friday, "morning")]),
];

const groupProgramme = {
  weeks: 16,
  sessionsPerWeek: 2,
  groupSize: 10,
  milestones: [
    { id: "introduction-meeting", label: text("Introduktionsmöte", "Introduction meeting"), weeks: { to: 1 } },
    { id: "follow-up-1", label: text("Uppföljning vecka 4–6", "Follow-up in weeks 4–6"), weeks: { from: 4, to: 6 } },
    {
      id: "follow-up-2",
      label: text("Uppföljning vecka 10", "Follow-up in week 10"),
      weeks: { from: 10, to: 10 },
      actions: [
        text("Anmälan till gemensam kartläggning", "Application to joint mapping"),
        text("Anmälan till Jobbtorg Stockholm", "Application to Jobbtorg Stockholm (job centre)"),
      ],
    },
    { id: "closing-meeting", label: text("Avslutningsmöte", "Closing meeting"), weeks: { from: 16, to: 16 } },
  ],
};

const followUp2021 = { source: "follow-up-2021", place: "FINSAM-team, lines 53–270" };
const planFollowUps = [
  {
    id: "after-2-months",
    label: text("Uppföljning med remittenten efter två månader", "Follow-up with the referrer after two months"),
    afterMonths: 2,
    open: text("Källan skriver ungefär två månader.", "The source says about two months."),
  },
  {
    id: "after-6-months",
    label: text("Uppföljning efter sex månader", "Follow-up after six months"),
    afterMonths: 6,
    open: text(
      "Styrgruppen ändrade tiden från sex månader till ett år. Vilken dag det gäller från framgår inte, så båda står kvar.",
      "The steering group changed the time from six months to one year. From which day is not stated, so both stand.",
    ),
  },
  {
    id: "after-12-months",
    label: text("Uppföljning efter ett år", "Follow-up after one year"),
    afterMonths: 12,
  },
];

const rehabilitationLead = text("Rehabansvarig", "Person responsible for rehabilitation");
const coordinator = text("Rehabiliteringskoordinator i vården", "Rehabilitation coordinator in health care");
const consultingPhysician = text("Förtroendeläkare", "Consulting physician");
const steeringGroup = [
  text("Socialtjänsten", "Social services"),
  text("Hälso- och sjukvården", "Health care"),
  text("Jobbtorg Järva", "Jobbtorg Järva (job centre)"),
];

/**
 * What the sources say about the way of a person: the group programme of Aktivitetsplatsen, the follow-ups of the joint plans of
 * FINSAM-team, and the process of Järva. No source states from how many days a gap does harm, so no threshold stands here.
 */
export const pathway: PathwayPolicy = {
  programmes: [
    {
      id: "aktivitetsplatsen-group",
      name: text("Aktivitetsplatsen, gruppverksamhet", "Aktivitetsplatsen, group programme"),
      intervention: "aktivitetsplatsen",
      // Before, it was individual and without a fixed length. Applications open on 17 April 2023.
      versions: [
        {
          value: groupProgramme,
          validFrom: "2023-04-17",
          validTo: "2023-12-31",
          status: "attested",
          citation: slides("lines 218–320"),
        },
        { value: groupProgramme, validFrom: "2024-01-01", status: "unverified", citation: slides("lines 218–320") },
      ],
      groups: autumn2023,
    },
  ],
  planFollowUps: [
    {
      value: planFollowUps,
      validFrom: "2021-01-01",
      validTo: "2021-12-31",
      status: "attested",
      citation: followUp2021,
    },
    { value: planFollowUps, validFrom: "2022-01-01", status: "unverified", citation: followUp2021 },
  ],
  processes: [
    {
      id: "jarva-rehabilitation",
      name: text("Järvas rehabiliteringsprocess", "The rehabilitation process of Järva"),
      versions: [
        {
          // The report names the parts, the roles and the tools. The order, and which role and tool goes with which step, is a reading of it.
          value: {
            steps: [
              {
                id: "identify",
                label: text("Hitta personer i målgruppen SIG 0", "Find the people in the group SIG 0"),
                roles: [rehabilitationLead, consultingPhysician],
              },
              {
                id: "coordinate-with-care",
                label: text("Samordna med vården", "Coordinate with health care"),
                roles: [rehabilitationLead, coordinator],
              },
              {
                id: "plan",
                label: text("Planera", "Plan"),
                roles: [rehabilitationLead],
                tools: [text("Progressionsplan", "Progression plan"), text("BRA-samtal", "BRA conversation")],
              },
              {
                id: "parallel-interventions",
                label: text("Parallella insatser utan glapp", "Parallel interventions without gaps"),
              },
              { id: "progression", label: text("Mät progression", "Measure progression") },
              {
                id: "continuity",
                label: text("Följ upp efter byte", "Follow up after a change"),
                roles: [rehabilitationLead, coordinator],
              },
            ],
            // The report says that a gap arises when these change, not within how many days it has to be followed up.
            continuity: [
              { change: "case-worker", opens: "continuity" },
              { change: "care-centre", opens: "continuity" },
            ],
            reviews: [
              {
                id: "steering-group",
                label: text("Styrgruppens möte", "Meeting of the steering group"),
                everyMonths: 3,
                roles: steeringGroup,
              },
              {
                id: "tertial-review",
                label: text("Tertialanalys", "Review of four months"),
                everyMonths: 4,
                tools: [text("NÖHRA", "NÖHRA")],
              },
            ],
          },
          validFrom: "2024-01-01",
          status: "unverified",
          citation: report("lines 57–180, 206–210 and 398–410"),
        },
      ],
    },
  ],
};
