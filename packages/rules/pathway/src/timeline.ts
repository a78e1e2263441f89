import { addDays, type CalendarDate, daysBetween, type Language, type Text } from "@finsam/model";
import type { ContinuityChange, Focus } from "@finsam/policy";
import { compare, type DayRun, daySetOf, daysMissing } from "./day-set.ts";
import { type GapOptions, gapLabels, gapsOf } from "./gaps.ts";
import { ongoingRuns, type ParallelOptions } from "./parallel.ts";
import { activeIn, type Pathway, type PathwayIntervention } from "./pathway.ts";

/**
 * One line of a timeline: an intervention (or a spell of it), a pause between two spells, a gap, an absence, the days after a change of
 * people, or days with parallel interventions.
 */
export interface TimelineEntry extends DayRun {
  readonly kind: "intervention" | "pause" | "gap" | "absence" | "change" | "parallel";
  readonly label: Text;
  /** The row of a picture that it stands in: a pause stands in that of its intervention. */
  readonly lane: Text;
  /** 0 for what never began. */
  readonly days: number;
  /** It goes on at the reference date, so `to` is that date. */
  readonly open: boolean;
  /** What else there is to say. */
  readonly notes: readonly Text[];
  /** Whether a gap is as long as those that are marked; missing where no length is stated. */
  readonly highlighted?: boolean;
}

/** The timeline of a person up to a reference date, in order. */
export interface PathwayTimeline {
  readonly person: string;
  readonly on: CalendarDate;
  readonly entries: readonly TimelineEntry[];
}

/** What a timeline is made with. */
export type TimelineOptions = GapOptions & ParallelOptions;

/**
 * The timeline (tidslinje) of a person as data: interventions with their pauses, parallel days, gaps, changes of people and absences, up to
 * a reference date. Nothing in it is a prediction.
 *
 * @example
 * ```ts
 * import { pathwayTimeline } from "@finsam/pathway";
 * const label = { sv: "Arbetsträning", en: "Work training" };
 * const pathway = { person: "p1", interventions: [{ id: "a", label, referred: "2024-01-08", start: "2024-01-15" }] };
 * const { entries } = pathwayTimeline(pathway, { on: "2024-01-31" });
 * entries.map(({ kind, days, open }) => [kind, days, open]); // => [["gap", 7, false], ["intervention", 17, true]]
 * ```
 */
export function pathwayTimeline(pathway: Pathway, options: TimelineOptions): PathwayTimeline {
  const { on } = options;
  const { withoutIntervention, withoutContact } = gapsOf(pathway, options);
  const labels = new Map(pathway.interventions.map(({ id, label }) => [id, label]));
  const named = (ids: readonly string[]): readonly Text[] => ids.flatMap((id) => labels.get(id) ?? []);
  const entries: readonly TimelineEntry[] = [
    ...pathway.interventions.flatMap((intervention) => entriesOfIntervention(intervention, on)),
    ...ongoingRuns(pathway, options)
      .filter(({ parallel }) => parallel)
      .map(
        (run): TimelineEntry => ({
          ...lasting("parallel", { sv: "Parallella insatser", en: "Parallel interventions" }, run.from, run.to, on),
          open: run.to === on,
          notes: [listed(named(run.interventions)), bipNotes[run.bip]],
        }),
      ),
    ...[...withoutIntervention, ...withoutContact].map((gap): TimelineEntry => {
      const about = listed(named(gap.interventions));
      return {
        ...lasting("gap", headed({ sv: "Glapp", en: "Gap" }, gapLabels[gap.kind]), gap.from, gap.to, on),
        open: gap.open,
        ...(gap.highlighted === undefined ? {} : { highlighted: gap.highlighted }),
        notes: [
          ...(gap.interventions.length === 0 ? [] : [gap.kind.startsWith("change") ? headed(meanwhile, about) : about]),
          ...(gap.highlighted === true ? [atLeast(options.highlightFrom ?? 0)] : []),
          ...gap.absences.map(({ kind }) => headed({ sv: "känt", en: "known" }, lowerCase(absenceLabels[kind]))),
        ],
      };
    }),
    ...(pathway.changes ?? [])
      .filter(({ left }) => left < on)
      .map(
        ({ change, left, successor }): TimelineEntry => ({
          ...lasting("change", changeLabels[change], addDays(left, 1), addDays(left, 1), on),
          open: false,
          notes:
            successor === undefined || successor > on
              ? [{ sv: "ingen efterträdare än", en: "no successor yet" }]
              : [{ sv: `efterträdare ${successor}`, en: `successor ${successor}` }],
        }),
      ),
    ...(pathway.absences ?? [])
      .filter(({ start }) => start <= on)
      .map(
        ({ kind, start, end, note }): TimelineEntry => ({
          ...lasting("absence", absenceLabels[kind], start, end, on),
          notes: note === undefined ? [] : [note],
        }),
      ),
  ];
  return {
    person: pathway.person,
    on,
    entries: [...entries].sort(
      (a, b) =>
        compare(a.from, b.from) ||
        compare(a.to, b.to) ||
        kinds.indexOf(a.kind) - kinds.indexOf(b.kind) ||
        compare(a.label.sv, b.label.sv),
    ),
  };
}

/**
 * A timeline as the rows of a table in words, the first row the head: from, to, days, what, notes. It says all that a picture of the timeline
 * shows.
 *
 * @example
 * ```ts
 * import { pathwayTimeline, timelineTable } from "@finsam/pathway";
 * const pathway = { person: "p1", interventions: [{ id: "a", label: { sv: "Arbetsträning", en: "Work training" }, start: "2024-01-15" }] };
 * timelineTable(pathwayTimeline(pathway, { on: "2024-01-31" }), "en")[1]; // => ["2024-01-15", "goes on", "17", "Work training", ""]
 * ```
 */
export function timelineTable({ entries }: PathwayTimeline, language: Language): readonly (readonly string[])[] {
  const goesOn = { sv: "pågår", en: "goes on" }[language];
  return [
    { sv: ["Från", "Till", "Dagar", "Vad", "Anmärkning"], en: ["From", "To", "Days", "What", "Note"] }[language],
    ...entries.map(({ from, to, open, days, label, notes }) => [
      from,
      open ? goesOn : to,
      String(days),
      label[language],
      notes.map((note) => note[language]).join("; "),
    ]),
  ];
}

const kinds: readonly TimelineEntry["kind"][] = ["change", "intervention", "pause", "parallel", "gap", "absence"];

function entriesOfIntervention(intervention: PathwayIntervention, on: CalendarDate): readonly TimelineEntry[] {
  const { label, focus = [], start, end, spells, returned } = intervention;
  const notes = focus.length === 0 ? [] : [listed(focus.map((one) => focusLabels[one]))];
  if (returned !== undefined) {
    const day = returned.on ?? intervention.referred;
    if (day === undefined || day > on) return [];
    const sentBack = { sv: "återremitterad före start", en: "returned before the start" };
    return [{ ...lasting("intervention", label, day, day, on), open: false, days: 0, notes: [sentBack] }];
  }
  if (start === undefined || start > on) return [];
  if (spells === undefined) return [{ ...lasting("intervention", label, start, end, on), notes }];
  const active = activeIn(intervention);
  const runs = daySetOf(active, on);
  const ongoing = active.some(({ from, to }) => from <= on && (to === null || to > on));
  const [first, last] = [runs[0], runs.at(-1)];
  if (first === undefined || last === undefined) return [];
  const pauses = daysMissing({ from: first.from, to: last.to }, runs);
  return [
    ...runs.map(
      (run): TimelineEntry => ({
        ...lasting("intervention", label, run.from, ongoing && run === last ? undefined : run.to, on),
        notes,
      }),
    ),
    ...pauses.map(
      (run): TimelineEntry => ({
        ...lasting("pause", headed({ sv: "Paus", en: "Pause" }, label), run.from, run.to, on),
        lane: label,
        notes: [],
      }),
    ),
  ];
}

function lasting(
  kind: TimelineEntry["kind"],
  label: Text,
  from: CalendarDate,
  end: CalendarDate | undefined,
  on: CalendarDate,
): Omit<TimelineEntry, "notes"> {
  const open = end === undefined || end > on;
  const to = open ? on : end;
  return { kind, label, lane: label, from, to, days: daysBetween(from, to) + 1, open };
}

const headed = (head: Text, rest: Text): Text => ({ sv: `${head.sv}: ${rest.sv}`, en: `${head.en}: ${rest.en}` });

const listed = (texts: readonly Text[]): Text => ({
  sv: texts.map(({ sv }) => sv).join(", "),
  en: texts.map(({ en }) => en).join(", "),
});

const lowerCase = ({ sv, en }: Text): Text => ({ sv: sv.toLowerCase(), en: en.toLowerCase() });

const atLeast = (days: number): Text => ({ sv: `minst ${days} dagar`, en: `${days} days or more` });

const meanwhile: Text = { sv: "under tiden", en: "meanwhile" };

const focusLabels: Readonly<Record<Focus, Text>> = {
  "job-focused": { sv: "jobbfokuserande", en: "job-focused" },
  competence: { sv: "kompetenshöjande", en: "competence" },
  health: { sv: "hälsorelaterad", en: "health" },
  social: { sv: "social", en: "social" },
};

const changeLabels: Readonly<Record<ContinuityChange, Text>> = {
  "case-worker": { sv: "Byte av handläggare", en: "Change of case worker" },
  "care-centre": { sv: "Byte av vårdcentral", en: "Change of care centre" },
};

const absenceLabels: Readonly<Record<"planned" | "illness", Text>> = {
  planned: { sv: "Planerad frånvaro", en: "Planned absence" },
  illness: { sv: "Sjukfrånvaro", en: "Absence because of illness" },
};

const bipNotes: Readonly<Record<"met" | "notMet" | "undetermined", Text>> = {
  met: { sv: "jobbfokus tillsammans med annat (som BIP)", en: "job focus together with something else (as in BIP)" },
  notMet: { sv: "inte jobbfokus tillsammans med annat", en: "no job focus together with something else" },
  undetermined: { sv: "inriktningen är inte känd för alla", en: "the focus is not known for all" },
};
