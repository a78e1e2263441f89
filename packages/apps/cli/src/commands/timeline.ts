import { CalendarDate, Text } from "@finsam/model";
import { type Pathway, pathwayTimeline, timelineTable } from "@finsam/pathway";
import { timelinePage, timelinePicture } from "@finsam/pathway-files";
import { at } from "@finsam/policy";
import * as z from "zod";
import { documentText } from "../documents.ts";
import { type ExitCode, exitCodes } from "../exit-code.ts";
import { Failure } from "../failure.ts";
import { writeWhole } from "../output-file.ts";
import { pathwayInFile, pathwayInStore } from "../pathway-of-person.ts";
import { profileOf } from "../profile-option.ts";
import type { Session } from "../session.ts";
import { textColumns } from "../text-columns.ts";

/** What `finsam timeline` was asked to do. */
export interface TimelineCommandOptions {
  readonly on: string;
  readonly profile: string;
  readonly out?: string;
  readonly gap?: number;
  readonly store?: string;
  readonly person?: string;
  readonly json?: true;
}

/** What `finsam timeline --json` prints: the way of one pseudonymous person up to a day. */
export const TimelineDocument = z.strictObject({
  person: z.string(),
  on: CalendarDate,
  /** From how many days a gap is marked; null where neither the command nor the profile says. */
  gapHighlight: z.int().positive().nullable(),
  entries: z.array(
    z.strictObject({
      kind: z.enum(["intervention", "pause", "gap", "absence", "change", "parallel"]),
      label: Text,
      from: CalendarDate,
      to: CalendarDate,
      days: z.int().min(0),
      open: z.boolean(),
      notes: z.array(Text),
      highlighted: z.boolean().nullable(),
    }),
  ),
});
export type TimelineDocument = z.infer<typeof TimelineDocument>;

/** Tells the way of one person through interventions as a table, and draws it. */
export async function timelineCommand(
  session: Session,
  file: string | undefined,
  options: TimelineCommandOptions,
): Promise<ExitCode> {
  const { on, out } = options;
  if (out !== undefined && !/\.(svg|html)$/.test(out))
    throw new Failure({
      sv: `--out ${out}: ange en fil som slutar på .svg eller .html.`,
      en: `--out ${out}: name a file that ends in .svg or .html.`,
    });
  const profile = await profileOf(options.profile);
  const pathway = await pathwayFor(session, file, options);
  const { gapHighlight } = profile.pathway ?? {};
  const stated = gapHighlight === undefined ? undefined : at(gapHighlight, on, "gapHighlight").value.days;
  const highlightFrom = options.gap ?? stated;
  const timeline = pathwayTimeline(pathway, { on, highlightFrom });
  if (options.json === true)
    session.print(
      documentText(TimelineDocument, {
        person: timeline.person,
        on,
        gapHighlight: highlightFrom ?? null,
        entries: timeline.entries.map(({ kind, label, from, to, days, open, notes, highlighted }) => ({
          kind,
          label,
          from,
          to,
          days,
          open,
          notes: [...notes],
          highlighted: highlighted ?? null,
        })),
      }),
    );
  else if (timeline.entries.length === 0)
    session.print(
      { sv: "Inget har hänt till den dagen.", en: "Nothing has happened up to that day." }[session.language],
    );
  else session.print(textColumns(timelineTable(timeline, session.language)));
  if (out !== undefined) {
    const draw = out.endsWith(".svg") ? timelinePicture : timelinePage;
    const path = await writeWhole(out, await draw(timeline, session.language));
    session.tell({ sv: `Skrev ${path}.`, en: `Wrote ${path}.` });
  }
  return exitCodes.fine;
}

async function pathwayFor(
  session: Session,
  file: string | undefined,
  { store, person, profile }: TimelineCommandOptions,
): Promise<Pathway> {
  if (file !== undefined && store === undefined && person === undefined)
    return pathwayInFile(session, file, await profileOf(profile));
  if (file === undefined && store !== undefined && person !== undefined)
    return pathwayInStore(store, person, await profileOf(profile));
  throw new Failure({
    sv: "Ange antingen en JSON-fil med en person, eller ett lager och en person i det: --store LAGER --person PSEUDONYM.",
    en: "Name either a JSON file of one person, or a store and a person in it: --store STORE --person PSEUDONYM.",
  });
}
