import { expect, test } from "vitest";
import { Spell } from "./spell.ts";

const spell = { id: "s1", participation: "d1", start: "2021-03-01" };

test("a spell goes on until it has an end", () => {
  expect(Spell.safeParse(spell).success).toBe(true);
});

test("a spell of one day starts and ends on it", () => {
  expect(Spell.safeParse({ ...spell, end: "2021-03-01" }).success).toBe(true);
});

test("a spell does not end before it starts, and is told so at its end", () => {
  const read = Spell.safeParse({ ...spell, end: "2021-02-28" });
  expect(read.error?.issues.map(({ path }) => path)).toEqual([["end"]]);
});

test("a spell has a start and belongs to a participation", () => {
  expect(Spell.safeParse({ ...spell, start: undefined }).success).toBe(false);
  expect(Spell.safeParse({ ...spell, participation: "" }).success).toBe(false);
});
