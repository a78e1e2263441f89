import { totalOf } from "./counts.ts";
import { ceilDivided, countsGiving, unitsOf } from "./counts-of-percentage.ts";
import type { OpenPercentage, UnexplainedFinding } from "./document-finding.ts";
import { atDecimals, decimalsOf, percentText } from "./percentage.ts";
import type { PrintedFigure } from "./printed-figure.ts";
import { type PrintedTable, wholeTable } from "./printed-table.ts";

/** A percentage of a printed base without a printed count, which no count of that base gives: 50 per cent of 7. */
export function checkPercentagesOfBase({ section, table, lines, whole }: PrintedTable): readonly UnexplainedFinding[] {
  const base = whole && totalOf(whole.counts);
  if (base === undefined || base === 0) return [];
  return lines.flatMap(({ category, ...line }): UnexplainedFinding[] => {
    const { percent, percentOf } = line;
    if (percent === undefined || percent > 100 || percentOf === undefined) return [];
    if (totalOf(line) !== undefined) return [];
    const decimals = decimalsOf(line);
    const units = unitsOf(percent, decimals);
    if (countsGiving(units, decimals, base) !== undefined) return [];

    const expected = nearestPercentage(units, decimals, base) / 10 ** decimals;
    const cutOff = countsGiving(units, decimals, base, "truncated");
    const [printed, nearest] = [percentText(percent, decimals), percentText(expected, decimals)];
    return [
      {
        section,
        table,
        category,
        kind: "percentage-fits-no-count",
        column: "percent",
        expected,
        actual: percent,
        difference: atDecimals(percent - expected, decimals),
        message: {
          sv: `Inget antal av ${base} är avrundat ${printed.sv} procent; närmast är ${nearest.sv}.${cutOff === undefined ? "" : ` ${cutOff.from} av ${base} är ${printed.sv} om det avkortas.`}`,
          en: `No count of ${base} is ${printed.en} per cent when rounded; the nearest is ${nearest.en}.${cutOff === undefined ? "" : ` ${cutOff.from} of ${base} is ${printed.en} if cut off.`}`,
        },
      },
    ];
  });
}

/** The percentages just under and just over one that no count gives, in units of its last decimal. */
export function neighbouringPercentages(units: number, decimals: number, base: number): readonly [number, number] {
  const whole = 100n * 10n ** BigInt(decimals);
  const [share, of] = [BigInt(units) * BigInt(base), BigInt(base)];
  const above = ceilDivided(share, whole);
  const rounded = (count: bigint) => Number((2n * count * whole + of) / (2n * of));
  return [rounded(above > 0n ? above - 1n : 0n), rounded(above)];
}

function nearestPercentage(units: number, decimals: number, base: number): number {
  const [under, over] = neighbouringPercentages(units, decimals, base);
  return units - under <= over - units ? under : over;
}

/** The percentages whose base is not named or not printed, with the printed totals they could be percentages of. */
export function openPercentages(
  tables: readonly PrintedTable[],
  figures: readonly PrintedFigure[],
): readonly OpenPercentage[] {
  const totals = [...new Map(figures.flatMap(printedTotal).map((total) => [JSON.stringify(total), total])).values()];
  return tables.flatMap(({ section, table, lines, whole }) =>
    lines.flatMap((line): OpenPercentage[] => {
      const { category, percent, percentOf = null } = line;
      if (percent === undefined || (percentOf !== null && whole !== undefined)) return [];
      const count = totalOf(line) ?? null;
      const inOrder = [...totals].sort(
        (one, another) => Number(another.section === section) - Number(one.section === section),
      );
      // A line is not a percentage of itself.
      const others = inOrder.filter(
        (total) => category !== wholeTable || total.section !== section || total.table !== table,
      );
      const rounded = others.flatMap((total) => fitting(line, count, total, "rounded"));
      const cutOff = count === null ? [] : others.flatMap((total) => fitting(line, count, total, "truncated"));
      const candidates = [...rounded, ...cutOff.filter(({ base }) => !rounded.some((fit) => fit.base === base))];
      return [
        {
          section,
          table,
          category,
          percent,
          percentOf,
          count,
          candidates,
          message: inWords(line, percent, candidates),
        },
      ];
    }),
  );
}

interface PrintedTotal {
  readonly section: string;
  readonly table: string;
  readonly base: number;
}

function printedTotal(line: PrintedFigure): readonly PrintedTotal[] {
  const base = totalOf(line);
  if (line.category !== wholeTable || base === undefined || base === 0) return [];
  return [{ section: line.section, table: line.table, base }];
}

function fitting(
  line: PrintedFigure,
  count: number | null,
  { section, table, base }: PrintedTotal,
  fit: "rounded" | "truncated",
): OpenPercentage["candidates"] {
  const decimals = decimalsOf(line);
  const counts = countsGiving(unitsOf(line.percent ?? 0, decimals), decimals, base, fit);
  if (counts === undefined || (count !== null && (count < counts.from || count > counts.to))) return [];
  return [{ section, table, base, counts: count === null ? counts : { from: count, to: count }, fit }];
}

function inWords(
  line: PrintedFigure,
  percent: number,
  candidates: OpenPercentage["candidates"],
): OpenPercentage["message"] {
  const printed = percentText(percent, decimalsOf(line));
  const named = line.percentOf;
  const why =
    named === undefined
      ? { sv: ", men av vad sägs inte", en: ", but of what is not said" }
      : { sv: ` av ”${named}”, som inte är tryckt`, en: ` of “${named}”, which is not printed` };
  const own = candidates.filter((candidate) => candidate.section === line.section);
  const listed = (language: "sv" | "en") =>
    own.map(({ table, base, counts: { from, to }, fit }) => {
      const count = from === to ? `${from}` : `${from}–${to}`;
      const cut = { sv: " (avkortat)", en: " (cut off)" }[language];
      return `${table} (${count} ${{ sv: "av", en: "of" }[language]} ${base})${fit === "truncated" ? cut : ""}`;
    });
  const elsewhere = candidates.length - own.length;
  return {
    sv: `${printed.sv} procent${why.sv}. ${own.length === 0 ? "Ingen tryckt total i avsnittet passar" : `I avsnittet passar ${listed("sv").join(", ")}`}${elsewhere > 0 ? `; i andra avsnitt passar ${elsewhere} totaler` : ""}.`,
    en: `${printed.en} per cent${why.en}. ${own.length === 0 ? "No printed total of the section fits" : `In the section fit ${listed("en").join(", ")}`}${elsewhere > 0 ? `; in other sections ${elsewhere} totals fit` : ""}.`,
  };
}
