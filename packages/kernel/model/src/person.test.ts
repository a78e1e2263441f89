import { describe, expect, test } from "vitest";
import { Facts, Person } from "./person.ts";

describe("persons", () => {
  test("of a person with protected identity nothing but the pseudonym has a place", () => {
    expect(Person.safeParse({ protectedIdentity: true, id: "P1" }).success).toBe(true);
    expect(Person.safeParse({ protectedIdentity: true, id: "P1", sex: "woman" }).success).toBe(false);
  });

  test("whether the identity is protected must be said; silence is not no", () => {
    expect(Person.safeParse({ id: "P1", sex: "woman", sexBasis: "legal-sex" }).success).toBe(false);
  });

  test("a fact may be null, which says that it is missing, but never an empty text", () => {
    expect(Facts.safeParse({ illHealth: null }).success).toBe(true);
    expect(Facts.safeParse({ residentMunicipality: "" }).success).toBe(false);
  });

  test("an interval has its lowest value first", () => {
    expect(Facts.safeParse({ months: { min: 9, max: 11 } }).success).toBe(true);
    expect(Facts.safeParse({ months: { min: 11, max: 9 } }).success).toBe(false);
  });
});
