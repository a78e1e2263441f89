import { Measurement, Participation, Person, Spell } from "@finsam/model";
import { type Column, recordTable } from "./record-table.ts";

const column =
  (type: Column["type"]) =>
  (name: string): Column => ({ name, type });
const [text, codes] = [column("text"), column("codes")];

export const personTable = recordTable("person", Person, {
  id: text("id"),
  protectedIdentity: { name: "protected", type: "boolean" },
  sex: text("sex"),
  sexBasis: text("sex_basis"),
  birthDate: text("birth_date"),
  facts: { name: "facts", type: "facts" },
});

export const participationTable = recordTable("participation", Participation, {
  id: text("id"),
  followUp: text("follow_up"),
  sex: text("sex"),
  startYear: { name: "start_year", type: "integer" },
  sexBasis: text("sex_basis"),
  intervention: text("intervention"),
  start: text("start_date"),
  end: text("end_date"),
  person: text("person"),
  referrer: text("referrer"),
  referred: text("referred"),
  district: text("district"),
  exitReason: text("exit_reason"),
  returnedBeforeStart: text("returned_before_start"),
  education: text("education"),
  supportAtStart: codes("support_at_start"),
  supportSince: text("support_since"),
  supportAtEnd: codes("support_at_end"),
});

export const measurementTable = recordTable("measurement", Measurement, {
  id: text("id"),
  person: text("person"),
  indicator: text("indicator"),
  respondent: text("respondent"),
  on: text("measured_on"),
  scale: text("scale"),
  value: { name: "value", type: "number", nullIsAnswer: true },
  caseWorker: text("case_worker"),
});

export const spellTable = recordTable("spell", Spell, {
  id: text("id"),
  participation: text("participation"),
  start: text("start_date"),
  end: text("end_date"),
});
