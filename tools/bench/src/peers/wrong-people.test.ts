import { describe, expect, test } from "vitest";
import { people } from "../people.ts";
import { explained, explainedInBatches, explainedOnDemand, plain } from "./finsam.ts";
import { jsonLogicWithAge, jsonLogicWithBirthDates } from "./json-logic-engine.ts";
import { jsonRulesEngine } from "./json-rules-engine.ts";
import { publicodes } from "./publicodes.ts";
import { ucast } from "./ucast.ts";
import { wrongPeople } from "./wrong-people.ts";
import { zod } from "./zod.ts";

const everybody = people(2_000);

const peers = [jsonRulesEngine, publicodes, zod, jsonLogicWithAge, jsonLogicWithBirthDates, ucast];

describe("the engines beside ours", () => {
  test.each(peers)("$name is right about people of whom every fact is known", async (peer) => {
    const known = everybody.filter((person) => !Object.values(person).includes(null));
    expect(known.length).toBeGreaterThan(500);
    expect(await wrongPeople(peer, known)).toEqual([]);
  });

  test.each(peers.filter((peer) => peer !== publicodes))("$name takes a missing fact for a no", async (peer) => {
    const unknown = everybody.map((person) => ({ ...person, residentMunicipality: null }));
    expect((await wrongPeople(peer, unknown)).length).toBeGreaterThan(0);
  });
});

test.each([plain, explainedInBatches, explainedOnDemand, explained])("$name is right about everybody", async (ours) => {
  expect(await wrongPeople(ours, everybody)).toEqual([]);
});
