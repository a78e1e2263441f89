import type {
  AnonymousParticipation,
  FollowedParticipation,
  Measurement,
  NotFollowedParticipation,
  Person,
  Spell,
} from "@finsam/model";
import type { RegisterRecord } from "../store.ts";

/** A person without protected identity. */
export type OpenPerson = Extract<Person, { protectedIdentity: false }>;

export const person = (id: string, details: Partial<OpenPerson> = {}): OpenPerson => ({
  protectedIdentity: false,
  id,
  sex: "woman",
  sexBasis: "legal-sex",
  ...details,
});

export const protectedPerson = (id: string): Person => ({ protectedIdentity: true, id });

export const followed = (
  id: string,
  ofPerson: string,
  details: Partial<FollowedParticipation> = {},
): FollowedParticipation => ({
  followUp: "followed",
  id,
  person: ofPerson,
  intervention: "ips",
  sex: "woman",
  sexBasis: "legal-sex",
  start: "2021-03-01",
  ...details,
});

export const notFollowed = (id: string, details: Partial<NotFollowedParticipation> = {}): NotFollowedParticipation => ({
  followUp: "not-followed",
  id,
  intervention: "mia",
  sex: "man",
  sexBasis: "legal-sex",
  start: "2021-04-01",
  ...details,
});

export const anonymous = (id: string, startYear?: number): AnonymousParticipation => ({
  followUp: "anonymous",
  id,
  sex: "woman",
  ...(startYear === undefined ? {} : { startYear }),
});

export const measurement = (id: string, ofPerson: string, details: Partial<Measurement> = {}): Measurement => ({
  id,
  person: ofPerson,
  indicator: "job-search",
  respondent: "participant",
  on: "2021-05-01",
  scale: "one-to-five",
  value: 3,
  ...details,
});

export const spell = (id: string, ofParticipation: string, details: Partial<Spell> = {}): Spell => ({
  id,
  participation: ofParticipation,
  start: "2021-03-01",
  ...details,
});

/** Records to save, from the things themselves. */
export const records = (
  ...things: readonly (
    | Person
    | FollowedParticipation
    | NotFollowedParticipation
    | AnonymousParticipation
    | Measurement
    | Spell
  )[]
): readonly RegisterRecord[] =>
  things.map((thing) => {
    if ("protectedIdentity" in thing) return { kind: "person", person: thing };
    if ("followUp" in thing) return { kind: "participation", participation: thing };
    return "indicator" in thing ? { kind: "measurement", measurement: thing } : { kind: "spell", spell: thing };
  });
