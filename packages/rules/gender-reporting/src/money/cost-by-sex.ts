import { apportion, CalendarDate, CodeId, Text } from "@finsam/model";
import { CostKey, type InterventionBudget } from "@finsam/policy";
import * as z from "zod";
import { costSentence, notSharedSentence } from "./cost-sentence.ts";
import { oreEach } from "./ore-each.ts";

/** A published number for women, for men and for all; `null` is withheld. */
export interface NumberBySex {
  readonly woman: number | null;
  readonly man: number | null;
  readonly total: number | null;
}

/** What the cost of an intervention is shared by. */
export interface CostBasis {
  /** The intervention as it is called. */
  readonly label: Text;
  /** Participations that went on some day of the period. */
  readonly participations: NumberBySex;
  /** Those that ended in the period with a positive result, where it is counted. */
  readonly positiveExits?: NumberBySex;
  /** The days of the period that they went on, where they are known. */
  readonly days?: NumberBySex;
}

const SexCost = z.strictObject({
  /** The share of the cost, in öre. */
  cost: z.int().min(0),
  participations: z.int().min(0),
  /** In öre, rounded half up; `null` when there is none to divide by, or the number is withheld. */
  perParticipation: z.int().min(0).nullable(),
  perPositiveExit: z.int().min(0).nullable(),
});

/** Why the cost of an intervention is not shared. */
export const NotSharedReason = z.enum(["period-not-stated", "withheld", "days-not-known", "nobody"]);
export type NotSharedReason = z.infer<typeof NotSharedReason>;

/** The cost of an intervention for women and for men: an apportionment by a chosen key, not a measurement. */
export const CostBySex = z.discriminatedUnion("state", [
  z.strictObject({
    state: z.literal("shared"),
    intervention: CodeId,
    period: z.strictObject({ from: CalendarDate, to: CalendarDate }),
    kind: z.enum(["budget", "outcome"]),
    key: CostKey,
    approximate: z.boolean(),
    /** The whole cost, in öre; women's, men's and the rest's parts make it together. */
    amount: z.int().min(0),
    woman: SexCost,
    man: SexCost,
    /** For those of other or unknown sex together. */
    rest: z.int().min(0),
    perParticipation: z.int().min(0).nullable(),
    perPositiveExit: z.int().min(0).nullable(),
    sentence: Text,
  }),
  z.strictObject({
    state: z.literal("not-shared"),
    intervention: CodeId,
    reason: NotSharedReason,
    sentence: Text,
  }),
]);
export type CostBySex = z.infer<typeof CostBySex>;

/**
 * Shares the cost of an intervention between women and men by the key of its budget: the same for each participation, or by the days
 * that participations went on. Sums are whole öre; what does not divide evenly goes by largest remainder, so that the parts make the
 * whole. Only published numbers are used.
 *
 * It is an apportionment and not a measurement. By the key `participation` a participation costs the same for women and men by
 * definition; only the cost per positive exit can differ then, and it follows from how often women and men leave with one.
 *
 * @example
 * ```ts
 * import { costBySex } from "@finsam/gender-reporting";
 * const budget = {
 *   intervention: "mia-vidare", amount: 1_000_000_00, kind: "budget", period: { from: "2021-01-01", to: "2021-12-31" },
 *   key: "participation", status: "attested", citation: { source: "follow-up" },
 * } as const;
 * const cost = costBySex(budget, {
 *   label: { sv: "MIA Vidare", en: "MIA Vidare" }, participations: { woman: 60, man: 40, total: 100 },
 *   positiveExits: { woman: 10, man: 20, total: 30 },
 * });
 * cost.state === "shared" && [cost.woman.cost, cost.woman.perPositiveExit, cost.man.perPositiveExit]; // => [60000000, 6000000, 2000000]
 * ```
 */
export function costBySex(budget: InterventionBudget, basis: CostBasis): CostBySex {
  const { intervention, amount, kind, period, key } = budget;
  const notShared = (reason: NotSharedReason): CostBySex => ({
    state: "not-shared",
    intervention,
    reason,
    sentence: notSharedSentence(basis.label, reason),
  });
  if (period === undefined) return notShared("period-not-stated");
  const by = key === "day" ? basis.days : basis.participations;
  if (by === undefined) return notShared("days-not-known");
  const { participations, positiveExits } = basis;
  const { woman, man, total } = participations;
  if (by.woman === null || by.man === null || by.total === null || woman === null || man === null || total === null)
    return notShared("withheld");
  if (by.total === 0) return notShared("nobody");
  const [women = 0, men = 0, rest = 0] = apportion(amount, [by.woman, by.man, by.total - by.woman - by.man]);
  const shared = {
    intervention,
    period,
    kind,
    key,
    approximate: budget.approximate === true,
    amount,
    woman: sexCost(women, woman, positiveExits?.woman),
    man: sexCost(men, man, positiveExits?.man),
    rest,
    perParticipation: oreEach(amount, total),
    perPositiveExit: oreEach(amount, positiveExits?.total),
  };
  return { state: "shared", ...shared, sentence: costSentence(basis.label, shared) };
}

const sexCost = (cost: number, participations: number, exits: number | null | undefined) => ({
  cost,
  participations,
  perParticipation: oreEach(cost, participations),
  perPositiveExit: oreEach(cost, exits),
});
