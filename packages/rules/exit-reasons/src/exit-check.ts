import { type CodeList, codeById, isValidOn, type Text } from "@finsam/model";
import { type ExitRecord, isFollowed } from "./exit-record.ts";

/**
 * Something about an exit that cannot be right. The message names no person, no date and no code, so it may be shown and logged beside the
 * number of the row.
 *
 * @example
 * ```ts
 * import { checkExit, type ExitFinding, exitReasons } from "@finsam/exit-reasons";
 * const findings: readonly ExitFinding[] = checkExit({ start: "2021-03-01", end: "2021-09-01" }, exitReasons);
 * findings[0]?.field; // => "exitReason"
 * ```
 */
export type ExitFinding = {
  readonly code: ExitFindingCode;
  readonly field: keyof ExitRecord;
  readonly message: Text;
};

const descriptions = {
  "end-before-start": {
    field: "end",
    message: {
      sv: "Deltagandet slutar före sin första dag. Rätta start- eller slutdatum.",
      en: "The participation ends before its first day. Correct the start or the end.",
    },
  },
  "reason-without-end": {
    field: "end",
    message: {
      sv: "Det finns en avslutsorsak men inget slutdatum. Ange slutdatum, eller ta bort orsaken om deltagandet pågår.",
      en: "There is an exit reason but no end. Give the end, or remove the reason if the participation goes on.",
    },
  },
  "end-without-reason": {
    field: "exitReason",
    message: {
      sv: "Deltagandet har slutat utan avslutsorsak. Ange orsaken, eller att den saknas.",
      en: "The participation ended without an exit reason. Give the reason, or state that it is not known.",
    },
  },
  "reason-not-in-list": {
    field: "exitReason",
    message: {
      sv: "Avslutsorsaken finns inte i kodlistan. Använd en kod ur listan.",
      en: "The exit reason is not in the code list. Use the id of a code in the list.",
    },
  },
  "reason-not-valid-on-end": {
    field: "exitReason",
    message: {
      sv: "Avslutsorsaken gällde inte den dag deltagandet slutade. Välj en orsak som gällde då.",
      en: "The exit reason was not valid on the day the participation ended. Choose one that was.",
    },
  },
  "returned-before-start-with-exit": {
    field: "returnedBeforeStart",
    message: {
      sv: "Den som återremitterats före start har inget avslut. Ta bort slutdatum och avslutsorsak, eller återremitteringen.",
      en: "A person returned before the start has no exit. Remove the end and the exit reason, or the return.",
    },
  },
} as const satisfies Readonly<Record<string, { field: keyof ExitRecord; message: Text }>>;

/**
 * The codes of {@link ExitFinding}.
 *
 * @example
 * ```ts
 * import type { ExitFindingCode } from "@finsam/exit-reasons";
 * const code: ExitFindingCode = "end-before-start";
 * code; // => "end-before-start"
 * ```
 */
export type ExitFindingCode = keyof typeof descriptions;

/**
 * Finds what cannot be right about how a participation ended; nothing found is an empty list. A participation that is not followed up has
 * no reason by design, so only its dates are checked.
 *
 * The reason must be the id of a code: read labels and legacy numbers with `findCode` first. Nothing is repaired.
 *
 * @example
 * ```ts
 * import { checkExit, exitReasons } from "@finsam/exit-reasons";
 * const codes = checkExit({ start: "2021-03-01", end: "2021-02-01", exitReason: "holiday" }, exitReasons).map(({ code }) => code);
 * codes; // => ["end-before-start", "reason-not-in-list"]
 * checkExit({ followUp: "not-followed", start: "2021-03-01", end: "2021-09-01" }, exitReasons); // => []
 * ```
 */
export function checkExit(exit: ExitRecord, reasons: CodeList): readonly ExitFinding[] {
  const codes = [...findingsInDates(exit), ...(isFollowed(exit) ? findingsInReasons(exit, reasons) : [])];
  return codes.map((code) => ({ code, ...descriptions[code] }));
}

function* findingsInDates({ start, end }: ExitRecord): Iterable<ExitFindingCode> {
  if (start !== undefined && end !== undefined && end < start) yield "end-before-start";
}

function* findingsInReasons(exit: ExitRecord, reasons: CodeList): Iterable<ExitFindingCode> {
  const { end, exitReason, returnedBeforeStart } = exit;
  if (returnedBeforeStart !== undefined) {
    if (end !== undefined || exitReason !== undefined) yield "returned-before-start-with-exit";
  } else {
    if (exitReason !== undefined && end === undefined) yield "reason-without-end";
    if (exitReason === undefined && end !== undefined) yield "end-without-reason";
  }
  if (exitReason === undefined) return;
  const code = codeById(reasons, exitReason);
  if (code === undefined) yield "reason-not-in-list";
  else if (end !== undefined && !isValidOn(code, end)) yield "reason-not-valid-on-end";
}
