import { buildReport, reportTables } from "@finsam/gender-reporting";
import { stockholm } from "@finsam/stockholm";
import { brokenLinks, memoryStore, type OpenStore, Store, StoreNotReadable } from "@finsam/store";
import * as Effect from "effect/Effect";
import * as Layer from "effect/Layer";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { federatedStore, openFederatedStore } from "../src/index.ts";
import { cuttable, filledStore, silentStore } from "./filled-store.ts";
import { allOf, contentsOf, oneOf } from "./register.ts";

const tables = reportTables(stockholm, 2021);
const names = {
  north: { sv: "Norra förbundet", en: "The northern association" },
  south: { sv: "Södra förbundet", en: "The southern association" },
};

const north = { id: "north", name: names.north, layer: filledStore(...oneOf("b"), ...oneOf("d", "man")) };
const middle = { id: "middle", layer: filledStore(...oneOf("c")) };

describe("a part that does not answer", () => {
  const away = cuttable(filledStore(...oneOf("a"), ...oneOf("e", "man")));
  const parts = [north, middle, { id: "south", name: names.south, layer: away.layer }];
  const lost = {
    code: "store-unavailable",
    retryable: true,
    text: {
      sv: "Södra förbundet: Servern svarar inte. Försök igen.",
      en: "The southern association: The server does not answer. Try again.",
    },
  };
  let county: OpenStore;
  beforeEach(async () => {
    away.mend();
    county = await openFederatedStore(parts, { saveTo: "middle" });
  });
  afterEach(() => county[Symbol.asyncDispose]());

  test("is an error that names it, whatever is asked of all", async () => {
    away.cut();
    const asked: Readonly<Record<string, () => Promise<unknown>>> = {
      persons: () => allOf(county.persons()),
      spells: () => allOf(county.spells()),
      history: () => allOf(county.history()),
      count: () => county.count(),
      tabulate: () => county.tabulate(tables),
      group: () => county.groupByConditions([]),
      verify: () => county.verify(),
      "a person nobody else has": () => county.person("p-a"),
      opening: () => openFederatedStore(parts),
    };
    for (const [name, ask] of Object.entries(asked)) await expect(ask(), name).rejects.toMatchObject(lost);
  });

  test("is an error in the middle of a stream, after what came before", async () => {
    const read: string[] = [];
    const reading = async () => {
      for await (const { id } of county.persons()) {
        read.push(id);
        away.cut();
      }
    };
    await expect(reading()).rejects.toMatchObject(lost);
    expect(read).toEqual(["p-a", "p-b", "p-c", "p-d"].slice(0, read.length));
  });

  test("does not keep the others from being saved to and looked up in", async () => {
    away.cut();
    expect((await county.save(oneOf("f"))).person.added).toBe(1);
    expect((await county.person("p-b")).id).toBe("p-b");
  });

  test("lets nobody be erased anywhere", async () => {
    away.cut();
    await expect(county.erase("p-b")).rejects.toMatchObject(lost);
    away.mend();
    expect((await county.count()).persons).toBe(5);
    expect(await county.erase("p-b")).toEqual({ persons: 1, participations: 1, measurements: 1, spells: 1 });
  });

  describe("with partial", () => {
    let partial: OpenStore;
    beforeEach(async () => {
      partial = await openFederatedStore(parts, { partial: true });
      return () => partial[Symbol.asyncDispose]();
    });

    test("is named in every table, and the others are counted", async () => {
      const whole = await partial.tabulate(tables);
      expect(whole).toEqual(await county.tabulate(tables));
      expect(whole.every((table) => table.missing === undefined)).toBe(true);
      away.cut();
      const some = await partial.tabulate(tables);
      expect(some.length).toBe(tables.length);
      for (const { missing } of some) expect(missing).toEqual([names.south]);
      await using others = await openFederatedStore([north, middle]);
      expect(some.map(({ missing, ...table }) => table)).toEqual(await others.tabulate(tables));
      expect(whole[0]?.base.total).toBe(5);
      expect(some[0]?.base.total).toBe(3);
      away.mend();
      expect(await partial.tabulate(tables)).toEqual(whole);
    });

    test("is named by the report, before all else", async () => {
      away.cut();
      const report = buildReport(stockholm, 2021, await partial.tabulate(tables));
      expect(report.notes[0]?.en).toBe(
        "The figures are incomplete. These registers did not answer and are not part of them: The southern association.",
      );
      for (const { missing } of report.tables) expect(missing).toEqual([names.south]);
    });

    test("may be away from the start, and is there when it comes back", async () => {
      away.cut();
      await using early = await openFederatedStore(parts, { partial: true });
      expect((await early.tabulate(tables))[0]?.missing).toEqual([names.south]);
      await expect(early.count()).rejects.toMatchObject(lost);
      away.mend();
      expect((await early.tabulate(tables))[0]?.missing).toBe(undefined);
      expect((await early.count()).persons).toBe(5);
    });

    test("is still an error where nothing can say that it is missing", async () => {
      away.cut();
      await expect(partial.count()).rejects.toMatchObject(lost);
      await expect(allOf(partial.persons())).rejects.toMatchObject(lost);
      await expect(partial.groupByConditions([])).rejects.toMatchObject(lost);
      await expect(partial.erase("p-b")).rejects.toMatchObject(lost);
    });

    test("is an error when no part answers", async () => {
      const only = cuttable(filledStore(...oneOf("a")));
      await using alone = await openFederatedStore([{ id: "south", layer: only.layer }], { partial: true });
      only.cut();
      await expect(alone.tabulate(tables)).rejects.toMatchObject({ text: { en: expect.stringMatching(/^south: /) } });
    });

    test("keeps those apart that are missing on several floors", async () => {
      away.cut();
      const inner = federatedStore([{ id: "south", name: names.south, layer: away.layer }, middle], { partial: true });
      const other = cuttable(memoryStore);
      const outer = [
        { id: "county", layer: inner },
        { id: "north", name: names.north, layer: other.layer },
      ];
      await using country = await openFederatedStore(outer, { partial: true });
      other.cut();
      expect((await country.tabulate(tables))[0]?.missing).toEqual([names.north, names.south]);
    });
  });

  test("that says nothing does not answer when its time is over", async () => {
    const silent = { id: "south", name: names.south, layer: silentStore(filledStore(...oneOf("a"))) };
    const deaf = { id: "deaf", layer: Layer.effect(Store, Effect.never) };
    const text = { en: "The southern association: No answer has come within 250 ms. Try again, or wait longer." };
    await using county = await openFederatedStore([middle, silent], { answerWithin: 250 });
    await expect(county.tabulate(tables)).rejects.toMatchObject({ ...lost, text });
    expect((await county.count()).persons).toBe(2);
    await using partial = await openFederatedStore([middle, silent, deaf], { answerWithin: 250, partial: true });
    const some = await partial.tabulate(tables);
    expect(some[0]?.base.total).toBe(1);
    expect(some[0]?.missing?.map(({ en }) => en).sort()).toEqual(["The southern association", "deaf"]);
    await expect(openFederatedStore([middle, deaf], { answerWithin: 250 })).rejects.toMatchObject({ retryable: true });
  });

  test("that is no store is an error, partial or not", async () => {
    const text = { sv: "Filen är inget register.", en: "The file is no register." };
    const layer = Layer.effect(Store, Effect.fail(new StoreNotReadable({ code: "not-a-store", text })));
    for (const partial of [false, true])
      await expect(openFederatedStore([middle, { id: "south", layer }], { partial })).rejects.toMatchObject({
        code: "not-a-store",
        text: { en: "south: The file is no register." },
      });
  });
});

describe("several parts", () => {
  test("with the same person have two records of her, and count her in both", async () => {
    const parts = [north, { id: "south", layer: filledStore(...oneOf("b")) }];
    await using county = await openFederatedStore(parts);
    expect((await allOf(county.persons())).map(({ id }) => id)).toEqual(["p-b", "p-b", "p-d"]);
    expect((await county.count()).persons).toBe(3);
    expect((await county.groupByConditions([])).map(({ count }) => count)).toEqual([2, 1]);
    expect(await county.verify()).toEqual([]);
    expect(await county.erase("p-b")).toEqual({ persons: 2, participations: 2, measurements: 2, spells: 2 });
    expect((await county.count()).persons).toBe(1);
  });

  test("give what the first of them has under an id", async () => {
    const [person] = oneOf("b", "man");
    if (person === undefined) throw new Error("there is a person");
    await using county = await openFederatedStore([{ id: "south", layer: filledStore(person) }, north]);
    expect(await county.person("p-b")).toMatchObject({ sex: "man" });
    expect(await county.participation("d-b")).toMatchObject({ sex: "woman" });
    await expect(county.person("p-z")).rejects.toMatchObject({ code: "not-found" });
  });

  test("are saved to in one of them alone", async () => {
    const parts = [north, middle];
    await using county = await openFederatedStore(parts, { saveTo: "middle" });
    await county.save(oneOf("f"), { origin: "f.csv" });
    const entries = await allOf(county.history());
    expect(entries.map((entry) => "origin" in entry && entry.origin).sort()).toEqual(["before", "before", "f.csv"]);
    expect(brokenLinks(entries)).toEqual([]);
    // Of another part, the same id is another participation.
    expect((await county.save(oneOf("b"))).participation.added).toBe(1);
  });

  test("are not saved to when none is named", async () => {
    await using county = await openFederatedStore([north, middle]);
    await expect(county.save(oneOf("f"))).rejects.toMatchObject({ code: "store-unavailable", retryable: false });
    expect((await contentsOf(county)).count.persons).toBe(3);
  });

  test("are told apart by their ids", async () => {
    expect(() => federatedStore([])).toThrow(/at least one part/);
    expect(() => federatedStore([north, north])).toThrow(/the same id: north, north/);
    expect(() => federatedStore([north], { saveTo: "south" })).toThrow(/the parts are: north/);
  });
});
