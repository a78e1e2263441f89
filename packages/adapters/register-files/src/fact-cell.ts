import { CodeId, type FactValue, type Text } from "@finsam/model";
import { readDate } from "./date-cell.ts";
import { looksLikeIdentityNumber } from "./identity-like.ts";
import { splitList } from "./list-cell.ts";
import type { ReadingSetup, StatedFact } from "./reading-setup.ts";
import { reasons } from "./reasons.ts";
import type { ProblemCode } from "./row-problem.ts";
import { foldSpelling } from "./spelling.ts";

/** A fact, `undefined` when the cell says that nobody knows, or what is wrong with the cell. */
type Reading<Value> =
  | { readonly ok: true; readonly value: Value | undefined }
  | { readonly ok: false; readonly code: ProblemCode; readonly reason: Text };

/** Reads a cell that is not empty as a fact of the vocabulary. */
export function readFact(definition: StatedFact, cell: string, setup: ReadingSetup): Reading<FactValue> {
  switch (definition.type) {
    case "boolean": {
      const answer = setup.answers.get(foldSpelling(cell));
      return answer === undefined ? refuse("unknown-answer", reasons.unknownAnswer) : known(answer);
    }
    case "code": {
      const missing = (definition.missing ?? []).map(foldSpelling);
      return missing.includes(foldSpelling(cell)) ? known(undefined) : readCode(definition, cell);
    }
    case "codes": {
      const readings = splitList(cell, setup.layout.listSeparator).map((part) => readCode(definition, part));
      const problem = readings.find(({ ok }) => !ok);
      if (problem?.ok === false) return problem;
      const codes = readings.flatMap((reading) => (reading.ok && reading.value !== undefined ? [reading.value] : []));
      return known(codes.length === 0 ? undefined : [...new Set(codes)]);
    }
    case "number":
      return readNumber(cell);
    case "date": {
      const date = readDate(cell, "partial");
      return date.ok ? date : refuse("bad-date", date.reason);
    }
  }
}

/** A code of the vocabulary by its id or a label. Where the vocabulary leaves the codes open, any code. */
function readCode(definition: StatedFact & { type: "code" | "codes" }, cell: string): Reading<string> {
  const spelling = foldSpelling(cell);
  const codes = Object.entries(definition.codes);
  const found = codes.find(([id, label]) => [id, label.sv, label.en].some((text) => foldSpelling(text) === spelling));
  if (found !== undefined) return known(found[0]);
  if (codes.length > 0 || !CodeId.safeParse(cell).success)
    return refuse("unknown-code", reasons.unknownCode(definition.label));
  return looksLikeIdentityNumber(cell) ? refuse("looks-like-identity-number", reasons.identityNumberAsId) : known(cell);
}

// A group of three digits after a comma or a point may be decimals or thousands.
const ambiguous = /^[+-]?[1-9]\d{0,2}[.,]\d{3}$/;

function readNumber(cell: string): Reading<number> {
  if (!/^[+-]?\d{1,15}([.,]\d{1,15})?$/.test(cell) || ambiguous.test(cell))
    return refuse("bad-fact", reasons.notANumber);
  return known(Number(cell.replace(",", ".")));
}

const known = <Value>(value: Value | undefined): Reading<Value> => ({ ok: true, value });
const refuse = (code: ProblemCode, reason: Text): Reading<never> => ({ ok: false, code, reason });
