import { pseudonymise, readIdentityNumber } from "@finsam/model/identity";
import { describe, expect, test } from "vitest";
import { hasShapeOfIdentityNumber, looksLikeIdentityNumber } from "./identity-like.ts";

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

describe("a cell of pseudonyms", () => {
  test.each([
    ...written,
    "19900125-2388",
    "1990-01-25-2387",
    "1990.01.25 2387",
    "90 01 25 2387",
    "1990/01/25 - 2387",
    "19900125_2387",
    "19900125\u22122387",
    "1990\u200b0125\u00a02387",
    "19900125\uff0d2387",
    "PNR19900125-2387",
    "19900125-2387b",
    "19900125-TF24",
    "900125TF24",
    "19900125-R123",
    "202601612381",
    "20260160-2381",
    "191500722390",
    "person 19900125-2388 (se akt)",
  ])("%s has the shape of an identity number", (text) => {
    expect(hasShapeOfIdentityNumber(text)).toBe(true);
  });

  test.each([
    ["P0053", "it is a serial number"],
    ["", "it is empty"],
    ["1990-01-25", "nothing follows the date"],
    ["19901325-2387", "there is no month 13"],
    ["19900132-2387", "there is no day 32"],
    ["19900100-2387", "there is no day 0"],
    ["19900192-2387", "day 92 is none with 60 added"],
    ["19900125".repeat(4), "it is 32 hexadecimal digits"],
    ["9001252387ABCDEF".repeat(2), "it is 32 hexadecimal digits"],
    ["3f2504e0-4f89-41d3-9a0c-199001252387", "it is a UUID"],
  ])("%s does not: %s", (text) => {
    expect(hasShapeOfIdentityNumber(text)).toBe(false);
  });

  test("31 hexadecimal digits are no digest", () => {
    expect(hasShapeOfIdentityNumber("9001252387".padEnd(31, "a"))).toBe(true);
    expect(hasShapeOfIdentityNumber("9001252387".padEnd(32, "a"))).toBe(false);
  });

  test("a pseudonym that this repository makes never has it", () => {
    const read = readIdentityNumber("199001252387");
    if (!read.ok) throw new Error(read.error.code);
    for (let key = 0; key < 2000; key += 1) {
      const pseudonym = pseudonymise(read.value, new TextEncoder().encode(`${key}`.padEnd(32, ".")));
      expect(hasShapeOfIdentityNumber(pseudonym)).toBe(false);
    }
  });
});
