import { fileURLToPath } from "node:url";
import { openSqliteStore } from "@finsam/store-sqlite";
import { describe, expect, test } from "vitest";
import { file, finsam, folder } from "../finsam.fixture.ts";
import { PersonProgressDocument, ProgressDocument } from "./progress.ts";

const shipped = (name: string) =>
  fileURLToPath(new URL(`../../../../../examples/progression-and-money/${name}`, import.meta.url));
const progress = async (...argv: readonly string[]) => {
  const { code, out, err } = await finsam("progress", ...argv, "--on", "2024-12-31", "--json");
  return { code, err, document: ProgressDocument.parse(JSON.parse(out)) };
};
const ofPerson = async (...argv: readonly string[]) => {
  const { out } = await finsam("progress", ...argv, "--on", "2024-12-31", "--json");
  return PersonProgressDocument.parse(JSON.parse(out));
};
const head = "person;sex;indicator;respondent;on;scale;value";
const csv = (...lines: readonly string[]) => file("measurements.csv", [head, ...lines, ""].join("\n"));
const belief = (person: string, on: string, value: string, sex = "K") =>
  `${person};${sex};own-job-belief;participant;${on};one-to-five;${value}`;
const improving = (count: number, sex: string) =>
  Array.from({ length: count }, (_, index) => [
    belief(`${sex}${index}`, "2024-01-15", "2", sex),
    belief(`${sex}${index}`, "2024-04-15", "3", sex),
  ]).flat();

describe("finsam progress", () => {
  test("on the shipped measurements: participant and case worker in rows of their own, shares by sex, no small count shown", async () => {
    const { code, document } = await progress(shipped("measurements-2024.csv"));
    expect(code).toBe(0);
    expect(document.threshold).toBe(5);
    expect(document.rows.map(({ indicator, respondent }) => [indicator, respondent])).toEqual([
      ["goal-determination", "participant"],
      ["own-job-belief", "participant"],
      ["own-job-belief", "case-worker"],
      ["case-worker-job-belief", "case-worker"],
    ]);
    const [goal] = document.rows;
    expect(goal?.shares.improved.woman).toEqual({ numerator: 23, denominator: 60, percent: 38 });
    for (const row of document.rows)
      for (const count of [row.improved, row.unchanged, row.worsened].flatMap((counts) => Object.values(counts)))
        expect(count === null || count === 0 || count >= 5).toBe(true);
    expect(JSON.stringify(document)).not.toMatch(/"p\d{3}"/);
  });

  test("withholds a group of one, and shows it with --threshold 0", async () => {
    const measurements = csv(...improving(6, "K"), ...improving(1, "M"));
    const [row] = (await progress(measurements)).document.rows;
    expect([row?.improved.man, row?.asked.man, row?.shares.improved.man]).toEqual([null, null, null]);
    const [open] = (await progress(measurements, "--threshold", "0")).document.rows;
    expect(open?.improved).toEqual({ woman: 6, man: 1, other: 0, unknown: 0, total: 7 });
  });

  test("a progression card of one's own is an instrument by data alone", async () => {
    const { document } = await progress(
      shipped("progression-card-2024.csv"),
      "--instrument",
      shipped("our-progression-card.json"),
      "--threshold",
      "0",
    );
    expect(document.rows.map(({ label, asked }) => [label.sv, asked.total])).toEqual([
      ["Vardagssysslor", 24],
      ["Välbefinnande", 24],
    ]);
  });

  test("MIA's card has no scale in the profile: every change is undetermined, and the answer says what to state", async () => {
    const { document } = await progress(shipped("progression-card-2024.csv"), "--instrument", "mia-progression-card");
    expect(document.findings.map(({ code }) => code)).toEqual(["unknown-scale"]);
    expect(document.rows.map(({ undetermined }) => undetermined.total)).toEqual([24, 24]);
  });

  test("one person's series: the trend, a round that was missed, and another case worker as an event of its own", async () => {
    const card = await ofPerson(
      shipped("progression-card-2024.csv"),
      "--instrument",
      shipped("our-progression-card.json"),
      "--person",
      "c03",
    );
    expect(card.series[0]?.rounds?.filter(({ state }) => state === "missing").map(({ due }) => due)).toContain(
      "2024-06-01",
    );
    expect(card.series[0]?.change).toHaveProperty("reliable");
    const own = await ofPerson(shipped("measurements-2024.csv"), "--person", "p012");
    expect(own.caseWorkerChanges).toHaveLength(1);
    expect(JSON.stringify(own)).not.toMatch(/"h\d+"/);
    expect(own.series[0]?.change).not.toHaveProperty("reliable");
  });

  test("a reference date on the last day there is asks for every round until then, and is no fault", async () => {
    const measured = csv(belief("a", "2024-03-31", "2"), belief("a", "2024-06-30", "3"));
    const { code, out, err } = await finsam("progress", measured, "--on", "9999-12-31", "--person", "a", "--json");
    expect([code, err]).toEqual([0, ""]);
    const rounds = PersonProgressDocument.parse(JSON.parse(out)).series[0]?.rounds ?? [];
    expect(rounds.slice(0, 3)).toEqual([
      { due: "2024-03-31", state: "answered" },
      { due: "2024-06-30", state: "answered" },
      { due: "2024-09-30", state: "missing" },
    ]);
    expect(rounds.slice(-2)).toEqual([
      { due: "9999-09-30", state: "missing" },
      { due: "9999-12-31", state: "open" },
    ]);
  });

  test("reads measurements and sexes from a store, and no round is due after the participation has ended", async () => {
    const path = `${folder()}/register.db`;
    const answer = { indicator: "own-job-belief", respondent: "participant", scale: "one-to-five" } as const;
    {
      await using store = await openSqliteStore(path);
      await store.save([
        { kind: "person", person: { protectedIdentity: false, id: "p1", sex: "woman", sexBasis: "legal-sex" } },
        {
          kind: "participation",
          participation: {
            followUp: "followed",
            id: "D1",
            person: "p1",
            intervention: "mia-vidare",
            sex: "woman",
            sexBasis: "legal-sex",
            start: "2024-01-01",
            end: "2024-06-30",
          },
        },
        { kind: "measurement", measurement: { id: "M1", person: "p1", on: "2024-01-15", value: 2, ...answer } },
        { kind: "measurement", measurement: { id: "M2", person: "p1", on: "2024-04-15", value: 4, ...answer } },
      ]);
    }
    const [row] = (await progress("--store", `sqlite:${path}`, "--threshold", "0")).document.rows;
    expect(row?.improved).toEqual({ woman: 1, man: 0, other: 0, unknown: 0, total: 1 });
    const own = await ofPerson("--store", `sqlite:${path}`, "--person", "p1");
    expect(own.series[0]?.rounds?.map(({ due }) => due)).toEqual(["2024-01-15", "2024-04-15"]);
  });

  test("a row that cannot be read is refused with its line and column, without what it holds, and the rest goes on", async () => {
    const { code, err, document } = await progress(
      csv(
        belief("a", "2024-01-15", "2"),
        belief("b", "2024-13-01", "2"),
        belief("c", "2024-01-15", "secret"),
        belief("d", "2024-01-15", "2", "Z"),
        belief("19900125-2387", "2024-01-15", "2"),
      ),
      "--threshold",
      "0",
    );
    expect(code).toBe(2);
    expect(document.refused.map(({ row }) => row)).toEqual([3, 4, 5, 6]);
    expect(document.rows[0]?.asked.total).toBe(1);
    expect(err).toContain('Row 3 was not read: "on"');
    expect(err).not.toMatch(/secret|19900125/);
  });

  test("an empty answer is a question not answered; a decimal comma is a decimal; JSON holds the same rows", async () => {
    const rows = [
      {
        person: "a",
        indicator: "own-job-belief",
        respondent: "participant",
        on: "2024-01-15",
        scale: "one-to-five",
        value: null,
      },
    ];
    const [fromJson] = (await progress(file("m.json", JSON.stringify(rows)), "--threshold", "0")).document.rows;
    const [fromCsv] = (await progress(csv(belief("a", "2024-01-15", "")), "--threshold", "0")).document.rows;
    expect(fromJson?.undetermined).toEqual({ woman: 0, man: 0, other: 0, unknown: 1, total: 1 });
    expect(fromCsv?.undetermined.woman).toBe(1);
    const strange = await progress(file("m.json", JSON.stringify([{ ...rows[0], name: "Anna" }])), "--threshold", "0");
    expect(strange.document.refused[0]?.message.en).toMatch(/^there is a field that a measurement does not have/);
    expect(strange.err).not.toContain("Anna");
    const { document } = await progress(csv(belief("a", "2024-01-15", "2,5")), "--threshold", "0");
    expect(document.findings.map(({ code }) => code)).toEqual(["value-outside-scale"]);
  });

  test("speaks Swedish, and foretells nothing", async () => {
    const { out } = await finsam("progress", shipped("measurements-2024.csv"), "--on", "2024-12-31", "--lang", "sv");
    expect(out).toContain("Deltagaren svarar");
    expect(out).toContain("Handläggaren svarar");
    expect(out).toContain("Procent av det egna könet");
    expect(out).toMatch(/Kvinnor +23 \(38\u00a0%\)/);
    const own = await finsam(
      "progress",
      shipped("measurements-2024.csv"),
      "--on",
      "2024-12-31",
      "--person",
      "p012",
      "--lang",
      "sv",
    );
    expect(own.out).toContain("Byte av handläggare mellan");
    expect(own.out).toContain("Det säger inget om vad som kommer att hända.");
  });

  test.each([
    [["--on", "2024-12-31"], /Name either a file/],
    [["m.csv", "--on", "2024-12-31", "--instrument", "horoscope"], /bip/],
    [["m.csv"], /--on is missing/],
    [["no-such-file.csv", "--on", "2024-12-31"], /There is no file/],
  ])("%j is bad use", async (argv, message) => {
    const { code, out, err } = await finsam("progress", ...argv);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(message);
  });
});
