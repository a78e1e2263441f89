import { describe, expect, test } from "vitest";
import { profileJsonSchema, readProfile } from "./profile.ts";
import { smallProfile } from "./small-profile.fixture.ts";

const problems = (change: object) => {
  const read = readProfile({ ...smallProfile, ...change });
  return read.ok ? [] : read.problems.map(({ path, message }) => `${path}: ${message}`);
};
const attested = { status: "attested", citation: { source: "statutes" } };
const rule = (value: object) => ({
  title: { sv: "Regel", en: "Rule" },
  versions: [{ value, validFrom: "2018-01-01", ...attested }],
});

describe("profiles", () => {
  test("a whole profile is read as it stands", () => {
    expect(readProfile(JSON.parse(JSON.stringify(smallProfile)))).toEqual({ ok: true, profile: smallProfile });
  });

  test("a rule that asks for a fact, a value or a rule that is not there is refused with its place", () => {
    expect(problems({ rules: { ...smallProfile.rules, a: rule({ op: "is", fact: "health", value: true }) } })).toEqual([
      'rules.a.versions.0.value.fact: the vocabulary has no fact "health"',
    ]);
    expect(problems({ parameters: {} })).toEqual([
      'rules.target-group.versions.0.value.of.1.value: policy has no value "highest-age"',
    ]);
    expect(problems({ rules: { a: rule({ op: "rule", rule: "b" }) } })).toEqual([
      'rules.a.versions.0.value: the profile has no rule "b"',
    ]);
  });

  test("rules that refer to each other in a circle are refused", () => {
    expect(
      problems({
        rules: { a: rule({ op: "rule", rule: "b" }), b: rule({ op: "not", of: { op: "rule", rule: "a" } }) },
      }),
    ).toEqual(['rules.a: the rule "a" refers to itself', 'rules.b: the rule "b" refers to itself']);
  });

  test("a citation of a source that is not listed is refused", () => {
    expect(problems({ sources: {} })[0]).toBe(
      'leapDayBirthday.0.citation.source: the profile has no source "statutes"',
    );
  });

  test("every exit reason needs a result, and every result a reason", () => {
    expect(problems({ exitResults: {} })).toEqual(['exitResults: the exit reason "work" has no result; give it one']);
    expect(problems({ exitResults: { work: "positive", rest: "excluded" } })).toEqual([
      'exitResults.rest: "rest" has a result, but the list has no such exit reason',
    ]);
  });

  test("a fact that may not decide has to be a fact, and cite a source", () => {
    const mayNotDecide = { facts: ["referrer"], reason: smallProfile.name, citation: { source: "hearsay" } };
    const read = readProfile({ ...smallProfile, mayNotDecide });
    expect(read.ok ? [] : read.problems.map(({ code, path }) => [code, path])).toEqual([
      ["unknown-source", "mayNotDecide.citation.source"],
      ["unknown-fact", "mayNotDecide.facts.0"],
    ]);
  });

  test("a register without a column for protected identity must say that it holds none", () => {
    const { withoutProtectedIdentity: _, ...register } = smallProfile.register;
    expect(problems({ register })).toEqual([
      "register.columns.protectedIdentity: name the column for protected identity, or say withoutProtectedIdentity: true",
    ]);
  });

  test("a misspelled key is refused, not overlooked", () => {
    expect(problems({ tresholds: 5 })).not.toEqual([]);
  });

  test("the published JSON schema is the one made from the code", async () => {
    await expect(`${JSON.stringify(profileJsonSchema(), null, 2)}\n`).toMatchFileSnapshot("../profile.schema.json");
  });
});
