import type { Language, Text } from "@finsam/model";
import type { ValueRange } from "./constraint.ts";
import type { DocumentFigure } from "./document-constraints.ts";
import type { Explanation, FigureChange } from "./document-finding.ts";
import { lineName } from "./link-findings.ts";
import { atDecimals, decimalsOf, percentText } from "./percentage.ts";
import type { PrintedFigure } from "./printed-figure.ts";
import { wholeTable } from "./printed-table.ts";

/** Figures with the values they would have, as an explanation that a reader of a section understands. */
export function explanationOf(
  changes: readonly (readonly [figure: DocumentFigure, ranges: readonly ValueRange[]])[],
  resolves: readonly number[],
  readIn: Pick<PrintedFigure, "section">,
): Explanation {
  const parts = changes.map(([figure, ranges]) => ({ figure, change: changeOf(figure, ranges) }));
  const sentence = (language: Language) => {
    const text = parts
      .map(({ figure, change }) => inWords(figure, change, readIn)[language])
      .join(language === "sv" ? "; och " : "; and ");
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  };
  return {
    changes: parts.map(({ change }) => change),
    resolves: [...resolves],
    message: { sv: sentence("sv"), en: sentence("en") },
  };
}

function changeOf({ line, column, printed }: DocumentFigure, ranges: readonly ValueRange[]): FigureChange {
  const decimals = column === "percent" ? decimalsOf(line) : 0;
  const { section, table, category } = line;
  return {
    section,
    table,
    category,
    column,
    ...(line.line === undefined ? {} : { line: line.line }),
    printed: printed ?? null,
    values: ranges.map(({ from, to }) => ({
      from: from / 10 ** decimals,
      to: Number.isFinite(to) ? to / 10 ** decimals : null,
    })),
  };
}

const figureNames: Readonly<Record<DocumentFigure["column"], Text>> = {
  woman: { sv: "antalet kvinnor", en: "the number of women" },
  man: { sv: "antalet män", en: "the number of men" },
  other: { sv: "antalet av annat kön", en: "the number of other sex" },
  unknown: { sv: "antalet av okänt kön", en: "the number of unknown sex" },
  total: { sv: "totalen", en: "the total" },
  percent: { sv: "andelen", en: "the percentage" },
};

function inWords({ line, column }: DocumentFigure, change: FigureChange, readIn: Pick<PrintedFigure, "section">): Text {
  const { printed, values } = change;
  const name = lineName(line, readIn);
  const isWhole = line.category === wholeTable;
  const place = { sv: isWhole ? `i ${name.sv}` : `på raden ${name.sv}`, en: isWhole ? name.en : `the row ${name.en}` };
  const decimals = column === "percent" ? decimalsOf(line) : 0;
  const right = written(change, decimals);
  if (printed === null) {
    const sex = column === "other" ? { sv: "annat", en: "other" } : { sv: "okänt", en: "unknown" };
    return {
      sv: `${right.sv} av ${sex.sv} kön saknas ${place.sv}`,
      en: `${right.en} of ${sex.en} sex ${right.en === "1" ? "is" : "are"} missing from ${place.en}`,
    };
  }
  const now = percentText(printed, decimals);
  const figure = figureNames[column];
  const [only] = values.length === 1 ? values : [];
  if (only === undefined)
    return {
      sv: `${figure.sv} ${place.sv} är fel tryckt (${now.sv} i stället för ${right.sv})`,
      en: `${figure.en} in ${place.en} is misprinted (${now.en} instead of ${right.en})`,
    };
  const { from, to } = only;
  const low = from > printed;
  const gap = Math.abs(atDecimals((low ? from : (to ?? from)) - printed, decimals));
  const by = percentText(gap, decimals);
  const least = from === to ? { sv: "", en: "" } : { sv: "minst ", en: "at least " };
  const points =
    column !== "percent"
      ? { sv: "", en: "" }
      : gap === 1
        ? { sv: " procentenhet", en: " point" }
        : { sv: " procentenheter", en: " points" };
  return {
    sv: `${figure.sv} ${place.sv} är tryckt ${least.sv}${by.sv}${points.sv} för ${low ? "lågt" : "högt"} (${now.sv} i stället för ${right.sv})`,
    en: `${figure.en} in ${place.en} is printed ${least.en}${by.en}${points.en} too ${low ? "low" : "high"} (${now.en} instead of ${right.en})`,
  };
}

/** The values that will do, in words: one, some, at most, or at least so many; of many, those nearest to what is printed. */
function written({ printed, values }: FigureChange, decimals: number): Text {
  const now = printed ?? 0;
  const under = values.findLast(({ to }) => to !== null && to < now);
  const over = values.find(({ from }) => from > now);
  const shown = [under, over].filter((range) => range !== undefined);
  const others = values.length - shown.length;
  const each = shown.map(({ from, to }): Text => {
    const [first, last] = [percentText(from, decimals), percentText(to ?? from, decimals)];
    if (from === to) return first;
    if (to === null) return { sv: `minst ${first.sv}`, en: `at least ${first.en}` };
    if (from === 0 && now > to) return { sv: `högst ${last.sv}`, en: `at most ${last.en}` };
    return { sv: `${first.sv}–${last.sv}`, en: `${first.en}–${last.en}` };
  });
  return {
    sv: `${each.map(({ sv }) => sv).join(" eller ")}${others > 0 ? ", eller ett tal längre bort" : ""}`,
    en: `${each.map(({ en }) => en).join(" or ")}${others > 0 ? ", or a number further off" : ""}`,
  };
}
