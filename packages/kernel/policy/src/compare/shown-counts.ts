import { Outcome } from "@finsam/criteria";
import type { Sex } from "@finsam/model";
import type { Flow } from "./flows.ts";
import { type Counts, sumOf } from "./rule-comparison.ts";

/**
 * The counts of a comparison as they may be shown. By sex, the counts of moves are shown that are 0 or reach the threshold, and of the
 * outcomes before those that {@link openOutcomes} names. Everything else is made of what is shown.
 */
export function shownCounts(flows: readonly Flow[], threshold: number) {
  const open = rowOf((sex) => openOutcomes(flows, sex, threshold));
  const moves = flows
    .filter(({ from, to }) => from !== to)
    .map((flow) => ({
      ...flow,
      counts: countsOf((sex) => (isSmall(flow.counts[sex], threshold) ? null : flow.counts[sex])),
    }));
  const outcomes = Outcome.options.map((outcome) => {
    const before = countsOf((sex) => (open[sex].includes(outcome) ? peopleWith(flows, "from", outcome, sex) : null));
    const difference = countsOf((sex) =>
      sumOf(
        moves.flatMap(({ from, to, counts }) =>
          to === outcome ? [counts[sex]] : from === outcome ? [negative(counts[sex])] : [],
        ),
      ),
    );
    const after = countsOf((sex) => sumOf([before[sex], difference[sex]]));
    return { outcome, before, after, difference };
  });
  const people = countsOf((sex) => sumOf(outcomes.map(({ before }) => before[sex])));
  return { people, outcomes, moves };
}

/**
 * The outcomes that may be shown of a sex before: those with no small count before or after. When that leaves out a single one, the
 * smallest other goes with it, so that who knows how many women there are cannot work it out.
 */
function openOutcomes(flows: readonly Flow[], sex: Sex, threshold: number): readonly Outcome[] {
  const counts = Outcome.options.map((outcome) => {
    const [before, after] = [peopleWith(flows, "from", outcome, sex), peopleWith(flows, "to", outcome, sex)];
    return { outcome, people: before + after, isOpen: !isSmall(before, threshold) && !isSmall(after, threshold) };
  });
  const open = counts.filter(({ isOpen }) => isOpen);
  const isSingle = open.length === counts.length - 1;
  const [smallest] = open.filter(({ people }) => people > 0).sort((a, b) => a.people - b.people);
  return open.map(({ outcome }) => outcome).filter((outcome) => !isSingle || outcome !== smallest?.outcome);
}

const isSmall = (count: number, threshold: number): boolean => count > 0 && count < threshold;

const peopleWith = (flows: readonly Flow[], end: "from" | "to", outcome: Outcome, sex: Sex): number =>
  flows.filter((flow) => flow[end] === outcome).reduce((sum, { counts }) => sum + counts[sex], 0);

const rowOf = <A>(value: (sex: Sex) => A): Readonly<Record<Sex, A>> => ({
  woman: value("woman"),
  man: value("man"),
  other: value("other"),
  unknown: value("unknown"),
});

function countsOf(count: (sex: Sex) => number | null): Counts {
  const row = rowOf(count);
  return { ...row, total: sumOf(Object.values(row)) };
}

// Not -count, which makes a 0 that is not 0 to everybody.
const negative = (count: number | null): number | null => (count === null ? null : 0 - count);
