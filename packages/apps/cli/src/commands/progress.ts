import {
  caseWorkerChanges,
  changes,
  checkMeasurement,
  progressBySex,
  type Series,
  type SeriesOptions,
  series,
} from "@finsam/bip";
import { CalendarDate, CodeId, type Measurement, PersonId, Respondent, type Sex, Text } from "@finsam/model";
import { at, type Instrument, type Profile } from "@finsam/policy";
import * as z from "zod";
import { documentText } from "../documents.ts";
import { type ExitCode, exitCodes } from "../exit-code.ts";
import { Failure } from "../failure.ts";
import { instrumentOf } from "../instrument-option.ts";
import { type MeasuredPeople, measurementsIn, type RefusedMeasurement } from "../measurements-file.ts";
import { profileOf } from "../profile-option.ts";
import { progressInWords, seriesInWords } from "../progress-in-words.ts";
import type { Session } from "../session.ts";
import { openStoreOption } from "../store-option.ts";

/** What `finsam progress` was asked to do. */
export interface ProgressOptions {
  readonly on: string;
  readonly instrument: string;
  readonly profile: string;
  readonly store?: string;
  readonly person?: string;
  readonly threshold?: number;
  readonly json?: true;
}

const count = z.int().min(0);
const bySex = <Value extends z.ZodType>(value: Value) =>
  z.strictObject({ woman: value, man: value, other: value, unknown: value, total: value });
const counts = bySex(count.nullable());
const shares = bySex(z.strictObject({ numerator: count, denominator: count, percent: count }).nullable());

const about = {
  profile: z.string(),
  version: z.string(),
  on: CalendarDate,
  instrument: z.strictObject({ id: CodeId, version: z.string(), title: Text }),
  /** Answers that the instrument does not allow: how many, and why. Changes that need them are undetermined. */
  findings: z.array(z.strictObject({ code: z.string(), count, message: Text })),
  refused: z.array(z.strictObject({ row: count, message: Text })),
};
const key = { indicator: CodeId, label: Text, respondent: Respondent, scale: CodeId };

/** What `finsam progress --json` prints: changes by indicator and respondent, by sex; `null` is withheld. */
export const ProgressDocument = z.strictObject({
  ...about,
  threshold: count,
  rows: z.array(
    z.strictObject({
      ...key,
      asked: counts,
      improved: counts,
      unchanged: counts,
      worsened: counts,
      undetermined: counts,
      shares: z.strictObject({ improved: shares, unchanged: shares, worsened: shares }),
    }),
  ),
});
export type ProgressDocument = z.infer<typeof ProgressDocument>;

const Change = z.strictObject({
  outcome: z.enum(["improved", "unchanged", "worsened", "undetermined"]),
  reliable: z.boolean().optional(),
  because: z.array(z.string()).optional(),
});

/** What `finsam progress --person … --json` prints: the series of one person, for that person's own follow-up. */
export const PersonProgressDocument = z.strictObject({
  ...about,
  person: PersonId,
  series: z.array(
    z.strictObject({
      ...key,
      change: Change,
      trend: z.enum(["improving", "worsening", "steady", "mixed", "undetermined"]),
      answered: z.array(CalendarDate),
      unanswered: z.array(CalendarDate),
      steps: z.array(
        z.strictObject({
          from: CalendarDate,
          to: CalendarDate,
          change: Change,
          caseWorker: z.enum(["same", "other", "unknown"]),
        }),
      ),
      /** `null` when the instrument states no cadence. */
      rounds: z
        .array(z.strictObject({ due: CalendarDate, state: z.enum(["answered", "unanswered", "missing", "open"]) }))
        .nullable(),
    }),
  ),
  caseWorkerChanges: z.array(z.strictObject({ lastSeen: CalendarDate, firstSeen: CalendarDate })),
});
export type PersonProgressDocument = z.infer<typeof PersonProgressDocument>;

/** Tells how people progressed by an instrument, up to a day: all of them by sex, or one person in series. */
export async function progressCommand(
  session: Session,
  file: string | undefined,
  options: ProgressOptions,
): Promise<ExitCode> {
  const profile = await profileOf(options.profile);
  const instrument = await instrumentOf(options.instrument, profile);
  const { measurements, sexOf, lastDayOf, refused } = await measuredPeople(file, options.store, profile);
  const ofInstrument = measurements.filter(
    ({ indicator, on }) => on <= options.on && instrument.indicators.some(({ id }) => id === indicator),
  );
  const { id, version, title } = instrument;
  const known = {
    profile: profile.id,
    version: profile.version,
    on: options.on,
    instrument: { id, version, title },
    findings: findingsOf(ofInstrument, instrument),
    refused: [...refused],
  };
  const { language } = session;
  if (options.person === undefined) {
    const threshold = options.threshold ?? at(profile.report, options.on, "report").value.threshold;
    const document = { ...known, threshold, rows: rowsOf(ofInstrument, instrument, sexOf, threshold) };
    session.print(
      options.json === true ? documentText(ProgressDocument, document) : progressInWords(document, language),
    );
  } else {
    const own = ofInstrument.filter(({ person }) => person === options.person);
    const document = {
      ...known,
      ...personProgress(options.person, own, instrument, {
        on: options.on,
        ...(lastDayOf === undefined ? {} : { lastDayOf }),
      }),
    };
    session.print(
      options.json === true ? documentText(PersonProgressDocument, document) : seriesInWords(document, language),
    );
  }
  for (const { row, message } of refused)
    session.tell({ sv: `Rad ${row} lästes inte: ${message.sv}`, en: `Row ${row} was not read: ${message.en}` });
  return refused.length === 0 ? exitCodes.fine : exitCodes.badInput;
}

async function measuredPeople(
  file: string | undefined,
  store: string | undefined,
  profile: Profile,
): Promise<MeasuredPeople & { readonly refused: readonly RefusedMeasurement[] }> {
  if (file !== undefined && store === undefined) return measurementsIn(file, profile);
  if (file === undefined && store !== undefined) return { ...(await measuredInStore(store, profile)), refused: [] };
  throw new Failure({
    sv: "Ange antingen en fil med mätningar (CSV eller JSON) eller ett lager: --store LAGER.",
    en: "Name either a file of measurements (CSV or JSON) or a store: --store STORE.",
  });
}

async function measuredInStore(option: string, profile: Profile): Promise<MeasuredPeople> {
  await using store = await openStoreOption(option, "read", profile.id);
  const measurements: Measurement[] = [];
  for await (const measurement of store.measurements()) measurements.push(measurement);
  const sexes = new Map<PersonId, Sex>();
  for await (const person of store.persons()) if (!person.protectedIdentity) sexes.set(person.id, person.sex);
  const lastDays = new Map<PersonId, CalendarDate | undefined>();
  for await (const participation of store.participations()) {
    if (participation.followUp !== "followed") continue;
    const { person, end } = participation;
    const known = lastDays.has(person) ? lastDays.get(person) : end;
    lastDays.set(person, known === undefined || end === undefined ? undefined : known > end ? known : end);
  }
  return {
    measurements,
    sexOf: (person) => sexes.get(person) ?? "unknown",
    lastDayOf: (person) => lastDays.get(person),
  };
}

function findingsOf(measurements: readonly Measurement[], instrument: Instrument): ProgressDocument["findings"] {
  const found = new Map<string, { code: string; count: number; message: Text }>();
  for (const measurement of measurements)
    for (const { code, message } of checkMeasurement(measurement, instrument))
      found.set(code, { code, count: (found.get(code)?.count ?? 0) + 1, message });
  return [...found.values()];
}

const labelIn = (instrument: Instrument, indicator: CodeId): Text =>
  instrument.indicators.find(({ id }) => id === indicator)?.label ?? { sv: indicator, en: indicator };

/** In the order of the instrument, so that a reader finds the indicators where the forms have them. */
const inOrderOf = <Row extends { readonly indicator: CodeId; readonly respondent: Respondent }>(
  rows: readonly Row[],
  { indicators }: Instrument,
): readonly Row[] => {
  const place = ({ indicator, respondent }: Row): number =>
    Respondent.options.indexOf(respondent) * indicators.length + indicators.findIndex(({ id }) => id === indicator);
  return rows.toSorted((a, b) => place(a) - place(b));
};

function rowsOf(
  measurements: readonly Measurement[],
  instrument: Instrument,
  sexOf: (person: PersonId) => Sex,
  threshold: number,
): ProgressDocument["rows"] {
  const rows = progressBySex(changes(measurements, instrument), sexOf, threshold);
  return inOrderOf(rows, instrument).map(({ counts, ...row }) => ({
    ...row,
    ...counts,
    label: labelIn(instrument, row.indicator),
  }));
}

function personProgress(
  person: PersonId,
  own: readonly Measurement[],
  instrument: Instrument,
  options: SeriesOptions,
): Pick<PersonProgressDocument, "person" | "series" | "caseWorkerChanges"> {
  return {
    person,
    series: inOrderOf(series(own, instrument, options), instrument).map(
      ({ person: _, change, steps, rounds, answered, unanswered, ...rest }) => ({
        ...rest,
        label: labelIn(instrument, rest.indicator),
        change: plain(change),
        answered: [...answered],
        unanswered: [...unanswered],
        steps: steps.map((step) => ({ ...step, change: plain(step.change) })),
        rounds: rounds === null ? null : rounds.map((round) => ({ ...round })),
      }),
    ),
    caseWorkerChanges: caseWorkerChanges(own).map(({ lastSeen, firstSeen }) => ({ lastSeen, firstSeen })),
  };
}

const plain = (change: Series["change"]): z.infer<typeof Change> =>
  change.outcome === "undetermined" ? { ...change, because: [...change.because] } : change;
