import { CalendarDate, CodeId, Text } from "@finsam/model";
import { type Standing, standingLabels } from "@finsam/pathway";
import { calendarFile } from "@finsam/pathway-files";
import * as z from "zod";
import { documentText } from "../documents.ts";
import { dueFile } from "../due-file.ts";
import { type ExitCode, exitCodes } from "../exit-code.ts";
import { Failure } from "../failure.ts";
import { writeWhole } from "../output-file.ts";
import { profileOf } from "../profile-option.ts";
import type { Session } from "../session.ts";
import { openStoreOption } from "../store-option.ts";
import { textColumns } from "../text-columns.ts";
import { type DueItem, dueInFile, dueInStore, type WhatIsDue } from "../what-is-due.ts";

/** What `finsam due` was asked to do. */
export interface DueOptions {
  readonly on: string;
  readonly profile: string;
  readonly store?: string;
  readonly ics?: string;
  readonly json?: true;
}

const State = z.enum(["late", "due", "passed", "upcoming", "done"]);
const count = z.int().min(0);

/** What `finsam due --json` prints: what is late, due, passed, upcoming and done on a day, in that order. */
export const DueDocument = z.strictObject({
  profile: z.string(),
  version: z.string(),
  on: CalendarDate,
  items: z.array(
    z.strictObject({
      kind: z.enum(["milestone", "plan-follow-up", "activity", "review", "continuity"]),
      id: CodeId,
      label: Text,
      /** A pseudonym, or the id of a plan; null for what is about no person. */
      about: z.string().nullable(),
      within: Text,
      from: CalendarDate.nullable(),
      by: CalendarDate.nullable(),
      state: State,
      doneOn: CalendarDate.nullable(),
      daysLate: count.nullable(),
      actions: z.array(Text),
      responsible: z.array(Text),
    }),
  ),
  groups: z.array(
    z.strictObject({
      id: CodeId,
      within: Text,
      participants: count,
      warnings: z.array(Text),
      attendance: z.array(
        z.strictObject({
          person: z.string(),
          held: count,
          attended: count,
          plannedAbsence: count,
          illness: count,
          absent: count,
          notRecorded: count,
          findings: z.array(z.strictObject({ code: z.enum(["no-session", "contradiction"]), on: CalendarDate })),
        }),
      ),
    }),
  ),
  /** Participations that began when the programme had no form that the profile knows of. */
  withoutProgramme: count,
});
export type DueDocument = z.infer<typeof DueDocument>;

/** Tells what is due, late and done on a day, in groups, plans and processes of a file or in a register. */
export async function dueCommand(session: Session, file: string | undefined, options: DueOptions): Promise<ExitCode> {
  const { on, ics } = options;
  const profile = await profileOf(options.profile);
  const found = await dueFor(session, file, options);
  const items = [...found.items].sort(inOrder);
  if (options.json === true)
    session.print(
      documentText(DueDocument, {
        profile: profile.id,
        version: profile.version,
        on,
        items: items.map(inDocument),
        groups: found.groups.map(({ id, within, participants, warnings, attendance }) => ({
          id,
          within,
          participants,
          warnings: [...warnings],
          attendance: attendance.map(({ person, sessions }) => ({
            person,
            ...sessions,
            findings: [...sessions.findings],
          })),
        })),
        withoutProgramme: found.withoutProgramme,
      }),
    );
  else session.print(inWords(items, found, session));
  if (ics !== undefined) {
    const name = { sv: `Att göra, ${profile.name.sv}`, en: `Due, ${profile.name.en}` };
    const path = await writeWhole(ics, calendarFile(found.events, { name, language: session.language, stamp: on }));
    session.tell({
      sv: `Skrev ${path}. Inget i kalendern säger vem det gäller.`,
      en: `Wrote ${path}. Nothing in the calendar says whom it is about.`,
    });
  }
  return exitCodes.fine;
}

async function dueFor(
  session: Session,
  file: string | undefined,
  { store: option, profile: named, on }: DueOptions,
): Promise<WhatIsDue> {
  const profile = await profileOf(named);
  if (file !== undefined && option === undefined) return dueInFile(await dueFile(session, file), profile, on);
  if (file === undefined && option !== undefined) {
    await using store = await openStoreOption(option, "read", profile.id);
    return await dueInStore(store, profile, on);
  }
  throw new Failure({
    sv: "Ange antingen en JSON-fil med grupper, planer och processer, eller ett lager: --store LAGER.",
    en: "Name either a JSON file of groups, plans and processes, or a store: --store STORE.",
  });
}

const states: readonly Standing["state"][] = State.options;

const inOrder = (one: DueItem, other: DueItem): number =>
  states.indexOf(one.standing.state) - states.indexOf(other.standing.state) ||
  compare(lastDay(one), lastDay(other)) ||
  compare(one.about ?? "", other.about ?? "");

const lastDay = ({ duty: { from, by }, standing: { doneOn } }: DueItem): string => doneOn ?? by ?? from ?? "9999-12-31";

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

const inDocument = ({ kind, about, within, duty, standing }: DueItem): DueDocument["items"][number] => ({
  kind,
  id: duty.id,
  label: duty.label,
  about: about ?? null,
  within,
  from: duty.from ?? null,
  by: duty.by ?? null,
  state: standing.state,
  doneOn: standing.doneOn ?? null,
  daysLate: standing.daysLate ?? null,
  actions: [...(duty.actions ?? [])],
  responsible: [...(duty.responsible ?? [])],
});

function inWords(items: readonly DueItem[], { groups, withoutProgramme }: WhatIsDue, { language }: Session): string {
  const { head, none, nobody, attendance, inDoubt, withoutForm } = words[language];
  const rows = items.map(({ about, within, duty, standing }) => [
    stateInWords(standing, language),
    standing.doneOn ?? duty.by ?? (duty.from === undefined ? "" : `${duty.from} –`),
    [duty.label, ...(duty.actions ?? [])].map((text) => text[language]).join("; "),
    about ?? nobody,
    [within, ...(duty.responsible ?? [])].map((text) => text[language]).join("; "),
  ]);
  return [
    items.length === 0 ? none : textColumns([head, ...rows]),
    ...groups.flatMap(({ within, warnings }) => warnings.map((warning) => `${within[language]}: ${warning[language]}`)),
    ...groups.flatMap((group) =>
      group.attendance.map(
        ({ person, sessions }) =>
          `${person}, ${group.within[language]}: ${attendance(sessions)}${sessions.findings.length === 0 ? "" : `; ${inDoubt} ${sessions.findings.map(({ on }) => on).join(", ")}`}`,
      ),
    ),
    ...(withoutProgramme === 0 ? [] : [withoutForm(withoutProgramme)]),
  ].join("\n");
}

type Sessions = WhatIsDue["groups"][number]["attendance"][number]["sessions"];

function stateInWords({ state, daysLate }: DueItem["standing"], language: Session["language"]): string {
  const label = standingLabels[state][language];
  if (daysLate === undefined) return label;
  const { days, tooLate } = words[language];
  return state === "done" ? `${label}, ${days(daysLate)} ${tooLate}` : `${label}, ${days(daysLate)}`;
}

const words = {
  sv: {
    head: ["Läge", "Senast/gjord", "Vad", "Vem", "Var och av vem"],
    none: "Inget att göra.",
    days: (count: number): string => (count === 1 ? "1 dag" : `${count} dagar`),
    tooLate: "för sent",
    nobody: "–",
    attendance: ({ held, attended, plannedAbsence, illness, absent, notRecorded }: Sessions): string =>
      `${held} tillfällen: närvarande ${attended}, planerad frånvaro ${plannedAbsence}, sjuk ${illness}, frånvarande ${absent}, ej registrerat ${notRecorded}`,
    inDoubt: "inget tillfälle eller motsägelse",
    withoutForm: (count: number): string =>
      `Deltaganden som började när profilen inte har något program för insatsen: ${count}.`,
  },
  en: {
    head: ["State", "By/done", "What", "Who", "Where and by whom"],
    none: "Nothing to do.",
    days: (count: number): string => (count === 1 ? "1 day" : `${count} days`),
    tooLate: "late",
    nobody: "–",
    attendance: ({ held, attended, plannedAbsence, illness, absent, notRecorded }: Sessions): string =>
      `${held} sessions: attended ${attended}, planned absence ${plannedAbsence}, ill ${illness}, absent ${absent}, not recorded ${notRecorded}`,
    inDoubt: "no session or a contradiction on",
    withoutForm: (count: number): string =>
      `Participations that began when the profile has no programme for the intervention: ${count}.`,
  },
} as const;
