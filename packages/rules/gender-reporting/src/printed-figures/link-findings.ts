import type { Text } from "@finsam/model";
import { type LinkedColumn, linkedColumns } from "./compared-lines.ts";
import { columnNames, sum } from "./counts.ts";
import type { UnexplainedFinding } from "./document-finding.ts";
import type { LinkedLines } from "./linked-lines.ts";
import type { PrintedFigure } from "./printed-figure.ts";
import { agreed, wholeTable } from "./printed-table.ts";

/** Where lines that are tied together disagree, column by column. A figure that a line prints differently is not compared. */
export function checkLink(link: LinkedLines): readonly UnexplainedFinding[] {
  if (link.kind === "same") return checkSame(link.lines.map(agreed), link.byName);
  return link.kind === "part"
    ? checkPart(agreed(link.part), agreed(link.of))
    : checkSum(link.parts.map(agreed), agreed(link.of));
}

function checkSame(lines: readonly PrintedFigure[], byName: boolean): readonly UnexplainedFinding[] {
  return linkedColumns(lines).flatMap(({ column, figures }) => {
    const known = lines.flatMap((line, index) => {
      const figure = figures[index];
      return figure === undefined ? [] : [{ line, figure }];
    });
    const [first, ...others] = known;
    if (first === undefined) return [];
    const names: Text = byName
      ? {
          sv: " Av namnen att döma räknar de detsamma; ange länken part (part_of) om den ena bara är en del.",
          en: " By their names they count the same; state the link part (part_of) if one is only a part.",
        }
      : { sv: "", en: "" };
    return others
      .filter(({ figure }) => figure !== first.figure)
      .map(({ line, figure }) =>
        findingAt(line, "same-population-differs", column, first.figure, figure, {
          sv: `${inColumn(column).sv} är ${figure} här, men ${first.figure} i ${lineName(first.line, line).sv}, som räknar detsamma.${names.sv}`,
          en: `${inColumn(column).en} is ${figure} here, but ${first.figure} in ${lineName(first.line, line).en}, which counts the same.${names.en}`,
        }),
      );
  });
}

function checkPart(part: PrintedFigure, of: PrintedFigure): readonly UnexplainedFinding[] {
  return linkedColumns([part, of]).flatMap(({ column, figures: [count, limit] }) => {
    if (count === undefined || limit === undefined || count <= limit) return [];
    return [
      findingAt(part, "part-above-whole", column, limit, count, {
        sv: `Delen är ${count} i kolumnen ${columnNames[column].sv}, men ${lineName(of, part).sv} har bara ${limit}: ${count - limit} för mycket i delen.`,
        en: `The part is ${count} in the column ${columnNames[column].en}, but ${lineName(of, part).en} has only ${limit}: ${count - limit} too many in the part.`,
      }),
    ];
  });
}

function checkSum(parts: readonly PrintedFigure[], of: PrintedFigure): readonly UnexplainedFinding[] {
  return linkedColumns([of, ...parts]).flatMap(({ column, figures: [whole, ...counts] }) => {
    const known = counts.filter((count) => count !== undefined);
    const together = sum(known);
    const differs = whole !== undefined && (together > whole || (together < whole && known.length === counts.length));
    if (!differs) return [];
    return [
      findingAt(of, "sum-of-lines-differs", column, together, whole, {
        sv: `${inColumn(column).sv} är ${whole}, men de ${parts.length} rader som ska ge det har tillsammans ${together}.`,
        en: `${inColumn(column).en} is ${whole}, but the ${parts.length} lines that should make it up have ${together} together.`,
      }),
    ];
  });
}

function findingAt(
  { section, table, category }: PrintedFigure,
  kind: UnexplainedFinding["kind"],
  column: LinkedColumn["column"],
  expected: number,
  actual: number,
  message: Text,
): UnexplainedFinding {
  return { section, table, category, kind, column, expected, actual, difference: actual - expected, message };
}

function inColumn(column: LinkedColumn["column"]): Text {
  return { sv: `Kolumnen ${columnNames[column].sv}`, en: `The column ${columnNames[column].en}` };
}

/** A line as a reader of another line finds it: with its section where that is another. */
export function lineName(line: PrintedFigure, readIn: Pick<PrintedFigure, "section">): Text {
  const place = [line.section === readIn.section ? [] : [line.section], line.table].flat().join(", ");
  return line.category === wholeTable
    ? { sv: `helheten ”${place}”`, en: `the whole “${place}”` }
    : { sv: `”${place}, ${line.category}”`, en: `“${place}, ${line.category}”` };
}
