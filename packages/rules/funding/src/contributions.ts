import { CodeId, type Text } from "@finsam/model";
import * as z from "zod";
import { type MemberShares, Ore } from "./member-shares.ts";

/**
 * Money that a member has paid: its `share` by 5 §, or `further` funds that it transfers besides (6 §).
 *
 * @example
 * ```ts
 * import { Contribution } from "@finsam/funding";
 * Contribution.safeParse({ member: "region", kind: "further", amount: 500_000_00 }).success; // => true
 * ```
 */
export const Contribution = z.strictObject({ member: CodeId, kind: z.enum(["share", "further"]), amount: Ore });
export type Contribution = z.infer<typeof Contribution>;

/** A part of a sum, with the sum; no percentage, since how it is rounded is for whoever prints it. */
const PartOf = z.strictObject({ numerator: Ore, denominator: Ore });

/**
 * What a member was to pay and what it paid, in öre. `difference` is its share paid less its share planned. `plannedPart` is its part of
 * all that was planned, `actualPart` its part of all money that came in, further funds included; `null` of nothing.
 *
 * @example
 * ```ts
 * import { MemberContribution } from "@finsam/funding";
 * MemberContribution.safeParse({ member: "fk", planned: 200, paid: 150, further: 0, difference: -50,
 *   plannedPart: { numerator: 200, denominator: 400 }, actualPart: null }).success; // => true
 * ```
 */
export const MemberContribution = z.strictObject({
  member: CodeId,
  planned: Ore,
  paid: Ore,
  further: Ore,
  difference: z.int(),
  plannedPart: PartOf.nullable(),
  actualPart: PartOf.nullable(),
});
export type MemberContribution = z.infer<typeof MemberContribution>;

/** Someone paid who is no member of the association. */
export interface UnknownPayer {
  readonly code: "unknown-member";
  readonly member: CodeId;
  readonly message: Text;
}

/**
 * Compares what members were to pay with what they paid. With further funds (6 §) the parts of the actual money differ from half, a
 * quarter and a quarter although everybody paid the share; the two are shown beside each other. Payments by others than members are told
 * and left out of every sum.
 *
 * @example
 * ```ts
 * import { compareContributions } from "@finsam/funding";
 * const shares = { state: "shared" as const, total: 400, parties: [], members: [
 *   { member: "fk", party: "state", amount: 200 }, { member: "region", party: "region", amount: 200 }] };
 * const { members } = compareContributions(shares, [
 *   { member: "fk", kind: "share", amount: 200 }, { member: "region", kind: "share", amount: 200 },
 *   { member: "region", kind: "further", amount: 100 },
 * ]);
 * members[1]?.actualPart; // => { numerator: 300, denominator: 500 }
 * ```
 */
export function compareContributions(
  shares: Extract<MemberShares, { state: "shared" }>,
  contributions: readonly Contribution[],
): { readonly members: readonly MemberContribution[]; readonly problems: readonly UnknownPayer[] } {
  const isMember = (id: CodeId): boolean => shares.members.some(({ member }) => member === id);
  const ofMembers = contributions.filter(({ member }) => isMember(member));
  const all = sum(ofMembers);
  return {
    members: shares.members.map(({ member, amount: planned }) => {
      const own = ofMembers.filter((contribution) => contribution.member === member);
      const [paid, further] = [sum(own.filter(({ kind }) => kind === "share")), sum(own.filter(isFurther))];
      return {
        member,
        planned,
        paid,
        further,
        difference: paid - planned,
        plannedPart: shares.total === 0 ? null : { numerator: planned, denominator: shares.total },
        actualPart: all === 0 ? null : { numerator: paid + further, denominator: all },
      };
    }),
    problems: [...new Set(contributions.map(({ member }) => member))]
      .filter((member) => !isMember(member))
      .map((member) => ({
        code: "unknown-member",
        member,
        message: {
          sv: `${member} har betalat men är ingen medlem. Rätta namnet eller lägg till medlemmen; pengarna räknas inte med.`,
          en: `${member} has paid and is no member. Correct the name or add the member; the money is left out.`,
        },
      })),
  };
}

const isFurther = ({ kind }: Contribution): boolean => kind === "further";

const sum = (contributions: readonly Contribution[]): number =>
  contributions.reduce((all, { amount }) => all + amount, 0);
