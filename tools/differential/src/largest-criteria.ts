import { all, any, type Criterion, conditions, not, type Setting, type Vocabulary } from "@finsam/criteria";
import { criterionToSql, type Dialect, type SqlExpression } from "@finsam/criteria/sql";
import type { Column } from "./engine.ts";

const label = { sv: "uppgift", en: "fact" };
const vocabulary = {
  ill: { type: "boolean", label },
  months: { type: "number", label },
  town: { type: "code", label, codes: {} },
} as const satisfies Vocabulary;
const { ill, months, town } = conditions(vocabulary);
const setting: Setting = { vocabulary, on: "2024-02-29", leapDayBirthday: "1-march" };
const columns = {
  ill: { column: "ill" },
  months: { min: "months_min", max: "months_max" },
  town: { column: "town" },
};

/** The columns that the largest criteria ask about. */
export const columnsAsked = ({ columnTypes }: Dialect): readonly Column[] => [
  { name: "ill", type: columnTypes.boolean },
  { name: "months_min", type: columnTypes.number },
  { name: "months_max", type: columnTypes.number },
  { name: "town", type: columnTypes.code },
];

const some = <Part>(count: number, part: (index: number) => Part): readonly [Part, ...Part[]] => [
  part(0),
  ...Array.from({ length: count - 1 }, (_, index) => part(index + 1)),
];

const nested = (levels: number): Criterion => {
  if (levels === 0) return not(months.atLeast(10));
  const parts = some(40, (index) => (index === 0 ? nested(levels - 1) : ill.is(true)));
  return levels % 2 === 0 ? all(...parts) : any(...parts);
};

/** Criteria that grow in one direction, up to a size that is refused in every dialect or by the bound on criteria. */
export interface Shape {
  readonly shape: "deepest" | "widest" | "longest";
  readonly ofSize: (size: number) => Criterion;
  readonly beyond: number;
}

/** Many levels, many conditions with a limit each, and many codes. */
export const shapes: readonly Shape[] = [
  { shape: "deepest", ofSize: nested, beyond: 101 },
  { shape: "widest", ofSize: (size) => any(...some(size, (index) => months.atLeast(index))), beyond: 10_001 },
  { shape: "longest", ofSize: (size) => town.isOneOf(some(size, (index) => `code-${index}`)), beyond: 10_001 },
];

/** The largest criterion of a shape that is not refused, as SQL. */
export function largest({ ofSize, beyond }: Shape, dialect: Dialect): SqlExpression & { readonly size: number } {
  const attempt = (size: number) => criterionToSql(ofSize(size), setting, { dialect, columns });
  let [fits, refused] = [1, beyond];
  while (refused - fits > 1) {
    const size = Math.floor((fits + refused) / 2);
    if (attempt(size).ok) fits = size;
    else refused = size;
  }
  const written = attempt(fits);
  if (!written.ok) throw new Error(written.refusal.text.en);
  return { ...written, size: fits };
}
