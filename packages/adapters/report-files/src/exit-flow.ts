import type { Report } from "@finsam/gender-reporting";
import type { Language, Text } from "@finsam/model";

/** One stream of participations through the year. */
export interface Stream {
  readonly id: string;
  readonly label: string;
  readonly count: number;
  /** Whether the policy counts the exit reason as a positive result. */
  readonly positive?: true;
}

/** The way of all participations through a year: where they came from, and where they went. */
export interface ExitFlow {
  readonly all: number;
  readonly sources: readonly Stream[];
  readonly ends: readonly Stream[];
  /** Exit reasons whose counts are withheld: together they are one stream. */
  readonly withheld: readonly string[];
}

/**
 * The flow from those carried over and started, to each exit reason and to those that go on. Made of published totals only; exit
 * reasons whose totals are withheld are one stream, as large as the others leave. `undefined` when a total that it takes is missing.
 */
export function exitFlow({ tables }: Report, language: Language): ExitFlow | undefined {
  const found = (id: string) => tables.find((table) => table.id === id);
  const total = (id: string) => found(id)?.rows[0]?.counts.total ?? undefined;
  const [all, carried, started, ended] = ["participants", "carried-over", "started", "ended"].map(total);
  const reasons = found("ended-by-exit-reason");
  if (all === undefined || carried === undefined || started === undefined || ended === undefined) return undefined;
  if (reasons === undefined || all === 0 || carried + started !== all) return undefined;

  const positive = new Set(
    found("ended-by-result")?.rows.flatMap(({ category, madeOf }) => (category === "positive" ? (madeOf ?? []) : [])),
  );
  const { notFollowed, excluded } = reasons.base;
  const known = [
    ...reasons.rows.map(({ category, label, counts }) => ({
      id: category,
      label: label[language],
      count: counts.total,
      ...(positive.has(category) ? { positive: true as const } : {}),
    })),
    { id: "_not-followed", label: labels.notFollowed[language], count: notFollowed.total },
    { id: "_excluded", label: labels.excluded[language], count: excluded.total },
  ];
  const shown = known.flatMap((stream) => (stream.count === null ? [] : [{ ...stream, count: stream.count }]));
  const rest = ended - shown.reduce((sum, { count }) => sum + count, 0);
  if (rest < 0 || ended > all) return undefined;
  const withheld = known.filter(({ count }) => count === null).map(({ label }) => label);
  return {
    all,
    sources: [
      { id: "carried-over", label: labels.carriedOver[language], count: carried },
      { id: "started", label: labels.started[language], count: started },
    ],
    ends: [
      ...shown.filter(({ count }) => count > 0),
      ...(rest > 0 ? [{ id: "_withheld", label: labels.withheld[language], count: rest }] : []),
      { id: "_goes-on", label: labels.goesOn[language], count: all - ended },
    ].filter(({ count }) => count > 0),
    withheld,
  };
}

const labels = {
  carriedOver: { sv: "Från tidigare år", en: "From earlier years" },
  started: { sv: "Började under året", en: "Started during the year" },
  goesOn: { sv: "Pågår efter årets slut", en: "Go on after the year" },
  notFollowed: { sv: "Slutade, följs inte upp", en: "Ended, not followed up" },
  excluded: { sv: "Slutade, säger inget om insatsen", en: "Ended, says nothing of the intervention" },
  withheld: { sv: "Andra orsaker, visas inte var för sig", en: "Other reasons, withheld one by one" },
} as const satisfies Readonly<Record<string, Text>>;
