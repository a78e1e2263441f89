import { describe, expect, test } from "vitest";
import { type Code, CodeList, findCode, isValidOn } from "./code-list.ts";

const code = (id: string, more: Partial<Code> = {}): Code => ({
  id,
  label: { sv: `${id} på svenska`, en: `${id} in English` },
  status: "attested",
  ...more,
});
const list = (...codes: readonly Code[]): CodeList => ({
  id: "list",
  version: "1",
  title: { sv: "Lista", en: "List" },
  codes: [...codes],
});
const problems = (candidate: unknown): readonly string[] =>
  CodeList.safeParse(candidate).error?.issues.map(({ message }) => message) ?? [];

describe("code lists", () => {
  test("a code is found by id, label, legacy code or alias, whatever the case and stray spaces", () => {
    const reasons = list(code("illness", { legacyCodes: ["3"], aliases: ["Sjuk"] }));
    for (const spelling of ["illness", "ILLNESS PÅ  svenska ", "illness in english", "3", "sjuk"])
      expect(findCode(reasons, spelling)?.id).toBe("illness");
    expect(findCode(reasons, "33")).toBeUndefined();
  });

  test("a spelling that stands for two codes is refused", () => {
    expect(problems(list(code("a", { legacyCodes: ["1"] }), code("b", { aliases: ["1"] })))).toEqual([
      '"1" means both "a" and "b"',
    ]);
  });

  test("a code that points to a code the list lacks is refused", () => {
    expect(problems(list(code("vardcentral", { parent: "health-care" })))).toEqual([
      'code "vardcentral" points to "health-care", which the list lacks',
    ]);
  });

  test("the district Järva is valid from 1 July 2023, and Rinkeby-Kista to the day before", () => {
    const [rinkebyKista, jarva] = [
      code("rinkeby-kista", { validTo: "2023-06-30" }),
      code("jarva", { validFrom: "2023-07-01" }),
    ];
    expect([isValidOn(rinkebyKista, "2023-06-30"), isValidOn(jarva, "2023-06-30")]).toEqual([true, false]);
    expect([isValidOn(rinkebyKista, "2023-07-01"), isValidOn(jarva, "2023-07-01")]).toEqual([false, true]);
  });
});
