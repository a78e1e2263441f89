import { codeById, type Text } from "@finsam/model";
import {
  type Attendance,
  attendanceOf,
  continuityDuties,
  type Duty,
  groupSizeWarning,
  milestonesFrom,
  planDuties,
  programmeCalendar,
  type RecordedDuty,
  reviewDuties,
  type Standing,
  standingOf,
} from "@finsam/pathway";
import { type CalendarEvent, dutyEvents, programmeEvents } from "@finsam/pathway-files";
import { at, NoVersionCovers, type Profile, type ProgrammeGroup, type Timeline } from "@finsam/policy";
import type { OpenStore } from "@finsam/store";
import type { DueFile } from "./due-file.ts";
import { Failure } from "./failure.ts";

/** Something to do, whom or what it is about, and how it stands. */
export interface DueItem {
  readonly kind: "milestone" | "plan-follow-up" | "activity" | "review" | "continuity";
  /** A pseudonym, or the id of a plan; nothing for what is about no person. */
  readonly about?: string;
  /** The programme and group, the process, or what the plan is. */
  readonly within: Text;
  readonly duty: Duty;
  readonly standing: Standing;
}

/** What is due on a day, how groups are doing, what a calendar file may say of it, and what could not be looked at. */
export interface WhatIsDue {
  readonly items: readonly DueItem[];
  readonly groups: readonly {
    readonly id: string;
    readonly within: Text;
    readonly participants: number;
    readonly warnings: readonly Text[];
    readonly attendance: readonly { readonly person: string; readonly sessions: Attendance }[];
  }[];
  /** Without anything about a person. */
  readonly events: readonly CalendarEvent[];
  /** How many participations a programme of the time did not cover. */
  readonly withoutProgramme: number;
}

/** What the groups, plans and processes of a file ask for, on a day. */
export function dueInFile(
  { groups = [], plans = [], processes = [] }: DueFile,
  profile: Profile,
  on: string,
): WhatIsDue {
  const inGroups = groups.map((one) => dueInGroup(one, profile, on));
  const item = standingItem(on);
  const inPlans = plans.flatMap((plan) => {
    const { planFollowUps } = profile.pathway ?? {};
    const followUps = planFollowUps === undefined ? [] : at(planFollowUps, plan.agreed, "planFollowUps").value;
    for (const { followUp } of plan.followedUp ?? []) known("follow-up", followUp, followUps);
    const activities = new Set(plan.activities.map(({ id }) => id));
    return planDuties(plan, followUps).map((recorded) =>
      item(
        activities.has(recorded.duty.id) ? "activity" : "plan-follow-up",
        jointPlan,
        recorded,
        plan.person ?? plan.id,
      ),
    );
  });
  const inProcesses = processes.flatMap(({ process, reviews, people = [] }) => {
    const stated = known("process", process, profile.pathway?.processes ?? []);
    const layout = at(stated.versions, on, process).value;
    for (const { id } of reviews ?? []) known("review", id, layout.reviews);
    for (const { id } of people.flatMap(({ done }) => done)) known("step", id, layout.steps);
    return [
      ...reviewDuties(layout, yearOf(on), reviews).map((recorded) => item("review", stated.name, recorded)),
      ...people.flatMap(({ person, changes, done }) =>
        continuityDuties(
          layout,
          changes.filter(({ left }) => left < on),
          done,
        ).map((recorded) => item("continuity", stated.name, recorded, person)),
      ),
    ];
  });
  return {
    items: [...inGroups.flatMap(({ items }) => items), ...inPlans, ...inProcesses],
    groups: inGroups.map(({ group }) => group),
    events: [...inGroups.flatMap(({ events }) => events), ...eventsWithoutPeople([...inPlans, ...inProcesses])],
    withoutProgramme: 0,
  };
}

/**
 * What the milestones of the profile's programmes ask for those who take part according to a register, on a day. A register does not hold
 * which were held, so none is late. Participations before the programme had its form are counted.
 */
export async function dueInStore(
  store: Pick<OpenStore, "participations">,
  profile: Profile,
  on: string,
): Promise<WhatIsDue> {
  const programmes = profile.pathway?.programmes ?? [];
  const item = standingItem(on);
  const items: DueItem[] = [];
  let withoutProgramme = 0;
  for await (const participation of store.participations()) {
    if (participation.followUp !== "followed") continue;
    const { person, intervention, start, end } = participation;
    if (start === undefined || start > on || participation.returnedBeforeStart !== undefined) continue;
    for (const { versions } of programmes.filter((one) => one.intervention === intervention)) {
      const layout = coveredAt(versions, start);
      if (layout === undefined) withoutProgramme += 1;
      else
        for (const duty of milestonesFrom(layout, start)) {
          // Nothing falls due for someone who has left.
          if (end !== undefined && end < on && (duty.from ?? start) > end) continue;
          const label = codeById(profile.codeLists.interventions, intervention)?.label;
          items.push(
            item("milestone", label ?? { sv: intervention, en: intervention }, { duty, done: "not-recorded" }, person),
          );
        }
    }
  }
  return { items, groups: [], events: dutyEvents(items.map(({ duty }) => duty)), withoutProgramme };
}

const jointPlan: Text = { sv: "Gemensam plan", en: "Joint plan" };

function dueInGroup(
  { programme, group: named, participants = [] }: NonNullable<DueFile["groups"]>[number],
  profile: Profile,
  on: string,
) {
  const stated = known("programme", programme, profile.pathway?.programmes ?? []);
  const group: ProgrammeGroup = typeof named === "string" ? known("group", named, stated.groups ?? []) : named;
  const [first = on] = programmeCalendar({ weeks: 1, sessionsPerWeek: 1, milestones: [] }, group).weeks.map(
    ({ from }) => from,
  );
  const layout = at(stated.versions, first, programme).value;
  const calendar = programmeCalendar(layout, group);
  const within = { sv: `${stated.name.sv}, ${group.site.sv}`, en: `${stated.name.en}, ${group.site.en}` };
  for (const { id } of participants.flatMap(({ done = [] }) => done)) known("milestone", id, layout.milestones);
  const tooMany = groupSizeWarning(layout, participants.length);
  const item = standingItem(on);
  return {
    items: participants.flatMap(({ person, done }) =>
      calendar.milestones.map((duty) => {
        const held = done?.find(({ id }) => id === duty.id);
        const state = held !== undefined ? { on: held.on } : done === undefined ? "not-recorded" : "not-done";
        return item("milestone", within, { duty, done: state }, person);
      }),
    ),
    group: {
      id: group.id,
      within,
      participants: participants.length,
      warnings: [...(tooMany === undefined ? [] : [tooMany]), ...calendar.findings.map((code) => findingTexts[code])],
      attendance: participants.flatMap(({ person, attendance }) =>
        attendance === undefined ? [] : [{ person, sessions: attendanceOf(calendar, attendance, on) }],
      ),
    },
    events: programmeEvents(calendar, { id: group.id, name: within }),
  };
}

const findingTexts = {
  "other-number-of-sessions": {
    sv: "Gruppen har ett annat antal tillfällen i veckan än programmet.",
    en: "The group has another number of sessions a week than the programme.",
  },
  "skipped-week-outside-programme": {
    sv: "En vecka som ska hoppas över ligger utanför programmet.",
    en: "A week to be skipped lies outside the programme.",
  },
} as const;

const standingItem =
  (on: string) =>
  (kind: DueItem["kind"], within: Text, { duty, done }: RecordedDuty, about?: string): DueItem => ({
    kind,
    within,
    duty,
    standing: standingOf(duty, done, on),
    ...(about === undefined ? {} : { about }),
  });

/** What remains to be done. An activity may say something about a person, so a calendar only says that there is one. */
const eventsWithoutPeople = (items: readonly DueItem[]): readonly CalendarEvent[] =>
  dutyEvents(
    items
      .filter(({ standing }) => standing.state !== "done")
      .map(({ kind, duty }): Duty => {
        if (kind !== "activity") return duty;
        const { from, by } = duty;
        return {
          id: "activity",
          label: { sv: "Aktivitet i en gemensam plan", en: "Activity of a joint plan" },
          ...(by !== undefined ? { by } : from !== undefined ? { from } : {}),
        };
      }),
  );

function coveredAt<Value>(versions: Timeline<Value>, on: string): Value | undefined {
  try {
    return at(versions, on, "programme").value;
  } catch (problem) {
    if (problem instanceof NoVersionCovers) return undefined;
    throw problem;
  }
}

const yearOf = (day: string): number => Number(day.slice(0, 4));

const missing = {
  programme: { sv: "inget program", en: "no programme" },
  group: { sv: "ingen grupp", en: "no group" },
  milestone: { sv: "ingen avstämning", en: "no milestone" },
  "follow-up": { sv: "ingen uppföljning av planer", en: "no follow-up of plans" },
  process: { sv: "ingen process", en: "no process" },
  review: { sv: "inget möte", en: "no review" },
  step: { sv: "inget steg", en: "no step" },
} as const satisfies Readonly<Record<string, Text>>;

/** The one with an id. A misspelled one must not make something late that was done. */
function known<One extends { readonly id: string }>(what: keyof typeof missing, id: string, all: readonly One[]): One {
  const found = all.find((one) => one.id === id);
  if (found !== undefined) return found;
  const ids = all.map((one) => one.id).join(", ") || "–";
  throw new Failure({
    sv: `Profilen har ${missing[what].sv} "${id}". Det som finns: ${ids}.`,
    en: `The profile has ${missing[what].en} "${id}". It has: ${ids}.`,
  });
}
