import { pseudonymise, readIdentityNumber } from "@finsam/model/identity";
import { describe, expect, test } from "vitest";
import { looksLikeIdentityNumber } from "./identity-like.ts";

// Test numbers that Skatteverket has published.
const written = ["199001252387", "19900125-2387", "9001252387", "900125-2387", "900125+2387", "19900125 2387"];

describe("a cell of a register", () => {
  test.each([...written, "202601612381", "260161-2381", "19900125–2387"])(
    "%s looks like an identity number",
    (text) => {
      expect(looksLikeIdentityNumber(text)).toBe(true);
    },
  );

  test("a number beside other words is found", () => {
    for (const text of written) expect(looksLikeIdentityNumber(`person ${text} (se akt)`)).toBe(true);
  });

  test.each([
    ["199001252388", "the check digit does not fit"],
    ["199013252386", "there is no month 13"],
    ["P0053", "it is too short"],
    ["D199001252387", "a letter stands before it"],
    ["1990012523870", "it has a digit too many"],
  ])("%s does not: %s", (text) => {
    expect(looksLikeIdentityNumber(text)).toBe(false);
  });

  test("a pseudonym that this repository makes never does", () => {
    const read = readIdentityNumber("199001252387");
    if (!read.ok) throw new Error(read.error.code);
    for (let key = 0; key < 2000; key += 1) {
      const pseudonym = pseudonymise(read.value, new TextEncoder().encode(`${key}`.padEnd(32, ".")));
      expect(looksLikeIdentityNumber(pseudonym)).toBe(false);
    }
  });
});
