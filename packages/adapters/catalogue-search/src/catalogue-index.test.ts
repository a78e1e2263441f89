import { findInterventions } from "@finsam/interventions";
import { Profile } from "@finsam/policy";
import { stockholm } from "@finsam/stockholm";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { catalogueIndex } from "./catalogue-index.ts";

const swedish = catalogueIndex(stockholm, findInterventions(stockholm), "sv");
const english = catalogueIndex(stockholm, findInterventions(stockholm), "en");
const found = (text: string) => swedish.search(text).map(({ id }) => id);

describe("searching the catalogue in Swedish", () => {
  test.each([
    ["Aktivitetsplatsen", "aktivitetsplatsen"],
    ["psykosvård", "ips-psychosis-care"],
    ["Alternativ SFI", "samordnat-stod"],
    ["ASF", "work-integrating-social-enterprise"],
    ["Hässelby", "samteamet"],
    ["långtidssjukskriven psykiatri", "finsam-team-care"],
    ["arbete i naturen", "aktivitetsplatsen"],
    ["kvinnor med barn hemma", "stadsdelsmammorna"],
  ])("“%s” finds %s first", (text, id) => {
    expect(found(text)[0]).toBe(id);
  });

  test("a word is found in its other forms", () => {
    expect(found("sjukskriven")).toEqual(found("sjukskrivna"));
    expect(found("sjukskriven")).toContain("ama");
    expect(found("nyanländ")).toEqual(found("nyanlända"));
  });

  test.each([
    ["skondal", "Sköndal"],
    ["soderort", "Söderort"],
    ["nyanlanda", "nyanlända"],
    ["GRÖN", "gron"],
    ["gro\u0308n", "grön"],
  ])("“%s” finds the same as “%s”: å, ä and ö may be left out, and case does not matter", (one, other) => {
    expect(found(one)).toEqual(found(other));
    expect(found(one)).not.toEqual([]);
  });

  test.each(["aktivitesplatsen", "aktivitetsplatse", "aktivvitetsplatsen"])(
    "one wrong letter is forgiven: %s",
    (text) => {
      expect(found(text)[0]).toBe("aktivitetsplatsen");
    },
  );

  test("what holds more of the words comes first, and little words find nothing by themselves", () => {
    const hits = swedish.search("unga utan arbete");
    expect(hits.map(({ words }) => words)).toEqual([...hits.map(({ words }) => words)].sort((a, b) => b - a));
    expect(found("i med och")).toEqual([]);
  });

  test.each(["", "   ", "xyzzy", "!?"])("“%s” finds nothing", (text) => {
    expect(found(text)).toEqual([]);
  });

  test("the order is the same whatever order the entries were put in, and at most as many as asked for come back", () => {
    const entries = findInterventions(stockholm);
    const turned = catalogueIndex(stockholm, [...entries].reverse(), "sv");
    for (const text of ["psykos", "unga arbete", "case management", "nyanlända"])
      expect(turned.search(text).map(({ id }) => id)).toEqual(found(text));
    expect(swedish.search("arbete", 3)).toHaveLength(3);
  });

  test("every entry is found by its own name", () => {
    const missing = findInterventions(stockholm).filter(
      ({ id, intervention }) => !swedish.search(intervention.name.sv, 100).some((hit) => hit.id === id),
    );
    expect(missing.map(({ id }) => id)).toEqual([]);
  });

  test("no text makes it stumble", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme" }), (text) => found(text).length <= 20));
  });
});

describe("searching otherwise", () => {
  test("in English the same entries are found by English words", () => {
    expect(english.search("mothers").map(({ id }) => id)).toEqual(["kvartersmammor", "stadsdelsmammorna"]);
    expect(english.search("newly arrived refugees").map(({ id }) => id)).toContain("emma");
  });

  test("by text among those of a day, an age, a focus and a place", () => {
    const entries = findInterventions(stockholm, { on: "2023-09-01", age: 40, place: "Sköndal", focus: "health" });
    const index = catalogueIndex(stockholm, entries, "sv");
    expect(index.search("grupp")[0]?.id).toBe("aktivitetsplatsen");
    expect(index.search("ungkomp")).toEqual([]);
  });

  test("a catalogue with nothing in it finds nothing", () => {
    const empty = Profile.parse({
      ...stockholm,
      catalogue: { organisations: {}, applicationFacts: {}, interventions: [] },
    });
    expect(catalogueIndex(empty, findInterventions(empty), "sv").search("arbete")).toEqual([]);
  });
});
