// What the tests use of a library that comes without types.
declare module "jsonstat-toolkit" {
  interface Cell {
    readonly value: number | null;
    readonly status: string | null;
  }
  interface Item {
    readonly class: string;
    readonly length: number;
    readonly label: string;
    readonly source: string;
    readonly note: readonly string[];
    readonly role: unknown;
    Dataset(index: number): Item;
    Data(place: Readonly<Record<string, string>>): Cell;
    Dimension(id: string): { Category(id: string): { readonly unit: unknown } };
  }
  export default function JSONstat(document: unknown): Item;
}
