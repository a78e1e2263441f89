import { comparedColumns } from "./compared-column.ts";
import { columnNames, isDividedBySex, printedParts } from "./counts.ts";
import type { Finding } from "./finding.ts";
import { atDecimals, decimalsOf, percentText, shareByCounts } from "./percentage.ts";
import type { PrintedFigure } from "./printed-figure.ts";
import type { Whole } from "./printed-table.ts";

/**
 * A part larger than its whole: one of the sexes above the total of its own line, a line above its whole in the same
 * column, a percentage above 100. Each only where no other check says the same.
 */
export function checkPartAboveWhole(line: PrintedFigure, whole: Whole | undefined): readonly Finding[] {
  return [...partsAboveOwnTotal(line), ...lineAboveWhole(line, whole), ...percentageAbove100(line, whole)];
}

/** Of a line divided by sex, the row check has already said that the parts are not the total. */
function partsAboveOwnTotal(line: PrintedFigure): readonly Finding[] {
  const { section, table, category, total } = line;
  if (total === undefined || isDividedBySex(line)) return [];
  return printedParts(line)
    .filter((part) => part.count > total)
    .map(({ column, count }) => ({
      section,
      table,
      category,
      kind: "part-above-whole",
      column,
      expected: total,
      actual: count,
      difference: count - total,
      message: {
        sv: `Raden har ${count} i kolumnen ${columnNames[column].sv}, men dess total är bara ${total}: ${count - total} för mycket.`,
        en: `The row has ${count} in the column ${columnNames[column].en}, but its total is only ${total}: ${count - total} too many.`,
      },
    }));
}

function lineAboveWhole(line: PrintedFigure, whole: Whole | undefined): readonly Finding[] {
  const { section, table, category } = line;
  if (whole === undefined) return [];
  return comparedColumns([line], whole).flatMap(({ column, parts: [count], whole: limit, wholeText }): Finding[] => {
    if (count === undefined || count <= limit) return [];
    const excess = count - limit;
    const { sv, en } = wholeText();
    return [
      {
        section,
        table,
        category,
        kind: "part-above-whole",
        column,
        expected: limit,
        actual: count,
        difference: excess,
        message: {
          sv: `Delen är ${count}, men ${sv}: ${excess} för mycket i delen.`,
          en: `The part is ${count}, but ${en}: ${excess} too many in the part.`,
        },
      },
    ];
  });
}

/** Where the counts are known, they are checked against each other and the percentage against them. */
function percentageAbove100(line: PrintedFigure, whole: Whole | undefined): readonly Finding[] {
  const { section, table, category, percent, percentOf } = line;
  if (percent === undefined || percent <= 100 || percentOf === undefined) return [];
  if (shareByCounts(line, whole?.counts) !== undefined) return [];
  const printed = percentText(percent, decimalsOf(line));
  return [
    {
      section,
      table,
      category,
      kind: "part-above-whole",
      column: "percent",
      expected: 100,
      actual: percent,
      difference: atDecimals(percent - 100, decimalsOf(line)),
      message: {
        sv: `Andelen är tryckt som ${printed.sv} procent, men en del kan inte vara mer än 100 procent av sin helhet.`,
        en: `The percentage is printed as ${printed.en}, but a part cannot be more than 100 per cent of its whole.`,
      },
    },
  ];
}
