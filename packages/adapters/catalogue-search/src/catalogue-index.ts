import type { FoundIntervention } from "@finsam/interventions";
import { type CodeId, codeById, type Language, type Text } from "@finsam/model";
import type { Profile } from "@finsam/policy";
import { type AnyOrama, create, type DefaultTokenizerConfig, insert, search } from "@orama/orama";
import { stemmer as swedishStemmer } from "@orama/stemmers/swedish";

/** An entry that a text was found in. */
export interface CatalogueHit {
  readonly id: CodeId;
  readonly name: Text;
  /** How many of the words were found in it. */
  readonly words: number;
  /** How well they fit: higher is better, comparable within one search alone. */
  readonly score: number;
}

/** Entries of a catalogue, ready to be searched in one language. */
export interface CatalogueIndex {
  /**
   * The entries that hold the words, or words close to them: those that hold more of the words first, then the better fit, equals by
   * their id. A text without words finds nothing.
   *
   * @param limit How many at most; 20 when left out.
   */
  readonly search: (text: string, limit?: number) => readonly CatalogueHit[];
}

/** What is searched, and how much more a word weighs in a name than in a description. */
const schema = { name: "string", aliases: "string", about: "string", where: "string" } as const;
const boost = { name: 4, aliases: 4, where: 2, about: 1 } as const;

/**
 * Makes entries searchable by text: by their names and other names, what they are, whom they are for, who runs them and where. Swedish
 * words are found in other forms ("sjukskriven", "sjukskrivna"); å, ä and ö may be left out; a letter may be wrong.
 *
 * The text of the search stays in the process, and nothing of it is kept.
 *
 * @param entries From `findInterventions`, already narrowed by day, age, focus or place.
 * @example
 * ```ts
 * import { catalogueIndex } from "@finsam/catalogue-search";
 * import { findInterventions } from "@finsam/interventions";
 * import { stockholm } from "@finsam/stockholm";
 * const index = catalogueIndex(stockholm, findInterventions(stockholm), "sv");
 * index.search("migrationsstres")[0]?.id; // => "gron-etablering"
 * ```
 */
export function catalogueIndex(
  profile: Profile,
  entries: readonly FoundIntervention[],
  language: Language,
): CatalogueIndex {
  const index = create({ schema, components: { tokenizer: tokenizerOf(language) } });
  for (const entry of entries) atOnce(insert(index, documentOf(entry, profile, language)));
  const names = new Map(entries.map(({ id, intervention }) => [id, intervention.name]));
  return {
    search: (text, limit = 20) => {
      const found = new Map<CodeId, { words: number; score: number }>();
      for (const word of wordsOf(text, language)) {
        for (const { id, score } of hitsOf(index, word)) {
          const before = found.get(id) ?? { words: 0, score: 0 };
          found.set(id, { words: before.words + 1, score: before.score + score });
        }
      }
      return [...found]
        .flatMap(([id, hit]) => {
          const name = names.get(id);
          return name === undefined ? [] : [{ id, name, ...hit }];
        })
        .sort((a, b) => b.words - a.words || b.score - a.score || (a.id < b.id ? -1 : 1))
        .slice(0, limit);
    },
  };
}

function hitsOf(index: AnyOrama, word: string): readonly { readonly id: CodeId; readonly score: number }[] {
  // One letter may be wrong; in a short word, that would make another word.
  return atOnce(search(index, { term: word, boost, tolerance: word.length > 4 ? 1 : 0, limit: 1_000 })).hits;
}

/** What Orama answers: at once, since the index has no asynchronous parts of its own. */
function atOnce<Answer>(answer: Answer | Promise<Answer>): Answer {
  if (answer instanceof Promise) throw new TypeError("the search index was expected to answer at once");
  return answer;
}

const wordsOf = (text: string, language: Language): readonly string[] => [
  ...new Set(
    text
      .normalize("NFC")
      .toLowerCase()
      .split(/[^\p{L}\p{N}-]+/u)
      .filter((word) => word !== "" && !littleWords[language].has(word)),
  ),
];

/** Words that stand in every other sentence and find nothing. */
const littleWords: Readonly<Record<Language, ReadonlySet<string>>> = {
  sv: new Set(
    "att av de den det eller en ett för från har i inte kan med och om på som till under utan vid är".split(" "),
  ),
  en: new Set("a an and are as at by for from in is not of on or that the to with without".split(" ")),
};

const tokenizerOf = (language: Language): DefaultTokenizerConfig =>
  language === "sv"
    ? { language: "swedish", stemming: true, stemmer: swedishStemmer }
    : { language: "english", stemming: true };

function documentOf({ id, intervention, description }: FoundIntervention, profile: Profile, language: Language) {
  const {
    summary,
    targetGroup,
    method,
    owner,
    partners = [],
    districts = [],
    premises = [],
    expectedResults = [],
  } = description.value;
  const organisations = profile.catalogue?.organisations ?? {};
  const texts = [
    summary,
    targetGroup?.text,
    method,
    ...expectedResults,
    ...[owner, ...partners].map((organisation) =>
      organisation === undefined ? undefined : organisations[organisation],
    ),
  ];
  const list = profile.codeLists.districts;
  return {
    id,
    name: intervention.name[language],
    aliases: (intervention.aliases ?? []).join(" "),
    about: texts.flatMap((text) => text?.[language] ?? []).join(" "),
    where: [
      ...districts.flatMap((district) => (list && codeById(list, district)?.label[language]) ?? []),
      ...premises,
    ].join(" "),
  };
}
