/** Where a record of the working set lies: the folder of its file, or a word for what lies in none yet. */
export type Origin = string;

/** A record that does not stand any more, and where it lies. */
export interface Outdated {
  readonly id: string;
  readonly origin: Origin;
}

interface Place<A> {
  readonly origin: Origin | undefined;
  record: A | undefined;
  isChanged: boolean;
}

/**
 * The records of one kind that a few records to save have to do with: those with their ids, and those that they may take along. It is
 * what a change is worked out on; what came of it is written afterwards.
 */
export class Shelf<A extends { readonly id: string }> {
  readonly #places = new Map<string, Place<A>>();
  readonly #idsByOwner = new Map<string, Set<string>>();
  readonly #ownerOf: (record: A) => string | undefined;

  /** @param ownerOf whom a record goes with, so that all of one owner can be found */
  constructor(ownerOf: (record: A) => string | undefined = () => undefined) {
    this.#ownerOf = ownerOf;
  }

  /** Puts a record there as it lies in the register. */
  load(record: A, origin: Origin): void {
    this.#places.set(record.id, { origin, record, isChanged: false });
    this.#own(record);
  }

  get(id: string): A | undefined {
    return this.#places.get(id)?.record;
  }

  /** Changes what stands under an id. */
  set(id: string, record: A | undefined): void {
    const place = this.#places.get(id);
    if (place === undefined) this.#places.set(id, { origin: undefined, record, isChanged: true });
    else {
      place.record = record;
      place.isChanged = true;
    }
    if (record !== undefined) this.#own(record);
  }

  /** The records of an owner. */
  of(owner: string): readonly A[] {
    return [...(this.#idsByOwner.get(owner) ?? [])].flatMap((id) => {
      const record = this.get(id);
      return record !== undefined && this.#ownerOf(record) === owner ? [record] : [];
    });
  }

  /** What is not any more as it lies in the register. */
  changes(): {
    readonly records: readonly A[];
    readonly outdated: readonly Outdated[];
  } {
    const changed = [...this.#places].filter(([, { isChanged }]) => isChanged);
    return {
      records: changed.flatMap(([, { record }]) => (record === undefined ? [] : [record])),
      outdated: changed.flatMap(([id, { origin }]) => (origin === undefined ? [] : [{ id, origin }])),
    };
  }

  #own(record: A): void {
    const owner = this.#ownerOf(record);
    if (owner === undefined) return;
    const ids = this.#idsByOwner.get(owner);
    if (ids === undefined) this.#idsByOwner.set(owner, new Set([record.id]));
    else ids.add(record.id);
  }
}
