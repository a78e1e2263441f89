import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type IdentityNumber, readIdentityNumber } from "./identity-number.ts";
import { pseudonymise } from "./pseudonym.ts";

// Numbers that the Swedish tax agency publishes as test numbers. No other numbers may stand here: one could be a real person's.
const women = ["198705212382", "199001252387", "199912282382", "200001052380"];
const men = ["199006022397", "199312162390", "200001022391"];
const coordination = ["202601612381", "202601912393"];

const read = (text: string, on?: string): IdentityNumber => {
  const result = readIdentityNumber(text, on === undefined ? {} : { on });
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};
const refusal = (text: string, on?: string): string => {
  const result = readIdentityNumber(text, on === undefined ? {} : { on });
  return result.ok ? "read" : result.error.code;
};

describe("identity numbers", () => {
  test.each(women)("%s is a woman's", (text) => {
    expect(read(text)).toMatchObject({ kind: "personal-identity-number", sex: "woman" });
  });

  test.each(men)("%s is a man's", (text) => {
    expect(read(text)).toMatchObject({ kind: "personal-identity-number", sex: "man" });
  });

  test("the day of a coordination number is the date plus sixty", () => {
    expect(coordination.map((text) => read(text).birthDate)).toEqual(["2026-01-01", "2026-01-31"]);
  });

  test("a coordination number may leave the month or the day open, and then has no date of birth", () => {
    expect(read("191711602399")).toMatchObject({ kind: "coordination-number", digits: "191711602399" });
    expect(read("191711602399")).not.toHaveProperty("birthDate");
    expect(read("191500722390")).not.toHaveProperty("birthDate");
  });

  test("someone born on 29 February 2000 has a number", () => {
    expect(read("200002292399").birthDate).toBe("2000-02-29");
  });

  test("ten digits need the day they were written, which tells the century", () => {
    expect(refusal("900125-2387")).toBe("century-unknown");
    expect(read("900125-2387", "2021-06-01").digits).toBe("199001252387");
    expect(read("170101-2393", "2021-06-01").digits).toBe("201701012393");
    expect(read("170101-2393", "2016-06-01").digits).toBe("191701012393");
  });

  test("a plus sign moves the birth a hundred years back", () => {
    expect(read("900125+2387", "2021-06-01").birthDate).toBe("1890-01-25");
  });

  test("a number from the future is refused", () => {
    expect(refusal("202601612381", "2025-12-31")).toBe("in-the-future");
  });

  test("any single digit written wrong is noticed", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...women, ...men),
        fc.integer({ min: 2, max: 11 }),
        fc.integer({ min: 1, max: 9 }),
        (text, at, by) => {
          const changed = text.slice(0, at) + ((Number(text[at]) + by) % 10) + text.slice(at + 1);
          expect(refusal(changed)).not.toBe("read");
        },
      ),
    );
  });

  test.each(["", "19900125", "19900125-238A", "19900125+2387", "9001252387 1"])("%o is not a number", (text) => {
    expect(refusal(text)).toBe("malformed");
  });

  test("no refusal repeats the number", () => {
    for (const text of ["199001252388", "900125-2387", "not a number"]) {
      const result = readIdentityNumber(text);
      expect(result.ok).toBe(false);
      expect(JSON.stringify(result)).not.toContain(text);
    }
  });
});

describe("pseudonyms", () => {
  const key = new Uint8Array(32).fill(7);

  test("the same person has one pseudonym however the number is written", () => {
    expect(pseudonymise(read("900125-2387", "2021-06-01"), key)).toBe(pseudonymise(read("199001252387"), key));
  });

  test("another key gives another pseudonym, and none holds the number", () => {
    const number = read("199001252387");
    const other = new Uint8Array(32).fill(8);
    expect(pseudonymise(number, key)).not.toBe(pseudonymise(number, other));
    expect(pseudonymise(number, key)).toMatch(/^[0-9a-f]{64}$/);
  });

  test("a short key is refused", () => {
    expect(() => pseudonymise(read("199001252387"), new Uint8Array(31))).toThrow(/32 bytes/);
  });
});
