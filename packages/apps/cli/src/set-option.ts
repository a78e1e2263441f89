import { type Criterion, conditionsIn } from "@finsam/criteria";
import type { Text } from "@finsam/model";
import { at, extendPolicy, type ParameterValue, type Profile, type ResolvedRule } from "@finsam/policy";
import { Failure } from "./failure.ts";

/**
 * The profile with the values that `--set` names in place of its own, for all dates. Only values that the rule takes its limits from can
 * be set, and only within what the profile allows.
 */
export function profileWith(profile: Profile, rule: ResolvedRule, settings: readonly string[]): Profile {
  const chosen = new Map<string, ParameterValue>();
  for (const { option, name, text } of settings.flatMap(assignments)) {
    if (chosen.has(name)) throw wrong(option, `"${name}" är angivet två gånger.`, `"${name}" is given twice.`);
    chosen.set(name, valueFor(option, name, text, profile, rule));
  }
  const citation = { source: "what-if" };
  const version = { validFrom: "0001-01-01", status: "unverified" as const, citation };
  const tried = extendPolicy(profile, {
    extends: profile.id,
    id: profile.id,
    version: `${profile.version} (${[...chosen].map(([name, value]) => `${name}=${value}`).join(", ")})`,
    author: "finsam simulate",
    reason: { sv: "Prövas utan att vara beslutat", en: "Tried without being decided" },
    citation,
    sources: { "what-if": { title: { sv: "Prövat värde", en: "Value that is tried" } } },
    parameters: Object.fromEntries([...chosen].map(([name, value]) => [name, { versions: [{ value, ...version }] }])),
  });
  if (tried.ok) return tried.profile;
  const problems = tried.problems.map(({ path, message }) => `  ${path}: ${message}`).join("\n");
  throw wrong(
    settings.join(" "),
    `värdet går inte att använda:\n${problems}`,
    `the value cannot be used:\n${problems}`,
  );
}

interface Assignment {
  /** As it was written, to say what was wrong. */
  readonly option: string;
  readonly name: string;
  readonly text: string;
}

/** What `lowest-age=18` sets; `ages=18-65` is short for the lowest and the highest. */
function assignments(option: string): readonly Assignment[] {
  const [, name = "", text = ""] = /^([a-z0-9-]+)=(.+)$/.exec(option) ?? [];
  if (name === "")
    throw wrong(
      option,
      "skriv NAMN=VÄRDE, till exempel lowest-age=18 eller ages=18-65.",
      "write NAME=VALUE, for example lowest-age=18 or ages=18-65.",
    );
  if (name !== "ages") return [{ option, name, text }];
  const [, lowest = "", highest = ""] = /^(\d+)[-–](\d+)$/.exec(text) ?? [];
  if (lowest === "" || Number(lowest) > Number(highest))
    throw wrong(
      option,
      "skriv lägsta och högsta ålder, till exempel ages=18-65.",
      "write the lowest and the highest age, for example ages=18-65.",
    );
  return [
    { option, name: "lowest-age", text: lowest },
    { option, name: "highest-age", text: highest },
  ];
}

function valueFor(option: string, name: string, text: string, profile: Profile, rule: ResolvedRule): ParameterValue {
  const used = [...new Set(valuesIn(rule.criterion))];
  const parameter = Object.hasOwn(profile.parameters, name) ? profile.parameters[name] : undefined;
  if (parameter === undefined || !used.includes(name)) {
    const remedy: Text =
      used.length === 0
        ? { sv: "Den har inga värden att pröva.", en: "It has no values to try." }
        : { sv: `Den har ${used.join(", ")}.`, en: `It has ${used.join(", ")}.` };
    throw wrong(
      option,
      `regeln ${rule.id} har inget värde "${name}". ${remedy.sv}`,
      `the rule ${rule.id} has no value "${name}". ${remedy.en}`,
    );
  }
  const value = valueLike(at(parameter.versions, rule.setting.on, name).value, text);
  if (value === undefined) throw wrong(option, "ange ett värde av samma slag.", "give a value of the same kind.");
  const { lowest = -Infinity, highest = Infinity } = parameter.limits ?? {};
  if (typeof value === "number" && (value < lowest || value > highest)) {
    const [hasLowest, hasHighest] = [Number.isFinite(lowest), Number.isFinite(highest)];
    const sv = [...(hasLowest ? [`minst ${lowest}`] : []), ...(hasHighest ? [`högst ${highest}`] : [])];
    const en = [...(hasLowest ? [`${lowest} or more`] : []), ...(hasHighest ? [`${highest} or less`] : [])];
    throw wrong(option, `profilen tillåter ${sv.join(" och ")}.`, `the profile allows ${en.join(" and ")}.`);
  }
  return value;
}

/** A text as a value of the same kind as another: codes are separated by commas. */
function valueLike(model: ParameterValue, text: string): ParameterValue | undefined {
  switch (typeof model) {
    case "number":
      return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined;
    case "boolean":
      return { true: true, false: false }[text];
    case "string":
      return text;
    default:
      return text.split(",").every((code) => code !== "") ? text.split(",") : undefined;
  }
}

/** The values of policy that a rule takes its limits from. */
const valuesIn = (criterion: Criterion): readonly string[] =>
  conditionsIn(criterion).flatMap(({ cited }) => cited?.parameter ?? []);

const wrong = (option: string, sv: string, en: string): Failure =>
  new Failure({ sv: `--set ${option}: ${sv}`, en: `--set ${option}: ${en}` });
