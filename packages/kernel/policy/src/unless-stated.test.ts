import { describe, expect, test } from "vitest";
import { profileJsonSchema, readProfile } from "./profile.ts";
import { smallProfile } from "./small-profile.fixture.ts";

const attested = { status: "attested", citation: { source: "statutes" } };
const { leapDayBirthday: _, rules: __, codeLists, ...rest } = smallProfile;
const once = (unlessStated: object) => ({
  ...rest,
  unlessStated,
  leapDayBirthday: [{ value: "1-march" }],
  rules: {
    resident: {
      title: smallProfile.rules.resident.title,
      versions: [
        { value: { op: "is", fact: "resident", value: true }, validTo: "2019-12-31" },
        { value: { op: "is", fact: "resident", value: false }, validFrom: "2020-01-01", status: "unverified" },
      ],
    },
  },
  codeLists: {
    ...codeLists,
    interventions: { ...codeLists.interventions, codes: [{ id: "samspel", label: { sv: "Samspel", en: "Samspel" } }] },
  },
});

describe("what a profile states once", () => {
  test("holds for every version and code that does not say otherwise, and is in the profile that is read", () => {
    const read = readProfile(once({ validFrom: "2018-01-01", ...attested }));
    if (!read.ok) throw new Error(read.problems.map(({ path, message }) => `${path}: ${message}`).join("\n"));
    const { leapDayBirthday, rules, codeLists } = read.profile;
    expect(leapDayBirthday).toEqual([{ value: "1-march", validFrom: "2018-01-01", ...attested }]);
    expect(rules.resident?.versions.map(({ validFrom, validTo, status }) => [validFrom, validTo, status])).toEqual([
      ["2018-01-01", "2019-12-31", "attested"],
      ["2020-01-01", undefined, "unverified"],
    ]);
    expect(codeLists.interventions.codes.map(({ status }) => status)).toEqual(["attested"]);
  });

  test("does not stand in conditions, which also have a value", () => {
    const read = readProfile(once({ validFrom: "2018-01-01", ...attested }));
    expect(read.ok && read.profile.rules.resident?.versions[0]?.value).toEqual({
      op: "is",
      fact: "resident",
      value: true,
    });
  });

  test("a version that nothing fills in is refused, with its place", () => {
    const read = readProfile(once({ status: "attested", citation: { source: "statutes" } }));
    expect(read.ok ? [] : read.problems.map(({ path }) => path)).toContain("leapDayBirthday.0.validFrom");
  });

  test("the source it cites has to be one of the profile", () => {
    const read = readProfile(once({ validFrom: "2018-01-01", status: "attested", citation: { source: "hearsay" } }));
    expect(read.ok ? [] : read.problems.map(({ code }) => code)).toContain("unknown-source");
  });

  test("a profile that states all itself is read as it is written", () => {
    const read = readProfile(smallProfile);
    expect(read.ok && read.profile).toEqual(smallProfile);
  });

  test("the schema for editors does not ask for what may be stated once", () => {
    const written = JSON.stringify(profileJsonSchema());
    expect(written).toContain('"unlessStated"');
    expect(written).toContain('"required":["value"]');
  });
});
