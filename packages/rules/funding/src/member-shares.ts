import { apportion, CodeId, Text } from "@finsam/model";
import type { ShareRule } from "@finsam/policy";
import * as z from "zod";

/** Whole öre: 100 to the krona. */
export const Ore = z.int().min(0);

/**
 * A member (medlem) of the association, and the party that it belongs to. Several members of one party share as they agreed: `agreed` is
 * the weight of each, such as its inhabitants, or 60 and 40.
 *
 * @example
 * ```ts
 * import { Member } from "@finsam/funding";
 * Member.safeParse({ id: "storkommun", name: { sv: "Storkommun", en: "Storkommun" }, party: "municipality", agreed: 60 }).success; // => true
 * ```
 */
export const Member = z.strictObject({ id: CodeId, name: Text, party: CodeId, agreed: z.int().min(0).optional() });
export type Member = z.infer<typeof Member>;

/** Why shares cannot be told. */
export const SharesObstacle = z.strictObject({
  code: z.enum(["no-such-rule", "party-without-member", "party-not-in-rule", "no-agreement", "member-twice"]),
  /** The party or the member that it is about. */
  about: CodeId,
  message: Text,
});
export type SharesObstacle = z.infer<typeof SharesObstacle>;

/**
 * What each party and each member contributes, in öre; the parties make the whole, and the members of a party make its share, exactly. Or
 * what keeps it from being told: nobody's share is guessed.
 *
 * @example
 * ```ts
 * import { MemberShares } from "@finsam/funding";
 * MemberShares.safeParse({ state: "shared", total: 3, parties: [{ party: "state", amount: 3 }], members: [] }).success; // => true
 * ```
 */
export const MemberShares = z.discriminatedUnion("state", [
  z.strictObject({
    state: z.literal("shared"),
    total: Ore,
    parties: z.array(z.strictObject({ party: CodeId, amount: Ore })),
    members: z.array(z.strictObject({ member: CodeId, party: CodeId, amount: Ore })),
  }),
  z.strictObject({ state: z.literal("undetermined"), because: z.array(SharesObstacle).min(1) }),
]);
export type MemberShares = z.infer<typeof MemberShares>;

/**
 * Shares what an association is to cost between its parties and members. By the act (2003:1210) the state gives half through the social
 * insurance agency, regions a quarter and municipalities a quarter (5 §), and several municipalities, or regions, share theirs as they
 * agree. Without a region the municipality gives half (5 a §): another share rule. Whole öre that do not divide evenly go by largest
 * remainder.
 *
 * Every party of the rule has a member, also the one that pays nothing: the employment service takes part (3 §).
 *
 * @example
 * ```ts
 * import { memberShares } from "@finsam/funding";
 * const name = (text: string) => ({ sv: text, en: text });
 * const rule = { id: "ordinary", label: name("5 §"), parts: [{ party: "state", part: 2 }, { party: "region", part: 1 }, { party: "municipality", part: 1 }] };
 * const members = [
 *   { id: "fk", name: name("Försäkringskassan"), party: "state" }, { id: "region", name: name("Region"), party: "region" },
 *   { id: "storkommun", name: name("Storkommun"), party: "municipality", agreed: 2 },
 *   { id: "lillkommun", name: name("Lillkommun"), party: "municipality", agreed: 1 },
 * ];
 * const shares = memberShares(1_000_00, members, rule);
 * shares.state === "shared" && shares.members.map(({ amount }) => amount); // => [50000, 25000, 16667, 8333]
 * ```
 */
export function memberShares(total: number, members: readonly Member[], { parts }: ShareRule): MemberShares {
  const because = obstacles(members, parts);
  if (because.length > 0) return { state: "undetermined", because };
  const amounts = apportion(
    total,
    parts.map(({ part }) => part),
  );
  const parties = parts.map(({ party }, index) => ({ party, amount: amounts[index] ?? 0 }));
  return {
    state: "shared",
    total,
    parties,
    members: parties.flatMap(({ party, amount }) => {
      const own = members.filter((member) => member.party === party);
      const ownAmounts = apportion(amount, own.length === 1 ? [1] : own.map(({ agreed }) => agreed ?? 0));
      return own.map(({ id: member }, index) => ({ member, party, amount: ownAmounts[index] ?? 0 }));
    }),
  };
}

function obstacles(members: readonly Member[], parts: ShareRule["parts"]): SharesObstacle[] {
  const found: SharesObstacle[] = [];
  const add = (code: SharesObstacle["code"], about: CodeId): void => {
    if (!found.some((known) => known.code === code && known.about === about)) found.push(sharesObstacle(code, about));
  };
  for (const { party, part } of parts) {
    const own = members.filter((member) => member.party === party);
    if (own.length === 0) add("party-without-member", party);
    const agreed = own.reduce((sum, member) => sum + (member.agreed ?? 0), 0);
    if (own.length > 1 && part > 0 && (agreed === 0 || own.some((member) => member.agreed === undefined)))
      add("no-agreement", party);
  }
  for (const [index, { id, party }] of members.entries()) {
    if (!parts.some((part) => part.party === party)) add("party-not-in-rule", party);
    if (members.findIndex((member) => member.id === id) < index) add("member-twice", id);
  }
  return found;
}

/** The message of an obstacle, with what to do. */
export const sharesObstacle = (code: SharesObstacle["code"], about: CodeId): SharesObstacle => ({
  code,
  about,
  message: messages[code](about),
});

const messages: Readonly<Record<SharesObstacle["code"], (about: string) => Text>> = {
  "no-such-rule": (rule) => ({
    sv: `Profilen har ingen fördelningsregel ${rule} för året. Välj en av profilens regler.`,
    en: `The profile has no share rule ${rule} for the year. Choose one of its rules.`,
  }),
  "party-without-member": (party) => ({
    sv: `Parten ${party} har ingen medlem. Lägg till den som företräder parten, eller välj en annan fördelningsregel.`,
    en: `The party ${party} has no member. Add the one that stands for it, or choose another share rule.`,
  }),
  "party-not-in-rule": (party) => ({
    sv: `Fördelningsregeln har ingen part ${party}. Välj en regel som har den.`,
    en: `The share rule has no party ${party}. Choose a rule that has it.`,
  }),
  "no-agreement": (party) => ({
    sv: `Parten ${party} har flera medlemmar, och det framgår inte hur de har kommit överens om att dela. Ange agreed för var och en.`,
    en: `The party ${party} has several members, and how they agreed to share is not stated. State agreed for each.`,
  }),
  "member-twice": (member) => ({
    sv: `Medlemmen ${member} finns två gånger. Ta bort den ena.`,
    en: `The member ${member} stands twice. Remove one of them.`,
  }),
};
