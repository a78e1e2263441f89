import type { Highs, Model } from "highs";
import * as highs from "highs";

// The types of the package describe its CommonJS build; the module that is loaded exports the function itself.
const start: () => Promise<Highs> = Reflect.get(Object(highs), "default");

let loading: Promise<Highs> | undefined;

/** HiGHS in WebAssembly, loaded when first asked for. */
export function loadSolver(): Promise<Highs> {
  loading ??= start();
  return loading;
}

/** One row of a linear model: a sum with its limits. */
export interface ModelRow {
  readonly terms: readonly { readonly column: number; readonly times: number }[];
  readonly atLeast: number;
  readonly atMost: number;
}

/** One column of a linear model. */
export interface ModelColumn {
  readonly cost: number;
  readonly atLeast: number;
  readonly atMost: number;
  readonly whole: boolean;
}

/** A linear model in the memory of the solver. It is to be disposed of. */
export function createModel(solver: Highs, columns: readonly ModelColumn[], rows: readonly ModelRow[]): Model {
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (const { terms } of rows) {
    for (const { column, times } of terms) {
      indices.push(column);
      values.push(times);
    }
    starts.push(indices.length);
  }
  const { integer, continuous } = solver.constants.variableType;
  const model = solver.createModel();
  model.options.set({ output_flag: false });
  model.passModel({
    numCols: columns.length,
    numRows: rows.length,
    colCost: columns.map(({ cost }) => cost),
    colLower: columns.map(({ atLeast }) => atLeast),
    colUpper: columns.map(({ atMost }) => atMost),
    rowLower: rows.map(({ atLeast }) => atLeast),
    rowUpper: rows.map(({ atMost }) => atMost),
    matrix: { format: "csr", numCols: columns.length, numRows: rows.length, starts, indices, values },
    integrality: columns.map(({ whole }) => (whole ? integer : continuous)),
  });
  return model;
}
