import { Outcome } from "@finsam/criteria";
import type { Sex } from "@finsam/model";
import type { Flow } from "./flows.ts";
import { type Counts, sumOf } from "./rule-comparison.ts";

/**
 * The counts of a comparison as they may be shown. The counts of moves, and of outcomes before, are shown by sex when they are 0 or
 * reach the threshold (those before also only when those after do); everything else is made of what is shown.
 */
export function shownCounts(flows: readonly Flow[], threshold: number) {
  const shown = (count: number): number | null => (count === 0 || count >= threshold ? count : null);
  const moves = flows
    .filter(({ from, to }) => from !== to)
    .map((flow) => ({ ...flow, counts: rowOf((sex) => shown(flow.counts[sex])) }));
  const outcomes = Outcome.options.map((outcome) => {
    const before = rowOf((sex) => {
      const [was, is] = (["from", "to"] as const).map((end) =>
        sum(flows.filter((flow) => flow[end] === outcome).map(({ counts }) => counts[sex])),
      );
      return shown(is ?? 0) === null ? null : shown(was ?? 0);
    });
    const difference = rowOf((sex) =>
      sumOf(
        moves.flatMap(({ from, to, counts }) =>
          to === outcome ? [counts[sex]] : from === outcome ? [negative(counts[sex])] : [],
        ),
      ),
    );
    const after = rowOf((sex) => sumOf([before[sex], difference[sex]]));
    return { outcome, before, after, difference };
  });
  const people = rowOf((sex) => sumOf(outcomes.map(({ before }) => before[sex])));
  return { people, outcomes, moves };
}

function rowOf(count: (sex: Sex) => number | null): Counts {
  const [woman, man, other, unknown] = [count("woman"), count("man"), count("other"), count("unknown")];
  return { woman, man, other, unknown, total: sumOf([woman, man, other, unknown]) };
}

const sum = (counts: readonly number[]): number => counts.reduce((total, one) => total + one, 0);

// Not -count, which makes a 0 that is not 0 to everybody.
const negative = (count: number | null): number | null => (count === null ? null : 0 - count);
