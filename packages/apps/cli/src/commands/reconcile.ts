import { resolve } from "node:path";
import { type Language, SexCounts, sexes, sexLabels } from "@finsam/model";
import type { Profile } from "@finsam/policy";
import { type ComparedRegister, registersToCompare } from "@finsam/register-files";
import {
  DifferenceKind,
  differenceKindLabels,
  differenceKinds,
  type Reconciliation,
  reconcileRegisters,
} from "@finsam/register-reconciliation";
import { stringify } from "csv-stringify/sync";
import * as z from "zod";
import { inColumns } from "../columns.ts";
import { documentText } from "../documents.ts";
import { type ExitCode, exitCodes } from "../exit-code.ts";
import { Failure } from "../failure.ts";
import { tellRefused } from "../import-files.ts";
import { inputFile } from "../input-file.ts";
import { writeWhole } from "../output-file.ts";
import { profileOf } from "../profile-option.ts";
import type { Session } from "../session.ts";

/** What `finsam reconcile` was asked to do. */
export interface ReconcileOptions {
  readonly out?: string;
  readonly days?: number;
  readonly profile: string;
  readonly otherProfile?: string;
  readonly key?: string;
  readonly json?: true;
}

/**
 * What `finsam reconcile --json` prints: counts of participations, with nothing withheld, so for the association's own desk. No line
 * about anybody: those are in the file that `--out` names.
 */
export const ReconcileDocument = z.strictObject({
  own: z.string(),
  other: z.string(),
  /** How many days apart two starts may lie in one participation. */
  withinDays: z.int().min(0),
  here: SexCounts,
  there: SexCounts,
  both: SexCounts,
  endedHere: SexCounts,
  endedThere: SexCounts,
  agree: SexCounts,
  differences: z.record(DifferenceKind, SexCounts),
  /** Participations without consent, which cannot be compared: nobody may know whose they are. */
  withoutConsent: z.strictObject({ here: z.int().min(0), there: z.int().min(0) }),
  refusedRows: z.strictObject({ here: z.int().min(0), there: z.int().min(0) }),
  /** The list to work through. */
  list: z.string().optional(),
});
export type ReconcileDocument = z.infer<typeof ReconcileDocument>;

/** Compares the association's own register with another one that holds the same participations. */
export async function reconcileCommand(
  session: Session,
  ownFile: string,
  otherFile: string,
  options: ReconcileOptions,
): Promise<ExitCode> {
  const profile = await profileOf(options.profile);
  const otherProfile = options.otherProfile === undefined ? profile : await profileOf(options.otherProfile);
  const withinDays = withinDaysOf(profile, options.days);
  const pseudonymKey = options.key === undefined ? undefined : await inputFile(options.key);
  const [own, other] = await registersToCompare(
    { file: ownFile, profile },
    { file: otherFile, profile: otherProfile },
    { pseudonymKey },
  );
  for (const { name, refused } of [own, other]) tellOfRefused(session, name, refused);

  const reconciliation = reconcileRegisters(own.participations, other.participations, { withinDays });
  const list =
    options.out === undefined ? undefined : await writeList(options.out, reconciliation, profile, session.language);
  const document: ReconcileDocument = {
    own: own.name,
    other: other.name,
    withinDays,
    ...reconciliation.counts,
    withoutConsent: { here: own.withoutConsent.length, there: other.withoutConsent.length },
    refusedRows: { here: own.refused.length, there: other.refused.length },
    ...(list === undefined ? {} : { list }),
  };
  session.print(options.json === true ? documentText(ReconcileDocument, document) : inWords(document, session));
  if (own.refused.length + other.refused.length > 0) return exitCodes.badInput;
  return reconciliation.differences.length > 0 ? exitCodes.findings : exitCodes.fine;
}

function withinDaysOf({ registerComparison }: Profile, days: number | undefined): number {
  const withinDays = days ?? registerComparison?.withinDays;
  if (withinDays !== undefined) return withinDays;
  throw new Failure({
    sv: "Profilen säger inte hur många dagar isär två starter får ligga i samma deltagande. Ange --days, till exempel --days 30.",
    en: "The profile does not say how many days apart two starts may lie in one participation. Give --days, such as --days 30.",
  });
}

function tellOfRefused(session: Session, name: string, refused: ComparedRegister["refused"]): void {
  if (refused.length === 0) return;
  session.tell({
    sv: `${name}: ${refused.length} rader avvisade. Det som står på dem jämförs inte och kan se ut att saknas.`,
    en: `${name}: ${refused.length} rows refused. What they hold is not compared, and may look as if it were missing.`,
  });
  tellRefused(session, refused);
}

/** The list is about single participations: only whoever writes it may read it. */
const onlyTheOwner = 0o600;

function writeList(
  path: string,
  { differences }: Reconciliation,
  { codeLists }: Profile,
  language: Language,
): Promise<string> {
  const words = listWords[language];
  const label = (list: keyof typeof codeLists, id: string): string =>
    codeLists[list]?.codes.find((code) => code.id === id)?.label[language] ?? id;
  const answer = (field: keyof typeof words.fields, value: string | null): string => {
    if (value === null) return "";
    if (field === "exitReason") return label("exitReasons", value);
    const sex = sexes.find((one) => one === value);
    return field === "sex" && sex !== undefined ? words.sexes[sex] : value;
  };
  const lines = differences.map(({ here, there, intervention, sex, ...difference }) => [
    differenceKindLabels[difference.kind][language],
    here ?? "",
    there ?? "",
    label("interventions", intervention),
    words.sexes[sex],
    ...("field" in difference
      ? [
          words.fields[difference.field],
          answer(difference.field, difference.stated.here),
          answer(difference.field, difference.stated.there),
        ]
      : ["", "", ""]),
  ]);
  // A byte order mark, semicolons and no formulas: what a Swedish spreadsheet opens as it is meant.
  const csv = stringify([[...words.headings], ...lines], {
    bom: true,
    delimiter: ";",
    record_delimiter: "windows",
    escape_formulas: true,
  });
  return writeWhole(resolve(path), csv, onlyTheOwner);
}

const listWords = {
  sv: {
    headings: ["skillnad", "eget deltagande", "andra registrets deltagande", "insats", "kön", "uppgift", "här", "där"],
    fields: { start: "start", end: "slut", exitReason: "avslutsorsak", sex: "kön" },
    sexes: { woman: "kvinna", man: "man", other: "annat", unknown: "uppgift saknas" },
  },
  en: {
    headings: [
      "difference",
      "own participation",
      "other participation",
      "intervention",
      "sex",
      "field",
      "here",
      "there",
    ],
    fields: { start: "start", end: "end", exitReason: "exit reason", sex: "sex" },
    sexes: { woman: "woman", man: "man", other: "other", unknown: "unknown" },
  },
} as const;

function inWords(document: ReconcileDocument, { language }: Session): string {
  const { own, other, withinDays, differences, withoutConsent, list } = document;
  const words = {
    sv: {
      head: `${own} (här) och ${other} (där)`,
      total: "Totalt",
      here: "Deltaganden här",
      there: "Deltaganden där",
      both: "Finns i båda",
      endedHere: "  avslutade här",
      endedThere: "  avslutade där",
      agree: "  stämmer överens",
      days: `Starter som ligger högst ${withinDays} dagar isär räknas som samma deltagande.`,
      consent: `Utan samtycke och därför inte jämförda: ${withoutConsent.here} här, ${withoutConsent.there} där.`,
      desk: "Inget är dolt, inte heller små antal: låt dem stanna inom förbundet.",
      list: (path: string) => `Listan att arbeta igenom, också den bara för eget bruk: ${path}`,
    },
    en: {
      head: `${own} (here) and ${other} (there)`,
      total: "Total",
      here: "Participations here",
      there: "Participations there",
      both: "In both",
      endedHere: "  ended here",
      endedThere: "  ended there",
      agree: "  agree",
      days: `Starts at most ${withinDays} days apart count as one participation.`,
      consent: `Without consent and therefore not compared: ${withoutConsent.here} here, ${withoutConsent.there} there.`,
      desk: "No count is withheld, however small: keep them within the association.",
      list: (path: string) => `The list to work through, for the same desk only: ${path}`,
    },
  }[language];
  const line = (label: string, counts: SexCounts): readonly string[] => [
    label,
    ...[...sexes, "total" as const].map((column) => String(counts[column])),
  ];
  const rows = [
    [words.head, ...sexes.map((sex) => sexLabels[sex][language]), words.total],
    ...(["here", "there", "both", "endedHere", "endedThere", "agree"] as const).map((part) =>
      line(words[part], document[part]),
    ),
    ...differenceKinds.map((kind) => line(differenceKindLabels[kind][language], differences[kind])),
  ];
  return [
    inColumns(rows),
    "",
    words.days,
    words.consent,
    words.desk,
    ...(list === undefined ? [] : [words.list(list)]),
  ].join("\n");
}
