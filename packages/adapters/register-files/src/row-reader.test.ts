import { CodeId, PartialDate, Participation, Person, Text } from "@finsam/model";
import { pseudonymise, readIdentityNumber } from "@finsam/model/identity";
import type { Profile, RegisterLayout } from "@finsam/policy";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { ReadingNotPossible, WrongHeadings } from "./errors.ts";
import type { RowOptions } from "./reading-setup.ts";
import { cellsOf, columnsWithout, goodRow, headings, profile, type Row, withLayout } from "./register.fixture.ts";
import { RowProblem } from "./row-problem.ts";
import { rowReader } from "./row-reader.ts";

/** Reads the good row with some cells changed. */
const read = (change: Row = {}, of = profile, options: RowOptions = {}) =>
  rowReader(of, headings, options).read(cellsOf({ ...goodRow, ...change }));

const records = (...of: Parameters<typeof read>) => {
  const reading = read(...of);
  return reading.ok ? reading.records : reading.problems.map(({ code, column }) => `${code} in ${column}`);
};
const problems = (...of: Parameters<typeof read>) => {
  const reading = read(...of);
  return reading.ok ? [] : reading.problems.map(({ code, column }) => [code, column]);
};
const participation = (...of: Parameters<typeof read>) => {
  const reading = read(...of);
  const found = reading.ok ? reading.records.find(({ kind }) => kind === "participation") : undefined;
  return found?.kind === "participation" ? found.participation : undefined;
};
const person = (...of: Parameters<typeof read>) => {
  const reading = read(...of);
  const found = reading.ok ? reading.records.find(({ kind }) => kind === "person") : undefined;
  return found?.kind === "person" ? found.person : undefined;
};

describe("a row of a person who consents", () => {
  test("gives the person and the participation, with every answer as a code", () => {
    expect(records()).toEqual([
      {
        kind: "person",
        person: {
          protectedIdentity: false,
          id: "P1",
          sex: "woman",
          sexBasis: "legal-sex",
          birthDate: "1985-04-12",
          facts: {
            residentMunicipality: "0180",
            illHealth: true,
            income: "some",
            monthsOfAssistance: 10,
            needs: ["work", "health"],
            onParentalLeaveSince: "2020",
          },
        },
      },
      {
        kind: "participation",
        participation: {
          followUp: "followed",
          id: "D1",
          person: "P1",
          intervention: "case-work",
          sex: "woman",
          sexBasis: "legal-sex",
          start: "2021-03-01",
          end: "2021-09-30",
          referrer: "health-care",
          referred: "2021-02-01",
          district: "ostermalm",
          exitReason: "work-or-studies",
          education: "upper-secondary",
          supportAtStart: ["sickness-benefit", "social-assistance"],
          supportSince: "2015-06-01",
          supportAtEnd: ["none"],
        },
      },
    ]);
  });

  test("keeps an empty cell as missing: never as no, 0 or ''", () => {
    const needed = ["deltagande", "person", "insats", "samtycke", "skyddad"];
    const bare = Object.fromEntries(headings.filter((heading) => !needed.includes(heading)).map((one) => [one, " "]));
    // Strictly: no key with nothing in it either.
    expect(records(bare)).toStrictEqual([
      { kind: "person", person: { protectedIdentity: false, id: "P1", sex: "unknown", sexBasis: "legal-sex" } },
      {
        kind: "participation",
        participation: {
          followUp: "followed",
          id: "D1",
          person: "P1",
          intervention: "case-work",
          sex: "unknown",
          sexBasis: "legal-sex",
        },
      },
    ]);
  });

  test("is read with stray spaces, other case, labels in English, ids, old codes and dates without hyphens", () => {
    const written = {
      kön: " KVINNA ",
      stadsdel: "östermalm",
      insats: "  garden ",
      remittent: "health-care",
      start: " 20210301 ",
      slut: "20210930",
      avslutsorsak: "1",
      samtycke: "JA",
      "försörjning vid start": " sjukpenning | FÖRSÖRJNINGSSTÖD |",
    };
    expect(records(written)).toEqual(records());
    expect(records({ stadsdel: "O\u0308stermalm" })).toEqual(records());
  });

  test("keeps a stated answer once, however often it is written", () => {
    expect(participation({ "försörjning vid start": "Sjukpenning|sjukpenning" })).toMatchObject({
      supportAtStart: ["sickness-benefit"],
    });
  });
});

describe("consent", () => {
  const counted = {
    followUp: "not-followed",
    id: "D1",
    intervention: "case-work",
    sex: "woman",
    sexBasis: "legal-sex",
    start: "2021-03-01",
    end: "2021-09-30",
  };

  test("without it a participation is counted by intervention, sex, start and end, and nothing else is kept, not even who", () => {
    expect(records({ samtycke: "nej" })).toEqual([{ kind: "participation", participation: counted }]);
    expect(read({ samtycke: "nej" })).toMatchObject({ remarks: [] });
  });

  test("is not there when nothing is said, and that is remarked on", () => {
    const reading = read({ samtycke: "" });
    expect(reading).toMatchObject({ ok: true, records: [{ kind: "participation", participation: counted }] });
    expect(reading.ok && reading.remarks.map(({ code, column }) => [code, column])).toEqual([
      ["consent-missing", "samtycke"],
    ]);
  });

  test.each(["kanske", "1", "yes", "ja?", "ja, muntligt"])("is not %j: the row is refused", (answer) => {
    expect(problems({ samtycke: answer })).toEqual([["unknown-answer", "samtycke"]]);
  });

  test("an empty cell is no consent even when the layout spells yes so", () => {
    expect(records({ samtycke: "" }, withLayout({ yes: ["ja", ""] }))).toEqual([
      { kind: "participation", participation: counted },
    ]);
  });

  test("without it no other cell is read, so nothing in it is wrong", () => {
    const unread = { person: "", födelsedatum: "?", remittent: "?", utbildning: "?", avslutsorsak: "?", ohälsa: "?" };
    expect(records({ samtycke: "nej", ...unread })).toEqual([{ kind: "participation", participation: counted }]);
  });
});

describe("protected identity", () => {
  const kept = [
    { kind: "person", person: { protectedIdentity: true, id: "P1" } },
    { kind: "participation", participation: { followUp: "anonymous", id: "D1", sex: "woman", startYear: 2021 } },
  ];

  test("leaves the pseudonym, and an anonymous participation with year and sex", () => {
    expect(records({ skyddad: "ja" })).toEqual(kept);
  });

  test("leaves the same with and without consent, and no remark", () => {
    for (const samtycke of ["ja", "nej", "", "kanske"]) {
      expect(records({ skyddad: "ja", samtycke })).toEqual(kept);
      expect(read({ skyddad: "ja", samtycke })).toMatchObject({ remarks: [] });
    }
  });

  test("no other cell is read", () => {
    const unread = { insats: "?", slut: "?", födelsedatum: "?", remittent: "?", kommun: "?", ohälsa: "?" };
    expect(records({ skyddad: "ja", ...unread })).toEqual(kept);
  });

  test("leaves no year when there is no start", () => {
    expect(participation({ skyddad: "ja", start: "", slut: "" })).toEqual({
      followUp: "anonymous",
      id: "D1",
      sex: "woman",
    });
  });

  test("is refused when nothing is said: silence is not no", () => {
    expect(problems({ skyddad: "" })).toEqual([["missing-value", "skyddad"]]);
    expect(problems({ skyddad: "vet ej" })).toEqual([["unknown-answer", "skyddad"]]);
  });

  test("does not need a column when the layout says that the register has none", () => {
    const without = withLayout({ columns: columnsWithout("protectedIdentity"), withoutProtectedIdentity: true });
    expect(person({}, without)).toMatchObject({ protectedIdentity: false });
  });
});

describe("sex", () => {
  test.each([
    ["Kvinna", "woman", "legal-sex"],
    ["k", "woman", "legal-sex"],
    ["M", "man", "legal-sex"],
    ["Okänt", "unknown", "legal-sex"],
    ["", "unknown", "legal-sex"],
    ["Annat", "other", "self-reported"],
  ])("%j is %s, known as %s", (label, sex, sexBasis) => {
    expect(participation({ kön: label })).toMatchObject({ sex, sexBasis });
    expect(person({ kön: label })).toMatchObject({ sex, sexBasis });
  });

  test("a label that the layout does not know is refused", () => {
    expect(problems({ kön: "X" })).toEqual([["unknown-sex", "kön"]]);
  });

  test("an empty cell is refused unless the layout says that it means unknown", () => {
    const strict = withLayout({ sexes: { woman: ["K"], man: ["M"], unknown: ["Okänt"] } });
    expect(problems({ kön: " " }, strict)).toEqual([["missing-value", "kön"]]);
  });
});

describe("dates", () => {
  test("a participation may end on its first day and not before", () => {
    expect(problems({ slut: "2021-03-01" })).toEqual([]);
    expect(problems({ slut: "2021-02-28" })).toEqual([["end-before-start", "slut"]]);
    expect(problems({ slut: "2021-02-28", samtycke: "nej" })).toEqual([["end-before-start", "slut"]]);
  });

  test("an end needs a start", () => {
    expect(problems({ start: "" })).toEqual([["end-without-start", "start"]]);
    expect(problems({ start: "", slut: "" })).toEqual([]);
  });

  test("a start that cannot be read is one mistake, not two", () => {
    expect(problems({ start: "01/03/2021" })).toEqual([["bad-date", "start"]]);
  });

  test("a date of birth may be partial, other dates may not", () => {
    expect(person({ födelsedatum: "1985" })).toMatchObject({ birthDate: "1985" });
    expect(person({ födelsedatum: "19850412" })).toMatchObject({ birthDate: "1985-04-12" });
    for (const column of ["anmäld", "start", "slut", "försörjning sedan"])
      expect(problems({ [column]: "2021" })).toEqual([["bad-date", column]]);
  });

  test("nobody is born after the first day; a year or month that holds that day is no contradiction", () => {
    expect(problems({ födelsedatum: "2021-03-02" })).toEqual([["born-after-start", "födelsedatum"]]);
    expect(problems({ födelsedatum: "2021-04" })).toEqual([["born-after-start", "födelsedatum"]]);
    for (const date of ["2021-03-01", "2021-03", "2021"]) expect(problems({ födelsedatum: date })).toEqual([]);
  });
});

describe("codes", () => {
  test.each([
    "insats",
    "remittent",
    "stadsdel",
    "avslutsorsak",
    "återremitterad",
    "utbildning",
    "försörjning vid start",
    "försörjning vid slut",
  ])("an answer in %s that its list does not have is refused", (column) => {
    expect(problems({ [column]: "Påhittat" })).toEqual([["unknown-code", column]]);
  });

  test("that there is no support cannot be said together with a support", () => {
    expect(problems({ "försörjning vid start": "Ingen|Sjukpenning" })).toEqual([
      ["none-with-other", "försörjning vid start"],
    ]);
    expect(participation({ "försörjning vid start": "Ingen" })).toMatchObject({ supportAtStart: ["none"] });
  });

  test("one unknown answer among several refuses the row", () => {
    expect(problems({ "försörjning vid start": "Sjukpenning|Påhittat" })).toEqual([
      ["unknown-code", "försörjning vid start"],
    ]);
  });

  test("an intervention is needed", () => {
    expect(problems({ insats: "" })).toEqual([["missing-value", "insats"]]);
    expect(problems({ insats: "", samtycke: "nej" })).toEqual([["missing-value", "insats"]]);
  });
});

describe("ids", () => {
  test("the participation and, with consent, the person are needed", () => {
    expect(problems({ deltagande: " ", person: "" })).toEqual([
      ["missing-value", "deltagande"],
      ["missing-value", "person"],
    ]);
  });

  test("are kept exactly but for the spaces around them", () => {
    for (const id of ["=cmd|'/C calc'!A1", "+46", "@x", 'Å/ö "7"', "😀", "-1", "nej"])
      expect(participation({ deltagande: ` ${id} `, person: id })).toMatchObject({ id, person: id });
  });

  test("have at most 200 characters on one line", () => {
    expect(problems({ deltagande: "D".repeat(200) })).toEqual([]);
    for (const id of ["D".repeat(201), "D\n1", "D\t1"]) {
      expect(problems({ deltagande: id })).toEqual([["bad-id", "deltagande"]]);
      expect(problems({ person: id })).toEqual([["bad-id", "person"]]);
    }
  });

  // Test numbers that Skatteverket has published.
  test.each(["199001252387", "19900125-2387", "900125-2387", "9001252387"])(
    "an identity number where the layout promises pseudonyms is refused, with and without consent",
    (number) => {
      for (const change of [{}, { samtycke: "nej" }, { skyddad: "ja" }])
        expect(problems({ person: number, ...change })).toEqual([["looks-like-identity-number", "person"]]);
      expect(problems({ deltagande: number })).toEqual([["looks-like-identity-number", "deltagande"]]);
      expect(problems({ kommun: number.replace("-", "") })).toEqual([["looks-like-identity-number", "kommun"]]);
    },
  );
});

test("a pseudonym of the shape of an identity number is refused whatever its check digit, and is not repeated; an id of a participation is not", () => {
  for (const number of ["19900125-2388", "1990-01-25-2387", "19900125_2387", "PNR19900125-2387", "19900125-TF24"]) {
    for (const change of [{}, { samtycke: "nej" }, { skyddad: "ja" }]) {
      const reading = read({ person: number, ...change });
      expect(reading).toMatchObject({
        ok: false,
        problems: [{ code: "looks-like-identity-number", column: "person" }],
      });
      expect(JSON.stringify(reading)).not.toMatch(/1990|238|TF24/);
    }
  }
  expect(problems({ deltagande: "20210301-0001" })).toEqual([]);
  expect(problems({ person: "ab".repeat(32) })).toEqual([]);
});

describe("a register of identity numbers", () => {
  const key = new TextEncoder().encode("an example key, never a real one");
  const options = { pseudonymKey: key, writtenOn: "2022-01-31" };
  const register = withLayout({ personIs: "identity-number" });
  const woman = "19900125-2387"; // a test number that Skatteverket has published
  const pseudonym = (number: string): string => {
    const read = readIdentityNumber(number);
    if (!read.ok) throw new Error(read.error.code);
    return pseudonymise(read.value, key);
  };

  test("gives the pseudonym in place of the number, however that was written", () => {
    for (const number of [woman, "199001252387", "900125-2387", "9001252387"])
      expect(participation({ person: number }, register, options)).toMatchObject({ person: pseudonym(woman) });
  });

  test("takes sex and date of birth from the number where no cell states them", () => {
    const unstated = { person: woman, kön: "", födelsedatum: "" };
    expect(person(unstated, register, options)).toMatchObject({
      sex: "woman",
      sexBasis: "legal-sex",
      birthDate: "1990-01-25",
    });
    const without = withLayout({ personIs: "identity-number", columns: columnsWithout("sex", "birthDate") });
    expect(person({ person: woman }, without, options)).toMatchObject({ sex: "woman", birthDate: "1990-01-25" });
  });

  test("a stated date of birth and a stated sex win over the number", () => {
    expect(person({ person: woman, kön: "Man", födelsedatum: "1990-01-24" }, register, options)).toMatchObject({
      sex: "man",
      birthDate: "1990-01-24",
    });
    expect(person({ person: woman, kön: "Okänt" }, register, options)).toMatchObject({ sex: "unknown" });
  });

  test("without consent gives the sex and not who", () => {
    expect(records({ person: woman, kön: "", samtycke: "nej" }, register, options)).toEqual([
      { kind: "participation", participation: expect.objectContaining({ followUp: "not-followed", sex: "woman" }) },
    ]);
  });

  test("with protected identity gives the pseudonym and the sex", () => {
    expect(records({ person: woman, kön: "", skyddad: "ja" }, register, options)).toEqual([
      { kind: "person", person: { protectedIdentity: true, id: pseudonym(woman) } },
      { kind: "participation", participation: { followUp: "anonymous", id: "D1", sex: "woman", startYear: 2021 } },
    ]);
  });

  test("a number that is none is one mistake, and a missing one too", () => {
    const unstated = { kön: "", födelsedatum: "" };
    expect(problems({ ...unstated, person: "199001252388" }, register, options)).toEqual([
      ["bad-identity-number", "person"],
    ]);
    expect(problems({ ...unstated, person: "" }, register, options)).toEqual([["missing-value", "person"]]);
  });

  test("ten digits need the day on which they were written", () => {
    expect(problems({ person: "900125-2387" }, register, { pseudonymKey: key })).toEqual([
      ["bad-identity-number", "person"],
    ]);
  });

  test("neither the number nor any ten digits of it stand in what the row gives", () => {
    for (const change of [{}, { samtycke: "nej" }, { skyddad: "ja" }, { insats: "?" }, { start: "?" }]) {
      const given = JSON.stringify(read({ person: woman, ...change }, register, options));
      expect(given).not.toMatch(/900125|2387/);
    }
  });

  test("cannot be read without a key of 32 bytes", () => {
    const codeOf = (given: RowOptions) => {
      try {
        rowReader(register, headings, given);
        return undefined;
      } catch (error) {
        return error instanceof ReadingNotPossible ? error.code : error;
      }
    };
    expect(codeOf({})).toBe("pseudonym-key-missing");
    expect(codeOf({ pseudonymKey: key.slice(0, 31) })).toBe("pseudonym-key-too-short");
    expect(codeOf({ pseudonymKey: key })).toBeUndefined();
  });
});

describe("facts", () => {
  const factsIn = (change: Row) => {
    const found = person(change);
    return found?.protectedIdentity === false ? found.facts : undefined;
  };

  test("an answer that the vocabulary counts as missing is missing, and so is an empty cell", () => {
    expect(factsIn({ inkomst: "unknown" })).not.toHaveProperty("income");
    expect(factsIn({ ohälsa: "" })).not.toHaveProperty("illHealth");
    expect(factsIn({ ohälsa: "nej" })).toMatchObject({ illHealth: false });
  });

  test.each([
    ["12,5", 12.5],
    ["12.5", 12.5],
    ["0,125", 0.125],
    ["-3", -3],
    ["007", 7],
  ])("the number %s is %d", (cell, months) => {
    expect(factsIn({ månader: cell })).toMatchObject({ monthsOfAssistance: months });
  });

  test.each([
    ["ohälsa", "kanske", "unknown-answer"],
    ["inkomst", "mycket", "unknown-code"],
    ["behov", "arbete|mycket", "unknown-code"],
    ["kommun", "Stockholms stad", "unknown-code"],
    ["månader", "1,200", "bad-fact"],
    ["månader", "1 200", "bad-fact"],
    ["månader", "tio", "bad-fact"],
    ["månader", "1e3", "bad-fact"],
    ["ledig sedan", "förra året", "bad-date"],
  ])("in %s the answer %j is refused", (column, cell, code) => {
    expect(problems({ [column]: cell })).toEqual([[code, column]]);
  });

  const shapes: Readonly<Record<Profile["vocabulary"][string]["type"], z.ZodType>> = {
    boolean: z.boolean(),
    code: CodeId,
    codes: z.array(CodeId).min(1),
    number: z.number(),
    date: PartialDate,
    completedYears: z.never(),
  };

  test.each(Object.entries(profile.register.facts ?? {}))(
    "what is read as %s is of the kind that the vocabulary says",
    (fact, column) => {
      const cells = [
        "ja",
        "nej",
        "0180",
        "någon",
        "unknown",
        "10",
        "1,5",
        "arbete",
        "2020",
        "|",
        "hälsa|",
        "2020-02-29",
      ];
      const values = cells.flatMap((cell) => {
        const value = factsIn({ [column]: cell })?.[fact];
        return value === undefined ? [] : [value];
      });
      const kind = profile.vocabulary[fact]?.type ?? "completedYears";
      expect(values.length).toBeGreaterThan(0);
      expect(z.array(shapes[kind]).parse(values)).toEqual(values);
    },
  );

  test("every kind of fact of the vocabulary is tried here, but the computed one", () => {
    const kinds = Object.keys(profile.register.facts ?? {}).map((fact) => profile.vocabulary[fact]?.type);
    expect(new Set([...kinds, "completedYears"])).toEqual(new Set(Object.keys(shapes)));
  });
});

describe("a row that is refused", () => {
  test("lists everything that is wrong with it, in the order of the columns", () => {
    expect(
      problems({
        deltagande: "",
        kön: "X",
        födelsedatum: "?",
        insats: "?",
        start: "?",
        slut: "?",
        skyddad: "?",
        månader: "?",
      }),
    ).toEqual([
      ["missing-value", "deltagande"],
      ["unknown-sex", "kön"],
      ["bad-date", "födelsedatum"],
      ["unknown-code", "insats"],
      ["bad-date", "start"],
      ["bad-date", "slut"],
      ["unknown-answer", "skyddad"],
      ["bad-fact", "månader"],
    ]);
  });

  test("tells the kind of value and the remedy in both languages, and never the value", () => {
    const reading = read({ start: "45/67/8901", kön: "Xyzzyx" });
    expect(reading).toMatchObject({
      problems: [
        { column: "kön", value: { sv: "text med 6 tecken", en: "text of 6 characters" } },
        { column: "start", value: { sv: "datumliknande text", en: "date-like text" } },
      ],
    });
    expect(JSON.stringify(reading)).not.toMatch(/45\/67|Xyzzyx/);
  });

  test("with too many or too few cells names no column, since nobody knows which", () => {
    for (const cells of [cellsOf(goodRow).slice(1), [...cellsOf(goodRow), ""]])
      expect(rowReader(profile, headings).read(cells)).toMatchObject({
        ok: false,
        problems: [{ code: "wrong-number-of-columns" }],
      });
  });

  test("with a cell that is not text names the column, also one that is not kept", () => {
    const wider = rowReader(profile, [...headings, "anteckning"]);
    expect(wider.ignoredColumns).toEqual(["anteckning"]);
    for (const cell of [null, "a\0b", "\u001b"])
      expect(wider.read([...cellsOf(goodRow), cell])).toMatchObject({
        problems: [{ code: "not-text", column: "anteckning", value: { en: "characters that are not text" } }],
      });
    expect(wider.read([null, ...cellsOf(goodRow).slice(1), ""])).toMatchObject({
      problems: [{ code: "not-text", column: "deltagande" }],
    });
  });
});

describe("a reader of rows", () => {
  test("finds the columns in any order, whatever their case and stray spaces", () => {
    const turned = [...headings].reverse();
    const reader = rowReader(
      profile,
      turned.map((heading) => `  ${heading.toUpperCase().replace(" ", "  ")} `),
    );
    expect(reader.read(turned.map((heading) => goodRow[heading] ?? ""))).toEqual(read());
  });

  test("names all headings that are missed, and those found", () => {
    const found = headings.filter((heading) => heading !== "insats" && heading !== "slut");
    expect(() => rowReader(profile, [...found, "Insatser"])).toThrow(
      expect.objectContaining({
        code: "headings-missing",
        headings: ["insats", "slut"],
        found: [...found, "Insatser"],
        message: expect.stringContaining('lacks the headings "insats", "slut". Found: "deltagande", "person"'),
      }),
    );
  });

  test("does not repeat a first line that is no line of headings: it may be about a person", () => {
    const line = cellsOf({ ...goodRow, person: "Anna Andersson" });
    try {
      rowReader(profile, line);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(WrongHeadings);
      expect(error).toMatchObject({ code: "no-headings", found: [] });
      for (const cell of line.filter((text) => text.length > 3)) expect(String(error)).not.toContain(cell);
    }
  });

  test("names a heading with many digits, or without text, by its place", () => {
    const reader = rowReader(profile, [...headings, "19900125-2387", " ", "fält 3"]);
    expect(reader.ignoredColumns).toEqual([`#${headings.length + 1}`, `#${headings.length + 2}`, "fält 3"]);
  });

  test("refuses a heading that stands there twice, unless it is ignored anyway", () => {
    expect(() => rowReader(profile, [...headings, "Start"])).toThrow(
      expect.objectContaining({ code: "heading-twice", headings: ["start"] }),
    );
    expect(rowReader(profile, [...headings, "fält", "fält"]).ignoredColumns).toEqual(["fält", "fält"]);
  });

  test("refuses a profile that cannot be read with", () => {
    const codeOf = (change: Partial<RegisterLayout>, lists = profile.codeLists) => {
      try {
        rowReader({ ...withLayout(change), codeLists: lists }, headings);
        return undefined;
      } catch (error) {
        return error instanceof ReadingNotPossible ? [error.code, error.place] : error;
      }
    };
    const { referrers: _, ...lists } = profile.codeLists;
    expect(codeOf({}, lists)).toEqual(["code-list-missing", "codeLists.referrers"]);
    expect(codeOf({ facts: { monthsOnLeave: "år" } })).toEqual(["fact-not-stated", "register.facts.monthsOnLeave"]);
    expect(codeOf({ no: ["nej", "JA"] })).toEqual(["spelling-ambiguous", "register.yes, register.no"]);
    expect(codeOf({ sexes: { woman: ["K"], man: ["k"] } })).toEqual(["spelling-ambiguous", "register.sexes"]);
  });
});

test("whatever the cells hold, a row gives records that the model allows, or problems that do not repeat the cells", () => {
  const odd = fc.oneof(
    fc.string({ minLength: 12 }),
    fc.constantFrom(
      "=HYPERLINK(1)",
      "a\0b0123456789",
      "\ud800xxxxxxxxxxx",
      "__proto__",
      "constructor",
      "x".repeat(300),
    ),
  );
  const cells = fc.tuple(
    ...headings.map((heading) => fc.oneof({ weight: 9, arbitrary: fc.constant(goodRow[heading] ?? "") }, odd)),
  );
  const reader = rowReader(profile, headings);
  fc.assert(
    fc.property(cells, (row) => {
      const reading = reader.read(row);
      if (reading.ok) {
        expect(reading.records.length).toBeGreaterThan(0);
        for (const record of reading.records) {
          if (record.kind === "person") expect(Person.safeParse(record.person).success).toBe(true);
          if (record.kind === "participation") expect(Participation.safeParse(record.participation).success).toBe(true);
        }
        return;
      }
      const told = reading.problems.flatMap(({ value, reason }) =>
        [value, reason].filter((text) => text !== undefined),
      );
      expect(told.map((text) => Text.parse(text))).toEqual(told);
      expect(reading.problems.map((problem) => RowProblem.parse(problem))).toEqual(reading.problems);
      const texts = JSON.stringify(told);
      for (const cell of row.filter((text) => text.length >= 12)) expect(texts).not.toContain(cell);
    }),
    { numRuns: 500 },
  );
});
