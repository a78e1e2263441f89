import type { Code, CodeList, Text } from "@finsam/model";
import { Profile, type RegisterLayout } from "@finsam/policy";
import * as Effect from "effect/Effect";
import { type OpenFile, openFile } from "./register-file.ts";

const text = (sv: string, en: string): Text => ({ sv, en });
const code = (id: string, label: Text, more: Partial<Code> = {}): Code => ({ id, label, status: "attested", ...more });
const list = (id: string, title: Text, codes: Code[]): CodeList => ({ id, version: "1", title, codes });
const dated = <Value>(value: Value) => [
  { value, validFrom: "2004-01-01", status: "unverified" as const, citation: { source: "invented" } },
];

const layout: RegisterLayout = {
  columns: {
    participation: "deltagande",
    person: "person",
    sex: "kön",
    birthDate: "födelsedatum",
    district: "stadsdel",
    intervention: "insats",
    referrer: "remittent",
    referred: "anmäld",
    start: "start",
    end: "slut",
    exitReason: "avslutsorsak",
    returnedBeforeStart: "återremitterad",
    consent: "samtycke",
    education: "utbildning",
    supportAtStart: "försörjning vid start",
    supportSince: "försörjning sedan",
    supportAtEnd: "försörjning vid slut",
    protectedIdentity: "skyddad",
  },
  facts: {
    residentMunicipality: "kommun",
    illHealth: "ohälsa",
    income: "inkomst",
    monthsOfAssistance: "månader",
    needs: "behov",
    onParentalLeaveSince: "ledig sedan",
  },
  personIs: "pseudonym",
  sexBasis: "legal-sex",
  sexes: { woman: ["Kvinna", "K"], man: ["Man", "M"], other: ["Annat"], unknown: ["Okänt", ""] },
  yes: ["ja", "J"],
  no: ["nej", "N"],
  listSeparator: "|",
};

/** An invented association with a register of every kind of column. */
export const profile: Profile = Profile.parse({
  id: "invented",
  version: "1",
  name: text("Påhittade förbundet", "The invented association"),
  language: "sv",
  sources: { invented: { title: text("Påhittad", "Invented") } },
  vocabulary: {
    residentMunicipality: { type: "code", label: text("kommun", "municipality"), codes: {} },
    illHealth: { type: "boolean", label: text("ohälsa", "ill health") },
    income: {
      type: "code",
      label: text("inkomst", "income"),
      codes: { none: text("ingen", "none"), some: text("någon", "some") },
      missing: ["unknown"],
    },
    monthsOfAssistance: { type: "number", label: text("månader", "months") },
    needs: {
      type: "codes",
      label: text("behov", "needs"),
      codes: { work: text("arbete", "work"), health: text("hälsa", "health") },
    },
    onParentalLeaveSince: { type: "date", label: text("ledig sedan", "on leave since") },
    monthsOnLeave: { type: "completedYears", label: text("år", "years"), since: "onParentalLeaveSince" },
  },
  leapDayBirthday: dated("1-march"),
  parameters: {},
  rules: {},
  codeLists: {
    interventions: list("interventions", text("Insatser", "Interventions"), [
      code("case-work", text("Trädgård", "Garden")),
      code("group-work", text("Gruppverksamhet", "Group work"), { legacyCodes: ["7"] }),
    ]),
    exitReasons: list("exit-reasons", text("Avslutsorsaker", "Exit reasons"), [
      code("work-or-studies", text("Arbete eller studier", "Work or studies"), { legacyCodes: ["1"] }),
      code("illness", text("Sjukdom", "Illness"), { legacyCodes: ["3"] }),
    ]),
    returnedBeforeStart: list("returned", text("Återremitterad", "Returned"), [
      code("moved", text("Flyttat", "Moved")),
    ]),
    referrers: list("referrers", text("Remittenter", "Referrers"), [
      code("health-care", text("Vården", "Health care")),
    ]),
    districts: list("districts", text("Stadsdelar", "Districts"), [code("ostermalm", text("Östermalm", "Östermalm"))]),
    education: list("education", text("Utbildning", "Education"), [
      code("upper-secondary", text("Gymnasium", "Upper secondary school")),
    ]),
    support: list("support", text("Försörjning", "Support"), [
      code("sickness-benefit", text("Sjukpenning", "Sickness benefit")),
      code("social-assistance", text("Försörjningsstöd", "Social assistance")),
      code("none", text("Ingen", "None")),
    ]),
  },
  exitResults: { "work-or-studies": "positive", illness: "not-positive" },
  register: layout,
  report: dated({
    threshold: 5,
    ageBands: [{ id: "all-ages", label: text("alla", "all"), atLeast: 0 }],
    supportYearsBands: [{ id: "all-years", label: text("alla", "all"), atLeast: 0 }],
  }),
});

/** The same association with another layout. */
export const withLayout = (change: Partial<RegisterLayout>): Profile =>
  Profile.parse({ ...profile, register: { ...layout, ...change } });

/** The columns of the layout without some of them. */
export const columnsWithout = (...fields: readonly (keyof RegisterLayout["columns"])[]): RegisterLayout["columns"] => ({
  ...layout.columns,
  ...Object.fromEntries(fields.map((field) => [field, undefined])),
});

/** The headings of the invented register, in the order of its columns. */
export const headings: readonly string[] = [
  ...Object.values(layout.columns),
  ...Object.values(layout.facts ?? {}),
].filter((heading) => heading !== undefined);

/** A row by its headings; what is left out is empty. */
export type Row = Readonly<Record<string, string>>;

/** A row with nothing wrong in it. */
export const goodRow: Row = {
  deltagande: "D1",
  person: "P1",
  kön: "Kvinna",
  födelsedatum: "1985-04-12",
  stadsdel: "Östermalm",
  insats: "Trädgård",
  remittent: "Vården",
  anmäld: "2021-02-01",
  start: "2021-03-01",
  slut: "2021-09-30",
  avslutsorsak: "1",
  samtycke: "ja",
  utbildning: "Gymnasium",
  "försörjning vid start": "Sjukpenning|Försörjningsstöd",
  "försörjning sedan": "2015-06-01",
  "försörjning vid slut": "Ingen",
  skyddad: "nej",
  kommun: "0180",
  ohälsa: "ja",
  inkomst: "någon",
  månader: "10",
  behov: "arbete|hälsa",
  "ledig sedan": "2020",
};

/** The cells of a row, in the order of the headings. */
export const cellsOf = (row: Row): readonly string[] => headings.map((heading) => row[heading] ?? "");

/** How a table is saved. */
export interface Saved {
  readonly delimiter?: ";" | "," | "\t";
  readonly lineBreak?: "\r\n" | "\n" | "\r";
  readonly encoding?: "utf-8" | "windows-1252";
  readonly byteOrderMark?: boolean;
  readonly headings?: readonly string[];
}

/** A table of rows as the bytes of a file; every cell that needs quotation marks gets them. */
export function saved(rows: readonly Row[], how: Saved = {}): Uint8Array {
  const { delimiter = ";", lineBreak = "\r\n", encoding = "utf-8", byteOrderMark = false } = how;
  const columns = how.headings ?? headings;
  const quoted = (cell: string): string =>
    /["\r\n]/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell;
  const lines = [columns, ...rows.map((row) => columns.map((heading) => row[heading] ?? ""))];
  const written = `${byteOrderMark ? "\ufeff" : ""}${lines.map((cells) => cells.map(quoted).join(delimiter) + lineBreak).join("")}`;
  return encoding === "utf-8" ? new TextEncoder().encode(written) : Buffer.from(written, "latin1");
}

/** The bytes of lines put together, some of which may not be text. */
export const bytesOf = (...parts: readonly (string | Uint8Array)[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part) : part)));

/** A file that is open, from its bytes. */
export const opened = (bytes: Uint8Array): Promise<OpenFile> =>
  Effect.runPromise(Effect.scoped(openFile({ name: "register.csv", bytes })));
