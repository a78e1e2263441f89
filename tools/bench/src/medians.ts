/** Milliseconds that a piece of work takes: the median of some runs, after one that does not count. */
export async function median(runs: number, work: () => unknown): Promise<number> {
  const [timed] = await mediansInTurns(runs, [{ work }]);
  return timed?.milliseconds ?? Number.NaN;
}

/** The same for several pieces of work that take turns, so that whatever slows the machine for a while slows them all. */
export async function mediansInTurns<Timed extends { readonly work: () => unknown }>(
  runs: number,
  works: readonly Timed[],
): Promise<readonly (Timed & { readonly milliseconds: number })[]> {
  const timed = works.map((piece) => ({ piece, times: [] as number[] }));
  for (let run = 0; run <= runs; run += 1) {
    for (const { piece, times } of timed) {
      const start = performance.now();
      await piece.work();
      if (run > 0) times.push(performance.now() - start);
    }
  }
  return timed.map(({ piece, times }) => ({
    ...piece,
    milliseconds: times.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? Number.NaN,
  }));
}
