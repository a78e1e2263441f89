/** Items that belong together: at least one. */
export type Group<Item> = readonly [Item, ...Item[]];

/** The items with the same key together, the groups in the order of their keys. */
export function grouped<Item>(items: Iterable<Item>, keyOf: (item: Item) => readonly string[]): readonly Group<Item>[] {
  const groups = new Map<string, [Item, ...Item[]]>();
  for (const item of items) {
    const key = JSON.stringify(keyOf(item));
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}
