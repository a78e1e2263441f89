import { CodeId, isCalendarDate, isPartialDate } from "@finsam/model";
import type { RegisterRecord } from "./store.ts";

/**
 * Whether a record is plainly one that the schemas take and every store can keep, asked without making a copy of it: a register has
 * millions. Who gets no for an answer asks the schemas, which decide and say why. A yes has to be one of theirs, too.
 */
export function isPlainlyGood(record: RegisterRecord): boolean {
  // What comes from a program without types may be anything.
  if (typeof record !== "object" || record === null) return false;
  switch (record.kind) {
    case "person":
      return hasKeys(record, 2) && isPlain(record.person) && isPerson(record.person);
    case "participation":
      return hasKeys(record, 2) && isPlain(record.participation) && isParticipation(record.participation);
    default:
      return false;
  }
}

type Fields = Readonly<Record<string, unknown>>;

const isPlain = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;

function hasKeys(value: object, count: number): boolean {
  return Object.keys(value).length === count;
}

function isPerson(person: Fields): boolean {
  if (person.protectedIdentity !== false || !isSexOn(person.sex, person.sexBasis)) return false;
  for (const field in person) {
    const value = person[field];
    switch (field) {
      case "protectedIdentity":
      case "sex":
      case "sexBasis":
        break;
      case "id":
        if (!isId(value)) return false;
        break;
      case "birthDate":
        if (!isBirthDate(value)) return false;
        break;
      case "facts":
        if (!isPlain(value) || !areFacts(value)) return false;
        break;
      default:
        return false;
    }
  }
  return person.id !== undefined;
}

function areFacts(facts: Fields): boolean {
  for (const name in facts) {
    const value = facts[name];
    const isKnown =
      typeof value === "boolean" ||
      (typeof value === "string" && value !== "" && isKeepable(value)) ||
      (typeof value === "number" && Number.isFinite(value));
    if (!isKnown || name === "" || name === "__proto__" || !isKeepable(name)) return false;
  }
  return true;
}

function isParticipation(participation: Fields): boolean {
  const { followUp, start, end } = participation;
  const isFollowed = followUp === "followed";
  if (!isFollowed && followUp !== "not-followed") return false;
  if (!isSexOn(participation.sex, participation.sexBasis)) return false;
  if (typeof end === "string" && !(typeof start === "string" && start <= end)) return false;
  if (participation.id === undefined || participation.intervention === undefined) return false;
  if (isFollowed && participation.person === undefined) return false;
  for (const field in participation) {
    const value = participation[field];
    switch (field) {
      case "followUp":
      case "sex":
      case "sexBasis":
        break;
      case "id":
        if (!isId(value)) return false;
        break;
      case "intervention":
        if (!isCode(value)) return false;
        break;
      case "start":
      case "end":
        if (!isDay(value)) return false;
        break;
      case "person":
        if (!isFollowed || !isId(value)) return false;
        break;
      case "referrer":
      case "district":
      case "exitReason":
      case "returnedBeforeStart":
      case "education":
        if (!isFollowed || !isCode(value)) return false;
        break;
      case "referred":
      case "supportSince":
        if (!isFollowed || !isDay(value)) return false;
        break;
      case "supportAtStart":
      case "supportAtEnd":
        if (!isFollowed || !Array.isArray(value) || value.length === 0 || !value.every(isCode)) return false;
        break;
      default:
        return false;
    }
  }
  return true;
}

const isSexOn = (sex: unknown, basis: unknown): boolean =>
  (sex === "woman" || sex === "man" || sex === "unknown") && (basis === "legal-sex" || basis === "self-reported");

const isId = (value: unknown): boolean =>
  typeof value === "string" && value.length > 0 && value.length <= 200 && isKeepable(value);

const isKeepable = (text: string): boolean => !/[\0\p{Surrogate}]/u.test(text);

/** A question about texts that is asked once of each, as long as there are not too many of them to keep in mind. */
function remembered(isSo: (text: string) => boolean): (value: unknown) => boolean {
  const good = new Set<string>();
  return (value) => {
    if (typeof value !== "string") return false;
    if (good.has(value)) return true;
    if (!isSo(value)) return false;
    if (good.size < 50_000) good.add(value);
    return true;
  };
}

const isDay = remembered(isCalendarDate);
const isBirthDate = remembered(isPartialDate);
const isCode = remembered((text) => CodeId.safeParse(text).success);
