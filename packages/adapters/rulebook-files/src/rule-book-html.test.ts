import { languages, Text } from "@finsam/model";
import { readProfile } from "@finsam/policy";
import { stockholm } from "@finsam/stockholm";
import { describe, expect, test } from "vitest";
import { bookOf } from "./book.ts";
import { html } from "./html.ts";
import { partHtml } from "./part-html.ts";
import { partWords } from "./part-words.ts";
import { ruleBookHtml } from "./rule-book-html.ts";

/** What a reader sees of a page, without markup. */
const read = (page: string): string =>
  page
    .replaceAll(/<style>.*<\/style>/gs, "")
    .replaceAll(/<[^>]+>/g, "\n")
    .replaceAll(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))
    .replaceAll(/\s+/g, " ");

/** Every text of a part, with where it stands. */
function textsIn(part: unknown, path: string): readonly (readonly [path: string, text: Text])[] {
  const text = Text.safeParse(part);
  if (text.success) return [[path, text.data]];
  if (typeof part !== "object" || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) => textsIn(value, `${path}.${key}`));
}

/** How facts are spoken of in sentences, and who nothing in the catalogue mentions, are no statements of the association. */
const { applicationFacts: _, organisations: __, ...catalogue } = stockholm.catalogue ?? {};
const vocabulary = Object.fromEntries(
  Object.entries(stockholm.vocabulary).map(([name, { phrases: ___, ...definition }]) => [name, definition]),
);
const stated = { ...stockholm, catalogue, vocabulary };

describe("the rule book", () => {
  test.each(languages)("holds every text that the profile states, in %s", (language) => {
    const seen = read(ruleBookHtml(stockholm, language)).toLowerCase();
    const missing = textsIn(stated, "").filter(([, text]) => !seen.includes(text[language].toLowerCase()));
    expect(missing).toEqual([]);
    expect(textsIn(stated, "").length).toBeGreaterThan(500);
  });

  test("says each rule in words, with its limits, its days, its mark and its source", () => {
    const seen = read(ruleBookHtml(stockholm, "en"));
    expect(seen).toContain(
      "All of this: Age: at least 16 years ( Lowest age in the target group ) Age: at most 66 years ( Highest age in the target group ) ",
    );
    expect(seen).toContain("At least one of this: Has ill health Has a disability");
    expect(seen).toContain("2018-04-12 – 2023-05-11 unverified");
    expect(seen).toContain("from 2023-05-12 attested");
  });

  test("shows the boundary cases of the first day of the latest version, and what is missing for an answer", () => {
    const seen = read(ruleBookHtml(stockholm, "sv"));
    expect(seen).toContain("46 gränsfall den 2023-05-12");
    expect(seen).toContain("Som det första, men Födelsedatum: 2007-05-13 (15 år) uppfyller inte");
    expect(seen).toContain("Som det första, men Födelsedatum: 2007-05 går inte att säga födelsedatum");
  });

  test("says what each exit reason means for the result", () => {
    expect(read(ruleBookHtml(stockholm, "sv"))).toContain("Felregistrering wrong-registration inget deltagande");
  });

  test("has words in both languages for every key of the shipped profile", () => {
    const { sources, rules, parameters, codeLists, exitResults, register, vocabulary: ____, ...parts } = stated;
    const named = [...keysIn(parts)].filter((key) => !withoutTerm.has(key) && !(key in stockholm));
    expect(named.filter((key) => !Object.hasOwn(partWords, key)).sort()).toEqual([]);
  });

  test("shows a part that it has never heard of by its shape", () => {
    const later = { quotas: [{ id: "a", title: { sv: "Tak", en: "Ceiling" }, share: 3, closed: false }] };
    const page = read(partHtml(later, "later", bookOf(stockholm, "en")).markup);
    expect(page).toContain("Quotas Ceiling a Share 3 Closed no");
  });

  test("a criterion that must not hold is said as that", () => {
    const version = { validFrom: "2020-01-01", status: "attested", citation: { source: "finsam-act" } };
    const not = { op: "not", of: { op: "any", of: [is("illHealth"), is("disability")] } };
    const changed = readProfile({
      ...stockholm,
      rules: {
        ...stockholm.rules,
        healthy: { title: { sv: "Frisk", en: "Healthy" }, versions: [{ ...version, value: not }] },
      },
    });
    if (!changed.ok) throw new Error(changed.problems[0]?.message);
    expect(read(ruleBookHtml(changed.profile, "en"))).toContain("None of this: Has ill health Has a disability");
  });

  test("escapes whatever is put into markup", () => {
    expect(html`<p title="${'"><script>'}">${"a & b\u202e"}</p>`.markup).toBe(
      '<p title="&#34;&#62;&#60;script&#62;">a &#38; b </p>',
    );
  });
});

const is = (fact: string) => ({ op: "is", fact, value: true });

/** The keys that a reader sees; those of criteria, texts and counts are said in other ways. */
function keysIn(part: unknown): ReadonlySet<string> {
  if (typeof part !== "object" || part === null || Text.safeParse(part).success || "op" in part) return new Set();
  if (Array.isArray(part)) return new Set(part.flatMap((one) => [...keysIn(one)]));
  return new Set(Object.entries(part).flatMap(([key, value]) => [key, ...keysIn(value)]));
}

/** Keys that the page says without a term: the mark and the source, the name of an entry, and chapters within chapters. */
const withoutTerm = new Set([
  "id",
  "status",
  "citation",
  "source",
  "versions",
  "title",
  "weekday",
  "interventions",
  "facts",
]);
