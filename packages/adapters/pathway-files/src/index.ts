export {
  type CalendarEvent,
  type CalendarFileOptions,
  calendarFile,
  dutyEvents,
  programmeEvents,
} from "./calendar-file.ts";
export { timelinePage, timelinePicture } from "./timeline-picture.ts";
