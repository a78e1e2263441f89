import { reportTables } from "@finsam/gender-reporting";
import { ruleAt } from "@finsam/policy";
import { askedConditions } from "@finsam/policy/compare";
import { stockholm } from "@finsam/stockholm";
import { type OpenStore, openStore, type RegisterRecord } from "@finsam/store";
import fc from "fast-check";
import { expect, test } from "vitest";
import { openFederatedStore } from "../src/index.ts";
import { filledStore } from "./filled-store.ts";
import { allOf, contentsOf } from "./register.ts";

const rule = ruleAt(stockholm, "finsam", "2024-03-01");
const tables = reportTables(stockholm, 2021);

const maybe = <A>(value: fc.Arbitrary<A>) => fc.option(value, { nil: undefined });
const sex = fc.constantFrom("woman", "man", "other", "unknown");

/** What a register holds of one person, under ids that nobody else has. */
const everythingOfOne = fc
  .record({
    name: fc.uuid(),
    isProtected: fc.nat({ max: 9 }).map((number) => number === 0),
    sex,
    birthDate: maybe(fc.constantFrom("1985", "1990-02-28", "2001-07-01")),
    needs: maybe(fc.boolean()),
    participations: fc.array(
      fc.record({
        isFollowed: fc.nat({ max: 4 }).map((number) => number > 0),
        intervention: fc.constantFrom(...stockholm.codeLists.interventions.codes.map(({ id }) => id)),
        start: maybe(fc.constantFrom("2020-02-29", "2021-01-01", "2021-11-30")),
        exitReason: maybe(fc.constantFrom(...stockholm.codeLists.exitReasons.codes.map(({ id }) => id))),
        referrer: maybe(fc.constantFrom("health-centre", "social-services")),
      }),
      { maxLength: 3 },
    ),
  })
  .map(({ name, isProtected, sex, birthDate, needs, participations }): readonly RegisterRecord[] => [
    isProtected
      ? { kind: "person", person: { protectedIdentity: true, id: `p-${name}` } }
      : {
          kind: "person",
          person: {
            protectedIdentity: false,
            id: `p-${name}`,
            sex,
            sexBasis: "self-reported",
            ...(birthDate && { birthDate }),
            ...(needs === undefined ? {} : { facts: { needsCoordinatedRehabilitation: needs } }),
          },
        },
    ...participations.flatMap(({ isFollowed, exitReason, referrer, ...stated }, index): readonly RegisterRecord[] => {
      const id = `d-${index}-${name}`;
      const counted = { id, sex, sexBasis: "self-reported" as const, ...stated };
      if (!isFollowed) return [{ kind: "participation", participation: { followUp: "not-followed", ...counted } }];
      const end = stated.start === undefined ? undefined : "2021-12-01";
      return [
        {
          kind: "participation",
          participation: { followUp: "followed", person: `p-${name}`, ...counted, end, exitReason, referrer },
        },
        { kind: "spell", spell: { id: `s-${index}-${name}`, participation: id, start: "2021-03-01" } },
      ];
    }),
    {
      kind: "measurement",
      measurement: {
        id: `m-${name}`,
        person: `p-${name}`,
        indicator: "job-search",
        respondent: "participant",
        on: "2021-05-01",
        scale: "one-to-five",
        value: 3,
      },
    },
  ]);

const everyAnswer = async (store: OpenStore) => ({
  contents: await contentsOf(store),
  screened: await allOf(store.screen(rule)),
  groups: await store.groupByConditions(askedConditions(rule)),
  tables: await store.tabulate(tables),
});

test("people who are spread over parts are read, screened and counted as in one register", async () => {
  const spread = fc.array(fc.tuple(everythingOfOne, fc.nat({ max: 2 })), { maxLength: 25 });
  await fc.assert(
    fc.asyncProperty(spread, async (people) => {
      const parts = ["north", "middle", "south"].map((id, index) => ({
        id,
        layer: filledStore(...people.flatMap(([records, part]) => (part === index ? records : []))),
      }));
      await using county = await openFederatedStore(parts);
      await using one = await openStore(filledStore(...people.flatMap(([records]) => records)));
      expect(await everyAnswer(county)).toEqual(await everyAnswer(one));
      expect(await county.verify()).toEqual([]);
      expect((await county.count()).persons).toBe((await allOf(county.persons())).length);
    }),
    { numRuns: 60 },
  );
});
