import { expect, test } from "vitest";
import { SeenIds } from "./seen-ids.ts";

test("every id that has gone by may have, and of half a million others hardly any", () => {
  const seen = new SeenIds();
  const ids = Array.from({ length: 500_000 }, (_, index) => `participation-${index}`);
  for (const id of ids) seen.add("participation", id);
  expect(ids.filter((id) => !seen.mayHave("participation", id))).toEqual([]);
  expect(ids.filter((id) => seen.mayHave("person", id)).length).toBeLessThan(20);
  expect(ids.filter((id) => seen.mayHave("participation", `${id}-other`)).length).toBeLessThan(20);
});
