/** What a PX file says: the texts of each keyword, and the cells. Written from the published format, apart from the writer. */
export interface PxContents {
  readonly keywords: ReadonlyMap<string, readonly string[]>;
  readonly cells: readonly string[];
}

/** Reads a PX file as the format says: keyword, `=`, texts between quotation marks or bare words, `;`. */
export function readPx(bytes: string): PxContents {
  const keywords = new Map<string, readonly string[]>();
  let at = 0;
  while (at < bytes.length) {
    const equals = bytes.indexOf("=", at);
    if (equals < 0) break;
    const keyword = bytes.slice(at, equals).trim();
    const end = endOfStatement(bytes, equals + 1);
    const value = bytes.slice(equals + 1, end);
    at = end + 1;
    if (keyword === "DATA") return { keywords, cells: value.trim().split(/\s+/u) };
    keywords.set(keyword, valuesOf(value));
  }
  throw new Error("a PX file ends with DATA");
}

function endOfStatement(text: string, from: number): number {
  let quoted = false;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '"') quoted = !quoted;
    if (text[at] === ";" && !quoted) return at;
  }
  throw new Error("a keyword has no end");
}

/** Texts; those that follow each other without a comma are pieces of one. */
function valuesOf(value: string): readonly string[] {
  const values: string[] = [];
  let continues = false;
  for (const [, text, comma, bare] of value.matchAll(/"([^"]*)"|(,)|([^",\s]+)/gu)) {
    if (comma !== undefined) continues = false;
    else if (continues) values.push(`${values.pop() ?? ""}${text ?? bare}`);
    else values.push(text ?? bare ?? "");
    continues = comma === undefined;
  }
  return values;
}

/** A cell by the place of its categories, the last variable running fastest. */
export function cellOf({ keywords, cells }: PxContents, codes: Readonly<Record<string, string>>): string | undefined {
  const variables = [...(keywords.get("STUB") ?? []), ...(keywords.get("HEADING") ?? [])];
  let place = 0;
  for (const variable of variables) {
    const list = keywords.get(`CODES("${variable}")`) ?? [];
    const index = list.indexOf(codes[variable] ?? "");
    if (index < 0) return undefined;
    place = place * list.length + index;
  }
  return cells[place];
}
