import type { ColumnTypes } from "@finsam/criteria/sql";
import { stockholm } from "@finsam/stockholm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Comparison, compare, type Fault } from "./compare.ts";
import type { Engine } from "./engine.ts";
import { faults, faultySyntax } from "./faults.ts";
import { generatedRules } from "./generated-rules.ts";
import { columnsAsked, largest, shapes } from "./largest-criteria.ts";
import { shippedRules } from "./shipped-rules.ts";
import type { Trial } from "./trial.ts";
import { truthTable } from "./truth-table.ts";

const agreed = { disagreements: 0, examples: [], provedNothing: [] };
const generated = generatedRules(300, 20240229);
const fewer: Trial = { ...generated, cases: generated.cases.slice(0, 40) };

/** What one engine has besides what all have. */
export interface Particulars {
  /** Ways to lose NULL that only this dialect guards against. */
  readonly faults?: readonly Fault[];
  /** Column types that ignore case, where the engine has them. */
  readonly ignoringCase?: Partial<ColumnTypes>;
}

/**
 * Everything that an engine has to show: the evaluator's three sets on every shipped and generated rule, and that the harness would
 * have seen it otherwise.
 */
export function engineSuite(
  name: string,
  open: () => Engine | Promise<Engine>,
  { faults: ownFaults = [], ignoringCase }: Particulars = {},
): void {
  describe(name, () => {
    let engine: Engine;
    let comparisons = 0;
    const compared = async (trial: Trial): Promise<Comparison> => {
      const comparison = await compare(engine, trial);
      comparisons += comparison.comparisons;
      return comparison;
    };
    beforeAll(async () => {
      engine = await open();
    });
    afterAll(async () => {
      console.log(`${name}: ${comparisons.toLocaleString("en")} answers compared with the evaluator's`);
      await engine.close();
    });

    test("AND, OR and NOT are Kleene's", async () => {
      expect(await compared(truthTable)).toMatchObject(agreed);
    });

    test.each(shippedRules(stockholm))("the rule $name selects the evaluator's three sets", async (trial) => {
      expect(await compared(trial)).toMatchObject(agreed);
    });

    test("generated rules select the evaluator's three sets", async () => {
      expect(generated.cases.length).toBe(300);
      expect(await compared(generated)).toMatchObject(agreed);
    });

    test.each([...faults, ...ownFaults])("the harness turns red when $name", async (fault) => {
      const { disagreements } = await compare(engine, fewer, fault);
      expect(disagreements).toBeGreaterThan(0);
    });

    const blindTypes = ignoringCase === undefined ? [] : [ignoringCase];
    test.each(blindTypes)("columns that ignore case are compared byte by byte all the same", async (types) => {
      const { dialect } = engine;
      const blind = { ...engine, dialect: { ...dialect, columnTypes: { ...dialect.columnTypes, ...types } } };
      expect(await compare(blind, fewer)).toMatchObject(agreed);
      const asCollated = faultySyntax("texts are compared as the column is collated", () => ({
        text: (column) => column,
      }));
      expect((await compare(blind, fewer, asCollated)).disagreements).toBeGreaterThan(0);
    });

    test("the harness turns red when a comparison proves nothing", async () => {
      const settled = { ...truthTable, people: truthTable.people.filter(({ a, b }) => a !== null && b !== null) };
      expect((await compare(engine, settled)).provedNothing).toEqual(["a and b", "a or b", "not a"]);
    });

    test.each(shapes)("the $shape criterion that is not refused runs", async (shape) => {
      const { sql, parameters, size } = largest(shape, engine.dialect);
      console.log(
        `${name}: the ${shape.shape} has size ${size}, ${sql.length} characters, ${parameters.length} parameters`,
      );
      const table = `asked_the_${shape.shape}`;
      await engine.createTable(table, columnsAsked(engine.dialect), [[null, null, null, null]]);
      // A query may have room for it three times, once for each set.
      const query = `SELECT id FROM ${table} WHERE ${sql} IS NULL AND (${sql}) IS NULL AND NOT (${sql} IS NOT NULL)`;
      expect(await engine.query(query, parameters)).toEqual([[0]]);
    });
  });
}
