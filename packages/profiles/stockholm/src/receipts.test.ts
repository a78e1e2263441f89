import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { Facts } from "@finsam/model";
import { ruleAt } from "@finsam/policy";
import { Receipt, receiptOf, replay } from "@finsam/policy/receipts";
import { describe, expect, test } from "vitest";
import packageJson from "../package.json" with { type: "json" };
import { stockholm } from "./stockholm.ts";

// The people are invented, so the key need not be secret; it has to stay, or no receipt can be replayed.
const key = new TextEncoder().encode("receipts of invented people, stockholm");

const jarva = {
  workCapacityReducedByIllness: true,
  sicknessBenefitIncome: "none",
  monthsOfSocialAssistance: 10,
  needsCoordinatedRehabilitation: true,
} as const;
const resident = { birthDate: "1957-03-01", residentMunicipality: "0180", illHealth: true } as const;

/** Decisions that no later version may make otherwise without saying so. */
const decisions: readonly (readonly [rule: string, on: string, facts: Facts])[] = [
  ["target-group", "2022-06-01", resident],
  ["target-group", "2024-02-29", resident],
  ["target-group", "2024-03-01", resident],
  ["target-group", "2024-03-01", { ...resident, birthDate: "1957" }],
  ["target-group", "2024-03-01", { ...resident, birthDate: "2008-03-01" }],
  ["target-group", "2024-03-01", { ...resident, residentMunicipality: "0184" }],
  ["finsam", "2010-01-01", { needsCoordinatedRehabilitation: true }],
  ["finsam", "2024-03-01", { needsCoordinatedRehabilitation: false }],
  ["sig0", "2018-05-01", jarva],
  ["sig0", "2024-03-01", { workCapacityReducedByIllness: true }],
  ["sig0-jarva", "2024-03-01", jarva],
  ["sig0-jarva", "2024-03-01", { ...jarva, monthsOfSocialAssistance: 9 }],
  ["sig0-jarva-over-12-months", "2024-03-01", { ...jarva, monthsOfSocialAssistance: { min: 12, max: 13 } }],
];

const folder = new URL("../receipts/", import.meta.url);
const changesets = new URL("../../../../.changeset/", import.meta.url);
const committed = (name: string) => {
  const read: readonly { readonly facts: unknown; readonly receipt: unknown }[] = JSON.parse(
    readFileSync(new URL(name, folder), "utf8"),
  );
  return read.map(({ facts, receipt }) => ({ facts: Facts.parse(facts), receipt: Receipt.parse(receipt) }));
};

/** Whether a changeset announces that outcomes of a rule change: it names the rule in backticks after "Outcomes change:". */
const announced = (rule: string): boolean =>
  readdirSync(changesets)
    .filter((name) => name.endsWith(".md"))
    .some((name) =>
      readFileSync(new URL(name, changesets), "utf8")
        .split("\n")
        .some((line) => line.startsWith("Outcomes change:") && line.includes(`\`${rule}\``)),
    );

describe("receipts of earlier versions", () => {
  test("there is one set for each version that was released, and the version at hand keeps one", () => {
    // A release raises the version; its first test run writes the set that later versions are held to.
    const own = new URL(`${packageJson.version}.json`, folder);
    if (!existsSync(own)) {
      expect(
        process.env.CI,
        `receipts/${packageJson.version}.json is missing: run the tests once and commit it`,
      ).toBeUndefined();
      mkdirSync(folder, { recursive: true });
      const receipts = decisions.map(([rule, on, facts]) => ({
        facts,
        receipt: receiptOf(ruleAt(stockholm, rule, on), facts, key),
      }));
      writeFileSync(own, `${JSON.stringify(receipts, null, 2)}\n`);
    }
    expect(committed(`${packageJson.version}.json`)).toHaveLength(decisions.length);
  });

  test.each(readdirSync(folder).filter((name) => name.endsWith(".json")))(
    "those of %s replay to the same outcome, unless a changeset says otherwise",
    (name) => {
      const changed = committed(name).flatMap(({ facts, receipt }) => {
        const { same, differences } = replay(receipt, facts, stockholm, key);
        return same || announced(receipt.rule)
          ? []
          : [[receipt.rule, receipt.on, ...differences.map(({ text }) => text.en)]];
      });
      expect(changed).toEqual([]);
    },
  );

  test("an outcome that changes is told, with the limit that changed it", () => {
    const [, , [rule, on, facts] = ["", "", {}]] = decisions;
    const receipt = receiptOf(ruleAt(stockholm, rule, on), facts, key);
    const { "highest-age": ages } = stockholm.parameters;
    const higher = {
      ...stockholm,
      parameters: {
        ...stockholm.parameters,
        "highest-age": {
          title: { sv: "", en: "" },
          versions: (ages?.versions ?? []).map((version) => ({ ...version, value: 67 })),
        },
      },
    };
    expect(replay(receipt, facts, higher, key)).toMatchObject({
      same: false,
      differences: [{ code: "outcome-changed" }, { code: "limit-changed" }, { code: "policy-changed" }],
    });
  });
});
