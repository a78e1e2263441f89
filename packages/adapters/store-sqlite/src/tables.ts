import { Measurement, Participation, Person, Spell } from "@finsam/model";
import { HistoryEntry } from "@finsam/store";
import { type Column, recordTable } from "./record-table.ts";

const plain = (name: string): Column => ({ name, read: "plain" });
const json = (name: string): Column => ({ name, read: "json" });

export const personTable = recordTable("person", Person, {
  id: plain("id"),
  protectedIdentity: { name: "protected", read: "boolean" },
  sex: plain("sex"),
  sexBasis: plain("sex_basis"),
  birthDate: plain("birth_date"),
  facts: json("facts"),
});

export const participationTable = recordTable("participation", Participation, {
  id: plain("id"),
  followUp: plain("follow_up"),
  sex: plain("sex"),
  startYear: plain("start_year"),
  sexBasis: plain("sex_basis"),
  intervention: plain("intervention"),
  start: plain("start_date"),
  end: plain("end_date"),
  person: plain("person"),
  referrer: plain("referrer"),
  referred: plain("referred"),
  district: plain("district"),
  exitReason: plain("exit_reason"),
  returnedBeforeStart: plain("returned_before_start"),
  education: plain("education"),
  supportAtStart: json("support_at_start"),
  supportSince: plain("support_since"),
  supportAtEnd: json("support_at_end"),
});

export const measurementTable = recordTable("measurement", Measurement, {
  id: plain("id"),
  person: plain("person"),
  indicator: plain("indicator"),
  respondent: plain("respondent"),
  on: plain("measured_on"),
  scale: plain("scale"),
  value: { name: "value", read: "plain-or-null" },
  caseWorker: plain("case_worker"),
});

export const spellTable = recordTable("spell", Spell, {
  id: plain("id"),
  participation: plain("participation"),
  start: plain("start_date"),
  end: plain("end_date"),
});

export const historyTable = recordTable("history", HistoryEntry, {
  position: plain("position"),
  at: plain("at"),
  event: plain("event"),
  origin: plain("origin"),
  counts: json("counts"),
  previous: plain("previous"),
  hash: plain("hash"),
});
