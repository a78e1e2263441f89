import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { expect, test } from "vitest";

/** A module for browsers, minified, from the sources and with all they import except zod. */
async function bundleOf(module: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: module, resolveDir: import.meta.dirname },
    bundle: true,
    minify: true,
    charset: "utf8",
    platform: "browser",
    format: "esm",
    external: ["zod"],
    // Its paths lead to the sources, so that nothing needs to be built first.
    tsconfig: fileURLToPath(new URL("../../../tsconfig.json", import.meta.url)),
    write: false,
  });
  return outputFiles[0]?.text ?? "";
}

const browserBytes = async (module: string): Promise<number> => gzipSync(await bundleOf(module)).length;

const vocabulary = `{
  birthDate: { type: "date", label: { sv: "födelsedatum", en: "date of birth" } },
  age: { type: "completedYears", since: "birthDate", label: { sv: "ålder", en: "age" } },
  illHealth: { type: "boolean", label: { sv: "ohälsa", en: "ill health" } },
  disability: { type: "boolean", label: { sv: "funktionsnedsättning", en: "disability" } },
}`;

const explaining = (words: string) => `
  ${words}
  import { all, any, conditions, explain } from "@finsam/criteria";
  const vocabulary = ${vocabulary};
  const { age, illHealth, disability } = conditions(vocabulary);
  const rule = all(age.between(16, 66), any(illHealth.is(true), disability.is(true)));
  const explanation = (facts, on) => explain(rule, facts, { vocabulary, on, leapDayBirthday: "1-march" });
`;

// A page that explains one rule should cost no more than an icon or two, so that nobody copies the rule by hand to save bytes.
test("a page that builds one rule and explains it loads at most 6 kB besides zod", async () => {
  for (const language of ["sv", "en"]) {
    const page = `
      ${explaining(`import { explainInWords } from "@finsam/criteria/${language}";`)}
      export const why = (facts, on) => explainInWords(explanation(facts, on), vocabulary);
    `;
    expect(await browserBytes(page)).toBeLessThanOrEqual(6_000);
  }
});

// Words are the larger part of an explanation, and most pages speak one language.
test("a page carries the words of the languages that it speaks, and no others", async () => {
  const [swedish, english] = ["kriterierna", "criteria are met"];
  const page = (language: string) =>
    `${explaining(`import { explainInWords } from "@finsam/criteria/${language}";`)}
     export const why = (facts, on) => explainInWords(explanation(facts, on), vocabulary);`;
  const [sv, en] = [await bundleOf(page("sv")), await bundleOf(page("en"))];
  expect([sv.includes(swedish), sv.includes(english)]).toEqual([true, false]);
  expect([en.includes(swedish), en.includes(english)]).toEqual([false, true]);
  const silent = await bundleOf(`${explaining("")} export const why = explanation;`);
  expect([silent.includes(swedish), silent.includes(english)]).toEqual([false, false]);
});

// Where only the outcome is wanted, a rule is data: neither its builders nor the texts of reasons may come along.
test("a page that evaluates one rule, given as data, loads at most 3 kB besides zod", async () => {
  const page = `
    import { evaluate } from "@finsam/criteria";
    const vocabulary = ${vocabulary};
    const rule = { op: "all", of: [
      { op: "atLeast", fact: "age", value: 16 },
      { op: "atMost", fact: "age", value: 66 },
      { op: "any", of: [{ op: "is", fact: "illHealth", value: true }, { op: "is", fact: "disability", value: true }] },
    ] };
    export const outcome = (facts, on) => evaluate(rule, facts, { vocabulary, on, leapDayBirthday: "1-march" });
  `;
  expect(await browserBytes(page)).toBeLessThanOrEqual(3_000);
});
