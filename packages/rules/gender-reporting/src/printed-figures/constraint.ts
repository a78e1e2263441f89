import { ceilDivided, countsGiving } from "./counts-of-percentage.ts";
import { neighbouringPercentages } from "./percentage-of-base.ts";

/** Values from the first to the last, both included; `to` may be infinite. */
export interface ValueRange {
  readonly from: number;
  readonly to: number;
}

/** What printed figures, by their numbers in the document, must fulfil together. All figures are whole numbers, percentages in units of their last decimal. */
export interface Constraint {
  /** The place and way in which a finding says that it does not hold. */
  readonly key: string;
  readonly figures: readonly number[];
  readonly holds: (values: readonly number[]) => boolean;
  /** The values of one figure with which it holds, the others being what they are. */
  readonly allowed: (figure: number, values: readonly number[]) => readonly ValueRange[];
}

/** Figures that make a sum together, and what is known beside them. */
export interface Sum {
  readonly figures: readonly number[];
  readonly constant: number;
}

const nothing: readonly ValueRange[] = [];

/** The terms, each taken so many times, and the constant make 0, or at most 0. */
export function linear(
  key: string,
  terms: readonly (readonly [figure: number, times: number])[],
  constant: number,
  relation: "is-0" | "at-most-0",
): Constraint {
  const times = new Map<number, number>();
  for (const [figure, count] of terms) times.set(figure, (times.get(figure) ?? 0) + count);
  const entries = [...times].filter(([, count]) => count !== 0);
  const total = (values: readonly number[]) =>
    entries.reduce((sum, [figure, count]) => sum + count * (values[figure] ?? 0), constant);
  const holds = (values: readonly number[]) => (relation === "is-0" ? total(values) === 0 : total(values) <= 0);
  return {
    key,
    figures: entries.map(([figure]) => figure),
    holds,
    allowed: (figure, values) => {
      const count = times.get(figure) ?? 0;
      if (count === 0) return holds(values) ? [{ from: 0, to: Number.POSITIVE_INFINITY }] : nothing;
      const limit = -(total(values) - count * (values[figure] ?? 0)) / count;
      if (relation === "is-0") return Number.isInteger(limit) && limit >= 0 ? [{ from: limit, to: limit }] : nothing;
      return ranged(count > 0 ? 0 : Math.ceil(limit), count > 0 ? Math.floor(limit) : Number.POSITIVE_INFINITY);
    },
  };
}

/** A percentage is the share of a count in its base, rounded half up. */
export function roundedShare(key: string, percent: number, decimals: number, count: Sum, base: Sum): Constraint {
  const doubled = 200n * 10n ** BigInt(decimals);
  const sum = ({ figures, constant }: Sum, values: readonly number[]) =>
    BigInt(figures.reduce((total, figure) => total + (values[figure] ?? 0), constant));
  const rounded = (values: readonly number[]) => {
    const [share, of] = [sum(count, values), sum(base, values)];
    return of <= 0n ? undefined : Number((doubled * share + of) / (2n * of));
  };
  return {
    key,
    figures: [percent, ...count.figures, ...base.figures],
    holds: (values) => rounded(values) === values[percent],
    allowed: (figure, values) => {
      if (figure === percent) {
        const right = rounded(values);
        return right === undefined ? nothing : [{ from: right, to: right }];
      }
      const [share, of, units] = [sum(count, values), sum(base, values), 2n * BigInt(values[percent] ?? 0)];
      const own = values[figure] ?? 0;
      if (count.figures.includes(figure)) {
        if (of <= 0n) return nothing;
        const others = Number(share) - own;
        const from = Number(ceilDivided((units - 1n) * of, doubled));
        return ranged(from - others, Number(ceilDivided((units + 1n) * of, doubled)) - 1 - others);
      }
      const others = Number(of) - own;
      const least = Math.max(1, Number((doubled * share) / (units + 1n)) + 1);
      const most = units > 1n ? Number((doubled * share) / (units - 1n)) : Number.POSITIVE_INFINITY;
      return ranged(least - others, most - others);
    },
  };
}

/**
 * Some count of the base gives the percentage. From a base of 100 on (1,000 at one decimal) every percentage has one. With more than two
 * decimals only the nearest values on each side are offered.
 */
export function someCount(key: string, percent: number, decimals: number, base: Sum): Constraint {
  const always = 100 * 10 ** decimals;
  const fits = (units: number, of: number) => of > 0 && countsGiving(units, decimals, of) !== undefined;
  const sum = (values: readonly number[]) =>
    base.figures.reduce((total, figure) => total + (values[figure] ?? 0), base.constant);
  return {
    key,
    figures: [percent, ...base.figures],
    holds: (values) => fits(values[percent] ?? 0, sum(values)),
    allowed: (figure, values) => {
      const [of, units, own] = [sum(values), values[percent] ?? 0, values[figure] ?? 0];
      if (figure === percent) {
        if (of >= always) return [{ from: 0, to: always }];
        if (of <= 0) return nothing;
        const counts = decimals <= 2 ? Array.from({ length: of + 1 }, (_, count) => count) : [];
        const all = counts.map((count) => Math.floor((2 * count * always + of) / (2 * of)));
        return [...all, ...(decimals <= 2 ? [] : neighbouringPercentages(units, decimals, of))].map(point);
      }
      const others = of - own;
      if (units > always) return nothing;
      const below = Array.from({ length: decimals <= 2 ? always : 0 }, (_, total) => total);
      const few = below.filter((total) => total >= others && fits(units, total)).map((total) => point(total - others));
      return [...few, ...ranged(always - others, Number.POSITIVE_INFINITY)];
    },
  };
}

const point = (value: number): ValueRange => ({ from: value, to: value });

/** The values that lie in a range of each. */
export function inAll(ranges: readonly (readonly ValueRange[])[]): readonly ValueRange[] {
  return ranges.reduce((common, more) =>
    common.flatMap((one) =>
      more.flatMap((another) => ranged(Math.max(one.from, another.from), Math.min(one.to, another.to))),
    ),
  );
}

function ranged(from: number, to: number): readonly ValueRange[] {
  const least = Math.max(0, from);
  return least <= to ? [{ from: least, to }] : nothing;
}
