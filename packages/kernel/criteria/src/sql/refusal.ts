import type { Text } from "@finsam/model";

/** What a refusal is about: whichever of these the code needs. */
export interface RefusalDetail {
  readonly fact?: string;
  readonly dialect?: string;
  readonly limit?: number;
  readonly named?: string;
}

/** Why a criterion cannot be written for a dialect: a stable code, where in the criterion, and what to do about it. */
export interface SqlRefusal extends RefusalDetail {
  readonly code: SqlRefusalCode;
  /** The place in the criterion, such as `["of", 0]`; empty when it is refused as a whole. */
  readonly path: readonly (string | number)[];
  readonly text: Text;
}

const texts = {
  "criterion-too-large": () => ({
    sv: "Kriteriet är för stort. Dela upp det i flera regler.",
    en: "The criterion is too large. Divide it into several rules.",
  }),
  "unfit-criterion": () => ({
    sv: "Det här är inget kriterium. Läs det med `Criterion.parse` först.",
    en: "This is no criterion. Read it with `Criterion.parse` first.",
  }),
  "unresolved-rule": ({ named }) => ({
    sv: `Regeln "${named}" är bara nämnd. Lös upp hänvisningen mot policyn först.`,
    en: `The rule "${named}" is only named. Resolve the reference against a policy first.`,
  }),
  "unresolved-parameter": ({ fact, named }) => ({
    sv: `Gränsen "${named}" för "${fact}" är inte ifylld. Lös upp regeln mot policyn först.`,
    en: `The limit "${named}" of "${fact}" is not filled in. Resolve the rule against a policy first.`,
  }),
  "unknown-fact": ({ fact }) => ({
    sv: `Vokabulären har ingen uppgift "${fact}". Lägg till den, eller rätta kriteriet.`,
    en: `The vocabulary has no fact "${fact}". Add it, or correct the criterion.`,
  }),
  "unfit-condition": ({ fact }) => ({
    sv: `Villkoret på "${fact}" passar inte uppgiftens slag, eller har en gräns av ett annat slag.`,
    en: `The condition on "${fact}" does not fit the type of the fact, or has a limit of another kind.`,
  }),
  "unfit-text": ({ fact }) => ({
    sv: `En kod i villkoret på "${fact}" har ett NUL-tecken eller ett halvt tecken, som inte alla databaser kan ta emot oförändrat.`,
    en: `A code in the condition on "${fact}" has a NUL or half a character, which not every database takes as it is.`,
  }),
  "no-column": ({ fact }) => ({
    sv: `Ingen kolumn är angiven för uppgiften "${fact}".`,
    en: `No column is given for the fact "${fact}".`,
  }),
  "unfit-columns": ({ fact }) => ({
    sv: `Kolumnerna för "${fact}" passar inte uppgiftens slag: min och max är för tal, known för flera koder.`,
    en: `The columns of "${fact}" do not fit the type of the fact: min and max are for numbers, known is for several codes.`,
  }),
  "unsafe-column-name": () => ({
    sv: "Ett kolumnnamn är inte ett enkelt namn: A–Z, a–z, 0–9 och _, högst 63 tecken, med tabellen före och punkt emellan om det behövs.",
    en: "The name of a column is no plain name: A–Z, a–z, 0–9 and _, 63 characters at most, after a table and a dot where needed.",
  }),
  "presence-column-needed": ({ fact, dialect }) => ({
    sv: `I ${dialect} går en tom mängd inte att skilja från en okänd. Ange en kolumn \`known\` för "${fact}" som säger om den är känd.`,
    en: `In ${dialect} an empty set and an unknown one look alike. Give "${fact}" a column \`known\` that says whether it is known.`,
  }),
  "too-many-parameters": ({ dialect, limit }) => ({
    sv: `Kriteriet behöver fler parametrar än de ${limit} som ${dialect} tar emot. Dela upp det, eller räkna det i minnet.`,
    en: `The criterion needs more parameters than the ${limit} that ${dialect} takes. Divide it, or evaluate it in memory.`,
  }),
  "too-deep": ({ dialect, limit }) => ({
    sv: `Kriteriet blir djupare än de ${limit} nivåer av parenteser som ${dialect} tar emot. Dela upp det, eller räkna det i minnet.`,
    en: `The criterion nests deeper than the ${limit} levels of parentheses that ${dialect} takes. Divide it, or evaluate it in memory.`,
  }),
  "too-long": ({ dialect, limit }) => ({
    sv: `Kriteriet blir längre än de ${limit} tecken som ${dialect} tar emot. Dela upp det, eller räkna det i minnet.`,
    en: `The criterion becomes longer than the ${limit} characters that ${dialect} takes. Divide it, or evaluate it in memory.`,
  }),
} as const satisfies Readonly<Record<string, (detail: RefusalDetail) => Text>>;

/** What a refusal can be. */
export type SqlRefusalCode = keyof typeof texts;

/** All codes, for tests. */
export const sqlRefusalCodes: readonly SqlRefusalCode[] = Object.keys(texts).filter(
  (code): code is SqlRefusalCode => code in texts,
);

/** Thrown and caught inside this folder only: what leaves it is the refusal as a value. */
export class Refused extends Error {
  readonly refusal: SqlRefusal;

  constructor(code: SqlRefusalCode, detail: RefusalDetail = {}, path: SqlRefusal["path"] = []) {
    const text = texts[code](detail);
    super(text.en);
    this.name = "Refused";
    this.refusal = { code, path, ...detail, text };
  }

  /** The same refusal, of the part at a place. */
  at(path: SqlRefusal["path"]): Refused {
    const { code, path: _, text: __, ...detail } = this.refusal;
    return new Refused(code, detail, path);
  }
}
