import type { Dialect, ParameterType } from "./dialect.ts";
import { Refused } from "./refusal.ts";

/** A value to bind: a number as a double, a text as text. */
export type SqlParameter = string | number;

/** The parameters of an expression as it is written: each different value once, numbered after those of the query around it. */
export class Parameters {
  readonly #dialect: Dialect;
  readonly #before: number;
  readonly #positions = new Map<SqlParameter, number>();

  constructor(dialect: Dialect, before: number) {
    this.#dialect = dialect;
    this.#before = before;
  }

  get values(): readonly SqlParameter[] {
    return [...this.#positions.keys()];
  }

  /** The SQL that stands for a value. */
  bind(value: SqlParameter): string {
    const position = this.#positions.get(value) ?? this.#before + this.#positions.size + 1;
    const { parameters: limit } = this.#dialect.capabilities;
    if (position > limit) throw new Refused("too-many-parameters", { dialect: this.#dialect.name, limit });
    this.#positions.set(value, position);
    const type: ParameterType = typeof value === "number" ? "number" : "text";
    return this.#dialect.syntax.parameter(position, type);
  }
}
