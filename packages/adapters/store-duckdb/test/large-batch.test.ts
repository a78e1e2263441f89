import { isDeepStrictEqual } from "node:util";
import type { Participation, Person } from "@finsam/model";
import { memoryStore, type OpenStore, openStore, type RegisterRecord } from "@finsam/store";
import { expect, test } from "vitest";
import { openDuckdbStore } from "../src/index.ts";
import { allOf, newFolder } from "./register-folder.ts";

/** So many that some of each kind have long been written to files when the batch comes back to them. */
const many = 25_000;

const person = (of: number, birthDate: string): RegisterRecord => ({
  kind: "person",
  person: { protectedIdentity: false, id: `p${of}`, sex: "woman", sexBasis: "legal-sex", birthDate } satisfies Person,
});
const participation = (of: number, start: string, whose = of): RegisterRecord => ({
  kind: "participation",
  participation: {
    followUp: "followed",
    id: `d${of}`,
    person: `p${whose}`,
    intervention: "a",
    sex: "woman",
    sexBasis: "legal-sex",
    start,
    supportAtStart: ["none", "other"],
  } satisfies Participation,
});
const spell = (of: number): RegisterRecord => ({
  kind: "spell",
  spell: { id: `s${of}`, participation: `d${of}`, start: "2021-01-01" },
});

function* batch(): Iterable<RegisterRecord> {
  for (let of = 0; of < many; of += 1) {
    yield person(of, "1980");
    yield participation(of, "2020-01-01");
    if (of % 100 === 0) yield spell(of);
  }
  // What was said among the first is said once more, and of the last, which are still held.
  for (const of of [0, 1, 2, many - 1]) yield participation(of, "2020-02-02");
  for (const of of [1, 1, 2]) yield person(of, "1981-05");
  yield participation(0, "2020-01-01");
  // Of some nothing may be kept any more.
  yield { kind: "person", person: { protectedIdentity: true, id: "p100" } };
  const withdrawn = {
    id: "d200",
    intervention: "a",
    sex: "woman",
    sexBasis: "legal-sex",
    start: "2020-01-01",
  } as const;
  yield { kind: "participation", participation: { followUp: "not-followed", ...withdrawn } };
}

const everythingIn = async (store: OpenStore): Promise<readonly unknown[]> => [
  ...(await allOf(store.persons())),
  ...(await allOf(store.participations())),
  ...(await allOf(store.spells())),
];

test("a batch that comes back to what it said long before leaves what the last said", { timeout: 60_000 }, async () => {
  await using duckdb = await openDuckdbStore(newFolder());
  await using memory = await openStore(memoryStore);
  for (const again of [false, true]) {
    const [account, expected] = [await duckdb.save(batch()), await memory.save(batch())];
    expect(account).toEqual(expected);
    expect(account.participation.added).toBe(again ? 0 : many);
    expect(isDeepStrictEqual(await everythingIn(duckdb), await everythingIn(memory))).toBe(true);
  }
  expect(await duckdb.verify()).toEqual([]);
});

test("a large batch with one conflict saves nothing of it", { timeout: 60_000 }, async () => {
  await using duckdb = await openDuckdbStore(newFolder());
  const conflicting = [...batch(), participation(3, "2020-01-01", 4)];
  await expect(duckdb.save(conflicting)).rejects.toMatchObject({ code: "conflict" });
  expect((await duckdb.count()).participations).toBe(0);
});
