export { type Attendance, AttendanceRecord, attendanceOf, groupSizeWarning } from "./attendance.ts";
export { type DayRun, type DaySet, daySetOf, daysIn } from "./day-set.ts";
export { type Entry, type EntryRules, entriesOf } from "./entries.ts";
export { type Gap, type GapKind, type GapOptions, type Gaps, gapLabels, gapsOf } from "./gaps.ts";
export {
  ActivityStatus,
  JointPlan,
  judgePlanGoal,
  type PlanGoalJudgement,
  PlannedActivity,
  type PlanOutcome,
  planDuties,
  planOutcome,
  type RecordedDuty,
} from "./joint-plan.ts";
export { type OngoingRun, type Overlap, ongoingRuns, overlapsOf, type ParallelOptions } from "./parallel.ts";
export { partsOfYear } from "./parts-of-year.ts";
export { Pathway, PathwayAbsence, PathwayChange, PathwayIntervention } from "./pathway.ts";
export { continuityDuties, type DoneInProcess, reviewDuties } from "./process-duties.ts";
export {
  milestonesFrom,
  type ProgrammeCalendar,
  type ProgrammeFinding,
  type ProgrammeSession,
  type ProgrammeWeek,
  programmeCalendar,
} from "./programme-calendar.ts";
export { type Done, type Duty, type Standing, standingLabels, standingOf } from "./standing.ts";
export { type SpellFinding, type TimeInSpells, type TimeInSpellsOptions, timeInSpells } from "./time-in-spells.ts";
export {
  type PathwayTimeline,
  pathwayTimeline,
  type TimelineEntry,
  type TimelineOptions,
  timelineTable,
} from "./timeline.ts";
