import { expect, test } from "vitest";
import { goodRow, profile, type Row, saved } from "../register.fixture.ts";
import { type RegisterOf, registersToCompare } from "./registers-to-compare.ts";

const register = (...rows: readonly Row[]): RegisterOf => ({
  file: { name: "/a/folder/register.csv", bytes: saved(rows) },
  profile,
});
const row = (number: number, change: Row = {}): Row => ({
  ...goodRow,
  deltagande: `D${number}`,
  person: `P${number}`,
  ...change,
});

test("whoever is protected on any row of either register is left out of both", async () => {
  const [own, other] = await registersToCompare(
    register(row(1), row(2), row(3), row(30, { person: "P3", skyddad: "ja" })),
    register(row(1), row(2, { skyddad: "ja" }), row(3)),
  );
  expect(own.participations.map(({ id }) => id)).toEqual(["D1"]);
  expect(other.participations.map(({ id }) => id)).toEqual(["D1"]);
});

test("a participation without consent is counted and never compared, and what was refused is listed by its line", async () => {
  const [own, other] = await registersToCompare(
    register(row(1, { samtycke: "nej" }), row(2, { start: "soon" })),
    register(row(1)),
  );
  expect([own.participations, own.withoutConsent.map(({ id }) => id)]).toEqual([[], ["D1"]]);
  expect(own.refused.map(({ line }) => line)).toEqual([3]);
  expect([own.name, other.participations.map(({ id }) => id)]).toEqual(["register.csv", ["D1"]]);
});

test("the same id may stand in both registers", async () => {
  const [own, other] = await registersToCompare(register(row(1)), register(row(1)));
  expect([own.refused, other.refused]).toEqual([[], []]);
});
