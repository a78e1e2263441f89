import type { CountedRow } from "@finsam/gender-reporting";
import type { FollowedParticipation } from "@finsam/model";

/** So many women followed up in one intervention from 1 March 2021, but for what is stated otherwise. */
export const many = (times: number, change: Partial<FollowedParticipation>): readonly CountedRow[] =>
  Array.from({ length: times }, () => ({
    participation: {
      followUp: "followed",
      id: "D1",
      person: "P1",
      intervention: "mia-vidare",
      sex: "woman",
      sexBasis: "self-reported",
      start: "2021-03-01",
      ...change,
    },
  }));
