import type {
  AnonymousParticipation,
  FollowedParticipation,
  NotFollowedParticipation,
  Participation,
  ParticipationId,
  Person,
  PersonId,
} from "@finsam/model";
import { type RegisterRecord, readRecord } from "@finsam/store";
import * as Result from "effect/Result";
import type { Columns } from "./columns.ts";
import type { ReadingSetup } from "./reading-setup.ts";
import { reasons, remarkTexts } from "./reasons.ts";
import { type Answer, type Cell, RowCells } from "./row-cells.ts";
import type { Remark, RowProblem } from "./row-problem.ts";
import { isText, valueClass } from "./value-class.ts";

/** A remark before it is known on which line the row stands. */
export type RowRemark = Omit<Remark, "line">;

/** What one row states. The records hold only when there are no problems. */
export interface RowStatement {
  readonly problems: readonly RowProblem[];
  readonly remarks: readonly RowRemark[];
  /** The id, also of a row with problems, so that a second row with it can be found. */
  readonly participationId: ParticipationId | undefined;
  readonly participation?: Participation | undefined;
  /** Only where the row may tell who it is about. */
  readonly person?: Person | undefined;
  /** Of a row without consent: who it is about, only to find out whether another row says that the person is protected. Never kept. */
  readonly comparedPerson?: PersonId | undefined;
}

/** Reads a row of a register: what may be kept of it, or everything that is wrong with it. */
export function readRow(setup: ReadingSetup, columns: Columns, cells: readonly Cell[]): RowStatement {
  const texts = cells.map((cell) => (cell !== null && isText(cell) ? cell : null));
  if (texts.length !== columns.headings.length) return refused(problemsOfShape(columns, texts));
  const row = new RowCells(setup, columns, texts);
  const participationId = row.participation();
  const protection: Answer =
    setup.layout.columns.protectedIdentity === undefined ? "no" : row.answer("protectedIdentity");
  if (protection === "yes") return finished(row, participationId, protectedRow(row, participationId));
  if (protection === "empty") row.refuse("protectedIdentity", "missing-value", reasons.missingProtection);

  // An answer that cannot be read refuses the row; the rest is read so that all that is wrong in it is found.
  const consent = row.answer("consent");
  if (consent === "yes" || consent === "refused")
    return finished(row, participationId, followedRow(row, participationId));
  return finished(row, participationId, {
    ...notFollowedRow(row, participationId),
    remarks: consent === "empty" ? [consentMissing(setup.layout.columns.consent)] : [],
  });
}

type Kept = Partial<Pick<RowStatement, "participation" | "person" | "comparedPerson" | "remarks">>;

/** Of a person with protected identity remain the pseudonym, and the year of the start and the sex. No other cell is read. */
function protectedRow(row: RowCells, id: string | undefined): Kept {
  const [person, stated, start] = [row.person(), row.sex(), row.day("start")];
  if (id === undefined || person === undefined || stated === undefined) return {};
  const participation = withoutMissing<AnonymousParticipation>({
    followUp: "anonymous",
    id,
    sex: stated.sex,
    startYear: start === undefined ? undefined : Number(start.slice(0, 4)),
  });
  return { participation, person: { protectedIdentity: true, id: person } };
}

/** Without consent: intervention, sex, start and end, and nothing else, not even who (SOURCES.md, consent). */
function notFollowedRow(row: RowCells, id: string | undefined): Kept {
  row.unannouncedIdentityNumber();
  const [intervention, stated, period] = [row.neededCode("intervention"), row.sex(), row.period()];
  if (id === undefined || intervention === undefined || stated === undefined) return {};
  return {
    participation: withoutMissing<NotFollowedParticipation>({
      followUp: "not-followed",
      id,
      intervention,
      ...stated,
      ...period,
    }),
    comparedPerson: row.comparedPerson(),
  };
}

function followedRow(row: RowCells, id: string | undefined): Kept {
  const person = row.person();
  const stated = row.sex();
  const birthDate = row.birthDate();
  const facts = row.facts();
  const intervention = row.neededCode("intervention");
  const period = row.period();
  const rest = {
    referrer: row.code("referrer"),
    referred: row.day("referred"),
    district: row.code("district"),
    exitReason: row.code("exitReason"),
    returnedBeforeStart: row.code("returnedBeforeStart"),
    education: row.code("education"),
    supportAtStart: row.codes("supportAtStart"),
    supportSince: row.day("supportSince"),
    supportAtEnd: row.codes("supportAtEnd"),
  };
  // A partial date sorts before the days that it stands for, so only one that lies wholly after the start is wrong.
  if (birthDate !== undefined && period.start !== undefined && birthDate > period.start)
    row.refuse("birthDate", "born-after-start", reasons.bornAfterStart);
  if (id === undefined || person === undefined || stated === undefined || intervention === undefined) return {};
  return {
    participation: withoutMissing<FollowedParticipation>({
      followUp: "followed",
      id,
      person,
      intervention,
      ...stated,
      ...period,
      ...rest,
    }),
    person: withoutMissing<Person>({ protectedIdentity: false, id: person, ...stated, birthDate, facts }),
  };
}

function finished(row: RowCells, participationId: string | undefined, kept: Kept): RowStatement {
  const problems = row.problems();
  if (problems.length > 0) return { ...refused(problems), participationId };
  const { participation, person, comparedPerson, remarks = [] } = kept;
  const records = recordsOf({ participation, person });
  const issues = records.flatMap((record) =>
    Result.match(readRecord(record, 1), {
      onSuccess: () => [],
      // The place only: what follows it is written for programmers.
      onFailure: (refusal) => refusal.issues.map((issue) => issue.split(":")[0] ?? ""),
    }),
  );
  if (issues.length > 0)
    return { ...refused([{ code: "invalid-record", reason: reasons.invalidRecord(issues) }]), participationId };
  return { problems: [], remarks, participationId, participation, person, comparedPerson };
}

/** The records that a row gives to a store. */
export const recordsOf = ({
  participation,
  person,
}: {
  readonly participation?: Participation | undefined;
  readonly person?: Person | undefined;
}): readonly RegisterRecord[] => [
  ...(person === undefined ? [] : [{ kind: "person", person } as const]),
  ...(participation === undefined ? [] : [{ kind: "participation", participation } as const]),
];

const refused = (problems: readonly RowProblem[]): RowStatement => ({
  problems,
  remarks: [],
  participationId: undefined,
});

function problemsOfShape(columns: Columns, cells: readonly Cell[]): readonly RowProblem[] {
  const reason = reasons.wrongNumberOfColumns(columns.headings.length, cells.length);
  return [...(cells.includes(null) ? [notText()] : []), { code: "wrong-number-of-columns", reason }];
}

/** Somewhere in a row whose columns nobody knows. */
export const notText = (): RowProblem => ({ code: "not-text", value: valueClass(null), reason: reasons.notText });

const consentMissing = (column: string): RowRemark => ({
  column,
  code: "consent-missing",
  message: remarkTexts["consent-missing"],
});

/** A record with only the keys that have a value. */
function withoutMissing<Record extends object>(record: Record): Record {
  const kept: Partial<Record> = {};
  for (const key in record) {
    if (record[key] !== undefined) kept[key] = record[key];
  }
  // Only keys that may be undefined, and so absent, were left out.
  return kept as Record;
}
