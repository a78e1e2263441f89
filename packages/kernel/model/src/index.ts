export { apportion } from "./apportion.ts";
export {
  addDays,
  CalendarDate,
  calendarDate,
  type DateParts,
  dateParts,
  daysBetween,
  daysInMonth,
  isCalendarDate,
  weekday,
} from "./calendar-date.ts";
export { Code, CodeId, CodeList, codeById, findCode, isValidOn } from "./code-list.ts";
export {
  completedMonths,
  completedYears,
  LeapDayBirthday,
  possibleYears,
  type WholeNumberInterval,
} from "./completed-time.ts";
export { calendarYear, DateInterval, includesDay, meets, overlap } from "./date-interval.ts";
export { dayOfIsoWeek, type IsoWeek, isoWeek } from "./iso-week.ts";
export { Measurement, Respondent } from "./measurement.ts";
export { monthsAfter } from "./months-after.ts";
export { isPartialDate, PartialDate, possibleDays } from "./partial-date.ts";
export {
  AnonymousParticipation,
  anonymise,
  FollowedParticipation,
  NotFollowedParticipation,
  Participation,
  ParticipationId,
} from "./participation.ts";
export { Facts, FactValue, NumberOrInterval, Person, PersonId } from "./person.ts";
export { Sex, SexBasis, sexes, sexLabels } from "./sex.ts";
export { addCounts, countSex, noCounts, SexCounts } from "./sex-counts.ts";
export { Citation, Source, SourceStatus, Validity } from "./source.ts";
export { Spell } from "./spell.ts";
export { Language, languages, Text } from "./text.ts";
