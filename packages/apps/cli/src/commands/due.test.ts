import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { file, finsam, folder } from "../finsam.fixture.ts";
import { openStoreOption } from "../store-option.ts";
import { DueDocument } from "./due.ts";

const data = (name: string) => fileURLToPath(new URL(`../../../../../examples/pathway/data/${name}`, import.meta.url));
const followUps = data("follow-ups.json");
const due = async (...argv: readonly string[]) => {
  const { code, out } = await finsam("due", ...argv, "--json");
  expect(code).toBe(0);
  return DueDocument.parse(JSON.parse(out));
};

describe("finsam due", () => {
  test("tells what is late, due, passed, upcoming and done in a group of Aktivitetsplatsen", async () => {
    const { items, groups } = await due(followUps, "--on", "2023-10-25");
    const of = (person: string) =>
      items.filter(({ about }) => about === person).map(({ id, state, daysLate }) => [id, state, daysLate]);
    expect(of("person-2")).toEqual([
      ["follow-up-1", "late", 31],
      ["follow-up-2", "late", 3],
      ["closing-meeting", "upcoming", null],
      ["introduction-meeting", "done", 2],
    ]);
    // Nobody has recorded anything about this person: that is not late.
    expect(of("person-3").map(([, state]) => state)).toEqual(["passed", "passed", "passed", "upcoming"]);
    expect(groups[0]?.attendance).toEqual([
      expect.objectContaining({
        person: "person-1",
        held: 21,
        attended: 2,
        illness: 1,
        plannedAbsence: 1,
        notRecorded: 17,
      }),
    ]);
  });

  test("tells what joint plans ask for, by whom, with the months after the plan", async () => {
    const { items } = await due(followUps, "--on", "2023-10-25");
    const plan = items.filter(({ about }) => about === "person-4");
    expect(plan.map(({ id, state, by }) => [id, state, by])).toEqual([
      ["study-visit", "late", "2023-10-13"],
      ["benefit-question", "due", null],
      ["after-2-months", "upcoming", "2023-10-31"],
      ["after-6-months", "upcoming", "2024-02-29"],
      ["after-12-months", "upcoming", "2024-08-31"],
      ["medical-certificate", "done", "2023-09-29"],
    ]);
    expect(plan[0]?.responsible).toEqual([{ sv: "Stadsdelen", en: "The city district" }]);
  });

  test("what was done too late is done, and says how many days late it was", async () => {
    const { out } = await finsam("due", followUps, "--on", "2023-10-25", "--lang", "sv");
    expect(out).toMatch(/gjord, 2 dagar för sent +2023-08-22 +Introduktionsmöte +person-2/);
    expect(out).toMatch(/försenad, 31 dagar +2023-09-24 /);
  });

  test("tells the meetings of Järva, and the follow-up that a change of care centre opened", async () => {
    const { out } = await finsam("due", data("jarva.json"), "--on", "2024-07-01", "--lang", "sv");
    const lines = out.split("\n").map((line) => line.split(/ {2,}/).slice(0, 4));
    expect(lines[1]).toEqual(["försenad, 1 dag", "2024-06-30", "Styrgruppens möte", "–"]);
    expect(lines[2]).toEqual(["aktuell", "2024-06-01 –", "Följ upp efter byte", "person-5"]);
    expect(lines).toContainEqual(["gjord", "2024-04-22", "Tertialanalys; NÖHRA", "–"]);
  });

  test("writes a calendar file that says nothing about anybody, the same each time", async () => {
    const path = join(folder(), "due.ics");
    await finsam("due", followUps, "--on", "2023-10-25", "--ics", path, "--lang", "sv");
    // Long lines are folded in such a file.
    const read = () => readFileSync(path, "utf8").replaceAll("\r\n ", "");
    const calendar = read();
    expect(calendar).toContain("tillfälle 1 av 32 (fm)");
    expect(calendar).toContain("SUMMARY:Senast i dag: Aktivitet i en gemensam plan");
    // What a plan says about a person stays in the plan.
    expect(calendar).not.toMatch(/person-\d|plan-1|läkarintyg|Studiebesök|ersättning/);
    await finsam("due", followUps, "--on", "2023-10-25", "--ics", path, "--lang", "sv");
    expect(read()).toBe(calendar);
  });

  test("reads who takes part from a register, which does not hold what was done", async () => {
    const option = `sqlite:${join(folder(), "register.db")}`;
    const counted = { intervention: "aktivitetsplatsen", sex: "man", sexBasis: "legal-sex" } as const;
    {
      await using store = await openStoreOption(option, "write");
      const people = ["p1", "p2", "p3"].map((id) => ({
        kind: "person" as const,
        person: { protectedIdentity: false as const, id, sex: "man" as const, sexBasis: "legal-sex" as const },
      }));
      await store.save([
        ...people,
        {
          kind: "participation",
          participation: { followUp: "followed", id: "d1", person: "p1", ...counted, start: "2023-08-15" },
        },
        {
          kind: "participation",
          participation: {
            followUp: "followed",
            id: "d2",
            person: "p2",
            ...counted,
            start: "2023-08-15",
            end: "2023-08-31",
          },
        },
        {
          kind: "participation",
          participation: { followUp: "followed", id: "d3", person: "p3", ...counted, start: "2021-08-15" },
        },
      ]);
    }
    const { items, withoutProgramme } = await due("--store", option, "--on", "2023-09-10");
    expect(items.map(({ about, id, state }) => [about, id, state])).toEqual([
      ["p1", "follow-up-1", "due"],
      ["p1", "introduction-meeting", "passed"],
      ["p2", "introduction-meeting", "passed"],
      ["p1", "follow-up-2", "upcoming"],
      ["p1", "closing-meeting", "upcoming"],
    ]);
    // In 2021 it was individual and without a fixed length.
    expect(withoutProgramme).toBe(1);
  });

  test("warns of a group of eleven and takes it as it is", async () => {
    const participants = Array.from({ length: 11 }, (_, index) => ({ person: `p${index}` }));
    const group = { programme: "aktivitetsplatsen-group", group: "skondal-2023-w34", participants };
    const { code, out } = await finsam(
      "due",
      file("due.json", JSON.stringify({ groups: [group] })),
      "--on",
      "2023-08-20",
      "--lang",
      "sv",
    );
    expect(code).toBe(0);
    expect(out).toContain("Aktivitetsplatsen, gruppverksamhet, Sköndal: 11 deltagare; ungefär 10 är tänkt.");
  });

  test("names the programmes and groups that there are", async () => {
    const asked = (group: object) =>
      finsam("due", file("due.json", JSON.stringify({ groups: [group] })), "--on", "2023-08-20");
    expect((await asked({ programme: "yoga", group: "a" })).err).toBe(
      'The profile has no programme "yoga". It has: aktivitetsplatsen-group.\n',
    );
    expect((await asked({ programme: "aktivitetsplatsen-group", group: "a" })).err).toContain("kungsholmen-2023-w33");
    // A misspelled milestone must not make one late that was held.
    const held = { person: "p1", done: [{ id: "followup-1", on: "2023-09-12" }] };
    const misspelled = { programme: "aktivitetsplatsen-group", group: "kungsholmen-2023-w33", participants: [held] };
    expect((await asked(misspelled)).err).toContain('no milestone "followup-1"');
  });

  test.each([
    ["neither a file nor a store", ["--on", "2024-06-30"]],
    ["no day", [followUps]],
    ["a file of something else", [data("person.json"), "--on", "2024-06-30"]],
  ])("refuses %s", async (_, argv) => {
    expect((await finsam("due", ...argv)).code).toBe(2);
  });
});
