/** A set of ids. */
export interface IdSet {
  readonly add: (id: string) => void;
  readonly has: (id: string) => boolean;
}

/**
 * A set of very many ids in little memory: their bytes one after the other, each after its length, and a table of where they begin. A
 * million ids of ten characters take 25 MB where a `Set` takes 140.
 */
export function makeIdSet(): IdSet {
  let bytes = Buffer.alloc(1 << 12);
  let end = 0;
  let size = 0;
  // Where an id begins, counted from 1; 0 is a free place.
  let table = new Uint32Array(1 << 8);

  /** The place of the id whose bytes lie from `begin` on, or the free place that it would take. */
  function placeOf(begin: number): number {
    const length = bytes.readUInt16LE(begin);
    let hash = 0x811c9dc5;
    for (let index = 0; index < length; index += 1)
      hash = Math.imul(hash ^ (bytes[begin + 2 + index] ?? 0), 0x01000193);
    let place = (hash ^ (hash >>> 15)) & (table.length - 1);
    for (;;) {
      const known = table[place] ?? 0;
      if (known === 0 || isSame(known - 1, begin, length)) return place;
      place = (place + 1) & (table.length - 1);
    }
  }

  const isSame = (one: number, other: number, length: number): boolean =>
    bytes.readUInt16LE(one) === length &&
    bytes.compare(bytes, one + 2, one + 2 + length, other + 2, other + 2 + length) === 0;

  /** Writes an id after the last one, without keeping it, and gives its place. */
  function write(id: string): number {
    const most = end + 2 + 3 * id.length;
    if (most > bytes.length) {
      const more = Buffer.alloc(Math.max(2 * bytes.length, most));
      bytes.copy(more, 0, 0, end);
      bytes = more;
    }
    bytes.writeUInt16LE(bytes.write(id, end + 2), end);
    return placeOf(end);
  }

  function grow(): void {
    const known = table.filter((begin) => begin > 0);
    table = new Uint32Array(2 * table.length);
    for (const begin of known) table[placeOf(begin - 1)] = begin;
  }

  return {
    add: (id) => {
      const place = write(id);
      if (table[place] !== 0) return;
      table[place] = end + 1;
      end += 2 + bytes.readUInt16LE(end);
      size += 1;
      if (size * 2 > table.length) grow();
    },
    has: (id) => table[write(id)] !== 0,
  };
}
