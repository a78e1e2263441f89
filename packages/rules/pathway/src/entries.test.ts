import { returnedBeforeStart } from "@finsam/exit-reasons";
import type { FollowedParticipation } from "@finsam/model";
import { expect, test } from "vitest";
import { entriesOf } from "./entries.ts";

const participation = (id: string, more: Partial<FollowedParticipation>): FollowedParticipation => ({
  followUp: "followed",
  id,
  person: "p1",
  intervention: "mia-vidare",
  sex: "man",
  sexBasis: "legal-sex",
  ...more,
});
const kinds = (...participations: readonly FollowedParticipation[]) =>
  entriesOf(participations, { notParticipations: ["wrong-registration"], returnedBeforeStart }).map(
    ({ participation, kind }) => `${participation} ${kind}`,
  );

test("someone who comes back after an end re-enters; the next day is no day away", () => {
  const first = participation("a", { start: "2021-01-01", end: "2021-03-31" });
  const again = participation("b", { start: "2021-04-01" });
  expect(kinds(again, first)).toEqual(["a first", "b re-entry"]);
  expect(entriesOf([first, again])[1]?.daysAway).toBe(0);
  const sameDay = { ...again, start: "2021-03-31" };
  expect(entriesOf([first, sameDay])[1]).toMatchObject({ kind: "re-entry", daysAway: 0 });
});

test("another intervention, or another person, is not a re-entry", () => {
  const first = participation("a", { start: "2021-01-01", end: "2021-03-31" });
  expect(
    kinds(
      first,
      participation("b", { start: "2021-05-01", intervention: "work-training" }),
      participation("c", { start: "2021-05-01", person: "p2" }),
    ),
  ).toEqual(["a first", "b first", "c first"]);
});

test("who was returned before the start has neither entered nor left, and a start beside it is reported", () => {
  const returned = participation("a", { returnedBeforeStart: "discharged-by-referrer", referred: "2021-01-01" });
  const later = participation("b", { start: "2021-05-01" });
  expect(kinds(returned, later)).toEqual(["b first", "a returned-before-start"]);
  expect(entriesOf([{ ...returned, start: "2021-02-01" }, later]).map(({ kind }) => kind)).toEqual([
    "returned-before-start",
    "first",
  ]);
  expect(
    entriesOf([{ ...returned, start: "2021-02-01", returnedBeforeStart: "lost" }], { returnedBeforeStart })[0]
      ?.findings,
  ).toEqual(["returned-but-started", "unknown-return-reason"]);
});

test("a second participation while the first goes on is no re-entry, also when the first is the longer one", () => {
  const long = participation("a", { start: "2021-01-01", end: "2021-12-31" });
  const within = participation("b", { start: "2021-02-01", end: "2021-03-01" });
  const after = participation("c", { start: "2021-06-01" });
  expect(kinds(long, within, after)).toEqual(["a first", "b at-the-same-time", "c at-the-same-time"]);
});

test("a wrong registration is no entry, who waits has not entered, and without consent nobody knows", () => {
  const wrong = participation("a", { start: "2021-01-01", end: "2021-01-02", exitReason: "wrong-registration" });
  const waiting = participation("c", { referred: "2021-02-01" });
  expect(kinds(wrong, participation("b", { start: "2021-02-01" }), waiting)).toEqual(["b first", "c waiting"]);
  const { person: _, followUp: __, ...counted } = participation("d", { start: "2021-01-01" });
  expect(entriesOf([{ ...counted, followUp: "not-followed" }])).toEqual([]);
});
