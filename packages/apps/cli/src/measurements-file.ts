import { type CalendarDate, Measurement, type PersonId, Sex, type Text } from "@finsam/model";
import type { Profile } from "@finsam/policy";
import * as z from "zod";
import { csvRecords } from "./csv-records.ts";
import { Failure } from "./failure.ts";
import { inputFile, inputJson } from "./input-file.ts";

/** Measurements, with the sex of each person as far as it is known. */
export interface MeasuredPeople {
  readonly measurements: readonly Measurement[];
  readonly sexOf: (person: PersonId) => Sex;
  /** The last day of a person all of whose participations have ended, where a register tells. */
  readonly lastDayOf?: (person: PersonId) => CalendarDate | undefined;
}

/** A row that could not be read: its number from 1 (in a CSV file, the line), and what is wrong. It never repeats what the row holds. */
export interface RefusedMeasurement {
  readonly row: number;
  readonly message: Text;
}

/** The columns of a CSV file of measurements, and the keys of a row in a JSON file. The last two may be missing. */
const columns = ["person", "indicator", "respondent", "on", "scale", "value", "sex", "caseWorker"] as const;
const needed = columns.slice(0, 6);

/**
 * Reads measurements from a CSV file with semicolons, or from a JSON array of rows. What cannot be read is refused with its row, and
 * the rest goes on. An empty value is a question that was put and not answered.
 */
export async function measurementsIn(
  path: string,
  { register }: Profile,
): Promise<MeasuredPeople & { readonly refused: readonly RefusedMeasurement[] }> {
  const rows = path.endsWith(".json") ? await jsonRows(path) : await csvRows(path);
  const measurements: Measurement[] = [];
  const refused: RefusedMeasurement[] = [];
  const sexes = new Map<PersonId, Set<Sex>>();
  for (const { row, cells } of rows) {
    const read = readRow(cells, row, register.sexes);
    if ("message" in read) {
      refused.push({ row, message: read.message });
      continue;
    }
    measurements.push(read.measurement);
    if (read.sex === undefined) continue;
    const known = sexes.get(read.measurement.person) ?? new Set<Sex>();
    sexes.set(read.measurement.person, known.add(read.sex));
  }
  // Two rows that contradict each other on the sex of a person tell neither.
  const sexOf = (person: PersonId): Sex => {
    const [only, ...others] = sexes.get(person) ?? [];
    return only === undefined || others.length > 0 ? "unknown" : only;
  };
  return { measurements, sexOf, refused };
}

type Read = { readonly measurement: Measurement; readonly sex: Sex | undefined } | { readonly message: Text };

function readRow(cells: Readonly<Record<string, unknown>>, row: number, spellings: Profile["register"]["sexes"]): Read {
  const { sex: told, ...rest } = cells;
  const parsed = Measurement.safeParse({ id: `row-${row}`, ...rest });
  if (!parsed.success) {
    const [column] = parsed.error.issues[0]?.path ?? [];
    return { message: column === undefined ? strangeField : wrong(String(column)) };
  }
  if (/^\d{6}(\d{2})?[-+]?\d{4}$/.test(parsed.data.person)) return { message: identityNumber };
  if (told === undefined || told === null) return { measurement: parsed.data, sex: undefined };
  const sex = Sex.options.find((one) => one === told || (spellings[one] ?? []).some((spelling) => spelling === told));
  return sex === undefined ? { message: wrong("sex") } : { measurement: parsed.data, sex };
}

const wrong = (column: string): Text => ({
  sv: `"${column}" går inte att läsa. Se README i examples/progression-and-money för vad kolumnen tar.`,
  en: `"${column}" cannot be read. See the README of examples/progression-and-money for what the column takes.`,
});
const strangeField: Text = {
  sv: "det finns ett fält som en mätning inte har. Se README i examples/progression-and-money för vilka fält en rad tar.",
  en: "there is a field that a measurement does not have. See the README of examples/progression-and-money for the fields of a row.",
};
const identityNumber: Text = {
  sv: '"person" ser ut som ett personnummer. Använd pseudonymer.',
  en: '"person" looks like an identity number. Use pseudonyms.',
};

interface UnreadRow {
  readonly row: number;
  readonly cells: Readonly<Record<string, unknown>>;
}

async function jsonRows(path: string): Promise<readonly UnreadRow[]> {
  const rows = z.array(z.record(z.string(), z.unknown())).safeParse(await inputJson(path));
  if (rows.success) return rows.data.map((cells, index) => ({ row: index + 1, cells }));
  throw new Failure({
    sv: `Filen ${path} ska innehålla en lista av mätningar: [{ "person": …, "indicator": … }, …].`,
    en: `The file ${path} should hold an array of measurements: [{ "person": …, "indicator": … }, …].`,
  });
}

async function csvRows(path: string): Promise<readonly UnreadRow[]> {
  const [head, ...lines] = csvRecords(path, await inputFile(path));
  const headings = (head?.cells ?? []).map((heading) => heading.trim());
  const lacking = needed.filter((column) => !headings.includes(column));
  if (lacking.length > 0)
    throw new Failure({
      sv: `Filen ${path} saknar kolumnerna ${lacking.join(", ")}. Första raden ska vara ${columns.join(";")}.`,
      en: `The file ${path} lacks the columns ${lacking.join(", ")}. The first line should be ${columns.join(";")}.`,
    });
  return lines.map(({ line, cells: record }) => {
    const stated = columns.flatMap((column): readonly (readonly [string, unknown])[] => {
      const text = record[headings.indexOf(column)]?.trim() ?? "";
      if (column === "value") return [[column, answerIn(text)]];
      return text === "" ? [] : [[column, text]];
    });
    return { row: line, cells: Object.fromEntries(stated) };
  });
}

/** Swedish decimals too; what is no number stays a text, and is refused. */
function answerIn(text: string): unknown {
  if (text === "") return null;
  return /^-?\d+([.,]\d+)?$/.test(text) ? Number(text.replace(",", ".")) : text;
}
