import type { Person } from "@finsam/model";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mergePersons } from "./merge-persons.ts";

const person: fc.Arbitrary<Person> = fc.oneof(
  { weight: 1, arbitrary: fc.constant({ protectedIdentity: true as const, id: "p1" }) },
  {
    weight: 9,
    arbitrary: fc
      .record(
        {
          sex: fc.constantFrom("woman", "man", "unknown"),
          birthDate: fc.constantFrom("1985", "1985-04", "1985-04-12", "1986"),
          facts: fc.dictionary(
            fc.constantFrom("illHealth", "months", "disability"),
            fc.constantFrom(null, true, false, 0, 12, { min: 1, max: 2 }),
          ),
        },
        { requiredKeys: ["sex"] },
      )
      .map((details) => ({ protectedIdentity: false as const, id: "p1", sexBasis: "legal-sex" as const, ...details })),
  },
);

const facts = (one: Person) => (one.protectedIdentity ? {} : (one.facts ?? {}));

describe("of a person saved twice", () => {
  test("the same record again changes nothing", () => {
    fc.assert(
      fc.property(fc.option(person, { nil: undefined }), person, (known, stated) => {
        const kept = mergePersons(known, stated);
        expect(mergePersons(kept, stated)).toEqual(kept);
      }),
    );
  });

  test("every fact that was known or is stated is kept, and the stated ones win", () => {
    fc.assert(
      fc.property(person, person, (known, stated) => {
        const kept = mergePersons(mergePersons(undefined, known), stated);
        fc.pre(!kept.protectedIdentity);
        for (const name of ["illHealth", "months", "disability"])
          expect(facts(kept)[name]).toEqual(facts(stated)[name] ?? facts(known)[name] ?? undefined);
      }),
    );
  });

  test("nothing but the pseudonym is left once the identity is protected, and it stays so", () => {
    fc.assert(
      fc.property(fc.array(person), fc.array(person), (before, after) => {
        const records = [...before, { protectedIdentity: true as const, id: "p1" }, ...after];
        const kept = records.reduce((known: Person | undefined, stated) => mergePersons(known, stated), undefined);
        expect(kept).toEqual({ protectedIdentity: true, id: "p1" });
      }),
    );
  });

  test("a date of birth is as exact as the last one that contradicts nothing", () => {
    const born = (...dates: readonly string[]) =>
      dates
        .map(
          (birthDate): Person => ({ protectedIdentity: false, id: "p1", sex: "man", sexBasis: "legal-sex", birthDate }),
        )
        .reduce((known: Person | undefined, stated) => mergePersons(known, stated), undefined);
    expect(born("1985", "1985-04-12")).toMatchObject({ birthDate: "1985-04-12" });
    expect(born("1985-04-12", "1985-04", "1985")).toMatchObject({ birthDate: "1985-04-12" });
    expect(born("1985-04-12", "1985-05")).toMatchObject({ birthDate: "1985-05" });
  });
});
