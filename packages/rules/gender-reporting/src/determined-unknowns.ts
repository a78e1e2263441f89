import type { Equation } from "./equations.ts";

// A prime whose square is a safe integer. The coefficients are 1 and -1, so working modulo it loses nothing that matters.
const prime = 67_108_859;

/**
 * Which of the unknown figures a reader can work out exactly from the known ones, by solving the equations: those that stand alone in a
 * row once the equations are brought to reduced echelon form.
 */
export function determinedUnknowns(equations: readonly Equation[], unknowns: ReadonlySet<string>): readonly string[] {
  const names = [...unknowns];
  const indexOf = new Map(names.map((name, index) => [name, index]));
  const rows = equations
    .map((equation) => {
      const row = new Map<number, number>();
      for (const { cell, sign } of equation) {
        const index = indexOf.get(cell);
        if (index !== undefined) row.set(index, modulo((row.get(index) ?? 0) + sign));
      }
      return row;
    })
    .filter((row) => row.size > 0);

  const solved: Map<number, number>[] = [];
  for (let column = 0; column < names.length; column += 1) {
    const at = rows.findIndex((row) => (row.get(column) ?? 0) !== 0);
    const pivot = at === -1 ? undefined : rows.splice(at, 1)[0];
    if (pivot === undefined) continue;
    const scale = inverse(pivot.get(column) ?? 1);
    for (const [index, value] of pivot) pivot.set(index, modulo(value * scale));
    for (const row of [...rows, ...solved]) subtract(row, pivot, row.get(column) ?? 0);
    solved.push(pivot);
  }
  return solved.flatMap((row) => {
    const [only, ...others] = [...row].filter(([, value]) => value !== 0);
    const name = only === undefined || others.length > 0 ? undefined : names[only[0]];
    return name === undefined ? [] : [name];
  });
}

function subtract(row: Map<number, number>, pivot: ReadonlyMap<number, number>, times: number): void {
  if (times === 0) return;
  for (const [index, value] of pivot) {
    const left = modulo((row.get(index) ?? 0) - modulo(value * times));
    if (left === 0) row.delete(index);
    else row.set(index, left);
  }
}

const modulo = (value: number): number => ((value % prime) + prime) % prime;

// Fermat: the inverse is the power of prime - 2.
function inverse(value: number): number {
  let [result, base, exponent] = [1, modulo(value), prime - 2];
  while (exponent > 0) {
    if (exponent % 2 === 1) result = modulo(result * base);
    base = modulo(base * base);
    exponent = Math.floor(exponent / 2);
  }
  return result;
}
