import type { Facts, Text } from "@finsam/model";
import { NoVersionCovers } from "../dated.ts";
import type { Profile } from "../profile.ts";
import { type ResolvedRule, ruleAt, UnknownRule } from "../rule-at.ts";
import { canonicalJson } from "./canonical-json.ts";
import { digestOf, type Receipt, receiptOf } from "./receipt.ts";

/** One thing that is not as it was when the receipt was written. */
export interface ReceiptDifference {
  readonly code:
    | "facts-changed"
    | "rule-gone"
    | "no-version-covers"
    | "limit-changed"
    | "condition-gone"
    | "condition-new"
    | "policy-changed"
    | "engine-changed"
    | "outcome-changed";
  readonly text: Text;
}

/**
 * Decides again what a receipt says was decided, under the profile as it is now. `same` tells whether the outcome is the same; the
 * differences say what has changed, also where the outcome has not. With other facts, or without the rule, nothing is decided and
 * nothing is the same.
 *
 * @throws RangeError when the key has fewer than 32 bytes.
 * @example
 * ```ts
 * import { ruleAt } from "@finsam/policy";
 * import { receiptOf, replay } from "@finsam/policy/receipts";
 * import { stockholm } from "@finsam/stockholm";
 * const key = new TextEncoder().encode("an example key, never a real one");
 * const facts = { birthDate: "1957-03-01" };
 * const receipt = receiptOf(ruleAt(stockholm, "target-group", "2024-03-01"), facts, key);
 * replay(receipt, facts, stockholm, key); // => { same: true, differences: [] }
 * replay(receipt, { birthDate: "1958-03-01" }, stockholm, key).differences[0]?.code; // => "facts-changed"
 * ```
 */
export function replay(
  receipt: Receipt,
  facts: Facts,
  profile: Profile,
  key: Uint8Array,
): { readonly same: boolean; readonly differences: readonly ReceiptDifference[] } {
  if (digestOf(facts, key) !== receipt.facts) return { same: false, differences: [factsChanged] };
  const rule = ruleNow(receipt, profile);
  if ("code" in rule) return { same: false, differences: [rule] };
  const now = receiptOf(rule, facts, key);
  const outcomeChanged: readonly ReceiptDifference[] =
    now.outcome === receipt.outcome
      ? []
      : [
          difference(
            "outcome-changed",
            `Utfallet var ${receipt.outcome} och är ${now.outcome}.`,
            `The outcome was ${receipt.outcome} and is ${now.outcome}.`,
          ),
        ];
  return {
    same: outcomeChanged.length === 0,
    differences: [
      ...outcomeChanged,
      ...conditionDifferences(receipt, now),
      ...policyDifference(receipt, now),
      ...engineDifference(receipt, now),
    ],
  };
}

const difference = (code: ReceiptDifference["code"], sv: string, en: string): ReceiptDifference => ({
  code,
  text: { sv, en },
});

const factsChanged = difference(
  "facts-changed",
  "Uppgifterna är andra än de som beslutet byggde på, eller nyckeln är en annan.",
  "The facts are not those that the decision was made from, or the key is another.",
);

function ruleNow(receipt: Receipt, profile: Profile): ResolvedRule | ReceiptDifference {
  try {
    return ruleAt(profile, receipt.rule, receipt.on);
  } catch (thrown) {
    if (thrown instanceof UnknownRule) return { code: "rule-gone", text: thrown.text };
    if (thrown instanceof NoVersionCovers) return { code: "no-version-covers", text: thrown.text };
    throw thrown;
  }
}

type Conditions = Receipt["conditions"];

function conditionDifferences(
  { conditions: before }: Receipt,
  { conditions: after }: Receipt,
): readonly ReceiptDifference[] {
  const missingFrom = (some: Conditions, others: Conditions): Conditions =>
    some.filter((condition) => !others.some((other) => saying(other) === saying(condition)));
  const [gone, added] = [missingFrom(before, after), missingFrom(after, before)];
  return [
    ...gone.map((condition) => {
      const successor = added.find(({ fact, op }) => fact === condition.fact && op === condition.op);
      const [was, is] = [spelled(condition), successor === undefined ? "" : spelled(successor)];
      return successor === undefined
        ? difference("condition-gone", `Villkoret ${was} finns inte längre.`, `The condition ${was} is gone.`)
        : difference("limit-changed", `Villkoret var ${was} och är ${is}.`, `The condition was ${was} and is ${is}.`);
    }),
    ...added
      .filter(({ fact, op }) => !gone.some((condition) => condition.fact === fact && condition.op === op))
      .map((condition) =>
        difference(
          "condition-new",
          `Villkoret ${spelled(condition)} är nytt.`,
          `The condition ${spelled(condition)} is new.`,
        ),
      ),
  ];
}

const saying = ({ fact, op, limit }: Conditions[number]): string => canonicalJson([fact, op, limit]);

const spelled = ({ fact, op, limit }: Conditions[number]): string => `${fact} ${op} ${canonicalJson(limit)}`;

const policyDifference = ({ policy: before }: Receipt, { policy: after }: Receipt): readonly ReceiptDifference[] =>
  before.hash === after.hash
    ? []
    : [
        difference(
          "policy-changed",
          `Regeln är inte skriven som den var i version ${before.version} av ${before.profile}.`,
          `The rule is not written as it was in version ${before.version} of ${before.profile}.`,
        ),
      ];

const engineDifference = ({ engine: before }: Receipt, { engine: after }: Receipt): readonly ReceiptDifference[] =>
  before.version === after.version
    ? []
    : [
        difference(
          "engine-changed",
          `Beslutet togs med ${before.package} ${before.version}; nu är det ${after.version}.`,
          `The decision was made with ${before.package} ${before.version}; now it is ${after.version}.`,
        ),
      ];
