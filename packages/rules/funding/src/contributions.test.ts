import { describe, expect, test } from "vitest";
import { type Contribution, compareContributions } from "./contributions.ts";

const shares = {
  state: "shared" as const,
  total: 400,
  parties: [],
  members: [
    { member: "fk", party: "state", amount: 200 },
    { member: "region", party: "region", amount: 100 },
    { member: "city", party: "municipality", amount: 100 },
  ],
};
const paid = (member: string, amount: number, kind: Contribution["kind"] = "share"): Contribution => ({
  member,
  kind,
  amount,
});

describe("planned and actual contributions", () => {
  test("further funds (6 §) change the part of the actual money and leave the planned part as it is", () => {
    const { members } = compareContributions(shares, [
      paid("fk", 200),
      paid("region", 100),
      paid("city", 100),
      paid("city", 100, "further"),
    ]);
    expect(
      members.map(({ member, difference, plannedPart, actualPart }) => [member, difference, plannedPart, actualPart]),
    ).toEqual([
      ["fk", 0, { numerator: 200, denominator: 400 }, { numerator: 200, denominator: 500 }],
      ["region", 0, { numerator: 100, denominator: 400 }, { numerator: 100, denominator: 500 }],
      ["city", 0, { numerator: 100, denominator: 400 }, { numerator: 200, denominator: 500 }],
    ]);
  });

  test("further funds do not make up for a share that was not paid", () => {
    const { members } = compareContributions(shares, [paid("region", 60), paid("region", 40, "further")]);
    expect(members[1]).toMatchObject({ paid: 60, further: 40, difference: -40 });
  });

  test("before anybody has paid there is no part of the actual money", () => {
    expect(compareContributions(shares, []).members.map(({ actualPart }) => actualPart)).toEqual([null, null, null]);
  });

  test("money from someone who is no member is told and left out of every sum", () => {
    const { members, problems } = compareContributions(shares, [paid("fk", 200), paid("esf", 1_000), paid("esf", 1)]);
    expect(problems.map(({ code, member }) => [code, member])).toEqual([["unknown-member", "esf"]]);
    expect(members[0]?.actualPart).toEqual({ numerator: 200, denominator: 200 });
  });
});
