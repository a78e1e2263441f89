import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { expect, test } from "vitest";

/** Bytes of a module for browsers, minified and gzipped, from the sources and with all they import except zod. */
async function browserBytes(module: string): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents: module, resolveDir: import.meta.dirname },
    bundle: true,
    minify: true,
    platform: "browser",
    format: "esm",
    external: ["zod"],
    // Its paths lead to the sources, so that nothing needs to be built first.
    tsconfig: fileURLToPath(new URL("../../../tsconfig.json", import.meta.url)),
    write: false,
  });
  return gzipSync(outputFiles[0]?.contents ?? "").length;
}

const vocabulary = `{
  birthDate: { type: "date", label: { sv: "födelsedatum", en: "date of birth" } },
  age: { type: "completedYears", since: "birthDate", label: { sv: "ålder", en: "age" } },
  illHealth: { type: "boolean", label: { sv: "ohälsa", en: "ill health" } },
  disability: { type: "boolean", label: { sv: "funktionsnedsättning", en: "disability" } },
}`;

// A page that explains one rule should cost no more than an icon or two, so that nobody copies the rule by hand to save bytes.
test("a page that builds one rule and explains it loads at most 6 kB besides zod", async () => {
  const page = `
    import { all, any, conditions, explain } from "@finsam/criteria";
    const vocabulary = ${vocabulary};
    const { age, illHealth, disability } = conditions(vocabulary);
    const rule = all(age.between(16, 66), any(illHealth.is(true), disability.is(true)));
    export const why = (facts, on) => explain(rule, facts, { vocabulary, on, leapDayBirthday: "1-march" });
  `;
  expect(await browserBytes(page)).toBeLessThanOrEqual(6_000);
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
