import type { Stated } from "./stated.ts";

/** How facts are read from a record that is not a plain object of facts by name. Facts that are not listed are read by name. */
export type Readers<Row> = Readonly<Record<string, (row: Row) => Stated>>;

/** How one fact is read: by a reader, or by name, which is faster than a reader that does it by name. */
export interface HowRead<Row> {
  readonly name: string | undefined;
  /** Reads it as the plain evaluator does, to whom a fact that a record only inherits is missing. */
  readonly read: (row: Row) => Stated;
}

type ByName = Readonly<Record<string, Stated>>;

/** How a fact is read: not by name alone when every object inherits something of that name. */
export function howRead<Row extends object>(readers: Readers<Row>, fact: string): HowRead<Row> {
  const given = Object.hasOwn(readers, fact) ? readers[fact] : undefined;
  if (given !== undefined) return { name: undefined, read: given };
  const ofOwn = (row: object): Stated => (Object.hasOwn(row, fact) ? (row as ByName)[fact] : undefined);
  return { name: fact in Object.prototype ? undefined : fact, read: ofOwn };
}

/** What a record that inherits nothing states. */
export const statedBy = <Row extends object>(row: Row, { name, read }: HowRead<Row>): Stated =>
  name === undefined ? read(row) : (row as ByName)[name];

/** Whether a record may have facts that it only inherits. */
export function inherits(row: object): boolean {
  const prototype = Object.getPrototypeOf(row);
  return prototype !== Object.prototype && prototype !== null;
}
