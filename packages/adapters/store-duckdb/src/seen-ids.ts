const bits = 2 ** 26;
const places = 6;

/**
 * Ids that have gone by, without keeping them: says of one that it has not been seen, or that it may have. Of some millions nearly none is
 * wrongly said to have been. A Bloom filter of 8 MB, whatever their number.
 */
export class SeenIds {
  readonly #words = new Uint32Array(bits / 32);

  add(kind: string, id: string): void {
    for (const place of placesOf(kind, id))
      this.#words[place >>> 5] = (this.#words[place >>> 5] ?? 0) | (1 << (place & 31));
  }

  mayHave(kind: string, id: string): boolean {
    for (const place of placesOf(kind, id))
      if (((this.#words[place >>> 5] ?? 0) & (1 << (place & 31))) === 0) return false;
    return true;
  }
}

const found: number[] = Array.from({ length: places }, () => 0);

/** Where the bits of an id are, from two hashes of it (FNV-1a) as Kirsch and Mitzenmacher do; the array is used again. */
function placesOf(kind: string, id: string): readonly number[] {
  let [one, other] = [0x811c9dc5, 0x9747b28c];
  for (const text of [kind, id])
    for (let index = 0; index < text.length; index += 1) {
      const code = text.charCodeAt(index);
      one = Math.imul(one ^ code, 0x01000193);
      other = Math.imul(other ^ code, 0x85ebca6b);
    }
  one ^= one >>> 15;
  other ^= other >>> 13;
  for (let index = 0; index < places; index += 1) found[index] = ((one + Math.imul(index, other | 1)) >>> 0) % bits;
  return found;
}
